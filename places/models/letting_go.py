"""What letting go of a wish would give: how many places meet all the others."""

from collections.abc import Sequence

from places.models.condition import Statement, all_of, any_of
from places.models.reading import reading, row_of
from places.models.selected import Selected
from places.models.squares import together
from places.models.wish import Wish

_BY_MISSED = """
WITH hit (missed) AS MATERIALIZED ({hits})
SELECT coalesce(missed[1], ''), count(*) FROM hit WHERE cardinality(missed) < 2 GROUP BY 1
"""

FEW = 4
"""So many wishes are each left out in turn, by a count that an index answers; beyond that the work
would grow with the square of them, and anybody may ask for a hundred."""


def without_one(wishes: Sequence[Wish]) -> dict[str, int]:
    """Per key of a wish how many places there are that meet all but that one."""
    if not wishes:
        return {}
    if len(wishes) > FEW:
        return _without_one_of_many(wishes)
    counts = [_number([other for other in wishes if other.key != wish.key]) for wish in wishes]
    sql = "SELECT " + ", ".join(f"({count})" for count, _values in counts)
    found = row_of(sql, [value for _sql, values in counts for value in values]) or ()
    return dict(zip((wish.key for wish in wishes), found, strict=True))


def _number(wishes: Sequence[Wish]) -> Statement:
    """How many meet these few; who meet one alone are often kept, and need not be looked up."""
    kept = wishes[0].kept if len(wishes) == 1 else None
    if not kept or kept.gathered:
        return Selected(together(wishes)).number()
    return f"SELECT {kept.count}", kept.values


def _without_one_of_many(wishes: Sequence[Wish]) -> dict[str, int]:
    """The same, weighing every wish twice: who misses at most one meets one half of them wholly."""
    half = len(wishes) // 2
    halves = [all_of(wish.condition for wish in some) for some in (wishes[:half], wishes[half:])]
    missed, values = _missed(wishes)
    hits, values = Selected([any_of(halves)]).rows(missed, *values)
    with reading().cursor() as cursor:
        cursor.execute(_BY_MISSED.format(hits=hits), values)
        counts = dict(cursor.fetchall())
    return {wish.key: counts.get("", 0) + counts.get(wish.key, 0) for wish in wishes}


def _missed(wishes: Sequence[Wish]) -> Statement:
    """The keys of the wishes that a place does not meet, as an array."""
    written = [wish.condition.written() for wish in wishes]
    cases = ", ".join(f"CASE WHEN {sql} THEN NULL ELSE %s END" for sql, _values in written)
    keyed = zip(wishes, written, strict=True)
    values = tuple(value for wish, (_sql, own) in keyed for value in (*own, wish.key))
    return f"array_remove(ARRAY[{cases}]::text[], NULL)", values
