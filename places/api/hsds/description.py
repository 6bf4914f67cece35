"""The OpenAPI document of this door, and its first address."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Router

from places.api.envelope import HSDS
from places.api.hsds import organizations, schemas, services, taxonomies
from places.api.v1.answers import plain_values
from places.api.v1.description import HEADERS, WAIT, info
from places.models.version import Until
from places.problem import PROBLEM
from places.site import site_title
from places.validators import validated

PROFILE = "https://docs.openreferral.org/en/3.1/hsds/"
STANDARD = "3.1"
ABOUT = (
    "Ontmoetingsplekken in de wijk volgens HSDS 3.1 van Open Referral. Een plek is een dienst, een "
    "locatie en een dienst op die locatie. Wat niet bekend is, ontbreekt. `search` is `q` van de "
    "gids, `postcode` is `bij` en `proximity` is `straal`; alle andere vragen van de gids mogen "
    "ook, en alles wat gevraagd wordt moet gelden."
)
DESCRIPTIONS = {
    200: "Gevonden",
    304: "Wat de `ETag` in `If-None-Match` noemt, is er nog zo",
    400: "Een of meer parameters kloppen niet; de redenen staan er per parameter bij",
    404: "Niet gevonden",
    410: "De plek staat niet meer in de lijst; met de reden en een eventuele opvolger",
    429: "Te veel vragen vanaf dit internetadres; `Retry-After` zegt over hoeveel seconden het kan",
}

router = Router(tags=["required"])


@router.get(
    "/",
    url_name="hsds_index",
    summary="Welk HSDS dit is",
    response={200: schemas.Root},
)
@validated(Until.RELEASE)
def index(request: HttpRequest) -> HttpResponse:
    """Version and profile of the standard; also at the address without a slash."""
    address = request.build_absolute_uri(reverse("hsds_openapi"))
    values = {"version": STANDARD, "profile": PROFILE, "openapi_url": address}
    return plain_values(values)


@csrf_exempt
@require_safe
@validated(Until.RELEASE)
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of this door for machines."""
    return plain_values(openapi_document())


api = NinjaAPI(version=HSDS.version, urls_namespace="hsds", openapi_url=None, docs_url=None)
api.add_router("", router)
api.add_router("", services.router)
api.add_router("", services.at_locations)
api.add_router("", organizations.router)
api.add_router("", taxonomies.router)


@cache
def openapi_document() -> dict[str, Any]:
    """OpenAPI 3.1; it depends on the settings alone."""
    document: dict[str, Any] = api.get_openapi_schema(path_prefix="")
    document["info"] = info(f"{site_title()}: HSDS", HSDS.version, ABOUT)
    document["servers"] = [{"url": HSDS.root.rstrip("/")}]
    document["tags"] = [{"name": "required"}, {"name": "optional"}]
    document["components"]["schemas"]["Problem"] = schemas.Problem.model_json_schema()
    for methods in document["paths"].values():
        _complete(methods["get"])
    return document


def _complete(operation: dict[str, Any]) -> None:
    """Every answer has a version, and errors have a type of their own."""
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    responses = operation["responses"]
    responses |= {304: {}, 429: {"content": {"application/json": problem}}}
    for status, response in responses.items():
        response["description"] = DESCRIPTIONS[status]
        response["headers"] = HEADERS | (WAIT if status == 429 else {})
        if "content" in response:
            kind = PROBLEM if status >= 400 else "application/json"
            response["content"] = {kind: response["content"]["application/json"]}
    operation["responses"] = {str(status): told for status, told in sorted(responses.items())}
