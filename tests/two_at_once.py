"""Two real connections, one of which waits for the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

import psycopg2
from django.db import connection

PATIENCE = 10


@contextmanager
def another() -> Iterator[Any]:
    """A cursor of a connection of its own; what it did not commit is undone."""
    other = psycopg2.connect(**connection.get_connection_params())
    try:
        yield other.cursor()
    finally:
        other.rollback()
        other.close()


def until_it_waits(other: Any) -> None:
    """Return when this cursor waits for somebody. Raises TimeoutError if it never does."""
    until, process = monotonic() + PATIENCE, other.connection.get_backend_pid()
    with another() as watcher:
        while monotonic() < until:
            watcher.execute("SELECT cardinality(pg_blocking_pids(%s))", [process])
            if watcher.fetchone() != (0,):
                return
            sleep(0.02)
    raise TimeoutError
