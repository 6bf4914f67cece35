"""`/plekken.atom` and `/plekken.ics`: what changed, and when one can go there, to follow."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.api.v1.answers import gone, moved
from places.cors import readable_anywhere
from places.feeds.agenda import ICALENDAR, MOST_PLACES
from places.feeds.atom import ATOM
from places.feeds.following import agenda_of, agenda_of_place, feed_of
from places.filters import PlaceFilter
from places.models import Place
from places.models.followed import with_agenda
from places.models.version import Until
from places.problem import problem, unknown, unreadable
from places.validators import validated, validated_as_asked


@require_safe
@readable_anywhere
@validated_as_asked
def feed_atom(request: HttpRequest) -> HttpResponse:
    """A page of the places of a filter, what changed last first, whatever ``sorteer`` asks."""
    found = PlaceFilter(request.GET, timezone.now())
    if found.errors:
        return unreadable(found.errors)
    feed = feed_of(request, found, found.page_number)
    if feed is None:
        return unreadable({"pagina": ["Zoveel pagina's zijn er niet."]})
    return _named(feed.encode(), ATOM, "plekken.atom")


@require_safe
@readable_anywhere
@validated_as_asked
def agenda_filter(request: HttpRequest) -> HttpResponse:
    """The hours of all places of a filter, when there are not too many; pages mean nothing."""
    parameters = request.GET.copy()
    parameters.pop("pagina", None)
    found = PlaceFilter(parameters, timezone.now())
    if found.errors:
        return unreadable(found.errors)
    agenda = agenda_of(request, found, MOST_PLACES)
    if agenda is None:
        most = f"Een agenda heeft hoogstens {MOST_PLACES} plekken. Kies er minder, zoals een wijk."
        return problem(400, "Te veel plekken voor een agenda", most)
    return _named(agenda, ICALENDAR, "plekken.ics")


@require_safe
@readable_anywhere
@validated(Until.DAY, alone=True)
def agenda_place(request: HttpRequest, slug: str) -> HttpResponse:
    """The hours of one place; 301 from an old address, 410 with the reason when it is gone."""
    followed = next(iter(with_agenda(Place.objects.at_address(slug))), None)
    if followed is None or followed.place.status == Place.Status.DRAFT:
        return unknown("Deze plek kennen we niet.")
    if followed.place.slug != slug:
        return moved(request, followed.place.slug, "agenda_place")
    if followed.place.status == Place.Status.ARCHIVED:
        return gone(request, slug)
    agenda = agenda_of_place(request, followed, PlaceFilter(QueryDict(), timezone.now()))
    return _named(agenda, ICALENDAR, f"{slug}.ics")


def _named(content: bytes, kind: str, name: str) -> HttpResponse:
    """Opened where it can be, and under a good name where it is kept."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
