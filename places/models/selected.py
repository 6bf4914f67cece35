"""Published places that meet conditions, in an order: what every door of the filter reads.

In SQL of ours: to compose a value, a moment and a box by the ORM took a third of the whole answer.
``tests/test_selected.py`` holds it to what the ORM finds (``PlaceFilter.qs``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from places.models.condition import Condition, OnTheMap, Statement
from places.models.sorting import BY_NAME, Order

MOST_SORTED = 2000
"""So many places are all read and put in order for a page of them; of more an index is asked."""

_ROWS = "SELECT {columns} FROM places_place WHERE {published}"
_PUBLISHED = "status = 'gepubliceerd'"
_SEEN_TO_BE_PUBLISHED = f"({_PUBLISHED}) IS TRUE"
"""Asked of each place that is found: no index knows it."""

_SORTED = "SELECT id FROM {few} ORDER BY {order} OFFSET %s LIMIT %s"
_NUMBERED = """
WITH few AS MATERIALIZED ({places} LIMIT %s)
SELECT ARRAY({page}), count(*)
FROM few HAVING count(*) <= %s
"""
_COUNTED = "SELECT count(*) FROM ({places} LIMIT %s) AS hit"
_EVERYTHING = "SELECT places_number('totaal')", ()


@dataclass(frozen=True)
class Selected:
    """All published places if there are no conditions."""

    conditions: Sequence[Condition] = ()
    order: Order = BY_NAME

    def rows(self, columns: str, *values: object, more: Sequence[Condition] = ()) -> Statement:
        """These columns, with their values, of those that meet ``more`` too, in no order.

        Holding a place against a part of the map counts for so much that the planner would rather
        read the names of all places there are, to spare it those few that are not published: for
        2,000 within a distance, 96,000 at 100,000 and ten times that at a million.
        """
        conditions = *self.conditions, *more
        mapped = any(isinstance(one, OnTheMap) for one in conditions)
        published = _SEEN_TO_BE_PUBLISHED if mapped else _PUBLISHED
        return _rows(columns, published, conditions, values)

    def rows_to_order(
        self, columns: str, *values: object, more: Sequence[Condition] = ()
    ) -> Statement:
        """The same, for an order that an index of what is published may have."""
        return _rows(columns, _PUBLISHED, (*self.conditions, *more), values)

    def keys(self, start: int, stop: int, number: int | None = None) -> Statement:
        """The keys from start up to stop, as an expression for an array.

        ``number`` is how many places there are, if that is known. Of few no index in that order is
        asked (``OFFSET 0`` hides it): the planner may take them for many, and look for 25 of 3
        among all there are, 9 s at a million for a word that nobody has. Of everything the most
        usual orders have functions, which keep their plans.
        """
        if not self.conditions and (known := self.order.of_all(start, stop)):
            return known
        if number is None or number > MOST_SORTED:
            sql, values = self.order.from_index(self, start, stop)
            return f"ARRAY({sql})", values
        few, values = self._few
        sql = _SORTED.format(few=f"({few} OFFSET 0) AS few", order=self.order.by_key)
        return f"ARRAY({sql})", (*values, start, stop - start)

    def numbered_keys(self, start: int, stop: int, most: int) -> Statement:
        """A statement for them and the number of places, in one row; none if they are more.

        They are looked up once: a value and a moment in a city took 9 ms at 100,000, and now 5,
        when they were read to be counted as well, and a slip of the finger in a street 9 and 5.
        """
        few, values = self._few
        page = _SORTED.format(few="few", order=self.order.by_key)
        sql = _NUMBERED.format(places=few, page=page)
        return sql, (*values, most + 1, start, stop - start, most)

    def number(self, most: int | None = None) -> Statement:
        """How many there are, counted as far as ``most`` if that is given; of all it was kept."""
        if most is None:
            return self.rows("count(*)") if self.conditions else _EVERYTHING
        sql, values = self.rows("id")
        return _COUNTED.format(places=sql), (*values, most)

    @cached_property
    def _few(self) -> Statement:
        """With what they are sorted by first."""
        key, values = self.order.key
        return self.rows(f"id, name, {key} AS key", *values)


def _rows(
    columns: str, published: str, conditions: Sequence[Condition], values: Sequence[object]
) -> Statement:
    written = [one.written() for one in conditions]
    rows = _ROWS.format(columns=columns, published=published)
    sql = " AND ".join([rows, *(sql for sql, _values in written)])
    return sql, (*values, *(value for _sql, values in written for value in values))
