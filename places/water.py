"""The water of the city, in metres, for what draws it and for what has to go round it."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry, LineString, Point

from places.coordinates import WGS84, extent_of, to_rd

WIDE = 60.0
"""Metres; what is narrower has a bridge in every other street."""

ACROSS = 50.0
"""Metres of water on the straight line; less is a corner of it."""

Extent = tuple[float, float, float, float]
"""West, south, east and north."""


@dataclass(frozen=True)
class Water:
    """A river, harbour or lake with its name, in RD New."""

    name: str
    shape: GEOSGeometry

    @property
    def is_wide(self) -> bool:
        """Twice the area over the outline is how wide something long is."""
        return bool(2 * self.shape.area / self.shape.length >= WIDE)


def waters() -> list[Water]:
    """All water of the city; made anew, as threads may not share geometries."""
    return [Water(name, GEOSGeometry(memoryview(wkb))) for name, wkb in _read(settings.WATER_FILE)]


def wide_waters_between(one: Point, other: Point) -> list[str]:
    """Names of what one has to find a bridge over, or a way round, between two points."""
    way = (one.x, one.y), (other.x, other.y)
    around = extent_of(way)  # a line, asked for its extent, took 0.15 ms a place
    near = [water for water in _wide(settings.WATER_FILE) if _meet(water[2], around)]
    if not near:
        return []
    line = LineString(*way)
    return [
        name
        for name, wkb, _around in near
        if GEOSGeometry(memoryview(wkb)).intersection(line).length >= ACROSS
    ]


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@cache
def _wide(file: Path) -> list[tuple[str, bytes, Extent]]:
    """Only what is wide, with its extent: the shapes of all took 5 ms for 16 places."""
    shapes = ((Water(name, GEOSGeometry(memoryview(wkb))), wkb) for name, wkb in _read(file))
    return [(water.name, wkb, water.shape.extent) for water, wkb in shapes if water.is_wide]


@cache
def _read(file: Path) -> list[tuple[str, bytes]]:
    features = json.loads(file.read_text())["features"]
    return [(str(one["properties"].get("name", "")), _in_metres(one)) for one in features]


def _in_metres(feature: dict[str, object]) -> bytes:
    shape = GEOSGeometry(json.dumps(feature["geometry"]), srid=WGS84)
    to_rd(shape)
    return bytes(shape.wkb)
