"""The OpenAPI document: what django-ninja makes of the addresses, and what is true of all."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from places.api.envelope import ROOT, VERSION
from places.api.v1 import areas, changes, index, places, words
from places.api.v1.answers import plain_values
from places.api.v1.crs import KNOWN
from places.models.version import Until
from places.open_data.licence import licence
from places.problem import PROBLEM
from places.site import site_title
from places.validators import validated

EXAMPLES = Path(__file__).with_name("examples.json")
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}
ABOUT = (
    "Ontmoetingsplekken in de wijk als open data, volgens de API Design Rules van de Nederlandse "
    "overheid. Wat niet bekend is, is `null`; een lijst zonder iets erin is leeg. Coördinaten zijn "
    "lengte en breedte in graden (WGS84), of met `crs` of `Accept-Crs` x en y in RD; `bij` en "
    "`bbox` zijn altijd in graden. Een tijd waarop iets gebeurde staat in UTC; openingstijden in "
    "de tijd van de plek, met hun verschil met UTC. Elk antwoord heeft een `ETag`: vraag opnieuw "
    "met `If-None-Match`. `Last-Modified` staat bij wat alleen van de gegevens afhangt; wat een "
    "staat op dit moment zegt, verandert vanzelf en heeft er geen. Per internetadres is er een "
    "grens aan het aantal vragen: `RateLimit` zegt hoeveel er nog kan, en na een 429 zegt "
    "`Retry-After` wanneer het weer kan."
)
DESCRIPTIONS = {
    200: "Gevonden",
    301: "De plek heeft nu een ander adres",
    304: "Wat de `ETag` in `If-None-Match` noemt, is er nog zo",
    400: "Een of meer parameters kloppen niet; de redenen staan er per parameter bij",
    404: "Niet gevonden",
    406: "In dit coördinatenstelsel geven we niets",
    410: "De plek staat niet meer in de lijst; met de reden en een eventuele opvolger",
    429: "Te veel vragen vanaf dit internetadres; `Retry-After` zegt over hoeveel seconden het kan",
}
HEADERS = {
    "API-Version": {"schema": {"type": "string"}, "description": "De volledige versie van deze API"}
}
LOCATED = {
    "Content-Crs": {
        "schema": {"type": "string", "enum": [f"<{one.uri}>" for one in KNOWN]},
        "description": "Het coördinatenstelsel waarin de coördinaten staan",
    }
}
WAIT = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconden"}}

api = NinjaAPI(version=VERSION, openapi_url=None, docs_url=None)
api.add_router("", index.router)
api.add_router("", places.router)
api.add_router("", changes.router)
api.add_router("", words.router)
api.add_router("", areas.router)


@csrf_exempt
@require_safe
@validated(Until.RELEASE)
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of this API for machines."""
    return plain_values(openapi_document())


@cache
def openapi_document() -> dict[str, Any]:
    """OpenAPI 3.1; it depends on the settings alone."""
    document: dict[str, Any] = api.get_openapi_schema(path_prefix="")
    document["info"] = info(site_title(), VERSION, ABOUT)
    document["servers"] = [{"url": ROOT.rstrip("/")}]
    examples = json.loads(EXAMPLES.read_text())
    for path, methods in document["paths"].items():
        _complete(methods["get"], examples[path])
    return document


def info(title: str, version: str, about: str) -> dict[str, Any]:
    """What an API of this site says of itself: also whom to ask, and what may be done with it."""
    contact = {"name": settings.SITE_NAME, "url": settings.SITE_URL}
    if settings.CONTACT_EMAIL:
        contact["email"] = settings.CONTACT_EMAIL
    said = {"title": title, "version": version, "description": about, "contact": contact}
    chosen = licence()
    licensed = {"license": {"name": chosen.name, "identifier": chosen.code}} if chosen else {}
    return said | licensed


def _complete(operation: dict[str, Any], example: Any) -> None:
    """Every answer has a version, errors have a type of their own, and a good one an example."""
    responses = operation["responses"]
    located = LOCATED if 406 in responses else {}
    responses |= {304: {}, 429: {"content": {"application/json": {"schema": PROBLEM_SCHEMA}}}}
    for status, response in responses.items():
        response["description"] = DESCRIPTIONS[status]
        response["headers"] = HEADERS | (located if status in (200, 304) else {})
        response["headers"] |= WAIT if status == 429 else {}
        if "content" in response:
            kind = PROBLEM if status >= 400 else "application/json"
            response["content"] = {kind: response["content"]["application/json"]}
    responses[200]["content"]["application/json"]["example"] = example
    operation["responses"] = {str(status): told for status, told in sorted(responses.items())}
