"""Gebieden and wijken, and the boundary of one."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.v1 import list_schemas
from places.api.v1.answers import plain, values_of
from places.api.v1.crs import HEADER, asked_crs, located
from places.api.v1.links import list_links
from places.api.v1.parameters import CRS, Slug
from places.models.list_documents import area_document
from places.problem import unknown
from places.validators import validated

UNKNOWN = {"gebied": "Dit gebied kennen we niet.", "wijk": "Deze wijk kennen we niet."}

MANY: dict[int, Any] = {200: list_schemas.Areas, **list_schemas.LOCATED}
ONE: dict[int, Any] = {
    200: list_schemas.AreaWithBoundary,
    404: list_schemas.Problem,
    **list_schemas.LOCATED,
}

router = Router(tags=["Gebieden"], by_alias=True)


@router.get(
    "/gebieden",
    url_name="api_districts",
    summary="De gebieden",
    response=MANY,
    openapi_extra={"parameters": CRS},
)
@located
@validated(by=(HEADER,))
def districts(request: HttpRequest) -> HttpResponse:
    return values_of(request, "gebied", asked_crs(request))


@router.get(
    "/gebieden/{slug:slug}",
    url_name="api_district",
    summary="Een gebied met zijn grens",
    response=ONE,
    openapi_extra={"parameters": CRS},
)
@located
@validated(by=(HEADER,))
def district(request: HttpRequest, slug: Slug) -> HttpResponse:
    return _area(request, "gebied", slug)


@router.get(
    "/wijken",
    url_name="api_neighbourhoods",
    summary="De wijken",
    response=MANY,
    openapi_extra={"parameters": CRS},
)
@located
@validated(by=(HEADER,))
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    return values_of(request, "wijk", asked_crs(request))


@router.get(
    "/wijken/{slug:slug}",
    url_name="api_neighbourhood",
    summary="Een wijk met haar grens",
    response=ONE,
    openapi_extra={"parameters": CRS},
)
@located
@validated(by=(HEADER,))
def neighbourhood(request: HttpRequest, slug: Slug) -> HttpResponse:
    return _area(request, "wijk", slug)


def _area(request: HttpRequest, level: str, slug: str) -> HttpResponse:
    links = list_links(request, level)
    srid = asked_crs(request).srid
    document = area_document(level, slug, settings.AREAS_ATTRIBUTION, links, srid)
    return unknown(UNKNOWN[level]) if document is None else plain(document)
