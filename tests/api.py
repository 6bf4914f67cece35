"""Asking the API, and holding each answer against what the OpenAPI document promises."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from jsonschema import Draft202012Validator, FormatChecker

from places.api.v1.description import openapi_document

ROOT = "/api/v1"


def asked(client: Client, address: str, **headers: str) -> Any:
    """The answer to an address below ``ROOT``; fails unless it is as described."""
    answer = client.get(ROOT + address, headers=headers)
    assert_as_described(answer, address)
    return answer


def told(client: Client, address: str) -> Any:
    """The JSON of a good answer."""
    answer = asked(client, address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def names_on(client: Client, query: str = "") -> list[str]:
    """The names of the places on one page."""
    return [one["naam"] for one in told(client, f"/plekken?{query}")["resultaten"]]


def assert_as_described(answer: HttpResponse, address: str) -> None:
    described = _described(address)["responses"][str(answer.status_code)]
    assert set(described["headers"]) <= set(answer.headers)
    for kind, content in described.get("content", {}).items():
        assert answer["Content-Type"] == kind
        assert_valid(answer.json(), content["schema"])  # type: ignore[attr-defined]


def assert_valid(document: Any, schema: dict[str, Any]) -> None:
    whole = {**schema, "components": openapi_document()["components"]}
    wrong = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(document)
    assert [f"{list(one.absolute_path)}: {one.message}"[:300] for one in wrong] == []


def _described(address: str) -> dict[str, Any]:
    """What the document says of this address."""
    route = resolve(ROOT + address.partition("?")[0]).route
    path = re.sub(r"<\w+:(\w+)>", r"{\1}", route.removeprefix("api/v1")) or "/"
    described: dict[str, Any] = openapi_document()["paths"][path]["get"]
    return described
