"""Counting: how many places meet all wishes, and how many each further choice would leave."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Expression, ExpressionWrapper, Func, Q, Value, When

from places.models.reading import reading
from places.models.squares import Extent, together

COUNTED = 10_000
"""Numbers are exact as far as this; beyond it they are said as a lower bound, alike everywhere."""

TOTAL = "totaal"
MAPPED = "op-de-kaart"
"""As the kept counts and bits call them (``places_counted_as`` in ``places/sql/edition.sql``)."""

FEW_HITS = 500
"""Of so many places the tags are read, 10 µs each; of more the bits of all tags, which take 8 ms at
100,000 with the areas and networks."""

_OF_HITS = """
WITH hit (id, area, organisation, mapped{names}) AS MATERIALIZED ({hits})
SELECT tag, number FROM (
  SELECT unnest(%s::varchar[]), unnest(ARRAY[{sums}]) FROM hit
  UNION ALL
  SELECT tag, number FROM places_tags_among(
    ARRAY(SELECT id FROM hit), ARRAY(SELECT area FROM hit), ARRAY(SELECT organisation FROM hit), %s
  )
) AS counted (tag, number) WHERE number > 0 AND {which}
"""
_OF_EVERYTHING = "SELECT tag, number FROM places_numbers() WHERE {which}"
_OF_TAGS = "SELECT tag, number FROM places_numbers_of(%s)"
_OF_EXTRA = "SELECT %s, count(*) FROM ({hits}) AS hit"
_OF_KEPT = "SELECT %s, {number}"
_NAMED = "tag = ANY (string_to_array(%s, ','))"
_OF_ONE = "split_part(tag, ':', 1) = ANY (%s)"
_BUT = "split_part(tag, ':', 1) <> ALL (%s) AND NOT places_is_of_the_clock(tag)"

_HOW_MANY = "(SELECT count(*) FROM ({hits}) AS hit)"

_BY_MISSED = """
WITH hit (missed) AS MATERIALIZED ({hits})
SELECT coalesce(missed[1], ''), count(*) FROM hit WHERE cardinality(missed) < 2 GROUP BY 1
"""

FEW = 4
"""So many wishes are each left out in turn, by a count that an index answers; beyond that the work
would grow with the square of them, and anybody may ask for a hundred."""


@dataclass(frozen=True)
class Doubt:
    """How sure it is that places meet a condition: SQL for rows of a key and a number, 1 for sure.

    Places without a row do not meet it. ``{among}`` stands where keys of places may be given, so
    that only they are looked at, or NULL. ``told`` is what the place itself tells: the same number,
    0 where it does not meet the condition, and null where only the rows can say.
    """

    rows: str
    values: tuple[Any, ...]
    told: Expression


@dataclass(frozen=True)
class Wish:
    """Something that the visitor asks of a place.

    ``instead``: another choice of this parameter would come in the place of this one (any of them,
    or one of them), so that its own options are counted as if this wish were not there.
    ``perhaps``: the condition holds, or nobody knows whether it does; None where what is not known
    to hold does not. ``doubt`` says both at once, and is asked in the place of ``perhaps``.
    ``tags``: it asks for any of these and nothing else; ``extent``: for a part of the map that
    lies within; ``common``: for words that many places have (``places.models.squares``).
    """

    parameter: str
    key: str
    condition: Q = field(compare=False)
    instead: bool = False
    perhaps: Q | None = field(default=None, compare=False)
    doubt: Doubt | None = field(default=None, compare=False)
    tags: Sequence[str] = field(default=(), compare=False)
    extent: Callable[[], Extent] | None = field(default=None, compare=False)
    common: bool = field(default=False, compare=False)

    @property
    def not_ruled_out(self) -> Q:
        """What a place must be to be left after all that is known."""
        return self.condition if self.perhaps is None else self.perhaps


@dataclass(frozen=True)
class Kept:
    """How many of everything meet a condition: a number that was kept, as SQL with its values."""

    number: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Tally:
    """Numbers of one selection; they come from one statement and so agree."""

    total: int
    mapped: int
    by_tag: Mapping[str, int]

    def of(self, tag: str) -> int:
        """How many places there would be with this option chosen."""
        return self.by_tag.get(tag, 0)


@dataclass(frozen=True)
class Options:
    """What is counted: these tags (None: every tag), and conditions that are no tag of a place.

    A condition has a name such as ``open:nu``; ``kept`` says of some how much of everything meets
    them, so that the condition need not be composed.
    """

    tags: Sequence[str] | None
    conditions: Mapping[str, Callable[[], Q]]
    kept: Mapping[str, Kept] = field(default_factory=dict)

    def of(self, parameter: str) -> "Options":
        """The options of one parameter."""
        return self._where(lambda name: _parameter(name) == parameter)

    def but(self, parameters: Collection[str]) -> "Options":
        """The options of all others."""
        return self._where(lambda name: _parameter(name) not in parameters)

    def _where(self, holds: Callable[[str], bool]) -> "Options":
        tags = None if self.tags is None else list(filter(holds, self.tags))
        own = {name: one for name, one in self.conditions.items() if holds(name)}
        return Options(tags, own, self.kept)


def tally(places: "models.QuerySet[Any]", wishes: Sequence[Wish], options: Options) -> Tally:
    """Count which of all published places meet the wishes, and what choosing an option would leave.

    Where another choice comes instead of a wish, the options of its parameter are counted without
    it; what is left when nothing is asked was kept.
    """
    loose = list(dict.fromkeys(wish.parameter for wish in wishes if wish.instead))
    rest = options.but(loose) if loose else options
    parts = [*_numbers(places, wishes, rest, _which(rest, (TOTAL, MAPPED), _BUT, loose))]
    for parameter in loose:
        others = [wish for wish in wishes if wish.parameter != parameter]
        own = options.of(parameter)
        parts += _numbers(places, others, own, _which(own, (), _OF_ONE, [parameter]))
    with reading().cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(f"({sql})" for sql, _values in parts),
            [value for _sql, values in parts for value in values],
        )
        by_tag = dict(cursor.fetchall())
    return Tally(by_tag.get(TOTAL, 0), by_tag.get(MAPPED, 0), by_tag)


def _which(
    options: Options, totals: Sequence[str], otherwise: str, parameters: list[str]
) -> tuple[str, str | list[str]]:
    """A condition on ``tag``, and its value; tags go as one text, for lists are written slowly."""
    if options.tags is None:
        return otherwise, parameters
    return _NAMED, ",".join([*totals, *options.conditions, *options.tags])


def _numbers(
    places: "models.QuerySet[Any]",
    wishes: Sequence[Wish],
    options: Options,
    which: tuple[str, str | list[str]],
) -> Iterator[tuple[str, Sequence[Any]]]:
    """Statements that give the numbers of these options, with their values."""
    if wishes:
        yield _of_hits(places, wishes, options, which)
        return
    condition, tags = which
    whole = _OF_EVERYTHING.format(which=condition) if options.tags is None else _OF_TAGS
    yield whole, [tags]
    for name, one in options.conditions.items():
        yield _of_condition(places, name, one, options.kept.get(name))


def _of_hits(
    places: "models.QuerySet[Any]",
    wishes: Sequence[Wish],
    options: Options,
    which: tuple[str, str | list[str]],
) -> tuple[str, Sequence[Any]]:
    """Tags of what meets the wishes are counted by ``places/sql/bitmap.sql``."""
    conditions = [Q(location__isnull=False), *(made() for made in options.conditions.values())]
    met = places.filter(*together(wishes)).order_by()
    columns = met.values_list("pk", "area", "organisation", *map(_holds, conditions))
    hits, values = columns.query.sql_with_params()
    own = [f"met{number}" for number in range(len(options.conditions))]
    sums = ["count(*)", *(f"count(*) FILTER (WHERE {name})" for name in ("mapped", *own))]
    condition, tags = which
    sql = _OF_HITS.format(
        names="".join(f", {name}" for name in own),
        hits=hits,
        sums=", ".join(sums),
        which=condition,
    )
    return sql, [*values, [TOTAL, MAPPED, *options.conditions], FEW_HITS, tags]


def _holds(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=models.BooleanField())


def _of_condition(
    places: "models.QuerySet[Any]", name: str, condition: Callable[[], Q], kept: Kept | None
) -> tuple[str, Sequence[Any]]:
    """How many of everything meet one condition; of more than are counted, at least one more."""
    if kept:
        return _OF_KEPT.format(number=kept.number), [name, *kept.values]
    hits = places.filter(condition()).order_by().values("pk")[: COUNTED + 1]
    sql, values = hits.query.sql_with_params()
    return _OF_EXTRA.format(hits=sql), [name, *values]


def without_one(places: "models.QuerySet[Any]", wishes: Sequence[Wish]) -> dict[str, int]:
    """Per key of a wish how many places there are that meet all but that one."""
    if not wishes:
        return {}
    if len(wishes) > FEW:
        return _without_one_of_many(places, wishes)
    counts: list[str] = []
    parameters: list[Any] = []
    for wish in wishes:
        others = [other for other in wishes if other.key != wish.key]
        sql, values = (
            places.filter(*together(others)).order_by().values("pk").query.sql_with_params()
        )
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
