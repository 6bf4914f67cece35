"""A selection of places in order, a page of it, and the numbers beside it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

from django.contrib.gis.geos import Point
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.expressions import OrderBy, RawSQL

from places.models.area import RD_NEW
from places.models.conditions import Closeness, SearchTerms, closeness
from places.models.tally import Options, Tally, Wish, tally, without_one

if TYPE_CHECKING:
    from places.models.place import Place  # noqa: F401

_NEAREST = """
SELECT nearest.id FROM ({places} FETCH FIRST %s ROWS WITH TIES) AS nearest
ORDER BY nearest.metres, nearest.name, nearest.id OFFSET %s LIMIT %s
"""

Keys = tuple[str, Sequence[Any]]
"""A statement that gives keys of places in their order, with its parameters."""

MOST_SORTED = 2000
"""So many places are all read and put in order for a page of them; of more an index is asked."""

_SORTED = "SELECT id FROM {few} ORDER BY {order}, name, id OFFSET %s LIMIT %s"
_NEAR = """
WITH few AS MATERIALIZED ({places} LIMIT %s)
SELECT ARRAY({page}), count(*)
FROM few HAVING count(*) <= %s
"""
_COUNTED = "SELECT count(*) FROM ({places} LIMIT %s) AS hit"

_STAGE = """stage{number} AS MATERIALIZED (
  SELECT * FROM ({members}) AS own WHERE {before} 0 < %s ORDER BY name, id LIMIT %s
)"""
_BEFORE = "(SELECT count(*) FROM stage{number}) + "
_ALL = "SELECT {number}, * FROM stage{number}"
_STAGED = """
SELECT id FROM (
  WITH {stages} {every}
) AS staged (class, id, name) ORDER BY class, name, id OFFSET %s LIMIT %s
"""


class MetresTo(RawSQL):
    """How far a place is from a point in RD New; the index on ``location`` orders by it.

    ``GeometryDistance`` says the same, but to compare and to write out a geometry takes longer than
    all else there is to do for such a question.
    """

    def __init__(self, x: float, y: float) -> None:
        super().__init__(_METRES_TO, (x, y), _METRES)


_METRES_TO = f"places_place.location <-> ST_SetSRID(ST_MakePoint(%s, %s), {RD_NEW})"
_METRES = models.FloatField()


def all_by_name(start: int, stop: int) -> Keys:
    """The keys of a page of all published places by name, with a plan that is kept.

    So is asked most: composed and planned anew it took 0.3 ms.
    """
    return "SELECT unnest(places_by_name(%s, %s))", (start, stop)


def all_by_distance(point: Point, start: int, stop: int) -> Keys:
    """The same nearest first."""
    return "SELECT unnest(places_nearest(%s, %s, %s, %s))", (point.x, point.y, start, stop)


class ByClass(Case):
    """Of conditions in turn: the number of the first that holds, or one more than there are."""

    def __init__(self, classes: Sequence[Closeness]) -> None:
        self.classes = classes
        cases = (When(one.condition, then=number) for number, one in enumerate(classes))
        super().__init__(*cases, default=len(classes), output_field=models.IntegerField())

    def stages(self) -> Iterator[Closeness]:
        """What makes a place one of each class."""
        earlier: list[Q] = []
        for one in self.classes:
            yield Closeness(Q(one.condition, *(~other for other in earlier)), one.of_name)
            earlier.append(one.condition)
        yield Closeness(Q(*(~other for other in earlier)), False)


class PagedPlaces(models.QuerySet["Place"]):
    """The part of the place vocabulary that orders, counts and cuts a selection into pages."""

    def by_name(self) -> Self:
        """In Dutch alphabetical order."""
        return self.order_by("name", "pk")

    def by_distance(self, point: Point) -> Self:
        """Nearest first, from the index; places without a point come last."""
        return self.order_by(MetresTo(point.x, point.y), "name", "pk")

    def by_relevance(self, terms: SearchTerms) -> Self:
        """Exact words before beginnings and slips of the finger, each in the name first."""
        return self.order_by(ByClass(closeness(terms)), "name", "pk")

    def by_check(self) -> Self:
        """Most recently checked first; never checked last."""
        return self.order_by(F("checked_on").desc(nulls_last=True), "name", "pk")

    def page(self, start: int, stop: int) -> Self:
        """The places from start up to stop in this order, chosen before anything comes along."""
        keys = RawSQL(*self.page_keys(start, stop))  # noqa: S611
        return type(self)(self.model).filter(pk__in=keys).order_by(*self.query.order_by)

    def page_keys(self, start: int, stop: int, number: int | None = None) -> Keys:
        """The keys of a page in their order.

        ``number`` is how many places there are, if that is known. Of few no index in that order is
        asked (``OFFSET 0`` hides it): the planner may take them for many, and look for 25 of 3
        among all there are, 9 s at a million for a word that nobody has.

        Nearest-first reads the index only when it is asked for the distance alone; the places at
        the last distance come with it, so that names can settle who is on the page. Of classes the
        next is read only when those before it do not fill the page: of a word that half of all
        places have no more than 25 are read, where sorting took 900 ms at 100,000 places. Those who
        have it in their name stand together, though: to go by name until there are 25 took 160 ms
        for a word in 14,000 names, and to sort those (``OFFSET 0`` hides the index) 40.
        """
        if number is not None and number <= MOST_SORTED:
            few, values, order = self._with_key()
            sql = _SORTED.format(few=f"({few} OFFSET 0) AS few", order=order)
            return sql, [*values, start, stop - start]
        first = self.query.order_by[0]
        if isinstance(first, MetresTo):
            return self._nearest_keys(first, start, stop)
        if isinstance(first, ByClass):
            return self._keys_by_class(first, start, stop)
        return self.values("pk")[start:stop].query.sql_with_params()

    def number(self, most: int) -> tuple[str, Sequence[Any]]:
        """The statement that counts these places as far as ``most``, with its parameters."""
        sql, values = self.order_by().values("pk").query.sql_with_params()
        return _COUNTED.format(places=sql), [*values, most]

    def near_page(self, start: int, stop: int) -> tuple[str, Sequence[Any]]:
        """A statement for the keys of a page as an array, and the number of places, in one row.

        There is none if there are more than ``MOST_SORTED``. They are looked up once: a value and a
        moment in a city took 9 ms at 100,000, and now 5, when they were read to be counted as well.
        """
        few, values, order = self._with_key()
        sql = _NEAR.format(places=few, page=_SORTED.format(few="few", order=order))
        return sql, [*values, MOST_SORTED + 1, start, stop - start, MOST_SORTED]

    def tally(self, wishes: Sequence[Wish], options: Options) -> Tally:
        """Count which of all published places meet the wishes, and what options would leave."""
        return tally(self, wishes, options)

    def without_one(self, wishes: Sequence[Wish]) -> dict[str, int]:
        """Per wish how many places meet all the others."""
        return without_one(self, wishes)

    def _with_key(self) -> tuple[str, Sequence[Any], str]:
        """The statement for id, name and what is sorted by first, and how that is said."""
        key, order = _key_of(self.query.order_by[0])
        few, values = self.order_by().values("id", "name", key=key).query.sql_with_params()
        return few, values, order

    def _nearest_keys(self, distance: MetresTo, start: int, stop: int) -> tuple[str, list[Any]]:
        nearest = self.order_by(distance).annotate(metres=distance).values("id", "name", "metres")
        sql, parameters = nearest.query.sql_with_params()
        return _NEAREST.format(places=sql), [*parameters, stop, start, stop - start]

    def _keys_by_class(self, order: ByClass, start: int, stop: int) -> tuple[str, list[Any]]:
        stages: list[str] = []
        parameters: list[Any] = []
        for number, stage in enumerate(order.stages()):
            members = self.filter(stage.condition).order_by().values("id", "name")
            sql, values = members.query.sql_with_params()
            if stage.of_name:
                sql += " OFFSET 0"
            before = "".join(_BEFORE.format(number=one) for one in range(number))
            stages.append(_STAGE.format(number=number, members=sql, before=before))
            parameters += [*values, stop, stop]
        every = " UNION ALL ".join(_ALL.format(number=one) for one in range(len(stages)))
        sql = _STAGED.format(stages=", ".join(stages), every=every)
        return sql, [*parameters, start, stop - start]


def _key_of(first: Any) -> tuple[Any, str]:
    """What is sorted by first, as a column, and how it says so; a name needs none."""
    if isinstance(first, OrderBy):
        return first.expression, "key DESC NULLS LAST" if first.descending else "key"
    return (models.Value(0), "key") if isinstance(first, str) else (first, "key")
