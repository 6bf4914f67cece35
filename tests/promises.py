"""Tests of all that an OpenAPI document promises, and of much that it does not: Schemathesis."""

import re
from collections.abc import Callable, Collection
from copy import deepcopy
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from huiskamers.wsgi import application  # before any test: it sets connections of its own up

PLAIN = {"Accept-Encoding": "identity"}
"""In a process nobody unpacks what is compressed."""


def promises_of(
    document: dict[str, Any], leaning: Collection[str]
) -> dict[str, Callable[..., Any]]:
    """A test of each address, under a name of its own.

    A parametrized test of Schemathesis has one name for all addresses, and tests that run in
    parallel are told apart by name. What is right by itself may still be refused at those that are
    ``leaning``: on another parameter, or on what a city has.
    """
    schema = schemathesis.openapi.from_dict(deepcopy(document))
    schema.app = application
    return {_name_of(path): _asking(schema, path, path in leaning) for path in document["paths"]}


def _asking(schema: Any, path: str, leaning: bool) -> Callable[..., Any]:
    @schema.include(path=path).parametrize()
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def test(case: schemathesis.Case) -> None:
        beyond = [positive_data_acceptance] if leaning else []
        case.call_and_validate(headers=PLAIN, excluded_checks=beyond)

    made: Callable[..., Any] = test
    return made


def _name_of(path: str) -> str:
    return f"test_{re.sub('[^a-z]+', '_', path).strip('_')}_is_as_described"
