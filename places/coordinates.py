"""Between the coordinates that the world uses and those of the database."""

import threading
from collections.abc import Sequence

from django.contrib.gis.gdal import CoordTransform, SpatialReference
from django.contrib.gis.geos import GEOSGeometry, LineString, Point

from places.models.area import RD_NEW

WGS84 = 4326

NETHERLANDS = (3.2, 50.7, 7.3, 53.7)
"""West, south, east, north, in degrees."""

_kept = threading.local()


def in_the_netherlands(longitude: float, latitude: float) -> bool:
    """Whether a point can be a Dutch one; swapped coordinates are not."""
    west, south, east, north = NETHERLANDS
    return west <= longitude <= east and south <= latitude <= north


def rd_point(longitude: float, latitude: float) -> Point:
    """The point in RD New, from degrees in WGS84."""
    point = Point(longitude, latitude, srid=WGS84)
    to_rd(point)
    return point


def to_rd(geometry: GEOSGeometry) -> None:
    """Turn a geometry in WGS84 into RD New, in place."""
    geometry.transform(_transform(WGS84, RD_NEW))


def in_degrees(point: Point) -> Point:
    """The same point, given in RD New, in WGS84."""
    turned = point.clone()
    turned.transform(_transform(RD_NEW, WGS84))
    return turned


def all_in_degrees(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same points, given as east and north in RD New, as longitude and latitude; at once."""
    if not points:
        return []
    line = LineString([*points, points[0]], srid=RD_NEW)  # a line has two points at least
    line.transform(_transform(RD_NEW, WGS84))
    return list(line.coords[:-1])


def _transform(source: int, target: int) -> CoordTransform:
    """Made once per thread: it costs more than a thousand points, and GDAL allows no sharing."""
    name = f"from_{source}_to_{target}"
    if not hasattr(_kept, name):
        setattr(_kept, name, CoordTransform(SpatialReference(source), SpatialReference(target)))
    made: CoordTransform = getattr(_kept, name)
    return made
