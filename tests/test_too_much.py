"""A request that nobody can read gets a page of ours."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_too_many_fields_are_refused_in_dutch(client: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    answer = client.post("/aanmelden/", {"name": "x", "street": "y", "city": "z"})
    assert answer.status_code == 400
    assert "verstuur minder tegelijk" in answer.content.decode()
