"""All that the database keeps beside what editors wrote, made anew: ``places/sql/refresh.sql``."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from places.models.place import Place

AT_A_TIME = 200
"""Editors who save wait for one round, a tenth of a second."""


def refresh_derived() -> int:
    """Make all of it right, and say with how many places something was wrong.

    A round of places is a transaction, and what is kept of all together is one at the end: until
    that is there answers are as they were. Editors can go on.
    """
    wrong: int = sum(_called("places_refresh_places", keys) for keys in _rounds())
    _called("places_refresh_publications")
    _called("places_refresh_together")
    return wrong


def _rounds() -> Iterator[list[int]]:
    keys, last = Place._default_manager.order_by("pk").values_list("pk", flat=True), 0
    while some := list(keys.filter(pk__gt=last)[:AT_A_TIME]):
        last = some[-1]
        yield some


def _called(name: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc(name, values)
        return cursor.fetchone()[0]
