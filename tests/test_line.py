"""Threads ask in turn over one connection of their own, and are told soon where there is none."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, connections
from pytest_django import DjangoDbBlocker

from huiskamers import line as lines
from huiskamers.line import Line

WHO = "SELECT pg_backend_pid()"


@pytest.fixture
def line(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Line]:
    """Real connections, on which nothing is written."""
    one = Line()
    with django_db_blocker.unblock():
        yield one
        one.close()
        connections.close_all()


def backend(line: Line) -> int:
    """The process of PostgreSQL that answers."""
    row = line.row(WHO)
    assert row
    return int(row[0])


def test_all_threads_ask_over_one_connection(line: Line) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _number: backend(line), range(200)))
    assert len(set(answers)) == 1


def test_it_is_beside_the_connection_of_the_thread(line: Line) -> None:
    with connection.cursor() as cursor:
        cursor.execute(WHO)
        assert cursor.fetchone() != (backend(line),)


def test_no_row_is_no_reason_to_connect_anew(line: Line) -> None:
    before = backend(line)
    assert line.row("SELECT 1 WHERE false") is None
    assert backend(line) == before


def test_a_connection_that_broke_is_made_anew(line: Line) -> None:
    before = backend(line)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    assert backend(line) != before


def test_who_would_have_to_wait_is_told(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "PATIENCE", 0.01)
    with line.turn, pytest.raises(OperationalError, match="asking for long"):
        line.row(WHO)
    assert backend(line)


def test_a_database_that_is_away_is_left_in_peace(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def away(alias: str) -> None:
        tried.append(alias)
        raise OperationalError("away")

    with monkeypatch.context() as patched:
        patched.setattr(connections, "create_connection", away)
        for _ in range(3):
            with pytest.raises(OperationalError):
                line.row(WHO)
    assert tried == ["default"]
    monkeypatch.setattr(line, "asked_again_at", 0.0)
    assert backend(line)
