"""`/plekken/<slug>/`: one place, also when it has moved on."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places.filters import PlaceFilter
from places.listing import card_maker
from places.mapstart import map_start_of
from places.models import Place
from places.models.portrayed import portrayed
from places.models.told import Told
from places.models.version import Until
from places.portrait import Portrait
from places.validators import validated


@require_safe
@validated(Until.STATE)
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a place; 301 from an old address, 410 with the reason when it is gone."""
    found, told = portrayed(slug) or (None, None)
    if found is None or found.status == Place.Status.DRAFT:
        raise Http404(_("Deze plek kennen we niet."))
    if found.slug != slug:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    if found.status == Place.Status.ARCHIVED:
        portrait = Portrait(found, timezone.now())
        context = {"place": portrait, "nearby": portrait.nearby()}
        return render(request, "places/archived.html", context, status=410)
    return render(request, "places/place.html", page_of(request, found, told))


def page_of(request: HttpRequest, found: Place, told: Told | None = None) -> dict[str, Any]:
    """What the template of a place's page says; the place came ``for_its_page()``."""
    portrait = Portrait(found, timezone.now(), told=told)
    return {
        "place": portrait,
        "nearby": portrait.nearby(),
        "map_start": map_start_of(found, portrait.status.state),
        "structured_data": portrait.structured_data(request.build_absolute_uri(request.path)),
    }


@require_safe
@validated(Until.STATE, alone=True)
def place_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card alone, for the popup of a marker; about the same moment as the list."""
    found = PlaceFilter(request.GET, timezone.now())
    cards = card_maker(found).cards(Place.objects.published().at_address(slug), 0, 1)
    if not cards:
        raise Http404(_("Deze plek kennen we niet."))
    return render(request, "places/_card.html", {"card": cards[0]})
