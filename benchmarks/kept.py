"""Databases that are kept from one run to the next, and whether they are still as they should be.

One is used again if three things hold: tables, columns, indexes, constraints, triggers and
functions are those of a database that was made just now (``schema.sql``); it was made from the
files that are here now (``SOURCES``), which is written on it; and as many places are in it as were
then. What is kept is never measured in: a copy is, and thrown away.
"""

import hashlib
from collections.abc import Collection
from pathlib import Path

from benchmarks.connections import connected, name_of, on_server

HERE = Path(__file__).parent
SOURCES = ["benchmarks/crowd/*.sql", "benchmarks/peer/fill.sql", "fixtures/*.*"]
"""What decides which rows there are, beside the functions in the database itself."""

NOT_THERE = "it is not there"


def copied(url: str, to: str) -> None:
    """Make a database as this one; file by file, for it may be large."""
    on_server(url, f'CREATE DATABASE "{name_of(to)}" TEMPLATE "{name_of(url)}" STRATEGY FILE_COPY')


def sign(url: str) -> None:
    """Write on a database from what it was made."""
    on_server(url, f"COMMENT ON DATABASE \"{name_of(url)}\" IS '{_made_from(url)}'")


def objections(url: str, wanted: Collection[str]) -> list[str]:
    """Why this database may not be used again, if its schema should be the one that is wanted."""
    with connected(url.removesuffix(name_of(url)) + "postgres") as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [name_of(url)],
        )
        found = cursor.fetchone()
    if not found:
        return [NOT_THERE]
    if found[0] != _made_from(url):
        return ["it was made from other files, or has other places"]
    there = schema(url)
    strange, missing = there - set(wanted), set(wanted) - there
    return [*_told("not as it should be", strange), *_told("missing", missing)]


def schema(url: str) -> set[str]:
    """All that makes a database what it is."""
    with connected(url) as cursor:
        cursor.execute((HERE / "schema.sql").read_text())
        return {line for (line,) in cursor.fetchall()}


def _told(what: str, lines: Collection[str]) -> list[str]:
    return [f"{what}: {' '.join(line.split())[:70]}" for line in sorted(lines)]


def _made_from(url: str) -> str:
    """The files, and how many places there are."""
    read = hashlib.sha256()
    for pattern in SOURCES:
        for file in sorted(HERE.parent.glob(pattern)):
            read.update(file.read_bytes())
    with connected(url) as cursor:
        cursor.execute("SELECT count(*) FROM places_place")
        return f"{cursor.fetchone()[0]} places from {read.hexdigest()[:16]}"
