"""Tags within a part of the map, found in one index: ``places_tags_in_square`` in half_hours.sql.

A place that carries a tag and lies in a box is in two long lists, of all with the tag and of all in
the box. The index also has keys of a square of the map and a tag together.
"""

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

from django.contrib.gis.geos import Point

from places.models.condition import Condition, OnTheMap, all_of

if TYPE_CHECKING:
    from places.models.wish import Wish

Extent = tuple[float, float, float, float]
"""West, south, east and north in metres."""

SIDE = 4000
"""Metres; the index was made with it."""

MOST = 64
"""What touches more squares is too large a part of the country to be asked square by square."""

SAYS_WHERE = ("gemeente", "gebied", "wijk")
"""Tags that are a part of the map themselves have no such keys."""

_IN_SQUARE = (
    "places_tags_in_square(ST_X({place}.location), ST_Y({place}.location), {place}.tags)"
    " && %s::text[]"
)
_OF_THOSE_FOUND = "({sql}) IS TRUE"
"""Asked of each place that is found: no index knows it."""


def together(wishes: Sequence["Wish"], start: Point | None = None) -> list[Condition]:
    """What a place must be to meet all of these wishes, said so that one index has it at once.

    Where tags are asked beside a part of the map, they are looked up in its squares, and what is
    found there is held against these wishes themselves and against common words. Whoever orders by
    distance from a ``start`` elsewhere needs the index of points.
    """
    tagged = [wish for wish in wishes if wish.tags and wish.parameter not in SAYS_WHERE]
    squares = _squares([wish.extent() for wish in wishes if wish.extent], start) if tagged else []
    if not squares:
        return [wish.condition for wish in wishes]
    found = [*tagged, *(wish for wish in wishes if wish.extent or wish.common)]
    looked_at = all_of(wish.condition for wish in found)
    return [
        *(_tagged_in_square(squares, wish.tags) for wish in tagged),
        *(wish.condition for wish in wishes if wish not in found),
        OnTheMap(_OF_THOSE_FOUND.format(sql=looked_at.sql), *looked_at.values),
    ]


def around(point: Point, metres: float) -> Extent:
    """What holds all that is within so many metres, however a distance is rounded."""
    reach = metres + 1
    return point.x - reach, point.y - reach, point.x + reach, point.y + reach


def is_wide(extent: Extent) -> bool:
    """Whether this part of the map touches too many squares to be asked one by one."""
    columns, rows = _touched(extent)
    return len(columns) * len(rows) > MOST


def _squares(extents: Sequence[Extent], start: Point | None) -> list[str]:
    """Those that the smallest of these parts of the map touches; none if they are of no use."""
    if not extents:
        return []
    west, south, east, north = min(extents, key=_area)
    if start and not (west <= start.x <= east and south <= start.y <= north):
        return []
    if is_wide((west, south, east, north)):
        return []
    columns, rows = _touched((west, south, east, north))
    return [f"{x},{y}" for x in columns for y in rows]


def _touched(extent: Extent) -> tuple[range, range]:
    """Columns and rows of squares."""
    west, south, east, north = extent
    columns = range(floor(west / SIDE), floor(east / SIDE) + 1)
    return columns, range(floor(south / SIDE), floor(north / SIDE) + 1)


def _area(extent: Extent) -> float:
    west, south, east, north = extent
    return (east - west) * (north - south)


def _tagged_in_square(squares: Sequence[str], tags: Sequence[str]) -> Condition:
    return Condition(_IN_SQUARE, [f"{square} {tag}" for square in squares for tag in tags])
