"""Places on a map: points, and where they crowd one cluster that says how many."""

from dataclasses import dataclass
from typing import Any

from django.contrib.gis.geos import Polygon
from django.db.models import F

from places.filters import PlaceFilter
from places.models import Place
from places.models.reading import reading

CELL_PIXELS = 52
"""Two houses closer than this on the screen cover each other."""

MOST_FEATURES = 500

CELLS_ACROSS = 20
"""At most 21 by 21 cells touch the box, which keeps an answer under ``MOST_FEATURES``."""

METRES_A_PIXEL = 156_543.034 * 0.6157
"""At zoom 0 on the latitude of the Netherlands (52 degrees)."""

# The planner expects a single hit where wishes are combined; a size that is not materialised is
# then made anew for each of thousands.
_CELLS = """
WITH hit (id, location) AS ({hits}),
frame AS (
  SELECT coalesce(%s, greatest(
    ST_XMax(ST_Extent(location)) - ST_XMin(ST_Extent(location)),
    ST_YMax(ST_Extent(location)) - ST_YMin(ST_Extent(location)))) / {across} AS widest, count(*)
  FROM hit
),
size AS MATERIALIZED (
  SELECT CASE WHEN %s > 0 AND count <= {most} THEN greatest(%s, 0.01)
    ELSE greatest(%s, widest, 0.01) END AS size
  FROM frame
),
cell AS (
  SELECT count(*) AS count, min(id) AS id, ST_Extent(location)::geometry AS extent,
    ST_SetSRID(ST_MakePoint(avg(ST_X(location)), avg(ST_Y(location))), 28992) AS middle
  FROM hit, size
  GROUP BY floor(ST_X(location) / size), floor(ST_Y(location) / size)
),
turned AS (
  SELECT count, id, ST_Transform(middle, 4326) AS middle,
    ST_Transform(ST_SetSRID(extent, 28992), 4326) AS extent
  FROM cell
)
SELECT count, ST_X(middle), ST_Y(middle),
  ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent), single.*
FROM turned LEFT JOIN LATERAL ({single}) AS single ON count = 1
ORDER BY id
"""


@dataclass(frozen=True)
class Cell:
    """A square of the map and what is in it; coordinates in degrees.

    What follows the corners is known of a cell with a single place only.
    """

    count: int
    longitude: float
    latitude: float
    west: float
    south: float
    east: float
    north: float
    slug: str | None
    name: str | None
    kind: str | None
    symbol: str | None
    precision: str | None
    state: str | None

    def feature(self) -> dict[str, Any]:
        """The cell as GeoJSON: the place itself, or a cluster."""
        point = [round(self.longitude, 5), round(self.latitude, 5)]
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": point},
            "properties": self._place() if self.count == 1 else self._cluster(),
        }

    def _place(self) -> dict[str, Any]:
        return {
            "slug": self.slug,
            "naam": self.name,
            "soort": self.kind,
            "symbool": self.symbol or "house",
            "precisie": self.precision,
            "staat": self.state,
        }

    def _cluster(self) -> dict[str, Any]:
        """The box is a hair wider than its points, so that it holds them after rounding."""
        hair = 0.00001
        corners = (self.west - hair, self.south - hair, self.east + hair, self.north + hair)
        return {"aantal": self.count, "bbox": [round(corner, 5) for corner in corners]}


def feature_collection(found: PlaceFilter, zoom: int | None) -> dict[str, Any]:
    """The located places of the filter as GeoJSON: at most 500 points and clusters.

    The points plus the sum of ``aantal`` are exactly the located places that the list has.
    """
    features = [cell.feature() for cell in _cells(found, zoom)]
    return {"type": "FeatureCollection", "features": features}


def _cells(found: PlaceFilter, zoom: int | None) -> list[Cell]:
    hits = found.qs.located().order_by().values_list("pk", "location").query
    single = (
        Place.objects.of_row("turned.id")
        .with_state(found.moment)
        .values_list("slug", "name", "kind__slug", "kind__symbol", "location_precision", F("state"))
    )
    hits_sql, hits_parameters = hits.sql_with_params()
    single_sql, single_parameters = single.query.sql_with_params()
    pixels = 0.0 if zoom is None else CELL_PIXELS * METRES_A_PIXEL / 2**zoom
    with reading().cursor() as cursor:
        cursor.execute(
            _CELLS.format(
                hits=hits_sql, across=CELLS_ACROSS, most=MOST_FEATURES, single=single_sql
            ),
            [*hits_parameters, _width(found.box), pixels, pixels, pixels, *single_parameters],
        )
        return [Cell(*row) for row in cursor.fetchall()]


def _width(box: Polygon | None) -> float | None:
    """The longest side in metres; None when the box is everything."""
    if box is None:
        return None
    west, south, east, north = box.extent
    return max(east - west, north - south)
