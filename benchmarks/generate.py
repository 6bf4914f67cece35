"""Databases with many made-up places, to measure in and to throw away."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import kept
from benchmarks.connections import connected, drop, name_of, on_server

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


@dataclass(frozen=True)
class Made:
    """A database, the seconds that it took, and in words how it came about."""

    url: str
    seconds: float
    told: str


@contextmanager
def database_of(url: str, places: int, kept_one: bool = False) -> Iterator[Made]:
    """A database beside the one of ``url`` with this many places in all, dropped afterwards.

    With ``kept_one`` it is a copy of the one that ``keep`` sees to; without, what is kept stays as
    it is. The tables of the textbook are in it too, and what the lean views have of their own.
    """
    began = time.monotonic()
    made = f"{url}_bench_{places}_now"
    drop(made)
    try:
        if kept_one:
            keep(url, places)
            told = "Copied from one that is kept"
            kept.copied(f"{url}_bench_{places}", to=made)
        else:
            told = "Made and filled"
            _make(made, places)
        _fill_floor(made)
        _warm(made)
        yield Made(made, time.monotonic() - began, told)
    finally:
        drop(made)


def keep(url: str, places: int) -> None:
    """See to it that a database of this size stays; SystemExit if one does that does not fit."""
    stays = f"{url}_bench_{places}"
    objections = kept.objections(stays, _schema_of_today(url))
    if objections == [kept.NOT_THERE]:
        _make(stays, places)
        kept.sign(stays)
    elif objections:
        raise SystemExit(
            f"{name_of(stays)} was kept, but does not fit any more. Bring it up to date, or drop "
            "it to have it made anew.\n" + "\n".join(objections[:20])
        )


@cache
def _schema_of_today(url: str) -> frozenset[str]:
    """That of a database with all tables and nothing in them."""
    example = f"{url}_bench_empty"
    drop(example)
    try:
        _make_tables(example)
        return frozenset(kept.schema(example))
    finally:
        drop(example)


def _make(url: str, places: int) -> None:
    """The shipped city comes first, so that its names can be asked for at every size."""
    drop(url)
    _make_tables(url)
    _manage(url, "load_city", "--verbosity", "0")
    with connected(url) as cursor:
        cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM places_place")
        known, after = cursor.fetchone()
        if places > known:
            add_many(url, cursor, places - known, after)
        cursor.execute((HERE / "peer" / "fill.sql").read_text())
        cursor.execute("VACUUM ANALYZE")


def _make_tables(url: str) -> None:
    on_server(url, f'CREATE DATABASE "{name_of(url)}"')
    _manage(url, "migrate", "--verbosity", "0")
    textbook = {"DJANGO_SETTINGS_MODULE": "benchmarks.peer.settings"}
    _manage(url, "migrate", "--run-syncdb", "--verbosity", "0", **textbook)


def _fill_floor(url: str) -> None:
    """Anew in every copy: its tables are no part of what is kept, and quickly made."""
    with connected(url) as cursor:
        cursor.execute((HERE / "floor" / "clusters.sql").read_text())
        cursor.execute("VACUUM ANALYZE floor_point, floor_cell, floor_cluster")


def _warm(url: str) -> None:
    with connected(url) as cursor:
        cursor.execute((HERE / "warm.sql").read_text())


def add_many(url: str, cursor: Any, places: int, after: int) -> None:
    """The same as ``add_crowd``, quicker, with the same rows: by an owner of all there is.

    Rows around places come without their triggers, which would ask for places that are not there
    yet; the places come with theirs, in two connections at once; most indexes come last.
    """
    cursor.execute(_crowd("indexes"))
    indexes = cursor.fetchall()
    for without, _with in indexes:
        cursor.execute(without)
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
