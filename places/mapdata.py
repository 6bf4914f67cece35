"""Places on a map: points, and where they crowd one cluster that says how many.

``places/sql/cluster.sql`` says how cells are chosen and drawn. All places, of a box or not, come
from cells that are kept; what is filtered is gathered anew, by the same rule.
"""

from typing import Any

from places.coordinates import Box
from places.filters import PlaceFilter
from places.models.conditions import located
from places.models.openness import on_the_wall
from places.models.reading import row_of

_KEPT = "SELECT places_map(%s::geometry, %s, %s, %s, %s::date[])"

# The planner expects a single hit where wishes are combined; a level that is not materialised is
# then chosen anew for each of thousands.
_GATHERED = """
WITH hit (id, location) AS ({hits}),
point AS MATERIALIZED (SELECT id, ST_X(location) AS east, ST_Y(location) AS north FROM hit),
frame AS (
  SELECT coalesce(%s, max(east) - min(east)) AS width,
    coalesce(%s, max(north) - min(north)) AS height, count(*) <= 500 AS few
  FROM point
),
chosen AS MATERIALIZED (
  SELECT level, places_cell_side(level) AS side
  FROM (SELECT places_map_level(width, height, %s, few) AS level FROM frame) AS one
),
cell AS (
  SELECT level, floor(east / side) AS x, floor(north / side) AS y, count(*),
    sum(round(east * 1000)), sum(round(north * 1000)), min(east), min(north), max(east), max(north),
    min(id), ''
  FROM point, chosen GROUP BY 1, 2, 3
)
SELECT places_drawn((SELECT array_agg(ROW(cell.*)::places_mapcell) FROM cell), %s, %s, %s::date[])
"""


def feature_collection(found: PlaceFilter, zoom: int | None) -> str:
    """The located places of the filter as GeoJSON: at most 500 points and clusters.

    The points plus the sum of ``aantal`` are exactly the located places that the list has.
    """
    asked = {wish.parameter for wish in found.wishes()}
    ahead = None if asked - {"bbox"} else kept(found, zoom)
    return ahead or gathered(found, zoom)


def gathered(found: PlaceFilter, zoom: int | None) -> str:
    """The same, from the places themselves."""
    sql, parameters = found.selected.rows("id, location", more=[located()])
    more = [*_size(found.box), zoom, *on_the_wall(found.moment)]
    drawn: str = _answer(_GATHERED.format(hits=sql), [*parameters, *more])
    return drawn


def kept(found: PlaceFilter, zoom: int | None) -> str | None:
    """The same without wishes, from the cells that are kept; None where they do not know it."""
    box = found.box.ewkt if found.box else None
    drawn: str | None = _answer(_KEPT, [box, zoom, *on_the_wall(found.moment)])
    return drawn


def _answer(statement: str, parameters: list[Any]) -> Any:
    (answer,) = row_of(statement, parameters) or (None,)
    return answer


def _size(box: Box | None) -> tuple[float, float] | tuple[None, None]:
    """Width and height in metres; None when the box is everything."""
    if box is None:
        return None, None
    west, south, east, north = box.extent
    return east - west, north - south
