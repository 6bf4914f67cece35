"""Databases with many made-up places, to measure in and to throw away."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).parent

PARTS = 2
"""Connections that make places at once: what is derived from them takes the processor."""

BUILDING = "SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 2"


def add_crowd(cursor: Any, places: int) -> None:
    """Add so many places with all that is around them; the vocabulary has to be there."""
    cursor.execute("SELECT coalesce(max(id), 0) FROM places_place")
    values = {"places": places, "part": 0, "parts": 1, "after": cursor.fetchone()[0]}
    for name in ("cities", "areas", "around", "places"):
        cursor.execute(_crowd(name), values)
    _go_on_after(cursor, values["after"] + places)


@contextmanager
def database_of(url: str, places: int, keep: bool = False) -> Iterator[str]:
    """The address of a database beside the one of ``url``, with this many places in all.

    It is made anew, whatever there was by that name, and dropped afterwards unless it is kept. The
    tables of the textbook and the clusters of the lean view are in it too.
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
    _manage(url, "migrate", "--verbosity", "0")
    _manage(url, "load_city", "--verbosity", "0")
    textbook = {"DJANGO_SETTINGS_MODULE": "benchmarks.peer.settings"}
    _manage(url, "migrate", "--run-syncdb", "--verbosity", "0", **textbook)
    with connected(url) as cursor:
        cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM places_place")
        known, after = cursor.fetchone()
        if places > known:
            add_many(url, cursor, places - known, after)
        cursor.execute((HERE / "peer" / "fill.sql").read_text())
        cursor.execute((HERE / "floor" / "clusters.sql").read_text())
        cursor.execute("VACUUM ANALYZE")


def add_many(url: str, cursor: Any, places: int, after: int) -> None:
    """The same as ``add_crowd``, quicker, with the same rows: by an owner of all there is.

    Rows around places come without their triggers, which would ask for places that are not there
    yet; the places come with theirs, in two connections at once; most indexes come last.
    """
    cursor.execute(_crowd("indexes"))
    indexes = cursor.fetchall()
    for drop, _make in indexes:
        cursor.execute(drop)
    for name in ("cities", "areas"):
        cursor.execute(_crowd(name), {"places": places})
    values = {"places": places, "parts": PARTS, "after": after}
    with ThreadPoolExecutor(PARTS) as connections:
        list(connections.map(lambda part: _add_part(url, values | {"part": part}), range(PARTS)))
        list(connections.map(lambda index: _build(url, [index[1]]), indexes))
    _go_on_after(cursor, after + places)


def _add_part(url: str, values: dict[str, int]) -> None:
    with connected(url) as cursor:
        cursor.execute(_crowd("cities"))
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_crowd("around"), values)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE")
        cursor.execute(_crowd("places"), values)


def _build(url: str, statements: Sequence[str]) -> None:
    with connected(url) as cursor:
        for statement in [*BUILDING.split("; "), *statements]:
            cursor.execute(statement)


def _go_on_after(cursor: Any, key: int) -> None:
    cursor.execute("SELECT setval(pg_get_serial_sequence('places_place', 'id'), %s)", [key])


def _crowd(name: str) -> str:
    return (HERE / "crowd" / f"{name}.sql").read_text()


def _manage(url: str, *command: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, **environment, "DATABASE_URL": url},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _drop(url: str, made: str) -> None:
    _on_server(url, f'DROP DATABASE IF EXISTS "{name_of(made)}" WITH (FORCE)')


def _on_server(url: str, statement: str) -> None:
    with connected(url.removesuffix(name_of(url)) + "postgres") as cursor:
        cursor.execute(statement)
