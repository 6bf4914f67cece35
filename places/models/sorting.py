"""The orders that places can be put in, each as far as an index goes and as a key to sort by."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from django.contrib.gis.geos import Point

from places.models.area import RD_NEW
from places.models.condition import Condition, Statement, all_of, none_of
from places.models.conditions import Closeness, SearchTerms, closeness

if TYPE_CHECKING:
    from places.models.place import PlaceQuerySet

METRES_TO = f"places_place.location <-> ST_SetSRID(ST_MakePoint(%s, %s), {RD_NEW})"
"""How far a place is from a point in RD New; the index on ``location`` orders by it."""

_NEAREST = """
SELECT id FROM ({places} ORDER BY key FETCH FIRST %s ROWS WITH TIES) AS nearest
ORDER BY key, name, id OFFSET %s LIMIT %s
"""
_AMONG_THOSE = "id IN (SELECT id FROM places_place WHERE status = 'gepubliceerd' AND {sql})"
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


class Rows(Protocol):
    """Places that can be asked for by columns and further conditions."""

    def rows_to_order(
        self, columns: str, *values: Any, more: Sequence[Condition] = ()
    ) -> Statement: ...


class Order(ABC):
    """``key`` is what is sorted by before name, in ``by_key`` of rows that have it; an index has
    the order ``by_index``."""

    by_key: ClassVar[str]
    by_index: ClassVar[str]

    @property
    @abstractmethod
    def key(self) -> Statement: ...

    @abstractmethod
    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        """A queryset in this order."""

    def of_all(self, start: int, stop: int) -> Statement | None:
        """The keys of a page of everything as an array, if a function has a plan for that."""
        return None

    def from_index(self, places: Rows, start: int, stop: int) -> Statement:
        """A statement for the keys of a page, however many places there are."""
        sql, values = places.rows_to_order("id")
        return f"{sql} ORDER BY {self.by_index} OFFSET %s LIMIT %s", (*values, start, stop - start)


class ByName(Order):
    """In Dutch alphabetical order."""

    key = ("0", ())
    by_key = by_index = "name, id"

    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        return places.by_name()

    def of_all(self, start: int, stop: int) -> Statement | None:
        return "places_by_name(%s, %s)", (start, stop)


BY_NAME = ByName()


class ByKey(Order):
    """As they were made, for whom the names take too long to sort."""

    key = ("0", ())
    by_key = by_index = "id"

    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        return places.order_by("pk")


BY_KEY = ByKey()


@dataclass(frozen=True)
class ByDistance(Order):
    """Nearest first, from the index; places without a point come last."""

    point: Point
    by_key: ClassVar[str] = "key, name, id"

    @property
    def key(self) -> Statement:
        return METRES_TO, (self.point.x, self.point.y)

    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        return places.by_distance(self.point)

    def of_all(self, start: int, stop: int) -> Statement | None:
        bounds = self.point.x, self.point.y, start, stop
        return "places_nearest(%s, %s, %s, %s)", bounds

    def from_index(self, places: Rows, start: int, stop: int) -> Statement:
        """The index is read only when it is asked for the distance alone; the places at the last
        distance come with it, so that names can settle who is on the page."""
        metres, point = self.key
        sql, values = places.rows_to_order(f"id, name, {metres} AS key", *point)
        return _NEAREST.format(places=sql), (*values, stop, start, stop - start)


@dataclass(frozen=True)
class ByRelevance(Order):
    """Exact words before beginnings and slips of the finger, each in the name first.

    ``alone``: nothing else is asked. Then the index says who is of a class; to hold the words of
    each place against those that were asked takes ten times as long as to find it.
    """

    terms: SearchTerms
    alone: bool = False
    by_key: ClassVar[str] = "key, name, id"

    @property
    def key(self) -> Statement:
        """The number of the first class that holds, or one more than there are."""
        written = [one.condition.written() for one in self._classes]
        holds = _AMONG_THOSE if self.alone else "{sql}"
        said = (holds.format(sql=sql) for sql, _values in written)
        cases = "".join(f" WHEN {sql} THEN {number}" for number, sql in enumerate(said))
        values = tuple(value for _sql, values in written for value in values)
        return f"CASE{cases} ELSE {len(written)} END", values

    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        return places.by_relevance(self.terms)

    def from_index(self, places: Rows, start: int, stop: int) -> Statement:
        """A class is read only when those before it do not fill the page: of a word that half of
        all places have no more than 25 are read, where sorting took 900 ms at 100,000 places.

        Those who have it in their name stand together, though: to go by name until there are 25
        took 160 ms for a word in 14,000 names, and to sort those (``OFFSET 0`` hides the index) 40.
        """
        stages: list[str] = []
        parameters: list[Any] = []
        for number, (condition, of_name) in enumerate(self._stages):
            sql, values = places.rows_to_order("id, name", more=[condition])
            members = f"{sql} OFFSET 0" if of_name else sql
            before = "".join(_BEFORE.format(number=one) for one in range(number))
            stages.append(_STAGE.format(number=number, members=members, before=before))
            parameters += [*values, stop, stop]
        every = " UNION ALL ".join(_ALL.format(number=one) for one in range(len(stages)))
        sql = _STAGED.format(stages=", ".join(stages), every=every)
        return sql, (*parameters, start, stop - start)

    @cached_property
    def _classes(self) -> list[Closeness]:
        return closeness(self.terms)

    @property
    def _stages(self) -> list[tuple[Condition, bool]]:
        """What makes a place one of each class, and whether that is about its name."""
        conditions = [one.condition for one in self._classes]
        stages = [
            (all_of([one.condition, none_of(conditions[:number])]), one.of_name)
            for number, one in enumerate(self._classes)
        ]
        return [*stages, (none_of(conditions), False)]


class ByCheck(Order):
    """Most recently checked first; never checked last."""

    key = ("checked_on", ())
    by_key = "key DESC NULLS LAST, name, id"
    by_index = "checked_on DESC NULLS LAST, name, id"

    def of(self, places: "PlaceQuerySet") -> "PlaceQuerySet":
        return places.by_check()
