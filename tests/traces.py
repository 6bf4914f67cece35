"""Looking for words of a client in everything that outlives a request."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.cache import caches
from psycopg2.sql import SQL, Identifier

ADDRESS = "Kanariestraat 77, 9999 QQ"
WORKER = "Xantippe van der Proef"
LINE = "Vraag naar de blauwe gieter"
WORDS = ("kanariestraat", "9999 qq", "9999qq", "xantippe", "gieter")
"""What tells the client, the worker or what was written for them; all lower-case."""


def kept_in_tables(cursor: Any, words: Iterable[str] = WORDS) -> dict[str, int]:
    """Tables (sessions among them) with rows that hold one of these words, and how many."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tables = [table for (table,) in cursor.fetchall()]
    found = {table: _rows(cursor, table, [f"%{word}%" for word in words]) for table in tables}
    return {table: number for table, number in found.items() if number}


def kept_in_caches(words: Iterable[str] = WORDS) -> list[str]:
    """What the caches of this process hold with one of these words in it."""
    return [text for text in _cached() if mentioned(text, words)]


def mentioned(text: str, words: Iterable[str] = WORDS) -> list[str]:
    """The words that a text holds, whatever their case."""
    return [word for word in words if word in text.lower()]


def _rows(cursor: Any, table: str, patterns: list[str]) -> int:
    query = SQL("SELECT count(*) FROM {} AS row WHERE row::text ILIKE ANY (%s)")
    cursor.execute(query.format(Identifier(table)), [patterns])
    return int(cursor.fetchone()[0])


def _cached() -> Iterator[str]:
    for cache in caches.all():
        held = getattr(cache, "_cache", {})
        yield from (f"{key} {value!r}" for key, value in held.items())
