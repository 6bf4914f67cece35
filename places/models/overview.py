"""All that is published, seen from above: how much, how fresh, where, and a part to show it by."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from places.models.reading import reading
from places.models.tally import MAPPED, TOTAL

SAMPLE = 1000
"""Places, the first by name, of which the examples are chosen: as much work in a country."""

_CHECKED = "places_checked_since(%(checked_since)s)"
_UNCHECKED = f"places_number('{TOTAL}') - places_checked_since('0001-01-01')"
_COUNTS = f"places_number('{TOTAL}'), places_number('{MAPPED}'), {_CHECKED}, {_UNCHECKED}"
# Not EXISTS: PostgreSQL would read the hours of all places to look up those of a thousand.
_OVERVIEW = """
WITH sample AS MATERIALIZED (
  SELECT id, slug, name, tags, location,
    (SELECT 1 FROM places_openinghours WHERE place_id = place.id LIMIT 1) IS NOT NULL AS has_hours
  FROM places_place AS place WHERE status = 'gepubliceerd' ORDER BY name, id LIMIT %(sample)s
), sight AS (
  SELECT slug, name, ST_Transform(location, 4326) AS spot FROM sample
  ORDER BY has_hours AND location IS NOT NULL DESC, has_hours DESC, name, id LIMIT 1
)
SELECT {counts}, (SELECT changed_at FROM places_edition), (
  SELECT json_build_object('slug', slug, 'name', name, 'spot', CASE WHEN spot IS NOT NULL
    THEN json_build_array(round(ST_Y(spot)::numeric, 4), round(ST_X(spot)::numeric, 4)) END)
  FROM sight
), (
  SELECT json_build_array(area, offer) FROM sample
    CROSS JOIN unnest(tags) AS area LEFT JOIN unnest(tags) AS offer ON offer LIKE 'aanbod:%%'
  WHERE area LIKE 'gebied:%%'
  GROUP BY area, offer ORDER BY offer IS NULL, count(*) DESC, area, offer LIMIT 1
)
"""

_EXTENT = """
SELECT newest.first_at, newest.changed_at, (
  SELECT coalesce(json_agg(json_build_object(
    'name', name, 'code', code,
    'centre', ST_AsText(ST_Transform(centre, 4326), 5),
    'box', ST_AsText(ST_Envelope(ST_Transform(ST_Envelope(boundary), 4326)), 5)
  ) ORDER BY name, code), '[]')
  FROM places_area WHERE level = 'gemeente'
)
FROM (SELECT) AS always LEFT JOIN places_edition AS newest ON true
"""


@dataclass(frozen=True)
class Sight:
    """A published place to show by what there is: if possible one with hours, on the map."""

    slug: str
    name: str
    spot: tuple[float, float] | None
    """Latitude and longitude, to ten metres."""


@dataclass(frozen=True)
class Overview:
    """Numbers, which are kept, and what to show."""

    total: int
    mapped: int
    checked: int
    unchecked: int
    changed_at: datetime | None
    sight: Sight | None
    tags: list[str]
    """A gebied where much is, and if possible an offer that is had there."""


@dataclass(frozen=True)
class Municipality:
    """Where the data is about: shapes are WKT in degrees, ``box`` only of a loaded boundary."""

    name: str
    code: str
    centre: str
    box: str | None


@dataclass(frozen=True)
class Extent:
    """Since when places are public, when any of it last changed, and where it may lie."""

    since: datetime | None
    changed_at: datetime | None
    municipalities: list[Municipality]


def overview(checked_since: date) -> Overview:
    """All that is published at this moment, in one statement."""
    asked: dict[str, date | int] = {"checked_since": checked_since, "sample": SAMPLE}
    with reading().cursor() as cursor:
        cursor.execute(_OVERVIEW.format(counts=_COUNTS), asked)
        total, mapped, checked, unchecked, changed_at, sight, tags = cursor.fetchone()
    known = [one for one in _read(tags) if one]
    return Overview(total, mapped, checked, unchecked, changed_at, _sight(_read(sight)), known)


def extent() -> Extent:
    """When and where the data is about, in one statement."""
    with reading().cursor() as cursor:
        cursor.execute(_EXTENT)
        since, changed_at, municipalities = cursor.fetchone()
    return Extent(since, changed_at, [Municipality(**one) for one in _read(municipalities)])


def _read(column: Any) -> Any:
    """JSON as it came from the driver, empty for null."""
    return json.loads(column) if isinstance(column, str) else column or []


def _sight(found: dict[str, Any]) -> Sight | None:
    if not found:
        return None
    spot = found["spot"]
    return Sight(found["slug"], found["name"], (spot[0], spot[1]) if spot else None)
