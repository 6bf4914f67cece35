"""Counting: how many places meet all wishes, and how many each further choice would leave."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from places.models.condition import Condition, Kept, Statement
from places.models.conditions import has_bits, located
from places.models.reading import reading
from places.models.selected import Selected
from places.models.squares import together
from places.models.wish import Wish

COUNTED = 10_000
"""Numbers are exact as far as this; beyond it they are said as a lower bound, alike everywhere."""

TOTAL = "totaal"
MAPPED = "op-de-kaart"
"""As the kept counts and bits call them (``places_counted_as`` in ``places/sql/edition.sql``)."""

FEW_HITS = 500
"""Of so many places what each is like is read, 10 µs a place; of more the bits of all tags, which
take 3 ms at 100,000."""

MOST_SETS = 2
"""Of so many wishes sets of bits are put together."""

_OF_PIECES = """
WITH here AS MATERIALIZED (
  SELECT chunk, bit_and(bits) AS bits FROM ({wished}) AS wished GROUP BY chunk HAVING count(*) = %s
)
SELECT tag, number FROM places_numbers_among(
  ARRAY(SELECT chunk FROM here ORDER BY chunk), ARRAY(SELECT bits FROM here ORDER BY chunk), %s
)"""
_OF_HITS = """
WITH hit (id, area, organisation, mapped{names}) AS MATERIALIZED ({hits}), here AS MATERIALIZED (
  SELECT (id / 8192)::integer AS chunk, places_bits((id & 8191)::integer, 1) AS bits
    FROM hit GROUP BY 1
), few AS MATERIALIZED (
  SELECT CASE WHEN count(*) <= %s THEN ARRAY(SELECT id FROM hit) END AS ids FROM hit
)
SELECT tag, number FROM (
  SELECT unnest(%s::varchar[]), unnest(ARRAY[{sums}]) FROM hit
  UNION ALL
  SELECT tag, number FROM places_tags_among(
    ARRAY(SELECT id FROM hit), ARRAY(SELECT area FROM hit), ARRAY(SELECT organisation FROM hit),
    ARRAY(SELECT chunk FROM here ORDER BY chunk), ARRAY(SELECT bits FROM here ORDER BY chunk), %s
  )
) AS counted (tag, number) WHERE number > 0 AND {which}
"""
_ALL_OF = "SELECT * FROM {pieces}"
_HERE_TOO = """coalesce((
  SELECT sum(bit_count(here.bits & kept.bits)) FROM here JOIN {pieces} AS kept USING (chunk)
), 0)::bigint"""
_OF_EVERYTHING = "SELECT tag, number FROM places_numbers() WHERE {which}"
_OF_TAGS = "SELECT tag, number FROM places_numbers_of(%s)"
_OF_CONDITION = "SELECT %s, {number}"
_NAMED = "tag = ANY (string_to_array(%s, ','))"
_OF_ONE = "split_part(tag, ':', 1) = ANY (%s)"
_BUT = "split_part(tag, ':', 1) <> ALL (%s) AND NOT places_is_of_the_clock(tag)"


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

    A condition has a name such as ``open:nu``; ``kept`` says of some what was kept of who meets
    them, so that places need not be asked one by one.
    """

    tags: Sequence[str] | None
    conditions: Mapping[str, Callable[[], Condition]]
    kept: Mapping[str, Kept] = field(default_factory=dict)

    @property
    def have_bits(self) -> bool:
        """Everything that is counted was kept as bits."""
        return (
            self.tags is not None
            and all(map(has_bits, self.tags))
            and self.conditions.keys() <= self.kept.keys()
        )

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


