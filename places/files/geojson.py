"""Places as GeoJSON (RFC 7946): every place is a feature, also where no point is known."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

from places.files.asked import Asked
from places.files.flat import FIELDS, names
from places.files.spool import spooled
from places.models.file_rows import FiledPlace

__all__ = ["names", "written"]

DECIMALS = 6
"""About ten centimetres, as section 11.2 of the RFC has it."""


def written(places: Iterable[FiledPlace], asked: Asked) -> BinaryIO:
    """A feature collection, a line for every feature."""
    return spooled(parts(places, asked))


def parts(places: Iterable[FiledPlace], asked: Asked) -> Iterator[str]:
    """The file, a part for every place."""
    yield '{"type": "FeatureCollection", "features": ['
    comma = "\n"
    for place in places:
        yield comma + json.dumps(_feature(place, asked), ensure_ascii=False, default=_plain)
        comma = ",\n"
    yield "\n]}\n"


def _feature(place: FiledPlace, asked: Asked) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": str(place.uuid),
        "geometry": _geometry(place),
        "properties": {name: FIELDS[name].says(place, asked) for name in asked.names},
    }


def _geometry(place: FiledPlace) -> dict[str, Any] | None:
    lon, lat = place.degrees_given["lon"], place.degrees_given["lat"]
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}


def _plain(value: date) -> str:
    """Days, and moments as the API tells them: in UTC, to the second."""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return value.isoformat()
