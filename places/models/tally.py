"""Counting: how many places meet all wishes, and how many each further choice would leave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Func, Q, Value, When

from places.models.reading import reading

COUNTED = 10_000
"""Numbers are exact as far as this; beyond it they are said as a lower bound, alike everywhere."""

TOTAL = "totaal"
MAPPED = "op-de-kaart"
"""As the kept counts and bits call them (``places_counted_as`` in ``places/sql/edition.sql``)."""

_OF_HITS = """
SELECT tag, number FROM (
  WITH RECURSIVE hit (id, area, organisation, met) AS MATERIALIZED ({hits}),
  here AS MATERIALIZED (
    SELECT (id / 8192)::integer AS chunk, places_bits((id & 8191)::integer, 1) AS bits
    FROM hit GROUP BY 1
  ),
  line (id, number) AS (
    SELECT area, count(*) FROM hit WHERE area IS NOT NULL GROUP BY 1
    UNION ALL
    SELECT parent_id, number FROM line JOIN places_area USING (id) WHERE parent_id IS NOT NULL
  )
  SELECT tag, sum(bit_count(facet.bits & here.bits))::bigint
    FROM places_facet AS facet JOIN here USING (chunk) GROUP BY tag
  UNION ALL
  SELECT level || ':' || slug, sum(number)::bigint FROM line JOIN places_area USING (id) GROUP BY 1
  UNION ALL
  SELECT 'netwerk:' || slug, count(*)
    FROM hit JOIN places_organisation AS one ON one.id = organisation GROUP BY 1
  UNION ALL
  SELECT name, count(*) FROM hit, unnest(met) AS name GROUP BY 1
) AS counted (tag, number) WHERE number > 0 AND {which}
"""
_OF_EVERYTHING = "SELECT tag, number FROM places_numbers() WHERE {which}"
_OF_EXTRA = "SELECT %s, count(*) FROM ({hits}) AS hit"
_ONLY = "split_part(tag, ':', 1) = ANY (%s)"
_BUT = "split_part(tag, ':', 1) <> ALL (%s)"

_HOW_MANY = "(SELECT count(*) FROM ({hits}) AS hit)"

_BY_MISSED = """
WITH hit (missed) AS MATERIALIZED ({hits})
SELECT coalesce(missed[1], ''), count(*) FROM hit WHERE cardinality(missed) < 2 GROUP BY 1
"""

FEW = 4
"""So many wishes are each left out in turn, by a count that an index answers; beyond that the work
would grow with the square of them, and anybody may ask for a hundred."""


@dataclass(frozen=True)
class Wish:
    """Something that the visitor asks of a place.

    ``instead``: another choice of this parameter would come in the place of this one (any of them,
    or one of them), so that its own options are counted as if this wish were not there.
    ``perhaps``: the condition holds, or nobody knows whether it does; None where what is not known
    to hold does not.
    """

    parameter: str
    key: str
    condition: Q = field(compare=False)
    instead: bool = False
    perhaps: Q | None = field(default=None, compare=False)

    @property
    def not_ruled_out(self) -> Q:
        """What a place must be to be left after all that is known."""
        return self.condition if self.perhaps is None else self.perhaps


@dataclass(frozen=True)
class Tally:
    """Numbers of one selection; they come from one statement and so agree."""

    total: int
    mapped: int
    by_tag: Mapping[str, int]

    def of(self, tag: str) -> int:
        """How many places there would be with this option chosen."""
        return self.by_tag.get(tag, 0)


def tally(places: "models.QuerySet[Any]", wishes: Sequence[Wish], extra: Mapping[str, Q]) -> Tally:
    """Count which of all published places meet the wishes, and what choosing a tag would leave.

    ``extra`` are options that are no tag of a place but a condition, such as ``open:nu``. Where
    another choice comes instead of a wish, the options of its parameter are counted without it;
    what is left when nothing is asked was kept.
    """
    loose = list(dict.fromkeys(wish.parameter for wish in wishes if wish.instead))
    rest = {name: one for name, one in extra.items() if _parameter(name) not in loose}
    parts = [*_numbers(places, wishes, rest, (_BUT, loose))]
    for parameter in loose:
        others = [wish for wish in wishes if wish.parameter != parameter]
        own = {name: one for name, one in extra.items() if _parameter(name) == parameter}
        parts += _numbers(places, others, own, (_ONLY, [parameter]))
    with reading().cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(f"({sql})" for sql, _values in parts),
            [value for _sql, values in parts for value in values],
        )
        by_tag = dict(cursor.fetchall())
    return Tally(by_tag.get(TOTAL, 0), by_tag.get(MAPPED, 0), by_tag)


def _numbers(
    places: "models.QuerySet[Any]",
    wishes: Sequence[Wish],
    extra: Mapping[str, Q],
    tags: tuple[str, list[str]],
) -> Iterator[tuple[str, Sequence[Any]]]:
    """Statements that give the numbers of these tags and of the conditions, with their values.

    Tags of what meets the wishes are counted by ``places/sql/bitmap.sql``, areas and networks by
    their keys.
    """
    which, parameters = tags
    if wishes:
        met = places.filter(*(wish.condition for wish in wishes)).order_by()
        columns = met.values_list("pk", "area", "organisation", _names(extra))
        sql, values = columns.query.sql_with_params()
        yield _OF_HITS.format(hits=sql, which=which), [*values, parameters]
        return
    yield _OF_EVERYTHING.format(which=which), [parameters]
    for name, condition in extra.items():
        hits = places.filter(condition).order_by().values("pk")[: COUNTED + 1]
        sql, values = hits.query.sql_with_params()
        yield _OF_EXTRA.format(hits=sql), [name, *values]


def without_one(places: "models.QuerySet[Any]", wishes: Sequence[Wish]) -> dict[str, int]:
    """Per key of a wish how many places there are that meet all but that one."""
    if not wishes:
        return {}
    if len(wishes) > FEW:
        return _without_one_of_many(places, wishes)
    counts: list[str] = []
    parameters: list[Any] = []
    for wish in wishes:
        others = [other.condition for other in wishes if other.key != wish.key]
        sql, values = places.filter(*others).order_by().values("pk").query.sql_with_params()
        counts.append(_HOW_MANY.format(hits=sql))
        parameters += values
    with reading().cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(counts), parameters)
        return dict(zip((wish.key for wish in wishes), cursor.fetchone(), strict=True))


def _without_one_of_many(places: "models.QuerySet[Any]", wishes: Sequence[Wish]) -> dict[str, int]:
    """The same, weighing every wish twice: who misses at most one meets one half of them wholly."""
    half = len(wishes) // 2
    halves = (Q(*(wish.condition for wish in some)) for some in (wishes[:half], wishes[half:]))
    missed = _names({wish.key: wish.condition for wish in wishes}, unless=True)
    hits = places.filter(reduce(or_, halves)).order_by().annotate(missed=missed)
    sql, parameters = hits.values_list("missed").query.sql_with_params()
    with reading().cursor() as cursor:
        cursor.execute(_BY_MISSED.format(hits=sql), parameters)
        counts = dict(cursor.fetchall())
    return {wish.key: counts.get("", 0) + counts.get(wish.key, 0) for wish in wishes}


def _parameter(tag: str) -> str:
    return tag.partition(":")[0]


def _names(conditions: Mapping[str, Q], unless: bool = False) -> Func:
    """The names of the conditions that hold (or, ``unless``, do not), as an array of text."""
    return Func(
        *(_name(condition, name, unless) for name, condition in conditions.items()),
        template="array_remove(ARRAY[%(expressions)s]::text[], NULL)",
        output_field=ArrayField(models.TextField()),
    )


def _name(condition: Q, name: str, unless: bool) -> Case:
    named, nothing = Value(name), Value(None)
    met, missed = (nothing, named) if unless else (named, nothing)
    return Case(When(condition, then=met), default=missed, output_field=models.TextField())
