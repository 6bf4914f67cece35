"""The version of an answer comes along with what is read first, and is never newer than that."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from places.models import Edition, Place
from places.models.reading import Along, read_along, row_of
from places.models.version import Awaited, Until

WHO = "SELECT pg_backend_pid()"
MOMENT = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _real_connections(
    django_db_setup: None, one_connection: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Outside of any transaction, where nothing is written."""
    with django_db_blocker.unblock():
        yield
        connections.close_all()


@pytest.fixture
def asked() -> Iterator[CaptureQueriesContext]:
    """The statements of a test."""
    with CaptureQueriesContext(connection) as statements:
        yield statements


@pytest.mark.parametrize(("sql", "row"), [("SELECT 5, 6", (5, 6)), ("SELECT 5 WHERE false", None)])
def test_one_statement_gives_both_rows(
    sql: str, row: tuple[int, ...] | None, asked: CaptureQueriesContext
) -> None:
    along = Along("1")
    with read_along(along):
        assert (row_of(sql), along.value()) == (row, 1)
        assert len(asked) == 1
        assert row_of("SELECT 7") == (7,)


def test_what_is_read_otherwise_comes_after(asked: CaptureQueriesContext) -> None:
    along = Along("1")
    with read_along(along):
        Place.objects.count()
        assert along.value() == 1
    assert [one["sql"] for one in asked][:1] == ["SELECT 1"]
    assert len(asked) == 2


@pytest.mark.parametrize("sql", ["SELECT 1", f"{WHO} AS pid"], ids=["by itself", "along"])
def test_a_connection_that_broke_is_made_anew(sql: str) -> None:
    before = row_of(WHO)
    with connections.create_connection("default").cursor() as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", before)
    along = Along("1")
    with read_along(along):
        assert along.value() == 1 if sql == "SELECT 1" else row_of(sql) != before


def test_a_statement_that_was_given_up_is_not_asked_again(asked: CaptureQueriesContext) -> None:
    row_of("SELECT set_config('statement_timeout', '20', false)")
    along = Along("1")
    with read_along(along):
        with pytest.raises(OperationalError, match="timeout"):
            row_of("SELECT pg_sleep(1)")
        assert len(asked) == 2
        assert (row_of("SELECT 5"), along.value()) == ((5,), 1)


@pytest.mark.parametrize("until", [Until.EDITION, Until.DAY, Until.STATE])
def test_a_version_is_the_same_however_it_came(until: Until) -> None:
    along, first = Awaited(MOMENT, until), Awaited(MOMENT, until)
    with along.while_made():
        row_of("SELECT 1")
    assert along.version == first.version
    assert along.version.number == Edition.objects.now().number


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("/api/v1/plekken/pauluskerk", 1),
        ("/api/v1/plekken?bij=51.92,4.47", 1),
        ("/kaart.geojson", 1),
        ("/kaart.geojson?bbox=4.3,51.8,4.6,52&zoom=12", 1),
        # When words last changed comes with the version, before any of them is looked up.
        ("/api/v1/plekken?waarde=sfeer", 2),
        ("/plekken/pauluskerk/", 3),
    ],
)
def test_an_answer_takes_no_statement_for_its_version_alone(
    address: str, number: int, client: Client, asked: CaptureQueriesContext
) -> None:
    client.get(address)
    before = len(asked)
    assert client.get(address)["ETag"]
    assert len(asked) - before == number
