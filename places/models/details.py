"""What a statement about places can bring along, so that nothing is asked per place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from django.contrib.gis.db.models.functions import GeometryDistance, Transform
from django.contrib.gis.geos import Point
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Value
from django.db.models.functions import Coalesce

from places.models.provenance import FormerSlug, Source
from places.models.timetable import hours_of_place, special_days_of_place
from places.models.weighing import WeighedPlaces

if TYPE_CHECKING:
    from places.models.place import Place


class DetailedPlaces(WeighedPlaces):
    """The part of the place vocabulary that adds to rows; ``PlaceQuerySet`` chooses them."""

    def with_distance(self, point: Point | None) -> Self:
        """Annotate ``distance`` in metres as the crow flies; None where unknown."""
        if point is None:
            return self.annotate(distance=Value(None, models.FloatField(null=True)))
        return self.annotate(distance=GeometryDistance("location", point))

    def with_degrees(self) -> Self:
        """Annotate ``degrees``: the point in WGS84."""
        return self.annotate(degrees=Transform("location", 4326))

    def with_timetable(self) -> Self:
        """Bring the hours and special days along as plain values, in the same statement."""
        return self.annotate(
            hours_values=hours_of_place(), special_days_values=special_days_of_place()
        )

    def with_newest_source(self) -> Self:
        """Annotate ``source_title`` and ``source_date`` of the source that was read last."""
        newest = Source.objects.of_outer_place()
        return self.annotate(
            source_title=Coalesce(models.Subquery(newest.values("title")[:1]), Value("")),
            source_date=Coalesce(models.Subquery(newest.values("as_of")[:1]), Value("")),
        )

    def for_its_page(self) -> Self:
        """Everything of one row that a place's own page says."""
        detailed = self.with_family().with_timetable().with_degrees().with_newest_source()
        return detailed.defer("search")

    def with_family(self) -> Self:
        """Bring along kind, organisation and the areas above."""
        return self.select_related("kind", "organisation", "area__parent__parent", "successor")

    def with_rows(self) -> Self:
        """Bring along all that an entry consists of, a statement per kind of row."""
        family = self.with_family().select_related("referral", "dossier")
        return family.defer("search").prefetch_related(
            "audiences",
            "offers",
            "languages",
            "hours",
            "special_days",
            "place_values__value",
            "place_dilemmas__dilemma",
            "place_traits__trait",
            "quotes",
            "sources",
        )

    def at_addresses(self, slugs: Sequence[str]) -> "dict[str, Place]":
        """The place that lives at each of these addresses, or else the one that used to."""
        here = type(self)(self.model).filter(slug__in=slugs).values("pk")
        former = FormerSlug.objects.filter(slug__in=slugs)
        slugs_before = ArraySubquery(former.filter(place=OuterRef("pk")).values("slug"))
        lives = self.filter(pk__in=here.union(former.values("place"), all=True))
        found = list(lives.annotate(former=slugs_before))
        moved = {slug: place for place in found for slug in place.former}
        return moved | {place.slug: place for place in found}

    def locked(self) -> Self:
        """Let nobody else write these places before the transaction ends."""
        return self.select_for_update(of=("self",))
