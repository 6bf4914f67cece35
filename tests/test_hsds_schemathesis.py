"""Schemathesis asks all that the OpenAPI document of the HSDS door allows, and much that not."""

from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from places.api.hsds.description import openapi_document
from tests.test_api_schemathesis import PLAIN, _one_connection, name_of, site

pytestmark = pytest.mark.django_db

__all__ = ["_one_connection"]

LEANING = ("/services", "/service_at_locations", "/organizations")
"""What is right by itself may still be refused here: OpenAPI cannot say that a distance needs a
postcode, that ``search`` and ``q`` are one question, or which words a city has."""

schema = schemathesis.openapi.from_dict(deepcopy(openapi_document()))
schema.app = site


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


# Each under a name of its own, as those of the other door have.
globals().update({name_of(path): asking(path) for path in openapi_document()["paths"]})
