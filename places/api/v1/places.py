"""Places: a page of them, one of them, and the hours of one worked out day by day."""

from datetime import date, datetime
from typing import Any

from django.contrib.gis.geos import Point
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from places.api.v1 import list_schemas, schemas
from places.api.v1.answers import gone, moved, plain, plain_values
from places.api.v1.asking import DaysForm, PageForm, complaints
from places.api.v1.crs import DEGREES, HEADER, Crs, asked_crs, located
from places.api.v1.links import (
    own_address,
    page_addresses,
    photo_address,
    place_address,
    place_links,
)
from places.api.v1.parameters import CRS, DAYS, Slug, place_parameters
from places.api.v1.timetable import days_of
from places.filters import PlaceFilter
from places.models import Place
from places.models.entry_columns import Asked, field_names
from places.models.entry_documents import Entry, PageAsked, document_at, page_document
from places.models.version import Until
from places.problem import unknown, unreadable
from places.schedule import AMSTERDAM
from places.validators import validated

ENTRY: dict[int, Any] = {301: None, 404: list_schemas.Problem, 410: list_schemas.Gone}

router = Router(tags=["Plekken"], by_alias=True)


@router.get(
    "/plekken",
    url_name="api_places",
    summary="Plekken die aan alle wensen voldoen",
    description="Dezelfde plekken, in dezelfde volgorde, als de lijst van de site met deze vragen. "
    "Onbekende parameters en lege waarden tellen niet mee; een waarde die niet klopt is een 400.",
    response={200: schemas.PlacePage, **list_schemas.LOCATED},
    openapi_extra={"parameters": [*place_parameters(), *CRS]},
)
@located
@validated(Until.STATE, by=(HEADER,))
def places(request: HttpRequest) -> HttpResponse:
    """A page of places, with the total."""
    found, form = PlaceFilter(request.GET, timezone.now()), PageForm(request.GET)
    if wrong := complaints(found, form):
        return unreadable(wrong)
    number = found.page_number
    addresses = page_addresses(request, number)
    wishes = {wish.key for wish in found.wishes()}
    words = found.terms if wishes == {"q"} and found.terms and found.terms.common else None
    point = found.near.point if found.near else None
    page = PageAsked(number, form.size, addresses, not wishes, words)
    asked = _asked(request, found.moment, asked_crs(request), point)
    document = page_document(found.selected, page, asked, form.names)
    if number > 1 and document.total <= page.start:
        return unreadable({"pagina": ["Zoveel pagina's zijn er niet."]})
    return plain(document.json)


@router.get(
    "/plekken/{slug:slug}",
    url_name="api_place",
    summary="Een plek",
    description="Alles wat op de pagina van de plek staat. 301 vanaf een adres dat de plek eerder "
    "had; 410 met de reden en een eventuele opvolger als de plek niet meer in de lijst staat.",
    response={200: schemas.Place, **ENTRY, **list_schemas.LOCATED},
    openapi_extra={"parameters": CRS},
)
@located
@validated(Until.STATE, by=(HEADER,), alone=True)
def place(request: HttpRequest, slug: Slug) -> HttpResponse:
    """One place, or where it went."""
    crs = asked_crs(request)
    entry = _entry(request, slug, "api_place", field_names(), crs)
    return entry if isinstance(entry, HttpResponse) else plain(entry.json)


@router.get(
    "/plekken/{slug:slug}/openingstijden",
    url_name="api_timetable",
    summary="De openingstijden van een plek, dag voor dag uitgerekend",
    description="Bijzondere dagen en feestdagen zijn verwerkt. Tijden na middernacht horen bij de "
    "dag waarop ze beginnen.",
    response={200: schemas.Timetable, 400: list_schemas.Unreadable, **ENTRY},
    openapi_extra={"parameters": DAYS},
)
@validated(Until.DAY, alone=True)
def timetable(request: HttpRequest, slug: Slug) -> HttpResponse:
    """The hours of one place on the days that were asked for."""
    days = DaysForm(request.GET, timezone.now().astimezone(AMSTERDAM).date())
    entry = _entry(request, slug, "api_timetable", [])
    if isinstance(entry, HttpResponse):
        return entry
    if wrong := complaints(days):
        return unreadable(wrong)
    return plain_values(_timetable(request, slug, **days.cleaned_data))


def _asked(request: HttpRequest, moment: datetime, crs: Crs, point: Point | None = None) -> Asked:
    """What holds is that of today, what is open that of the moment."""
    links, photo = place_links(request), photo_address(request)
    today = timezone.now().astimezone(AMSTERDAM).date()
    return Asked(moment, today, point, links, photo, crs.srid)


def _entry(
    request: HttpRequest, slug: str, name: str, names: list[str], crs: Crs = DEGREES
) -> Entry | HttpResponse:
    """The published place that lives at this address, or what is answered instead.

    ``name`` is that of the address that was asked for, to lead to with another slug.
    """
    asked = _asked(request, timezone.now(), crs)
    entry = document_at(slug, asked, names)
    if entry is None or entry.status == Place.Status.DRAFT:
        return unknown("Deze plek kennen we niet.")
    if entry.slug != slug:
        return moved(request, entry.slug, name)
    return gone(request, slug) if entry.status == Place.Status.ARCHIVED else entry


def _timetable(request: HttpRequest, slug: str, van: date, tot: date) -> dict[str, Any]:
    return {
        "van": van.isoformat(),
        "tot": tot.isoformat(),
        "tijdzone": AMSTERDAM.key,
        "dagen": days_of(slug, van, tot),
        "_links": {
            "self": {"href": f"{own_address(request)}?van={van}&tot={tot}"},
            "plek": {"href": place_address(request, slug)},
        },
    }
