"""What happens at a place (service), and that place (service at location)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.hsds import parameters, schemas
from places.api.hsds.answers import asked, entry, written
from places.api.hsds.asking import Selection
from places.models.hsds_columns import (
    AT_LOCATION,
    MINIMAL,
    SERVICE,
    WHOLE_AT_LOCATION,
    WHOLE_SERVICE,
    Fields,
)
from places.models.hsds_documents import places_page
from places.models.hsds_ids import Entity, place_of
from places.problem import unreadable
from places.validators import validated_as_asked

GONE: dict[int, Any] = {404: schemas.Problem, 410: schemas.Gone}

router = Router(tags=["required"])
at_locations = Router(tags=["optional"])


@router.get(
    "/services",
    url_name="hsds_services",
    summary="Diensten: plekken die aan alle wensen voldoen",
    description="Dezelfde plekken als de lijst van de site met deze vragen, in dezelfde volgorde.",
    response={200: schemas.Services, 400: schemas.Unreadable},
    openapi_extra=parameters.SERVICES,
)
@validated_as_asked
def services(request: HttpRequest) -> HttpResponse:
    """A page of services; fully nested, or next to nothing, if asked."""
    return _page(request, SERVICE, full=WHOLE_SERVICE, minimal=MINIMAL)


@router.get(
    "/services/{uuid:id}",
    url_name="hsds_service",
    summary="Een dienst, met alles eromheen",
    response={200: schemas.WholeService, **GONE},
)
@validated_as_asked
def service(request: HttpRequest, id: UUID) -> HttpResponse:
    """One service; its id is the UUID of the place."""
    return entry(request, id, WHOLE_SERVICE)


@at_locations.get(
    "/service_at_locations",
    url_name="hsds_services_at_locations",
    summary="Diensten op hun locatie",
    description="Dezelfde plekken als de lijst van de site met deze vragen, in dezelfde volgorde.",
    response={200: schemas.ServicesAtLocations, 400: schemas.Unreadable},
    openapi_extra=parameters.AT_LOCATIONS,
)
@validated_as_asked
def services_at_locations(request: HttpRequest) -> HttpResponse:
    """A page of services at their locations; fully nested if asked."""
    return _page(request, AT_LOCATION, full=WHOLE_AT_LOCATION)


@at_locations.get(
    "/service_at_locations/{uuid:id}",
    url_name="hsds_service_at_location",
    summary="Een dienst op haar locatie, met alles eromheen",
    response={200: schemas.WholeServiceAtLocation, **GONE},
)
@validated_as_asked
def service_at_location(request: HttpRequest, id: UUID) -> HttpResponse:
    """One service at its location."""
    return entry(request, place_of(id, Entity.SERVICE_AT_LOCATION), WHOLE_AT_LOCATION)


def _page(request: HttpRequest, fields: Fields, **others: Fields) -> HttpResponse:
    """``others`` are the fields to give instead, by the parameter that asks for them."""
    selection = Selection(request)
    if wrong := selection.errors:
        return unreadable(wrong)
    given = selection.form.cleaned_data
    fields = next((other for name, other in others.items() if given[name]), fields)
    return written(places_page(selection.found.selected, selection.page, asked(request), fields))
