"""The words by which places are found, and the networks that run them."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.v1 import list_schemas
from places.api.v1.answers import values_of
from places.validators import validated

router = Router(tags=["Woorden"], by_alias=True)


@router.get(
    "/waarden",
    url_name="api_values",
    summary="De waarden van een goede plek",
    response={200: list_schemas.Values},
)
@validated()
def values(request: HttpRequest) -> HttpResponse:
    return values_of(request, "waarde")


@router.get(
    "/dilemmas",
    url_name="api_dilemmas",
    summary="De dilemma's, elk met twee eerlijke kanten",
    response={200: list_schemas.Dilemmas},
)
@validated()
def dilemmas(request: HttpRequest) -> HttpResponse:
    return values_of(request, "dilemma")


@router.get(
    "/soorten",
    url_name="api_kinds",
    summary="De soorten plekken",
    response={200: list_schemas.Kinds},
)
@validated()
def kinds(request: HttpRequest) -> HttpResponse:
    return values_of(request, "soort")


@router.get(
    "/kenmerken",
    url_name="api_traits",
    summary="De kenmerken die een plek kan hebben",
    response={200: list_schemas.Traits},
)
@validated()
def traits(request: HttpRequest) -> HttpResponse:
    return values_of(request, "kenmerk")


@router.get(
    "/doelgroepen",
    url_name="api_audiences",
    summary="De doelgroepen voor wie een plek er bewust is",
    response={200: list_schemas.Words},
)
@validated()
def audiences(request: HttpRequest) -> HttpResponse:
    return values_of(request, "doelgroep")


@router.get(
    "/aanbod",
    url_name="api_offers",
    summary="Wat er te doen is",
    response={200: list_schemas.Words},
)
@validated()
def offers(request: HttpRequest) -> HttpResponse:
    return values_of(request, "aanbod")


@router.get(
    "/talen",
    url_name="api_languages",
    summary="De talen die gastheren en gastvrouwen spreken",
    response={200: list_schemas.Words},
)
@validated()
def languages(request: HttpRequest) -> HttpResponse:
    return values_of(request, "taal")


@router.get(
    "/netwerken",
    url_name="api_networks",
    summary="De organisaties en netwerken",
    response={200: list_schemas.Networks},
)
@validated()
def networks(request: HttpRequest) -> HttpResponse:
    return values_of(request, "netwerk")
