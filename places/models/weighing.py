"""What surely meets every wish, and what perhaps does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Q, Value, When, Window
from django.db.models.functions import RowNumber

from places.models.paging import PagedPlaces
from places.models.reading import reading
from places.models.wish import Doubt, Wish

FEW = 20
"""When one place in so many is left to be looked at, those are looked up one by one: 850 near a
client take 15 ms, while the hours of all take 80 at 100,000."""

_WEIGHED = """
WITH candidate (id, number, sure, told) AS MATERIALIZED ({candidates}),
keys (among) AS MATERIALIZED (
  SELECT CASE WHEN count(*) * {few} <= places_number('totaal')
    THEN coalesce(array_agg(id), '{{}}') END FROM candidate WHERE told IS NULL
),
weighed (id, number, sure) AS (
  SELECT id, number, sure AND told = 1 FROM candidate WHERE told > 0{looked_at}
),
numbered AS (
  SELECT sure, id, row_number() OVER (PARTITION BY sure ORDER BY number) AS number,
    count(*) OVER (PARTITION BY sure) AS total
  FROM weighed
)
SELECT sure, id, total FROM numbered WHERE number <= %s ORDER BY number
"""
_LOOKED_AT = """
  UNION ALL
  SELECT id, number, sure AND doubt = 1
    FROM candidate JOIN {rows} AS known (id, doubt) USING (id) WHERE told IS NULL"""


@dataclass(frozen=True)
class Weighed:
    """The keys of the first places that surely fit and that perhaps do, and how many there are."""

    sure: list[int]
    perhaps: list[int]
    sure_total: int
    perhaps_total: int


class WeighedPlaces(PagedPlaces):
    """The part of the place vocabulary that keeps what nobody knows apart from no."""

    def weighed(self, wishes: Sequence[Wish], most: int) -> Weighed:
        """At most so many of each kind in this order, from one statement.

        A wish that says how sure it is comes last, and is looked up once, of what the others leave
        and what places do not tell by themselves.
        """
        doubt = next((wish.doubt for wish in wishes if wish.doubt), None)
        sql, values = self._not_ruled_out(wishes, doubt)
        statement = _WEIGHED.format(candidates=sql, few=FEW, looked_at=_looked_at(doubt))
        with reading().cursor() as cursor:
            cursor.execute(statement, [*values, *(doubt.values if doubt else ()), most])
            found: list[tuple[bool, int, int]] = cursor.fetchall()
        keys = {
            kind: [key for sure, key, _total in found if sure is kind] for kind in (True, False)
        }
        totals = {sure: total for sure, _key, total in found}
        return Weighed(keys[True], keys[False], totals.get(True, 0), totals.get(False, 0))

    def _not_ruled_out(
        self, wishes: Sequence[Wish], doubt: Doubt | None
    ) -> tuple[str, Sequence[Any]]:
        """Of all that wishes without a doubt of their own do not rule out: the key, the number in
        the order, whether it surely meets these, and what it tells about the doubt."""
        order: Any = self.query.order_by
        others = [wish for wish in wishes if not wish.doubt]
        rows = self.filter(*(wish.not_ruled_out for wish in others)).order_by()
        columns = rows.annotate(
            number=Window(RowNumber(), order_by=order),
            sure=_all_met(others),
            told=doubt.told if doubt else Value(1),
        ).values_list("pk", "number", "sure", "told")
        statement: tuple[str, Sequence[Any]] = columns.query.sql_with_params()
        return statement


def _looked_at(doubt: Doubt | None) -> str:
    return (
        _LOOKED_AT.format(rows=doubt.rows.format(among="(SELECT among FROM keys)")) if doubt else ""
    )


def _all_met(wishes: Sequence[Wish]) -> Case | Value:
    """A condition about nothing, such as a missing point, is not met."""
    met = Q(*(wish.condition for wish in wishes))
    if not met:
        return Value(True)
    return Case(When(met, then=True), default=False, output_field=BooleanField())
