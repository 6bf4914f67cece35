"""Who runs places; a place of which nobody knows that is an organization of its own."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.hsds import parameters, schemas
from places.api.hsds.answers import known, written
from places.api.hsds.asking import Selection
from places.models.hsds_organizations import organization_document, organizations_page
from places.problem import unreadable
from places.validators import validated_as_asked

router = Router(tags=["optional"])


@router.get(
    "/organizations",
    url_name="hsds_organizations",
    summary="Organisaties achter de plekken die aan alle wensen voldoen",
    response={200: schemas.Organizations, 400: schemas.Unreadable},
    openapi_extra=parameters.ORGANIZATIONS,
)
@validated_as_asked
def organizations(request: HttpRequest) -> HttpResponse:
    """A page of those who run the places that are found."""
    selection = Selection(request)
    if wrong := selection.errors:
        return unreadable(wrong)
    return written(organizations_page(selection.found.selected, selection.page))


@router.get(
    "/organizations/{uuid:id}",
    url_name="hsds_organization",
    summary="Een organisatie met haar diensten",
    response={200: schemas.WholeOrganization, 404: schemas.Problem},
)
@validated_as_asked
def organization(request: HttpRequest, id: UUID) -> HttpResponse:
    """One organization that runs a published place."""
    return known(organization_document(id), "Deze organisatie kennen we niet.")
