"""What a statement gives."""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def rows(statement: tuple[str, Sequence[Any]]) -> list[tuple[Any, ...]]:
    """All rows of SQL with its values."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()


def plan_of(statement: tuple[str, Sequence[Any]]) -> str:
    """How PostgreSQL would look it up, as it tells it."""
    sql, values = statement
    return "\n".join(line for (line,) in rows((f"EXPLAIN {sql}", values)))


def keys_of(expression: tuple[str, Sequence[Any]]) -> list[int]:
    """The keys in an array, of SQL for one with its values."""
    sql, values = expression
    found: list[int] = rows((f"SELECT {sql}", values))[0][0]
    return found
