"""Schemathesis asks all that the OpenAPI document of the HSDS door allows, and much that not."""

import pytest

from places.api.hsds.description import openapi_document
from tests.promises import promises_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_connection")]

LEANING = ("/services", "/service_at_locations", "/organizations")
"""OpenAPI cannot say that a distance needs a postcode, that ``search`` and ``q`` are one question,
or which words a city has."""

globals().update(promises_of(openapi_document(), LEANING))
