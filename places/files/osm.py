"""Places as Overpass gives elements of OpenStreetMap, in its JSON."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, BinaryIO

from places.files.asked import Asked
from places.files.osm_tags import TAGS, tags_of
from places.files.spool import spooled
from places.models.file_rows import FiledPlace
from places.public_holidays import holidays_between
from places.schedule import HORIZON
from places.site import site_title

DECIMALS = 7
"""As many as OpenStreetMap keeps."""


def names() -> list[str]:
    """What ``velden`` may choose."""
    return list(TAGS)


def written(places: Iterable[FiledPlace], asked: Asked) -> BinaryIO:
    """Nodes with negative ids, as what OpenStreetMap does not have yet; a line for each."""
    return spooled(parts(places, asked))


def parts(places: Iterable[FiledPlace], asked: Asked) -> Iterator[str]:
    """The file, a part for every place."""
    holidays = holidays_between(asked.today - timedelta(days=1), asked.today + HORIZON, "nl")
    yield json.dumps(_head(asked), ensure_ascii=False)[:-1] + ', "elements": ['
    comma = "\n"
    for number, place in enumerate(places, 1):
        tags = tags_of(place, holidays)
        said = {name: text for name, text in tags.items() if name in asked.names}
        yield comma + json.dumps(_node(-number, place, said), ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def _head(asked: Asked) -> dict[str, Any]:
    base = {"timestamp_osm_base": f"{asked.today:%Y-%m-%d}T00:00:00Z", "copyright": site_title()}
    return {"version": 0.6, "generator": site_title(), "osm3s": base}


def _node(number: int, place: FiledPlace, tags: dict[str, str]) -> dict[str, Any]:
    """Without a point it has no lat and lon, as where Overpass was asked for tags alone."""
    lat, lon = place.degrees_given["lat"], place.degrees_given["lon"]
    point = {} if lat is None or lon is None else _degrees(lat, lon)
    return {"type": "node", "id": number, **point, "tags": tags}


def _degrees(lat: float, lon: float) -> dict[str, float]:
    return {"lat": round(lat, DECIMALS), "lon": round(lon, DECIMALS)}
