"""`/insluiten/`: a map or a list for somebody else's page, and the page that makes its snippet."""

from functools import cache
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places import embedding
from places.cors import readable_anywhere
from places.embedding.builder import Builder
from places.embedding.frame import Frame
from places.embedding.framing import framed
from places.embedding.looks import drawings, stylesheet
from places.filters import PlaceFilter
from places.listing import card_maker
from places.models import Place
from places.models.version import Until
from places.validators import validated

GROWING = Path(embedding.__file__).parent / "meegroeien.js"
AN_HOUR = "public, max-age=3600"
"""For files whose address stays when their contents change."""


@require_safe
@framed
@validated(Until.STATE)
def embed_map(request: HttpRequest) -> HttpResponse:
    """The map, with the list of the same places folded below it; without scripts the list alone."""
    frame = Frame(request.GET, timezone.now(), "embed_map")
    return render(request, "embedding/map.html", _shown(frame) | {"map_start": frame.map_start()})


@require_safe
@framed
@validated(Until.STATE)
def embed_list(request: HttpRequest) -> HttpResponse:
    """The list: the same places, order and totals as the directory with this filter."""
    frame = Frame(request.GET, timezone.now(), "embed_list")
    return render(request, "embedding/list.html", _shown(frame))


@require_safe
@readable_anywhere
@validated(Until.STATE, alone=True)
def embed_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card of a place for a popup in the framed map."""
    found = PlaceFilter(request.GET, timezone.now())
    cards = card_maker(found).cards(Place.objects.published().at_address(slug), 0, 1)
    if not cards:
        raise Http404(_("Deze plek kennen we niet."))
    return render(request, "places/_card.html", {"card": cards[0], "framed": True})


@require_safe
def embed_style(request: HttpRequest, theme: str) -> HttpResponse:
    """The colours of a frame that is always light, or always dark."""
    return _file(stylesheet(theme), "text/css")


@require_safe
def embed_growing(request: HttpRequest) -> HttpResponse:
    """The script for the page around: it lets its frames grow with what is in them."""
    return _file(_growing(), "text/javascript")


@require_safe
@validated(Until.STATE)
def builder(request: HttpRequest) -> HttpResponse:
    """Choose what to show, see it, and copy the snippet."""
    made = Builder(request)
    return render(request, "embedding/builder.html", made.context())


def _shown(frame: Frame) -> dict[str, Any]:
    listing, near = frame.listing, frame.found.near
    return {
        "frame": frame,
        "framed": True,
        "drawings": drawings(),
        "page": listing,
        "number": listing.number,
        "totals": listing.totals,
        "here": near and near.degrees,
    }


@cache
def _growing() -> str:
    return GROWING.read_text("utf-8")


def _file(text: str, kind: str) -> HttpResponse:
    headers = {"Cache-Control": AN_HOUR, "Cross-Origin-Resource-Policy": "cross-origin"}
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers=headers)
