"""What a statement gives."""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def rows(statement: tuple[str, Sequence[Any]]) -> list[tuple[Any, ...]]:
    """All rows of SQL with its values."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()
