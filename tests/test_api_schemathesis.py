"""Schemathesis asks all that the OpenAPI document allows, and much that it does not."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from places.api.v1.description import openapi_document

pytestmark = pytest.mark.django_db

PLAIN = {"Accept-Encoding": "identity"}
"""In a process nobody unpacks what is compressed."""

LEANING = ("/plekken", "/plekken/{slug}/openingstijden", "/wijzigingen")
"""What is right by itself may still be refused here: OpenAPI cannot say that a distance needs a
place, that a day must not come before another, which words a city has, or which editions."""


def site(environ: dict[str, Any], start_response: Any) -> Any:
    """The site as it is served; loaded when it is first asked, for then its folders are there."""
    from huiskamers.wsgi import application

    return application(environ, start_response)


schema = schemathesis.openapi.from_dict(deepcopy(openapi_document()))
schema.app = site


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Requests stay in the transaction of the test, as those of Django's own client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def asking(path: str) -> Any:
    """A test of one address."""

    @schema.include(path=path).parametrize()
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def test(case: schemathesis.Case) -> None:
        beyond = [positive_data_acceptance] if path in LEANING else []
        case.call_and_validate(headers=PLAIN, excluded_checks=beyond)

    return test


def name_of(path: str) -> str:
    return f"test_{re.sub('[^a-z]+', '_', path).strip('_')}_is_as_described"


# Each under a name of its own: a parametrized test of Schemathesis has one for all addresses, and
# tests that run in parallel are told apart by name.
globals().update({name_of(path): asking(path) for path in openapi_document()["paths"]})
