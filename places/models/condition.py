"""What a place has to be, in SQL of ours: what every wish comes down to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Func

Statement = tuple[str, tuple[Any, ...]]
"""SQL with the values of its parameters, in their order."""


class Condition(Func):
    """About a row of places, which the SQL calls ``{place}``, with its values.

    Any queryset of places takes it as a filter; ``places.models.selected`` writes it out as it is.
    """

    output_field = BooleanField()

    def __init__(self, sql: str, *values: Any) -> None:
        super().__init__(F("pk"))
        self.sql, self.values = sql, values

    def written(self, place: str = "places_place") -> Statement:
        """With the name of the table or its alias."""
        return f"({self.sql.format(place=place)})", self.values

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **_extra: Any) -> Statement:
        """As Django asks; whatever it calls the table stands before the key."""
        key, _values = compiler.compile(self.get_source_expressions()[0])
        return self.written(key.rpartition(".")[0])


class OnTheMap(Condition):
    """About where a place lies, which takes long to hold one place against."""


@dataclass(frozen=True)
class Kept:
    """All that meet a condition, as a set of bits that was kept: SQL with its values.

    ``pieces`` gives them (``places/sql/pieces.sql``), where ``{among}`` stands for the keys of the
    places that matter; ``number`` says how many, of what is counted where nothing is asked.
    ``gathered``: they are visited for it, which is quick only beside looking at all else of them.
    """

    pieces: str
    values: tuple[Any, ...]
    number: str = ""
    gathered: bool = False

    @property
    def of_all(self) -> str:
        """The bits of all that meet it."""
        return self.pieces.format(among="NULL")

    @property
    def count(self) -> str:
        """How many of all meet it, as an expression with the values once."""
        of_bits = f"(SELECT coalesce(sum(bit_count(bits)), 0)::bigint FROM {self.of_all})"  # noqa: S608
        return self.number or of_bits


def all_of(conditions: Iterable[Condition]) -> Condition:
    """That all of these hold; of none, that it is a place."""
    every = list(conditions)
    sql = " AND ".join(f"({one.sql})" for one in every) or "true"
    return Condition(sql, *(value for one in every for value in one.values))


def any_of(conditions: Iterable[Condition]) -> Condition:
    """That at least one of these holds; of none, nothing."""
    every = list(conditions)
    sql = " OR ".join(f"({one.sql})" for one in every) or "false"
    return Condition(sql, *(value for one in every for value in one.values))


def none_of(conditions: Iterable[Condition]) -> Condition:
    """That each of these does not hold."""
    return all_of(Condition(f"NOT ({one.sql})", *one.values) for one in conditions)
