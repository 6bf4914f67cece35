"""The words by which places are found, and the networks that run them."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from ninja import Router

from places.api.v1 import list_schemas
from places.api.v1.answers import values_of
from places.validators import View, validated


class Words(NamedTuple):
    """A list of the API: its path, its name in code, and the parameter whose values it has."""

    path: str
    name: str
    parameter: str
    summary: str
    schema: Any


LISTS = (
    Words("/waarden", "values", "waarde", "De waarden van een goede plek", list_schemas.Values),
    Words(
        "/dilemmas",
        "dilemmas",
        "dilemma",
        "De dilemma's, elk met twee eerlijke kanten",
        list_schemas.Dilemmas,
    ),
    Words("/soorten", "kinds", "soort", "De soorten plekken", list_schemas.Kinds),
    Words(
        "/kenmerken",
        "traits",
        "kenmerk",
        "De kenmerken die een plek kan hebben",
        list_schemas.Traits,
    ),
    Words(
        "/doelgroepen",
        "audiences",
        "doelgroep",
        "De doelgroepen voor wie een plek er bewust is",
        list_schemas.Words,
    ),
    Words("/aanbod", "offers", "aanbod", "Wat er te doen is", list_schemas.Words),
    Words(
        "/talen",
        "languages",
        "taal",
        "De talen die gastheren en gastvrouwen spreken",
        list_schemas.Words,
    ),
    Words(
        "/netwerken", "networks", "netwerk", "De organisaties en netwerken", list_schemas.Networks
    ),
)

router = Router(tags=["Woorden"], by_alias=True)


def _values_of(parameter: str) -> View:
    @validated()
    def values(request: HttpRequest) -> HttpResponse:
        return values_of(request, parameter)

    return values


for one in LISTS:
    router.get(
        one.path,
        url_name=f"api_{one.name}",
        operation_id=f"places_api_v1_words_{one.name}",
        summary=one.summary,
        response={200: one.schema},
    )(_values_of(one.parameter))
