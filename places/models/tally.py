"""Counting: how many places meet all wishes, and how many each further choice would leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Case, F, Func, Q, Value, When

TOTAL = "totaal"
MAPPED = "op-de-kaart"

_BY_TAG = """
WITH hit (tags, missed) AS ({hits})
SELECT tag, count(*) FROM hit, unnest(tags) AS tag
WHERE cardinality(missed) = 0 OR missed = ARRAY[split_part(tag, ':', 1)]
GROUP BY tag
"""

_BY_MISSED = """
WITH hit (missed) AS ({hits})
SELECT missed[1], count(*) FROM hit WHERE cardinality(missed) = 1 GROUP BY 1
"""


@dataclass(frozen=True)
class Wish:
    """Something that the visitor asks of a place.

    ``instead``: another choice of this parameter would come in the place of this one (any of them,
    or one of them), so that its own options are counted as if this wish were not there.
    """

    parameter: str
    key: str
    condition: Q = field(compare=False)
    instead: bool = False


@dataclass(frozen=True)
class Tally:
    """Numbers of one selection; they come from one statement and so agree."""

    total: int
    mapped: int
    by_tag: Mapping[str, int]

    def of(self, tag: str) -> int:
        """How many places there would be with this option chosen."""
        return self.by_tag.get(tag, 0)


def tally(places: "models.QuerySet[Any]", wishes: Iterable[Wish], extra: Mapping[str, Q]) -> Tally:
    """Count the places that meet the wishes, and per tag what choosing it would leave.

    ``extra`` are options that are no tag of a place but a condition, such as ``open:nu``.
    """
    firm = [wish.condition for wish in wishes if not wish.instead]
    loose = {wish.parameter: wish.condition for wish in wishes if wish.instead}
    always = Q(pk__isnull=False)
    named = {TOTAL: always, MAPPED: Q(location__isnull=False), **extra}
    hits = places.filter(*firm).annotate(
        all_tags=Func(
            F("tags"),
            _names(named),
            template="(%(expressions)s)",
            arg_joiner=" || ",
            output_field=ArrayField(models.TextField()),
        ),
        missed=_names(loose, unless=True),
    )
    by_tag = _count(_BY_TAG, hits.order_by().values_list("all_tags", "missed"))
    return Tally(by_tag.get(TOTAL, 0), by_tag.get(MAPPED, 0), by_tag)


def without_one(places: "models.QuerySet[Any]", wishes: Iterable[Wish]) -> dict[str, int]:
    """Per key of a wish how many places there are that meet all but that one."""
    missed = _names({wish.key: wish.condition for wish in wishes}, unless=True)
    return _count(_BY_MISSED, places.annotate(missed=missed).order_by().values_list("missed"))


def _names(conditions: Mapping[str, Q], unless: bool = False) -> Func:
    """The names of the conditions that hold (or, ``unless``, do not), as an array of text."""
    text = models.TextField()
    nothing = Value(None, output_field=text)
    cases = [
        Case(When(condition, then=nothing), default=Value(name), output_field=text)
        if unless
        else Case(When(condition, then=Value(name)), default=nothing, output_field=text)
        for name, condition in conditions.items()
    ]
    return Func(
        *cases,
        template="array_remove(ARRAY[%(expressions)s]::text[], NULL)",
        output_field=ArrayField(text),
    )


def _count(statement: str, hits: "models.QuerySet[Any, Any]") -> dict[str, int]:
    sql, parameters = hits.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement.format(hits=sql), parameters)
        return dict(cursor.fetchall())
