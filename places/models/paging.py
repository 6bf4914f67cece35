"""Querysets of places in an order."""

from typing import TYPE_CHECKING, Self

from django.contrib.gis.geos import Point
from django.db import models
from django.db.models import Case, F, When
from django.db.models.expressions import RawSQL

from places.models.condition import Statement
from places.models.conditions import SearchTerms, closeness
from places.models.sorting import METRES_TO

if TYPE_CHECKING:
    from places.models.place import Place  # noqa: F401


class PagedPlaces(models.QuerySet["Place"]):
    """The part of the place vocabulary that puts a selection in order, and cuts it into pages."""

    def by_name(self) -> Self:
        """In Dutch alphabetical order."""
        return self.order_by("name", "pk")

    def by_distance(self, point: Point) -> Self:
        """Nearest first; places without a point come last.

        ``GeometryDistance`` says the same, but to compare and to write out a geometry takes longer
        than all else there is to do for such a question.
        """
        metres = RawSQL(METRES_TO, (point.x, point.y), models.FloatField())  # noqa: S611
        return self.order_by(metres, "name", "pk")

    def by_relevance(self, terms: SearchTerms) -> Self:
        """Exact words before beginnings and slips of the finger, each in the name first."""
        classes = closeness(terms)
        cases = (When(one.condition, then=number) for number, one in enumerate(classes))
        closest = Case(*cases, default=len(classes), output_field=models.IntegerField())
        return self.order_by(closest, "name", "pk")

    def by_check(self) -> Self:
        """Most recently checked first; never checked last."""
        return self.order_by(F("checked_on").desc(nulls_last=True), "name", "pk")

    def page_keys(self, start: int, stop: int) -> Statement:
        """The keys of the places from start up to stop, as an expression for an array."""
        sql, values = self.values("pk")[start:stop].query.sql_with_params()
        return f"ARRAY({sql})", tuple(values)
