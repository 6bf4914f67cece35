"""From the coordinates that the world uses to those of the database."""

import math
from functools import cache

from django.contrib.gis.gdal import CoordTransform, SpatialReference
from django.contrib.gis.geos import GEOSGeometry, Point

from places.models.area import RD_NEW

WGS84 = 4326

NETHERLANDS = (3.2, 50.7, 7.3, 53.7)
"""West, south, east, north, in degrees."""


def in_the_netherlands(longitude: float, latitude: float) -> bool:
    """Whether a point can be a Dutch one; swapped coordinates are not."""
    west, south, east, north = NETHERLANDS
    finite = math.isfinite(longitude) and math.isfinite(latitude)
    return finite and west <= longitude <= east and south <= latitude <= north


def rd_point(longitude: float, latitude: float) -> Point:
    """The point in RD New, from degrees in WGS84."""
    point = Point(longitude, latitude, srid=WGS84)
    to_rd(point)
    return point


def to_rd(geometry: GEOSGeometry) -> None:
    """Turn a geometry in WGS84 into RD New, in place."""
    geometry.transform(_wgs84_to_rd())


@cache
def _wgs84_to_rd() -> CoordTransform:
    # Made once: making it costs more than a thousand points.
    return CoordTransform(SpatialReference(WGS84), SpatialReference(RD_NEW))
