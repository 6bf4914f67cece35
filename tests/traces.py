"""Looking for words of a client in everything that outlives a request."""

from collections.abc import Iterable, Iterator

from django.core.cache import caches
from django.db import connection
from psycopg2.sql import SQL, Identifier

ADDRESS = "Kanariestraat 77, 9999 QQ"
WORKER = "Xantippe van der Proef"
LINE = "Vraag naar de blauwe gieter"
WORDS = ("kanariestraat", "9999 qq", "9999qq", "xantippe", "gieter")
"""What tells the client, the worker or what was written for them; all lower-case."""


def kept_in_tables(words: Iterable[str] = WORDS) -> dict[str, int]:
    """Tables (sessions among them) with rows that hold one of these words, and how many."""
    patterns = [f"%{word}%" for word in words]
    found = {table: _rows(table, patterns) for table in connection.introspection.table_names()}
    return {table: number for table, number in found.items() if number}


def kept_in_caches(words: Iterable[str] = WORDS) -> list[str]:
    """What the caches of this process hold with one of these words in it."""
    return [text for text in _cached() if mentioned(text, words)]


def mentioned(text: str, words: Iterable[str] = WORDS) -> list[str]:
    """The words that a text holds, whatever their case."""
    return [word for word in words if word in text.lower()]


def _rows(table: str, patterns: list[str]) -> int:
    query = SQL("SELECT count(*) FROM {} AS row WHERE row::text ILIKE ANY (%s)")
    with connection.cursor() as cursor:
        cursor.execute(query.format(Identifier(table)), [patterns])
        return int(cursor.fetchone()[0])


def _cached() -> Iterator[str]:
    for cache in caches.all():
        held = getattr(cache, "_cache", {})
        yield from (f"{key} {value!r}" for key, value in held.items())
