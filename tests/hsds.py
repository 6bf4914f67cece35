"""Asking the HSDS door, and holding answers against our description and the official schemas."""

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from jsonschema import Draft202012Validator, FormatChecker

from places.api.hsds.description import openapi_document
from places.models import Place
from places.models.hsds_ids import Entity, id_of, id_of_tag

ROOT = "/api/hsds/v3"
SCHEMAS = "HSDS_SCHEMAS"
"""Names a folder with the compiled schemas of HSDS 3.1: ``schema/compiled`` of the repository
``specification`` of Open Referral at the tag 3.1. They are not ours to copy."""

OFFICIAL = pytest.mark.skipif(
    SCHEMAS not in os.environ,
    reason=f"{SCHEMAS} names no folder with the official schemas of HSDS (see docs/hsds.md)",
)


def asked(client: Client, address: str) -> Any:
    """The answer to an address below ``ROOT``; fails unless it is as described."""
    answer = client.get(ROOT + address)
    assert_as_described(answer, address)
    return answer


def told(client: Client, address: str) -> Any:
    """The JSON of a good answer."""
    answer = asked(client, address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def contents(client: Client, address: str) -> list[dict[str, Any]]:
    """Everything that a list has, page by page as a harvester asks for it."""
    pages = [told(client, f"{address}{'&' if '?' in address else '?'}per_page=500")]
    while not pages[-1]["last_page"]:
        number = pages[-1]["page_number"] + 1
        pages.append(told(client, f"{address}&per_page=500&page={number}"))
    return [one for page in pages for one in page["contents"]]


def service_of(client: Client, slug: str) -> dict[str, Any]:
    """The whole service of a place."""
    uuid = Place.objects.get(slug=slug).uuid
    service: dict[str, Any] = told(client, f"/services/{uuid}")
    return service


def ids_of(*places: Place) -> dict[str, list[dict[str, Any]]]:
    """What the addresses with an id can be asked with, by their names."""
    at_locations = [{"id": id_of(place.uuid, Entity.SERVICE_AT_LOCATION)} for place in places]
    runners = [id_of(place.uuid, Entity.ORGANIZATION) for place in places]
    runners += [id_of_tag("netwerk:sol"), id_of_tag("netwerk:gaarkeuken-rotterdam")]
    return {
        "hsds_service": [{"id": place.uuid} for place in places],
        "hsds_service_at_location": at_locations,
        "hsds_organization": [{"id": one} for one in runners],
        "hsds_taxonomy": [{"id": id_of_tag("waarde")}],
        "hsds_term": [{"id": id_of_tag("waarde:sfeer")}],
    }


def assert_as_described(answer: HttpResponse, address: str) -> None:
    described = _described(address)["responses"][str(answer.status_code)]
    assert set(described["headers"]) <= set(answer.headers)
    for kind, content in described.get("content", {}).items():
        assert answer["Content-Type"] == kind
        assert_valid(answer.json(), content["schema"])  # type: ignore[attr-defined]


def assert_valid(document: Any, schema: dict[str, Any]) -> None:
    whole = {**schema, "components": openapi_document()["components"]}
    assert _complaints(Draft202012Validator(whole, format_checker=FormatChecker()), document) == []


def assert_official(document: Any, name: str) -> None:
    """Valid under a compiled schema of HSDS in which nothing may be that it does not name."""
    assert _complaints(_official(name), document) == []


@cache
def _official(name: str) -> Draft202012Validator:
    schema = json.loads((Path(os.environ[SCHEMAS]) / f"{name}.json").read_text())
    for one in _objects(schema):
        one["additionalProperties"] = False
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that says what an object has."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for part in schema.values():
            yield from _objects(part)
    if isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


def _complaints(validator: Draft202012Validator, document: Any) -> list[str]:
    wrong = validator.iter_errors(document)
    return [f"{list(one.absolute_path)}: {one.message}"[:300] for one in wrong]


def _described(address: str) -> dict[str, Any]:
    """What the document says of this address."""
    route = resolve(ROOT + address.partition("?")[0]).route
    path = re.sub(r"<\w+:(\w+)>", r"{\1}", route.removeprefix("api/hsds/v3")) or "/"
    described: dict[str, Any] = openapi_document()["paths"][path]["get"]
    return described
