"""A selection of places in order, a page of it, and the numbers beside it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from django.contrib.gis.db.models.functions import GeometryDistance
from django.contrib.gis.geos import Point
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from places.models.conditions import SearchTerms, closeness
from places.models.tally import Tally, Wish, tally, without_one

if TYPE_CHECKING:
    from places.models.place import Place  # noqa: F401

_NEAREST = """
SELECT nearest.id FROM ({places} FETCH FIRST %s ROWS WITH TIES) AS nearest
ORDER BY nearest.metres, nearest.name, nearest.id OFFSET %s LIMIT %s
"""


class PagedPlaces(models.QuerySet["Place"]):
    """The part of the place vocabulary that orders, counts and cuts a selection into pages."""

    def by_name(self) -> Self:
        """In Dutch alphabetical order."""
        return self.order_by("name", "pk")

    def by_distance(self, point: Point) -> Self:
        """Nearest first, from the index; places without a point come last."""
        return self.order_by(GeometryDistance("location", point), "name", "pk")

    def by_relevance(self, terms: SearchTerms) -> Self:
        """Exact words before beginnings and slips of the finger, then by weight of the field."""
        return self.order_by(*closeness(terms), "name", "pk")

    def by_check(self) -> Self:
        """Most recently checked first; never checked last."""
        return self.order_by(F("checked_on").desc(nulls_last=True), "name", "pk")

    def page(self, start: int, stop: int) -> Self:
        """The places from start up to stop in this order, chosen before anything comes along.

        Nearest-first reads the index only when it is asked for the distance alone; the places at
        the last distance come with it, so that names can settle who is on the page.
        """
        first, *rest = self.query.order_by
        if isinstance(first, GeometryDistance):
            keys: Any = RawSQL(*self._nearest_keys(first, start, stop))  # noqa: S611
        else:
            keys = self.values("pk")[start:stop]
        return type(self)(self.model).filter(pk__in=keys).order_by(first, *rest)

    def tally(self, wishes: Sequence[Wish], extra: Mapping[str, Q]) -> Tally:
        """Count which of all published places meet the wishes, and what options would leave."""
        return tally(self, wishes, extra)

    def without_one(self, wishes: Sequence[Wish]) -> dict[str, int]:
        """Per wish how many places meet all the others."""
        return without_one(self, wishes)

    def _nearest_keys(
        self, distance: GeometryDistance, start: int, stop: int
    ) -> tuple[str, list[Any]]:
        nearest = self.order_by(distance).annotate(metres=distance).values("id", "name", "metres")
        sql, parameters = nearest.query.sql_with_params()
        return _NEAREST.format(places=sql), [*parameters, stop, start, stop - start]
