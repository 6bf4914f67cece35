"""Where a client begins, and in which coordinates it may be answered."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.envelope import VERSION
from places.api.v1 import change_schemas
from places.api.v1.answers import plain_values
from places.api.v1.crs import KNOWN
from places.api.v1.links import index_links
from places.models.version import Until
from places.site import site_title
from places.validators import validated

NAMES = {
    "self": "api_root",
    "openapi": "api_openapi",
    "plekken": "api_places",
    "wijzigingen": "api_changes",
    "waarden": "api_values",
    "dilemmas": "api_dilemmas",
    "soorten": "api_kinds",
    "kenmerken": "api_traits",
    "doelgroepen": "api_audiences",
    "aanbod": "api_offers",
    "talen": "api_languages",
    "gebieden": "api_districts",
    "wijken": "api_neighbourhoods",
    "netwerken": "api_networks",
    "crss": "api_crss",
}
"""What can be asked for without knowing anything more."""

router = Router(tags=["De API"], by_alias=True)


@router.get(
    "/",
    url_name="api_index",
    summary="Waar alles te vinden is",
    response={200: change_schemas.Index},
)
@validated(Until.RELEASE)
def index(request: HttpRequest) -> HttpResponse:
    """Links to everything; also at the address without a slash."""
    return plain_values(
        {
            "naam": site_title(),
            "versie": VERSION,
            "licentie": settings.DATA_LICENCE or None,
            "_links": index_links(request, NAMES),
        },
    )


@router.get(
    "/crss",
    url_name="api_crss",
    summary="De coördinatenstelsels waaruit u kunt kiezen",
    response={200: change_schemas.ReferenceSystems},
)
@validated(Until.RELEASE)
def reference_systems(request: HttpRequest) -> HttpResponse:
    """What ``crs`` and ``Accept-Crs`` may name."""
    links = index_links(request, {"self": "api_crss"})
    return plain_values({"crs": [one.uri for one in KNOWN], "_links": links})
