"""No visitor keeps the database busy for long."""

import os
import subprocess
import sys

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from places.views import pages

AS_SERVED = """
import huiskamers.wsgi
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SHOW statement_timeout")
    print(cursor.fetchone()[0])
"""


@pytest.mark.parametrize(("given", "limit"), [({}, "20s"), ({"PGOPTIONS": ""}, "0")])
def test_the_site_as_it_is_served_has_a_limit_that_can_be_lifted(
    given: dict[str, str], limit: str
) -> None:
    known = {name: value for name, value in os.environ.items() if name != "PGOPTIONS"}
    command = [sys.executable, "-c", AS_SERVED]
    said = subprocess.run(command, env=known | given, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == limit


@pytest.mark.django_db
def test_a_statement_that_takes_too_long_becomes_a_page_that_asks_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(*_arguments: object, **_more: object) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 20")
            cursor.execute("SELECT pg_sleep(5)")

    monkeypatch.setattr(pages, "render", slow)
    with pytest.raises(OperationalError):
        slow()
    answer = Client().get("/over/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
