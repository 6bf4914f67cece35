"""Schemathesis asks all that the OpenAPI document allows, and much that it does not."""

import pytest

from places.api.v1.description import openapi_document
from tests.promises import promises_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_connection")]

LEANING = ("/plekken", "/plekken/{slug}/openingstijden", "/wijzigingen")
"""OpenAPI cannot say that a distance needs a place, that a day must not come before another, which
words a city has, or which editions."""

globals().update(promises_of(openapi_document(), LEANING))
