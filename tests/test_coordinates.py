"""Between degrees and RD New: bare numbers say what geometries would."""

from django.contrib.gis.gdal import CoordTransform, SpatialReference
from django.contrib.gis.geos import GEOSGeometry, Point, Polygon
from hypothesis import given
from hypothesis import strategies as st

from places.coordinates import (
    NETHERLANDS,
    RD_NEW,
    WGS84,
    all_in_degrees,
    in_degrees,
    rd_box,
    rd_point,
)

WEST, SOUTH, EAST, NORTH = NETHERLANDS
longitudes, latitudes = st.floats(WEST, EAST), st.floats(SOUTH, NORTH)


def turned(shape: GEOSGeometry, source: int, target: int) -> GEOSGeometry:
    """As GeoDjango turns a geometry."""
    shape.srid = source
    shape.transform(CoordTransform(SpatialReference(source), SpatialReference(target)))
    return shape


@given(longitudes, latitudes)
def test_a_point_is_where_its_geometry_would_be(longitude: float, latitude: float) -> None:
    point = rd_point(longitude, latitude)
    assert point.equals_exact(turned(Point(longitude, latitude), WGS84, RD_NEW))
    assert point.srid == RD_NEW


@given(longitudes, latitudes)
def test_degrees_are_those_of_its_geometry(longitude: float, latitude: float) -> None:
    point = rd_point(longitude, latitude)
    degrees = in_degrees(point)
    assert degrees.equals_exact(turned(point.clone(), RD_NEW, WGS84))
    assert degrees.srid == WGS84
    assert all_in_degrees([point.coords, point.coords]) == [degrees.coords] * 2


@given(longitudes, latitudes, longitudes, latitudes)
def test_a_box_has_the_corners_of_its_geometry(
    longitude: float, latitude: float, other: float, further: float
) -> None:
    edges = (
        *(min(longitude, other), min(latitude, further)),
        *(max(longitude, other), max(latitude, further)),
    )
    box = rd_box(*edges)
    there = turned(Polygon.from_bbox(edges), WGS84, RD_NEW)
    assert (tuple(box.corners),) == there.coords
    assert box.extent == there.extent
    assert GEOSGeometry(box.ewkt).equals_exact(there)


def test_no_points_are_no_points() -> None:
    assert all_in_degrees([]) == []
