"""`deur`: a poster for the door of a place, with a code that asks passers-by whether it is true."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from places.admin.pages import PlacePages
from places.models import Place
from places.portrait import Portrait
from places.qr_code import drawn
from places.roles import places_to_see

ROOMY = 60
"""A name of more letters, or more lines of hours than `LINES`, is set smaller."""

LINES = 6


class DoorPages(PlacePages):
    """The poster, of a published place: the code of another would lead nowhere."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(poster)
        return [path("<int:pk>/deur/", view, name="places_place_door"), *super().get_urls()]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        links = super().object_links(request, place)
        if place.status != Place.Status.PUBLISHED:
            return links
        url = reverse("admin:places_place_door", args=[place.pk])
        return [*links, {"label": _("Poster voor de deur"), "url": url}]


@require_safe
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet of A4; whoever scans it may say what is wrong, which staff then look at."""
    place = places_to_see(request.user).published().with_key(pk).for_its_page().first()
    if place is None:
        raise Http404(_("Alleen een gepubliceerde plek heeft een poster."))
    portrait = Portrait(place, timezone.now())
    lines = portrait.week_summary.split("; ") if portrait.week_summary else []
    context = {
        "place": portrait,
        "lines": lines,
        "crowded": len(place.name) > ROOMY or len(lines) > LINES,
        "code": drawn(door_url(place), "poster-code"),
        "page_url": door_url(place).partition("#")[0],
    }
    return render(request, "admin/places/place/door.html", context)


def door_url(place: Place) -> str:
    """Where the code leads: the question on the place's own page, in Dutch."""
    with override(settings.LANGUAGE_CODE):
        return f"{settings.SITE_URL.rstrip('/')}{place.get_absolute_url()}#klopt-dit-nog"
