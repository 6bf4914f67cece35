"""Where an object lies among our areas: by boundary where there is one, else by the middles."""

from django.contrib.gis.geos import Point

from places.coordinates import rd_point
from places.models import Area
from places.osm_import.objects import OsmObject

NEAR_THE_MIDDLE = 2500
"""Metres from the middle of a wijk of which we have no boundary; farther off is elsewhere."""


class Surroundings:
    """The areas as they are now."""

    def __init__(self) -> None:
        municipalities = Area.objects.at_level(Area.Level.MUNICIPALITY)
        self._municipalities = {area.name.casefold(): area for area in municipalities}

    def area_of(self, one: OsmObject) -> Area | None:
        """The smallest area that it lies in; None for what is not ours.

        Without a point the town of its address decides, and the area is the municipality.
        """
        point = point_of(one)
        if point is None:
            return self._municipalities.get(one.first("addr:city").casefold())
        areas = Area.objects.with_family()
        return areas.containing(point).first() or areas.nearest_middle(point, NEAR_THE_MIDDLE)


def point_of(one: OsmObject) -> Point | None:
    """Where it is, in RD New."""
    if one.longitude is None or one.latitude is None:
        return None
    return rd_point(one.longitude, one.latitude)


def is_guess(area: Area, one: OsmObject) -> bool:
    """Whether it is only the area of which the middle is nearest."""
    return area.boundary is None and one.longitude is not None


def municipality_of(area: Area) -> Area:
    """The largest area around this one, or itself."""
    return [area, *area.above()][-1]
