"""Connections to the databases that are measured, and to the server that has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2  # type: ignore[import-untyped]


@contextmanager
def connected(url: str) -> Iterator[Any]:
    """A cursor that commits every statement by itself."""
    connection = psycopg2.connect(url.replace("postgis://", "postgresql://"))
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


def name_of(url: str) -> str:
    """The name of the database at this address."""
    return url.rpartition("/")[2]


def on_server(url: str, statement: str) -> None:
    """A statement that is about a database, and not in it."""
    with connected(url.removesuffix(name_of(url)) + "postgres") as cursor:
        cursor.execute(statement)


def drop(url: str) -> None:
    """Throw a database away, whoever is at work in it."""
    on_server(url, f'DROP DATABASE IF EXISTS "{name_of(url)}" WITH (FORCE)')