def tally(wishes: Sequence[Wish], options: Options) -> Tally:
    """Count which of all published places meet the wishes, and what choosing an option would leave.

    Where another choice comes instead of a wish, the options of its parameter are counted without
    it; what is left when nothing is asked was kept.
    """
    loose = list(dict.fromkeys(wish.parameter for wish in wishes if wish.instead))
    rest = options.but(loose) if loose else options
    parts = [*_numbers(wishes, rest, _which(rest, (TOTAL, MAPPED), _BUT, loose))]
    for parameter in loose:
        others = [wish for wish in wishes if wish.parameter != parameter]
        own = options.of(parameter)
        parts += _numbers(others, own, _which(own, (), _OF_ONE, [parameter]))
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
    wishes: Sequence[Wish], options: Options, which: tuple[str, str | list[str]]
) -> Iterator[Statement]:
    """Statements that give the numbers of these options."""
    condition, tags = which
    if not wishes:
        whole = _OF_EVERYTHING.format(which=condition) if options.tags is None else _OF_TAGS
        yield whole, (tags,)
        for name, one in options.conditions.items():
            yield _of_condition(name, one, options.kept.get(name))
    elif options.have_bits and (sets := _broad(wishes)):
        yield _of_pieces(sets, options, tags)
    else:
        yield _of_hits(wishes, options, which)


def _broad(wishes: Sequence[Wish]) -> list[Kept]:
    """The kept sets of wishes that many places may meet; none where few are left to be visited.

    Three wishes leave few, and so does a tag of those that have a common word.
    """
    sets = [wish.kept for wish in wishes if wish.kept]
    narrowed = any(kept.gathered for kept in sets) and any(wish.tags for wish in wishes)
    return [] if len(wishes) > MOST_SETS or len(sets) < len(wishes) or narrowed else sets


def _of_pieces(wished: Sequence[Kept], options: Options, tags: str | list[str]) -> Statement:
    """The sets of all wishes and options, put together bit by bit."""
    every = " UNION ALL ".join(_ALL_OF.format(pieces=kept.of_all) for kept in wished)
    values = [*(value for kept in wished for value in kept.values), len(wished), tags]
    sql = [_OF_PIECES.format(wished=every)]
    for name in options.conditions:
        kept = options.kept[name]
        sql.append(f"SELECT %s, {_HERE_TOO.format(pieces=kept.of_all)}")
        values += [name, *kept.values]
    return " UNION ALL ".join(sql), tuple(values)


def _of_hits(
    wishes: Sequence[Wish], options: Options, which: tuple[str, str | list[str]]
) -> Statement:
    """What meets the wishes is visited; its tags are counted by ``places/sql/bitmap.sql``."""
    names = [*options.conditions]
    weighed = [name for name in names if name not in options.kept]
    written = [located().written(), *(options.conditions[name]().written() for name in weighed)]
    columns = ", ".join(["id", "area_id", "organisation_id", *(sql for sql, _values in written)])
    hits, values = Selected(together(wishes)).rows(columns, *_values_of(written))
    met = {name: (f"count(*) FILTER (WHERE met{n})", ()) for n, name in enumerate(weighed)}
    sums = [met.get(name) or _of_few_or_many(options.kept[name]) for name in names]
    condition, tags = which
    sql = _OF_HITS.format(
        names="".join(f", met{number}" for number in range(len(weighed))),
        hits=hits,
        sums=", ".join(["count(*)", "count(*) FILTER (WHERE mapped)", *(sql for sql, _ in sums)]),
        which=condition,
    )
    totals = [TOTAL, MAPPED, *names]
    return sql, (*values, FEW_HITS, totals, *_values_of(sums), FEW_HITS, tags)


def _of_few_or_many(kept: Kept) -> Statement:
    """How many hits meet a condition: few are looked at, of more the kept bits are asked."""
    pieces = kept.pieces.format(among="(SELECT ids FROM few)")
    return _HERE_TOO.format(pieces=pieces), kept.values


def _values_of(written: Sequence[Statement]) -> Iterator[object]:
    return (value for _sql, values in written for value in values)


def _of_condition(name: str, condition: Callable[[], Condition], kept: Kept | None) -> Statement:
    """How many of everything meet one condition; of more than are counted, at least one more."""
    if kept:
        return _OF_CONDITION.format(number=kept.count), (name, *kept.values)
    number, values = Selected([condition()]).number(COUNTED + 1)
    return _OF_CONDITION.format(number=f"({number})"), (name, *values)


def _parameter(tag: str) -> str:
    return tag.partition(":")[0]
