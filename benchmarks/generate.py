"""Databases with many made-up places, to measure in and to throw away."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
CROWD = [Path(__file__).parent / "crowd" / name for name in ("areas.sql", "places.sql")]


def add_crowd(cursor: Any, places: int) -> None:
    """Add so many places with all that is around them; the vocabulary has to be there."""
    for file in CROWD:
        cursor.execute(file.read_text(), {"places": places})


@contextmanager
def database_of(url: str, places: int, keep: bool = False) -> Iterator[str]:
    """The address of a database beside the one of ``url``, with this many places in all.

    It is made anew, whatever there was by that name, and dropped afterwards unless it is kept.
    """
    made = f"{url}_bench_{places}"
    _drop(url, made)
    _on_server(url, f'CREATE DATABASE "{name_of(made)}"')
    try:
        _fill(made, places)
        yield made
    finally:
        if not keep:
            _drop(url, made)


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


def _fill(url: str, places: int) -> None:
    """The shipped city comes first, so that its names can be asked for at every size."""
    environment = {**os.environ, "DATABASE_URL": url}
    for command in (["migrate", "--verbosity", "0"], ["load_city", "--verbosity", "0"]):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    with connected(url) as cursor:
        cursor.execute("SELECT count(*) FROM places_place")
        missing = places - cursor.fetchone()[0]
        if missing > 0:
            cursor.execute("BEGIN")
            add_crowd(cursor, missing)
            cursor.execute("COMMIT")
        cursor.execute("VACUUM ANALYZE")


def _drop(url: str, made: str) -> None:
    _on_server(url, f'DROP DATABASE IF EXISTS "{name_of(made)}" WITH (FORCE)')


def _on_server(url: str, statement: str) -> None:
    with connected(url.removesuffix(name_of(url)) + "postgres") as cursor:
        cursor.execute(statement)
