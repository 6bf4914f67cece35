"""The map's own ground: water and areas, for when no tiles come."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from places.models import Area, Edition

_kept: dict[tuple[datetime, Path, str], str] = {}
"""At most one: the ground as its areas last changed. To simplify 3,200 outlines takes 120 ms."""


def ground() -> str:
    """``drawn``, which a process keeps for as long as it holds."""
    changed_at = Edition.objects.words_changed_at()
    if changed_at is None:
        return drawn()
    key = (changed_at, settings.WATER_FILE, settings.AREAS_ATTRIBUTION)
    kept = _kept.get(key)
    if kept is None:
        kept = drawn()
        _kept.clear()
        _kept[key] = kept
    return kept


def drawn() -> str:
    """Water and areas as GeoJSON in degrees; areas as boundary if loaded, else their centre."""
    areas = [_feature(area) for area in Area.objects.drawn()]
    collection = {
        "type": "FeatureCollection",
        "features": [*_water(settings.WATER_FILE), *areas],
    }
    if any(area["geometry"]["type"] != "Point" for area in areas):
        collection["attribution"] = settings.AREAS_ATTRIBUTION
    return json.dumps(collection, separators=(",", ":"), ensure_ascii=False)


@cache
def _water(file: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(file.read_text())["features"]
    for feature in features:
        feature["properties"]["soort"] = "water"
    return features


def _feature(area: Area) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": json.loads(area.shape),
        "properties": {
            "soort": area.level,
            "naam": area.name,
            "label": [round(area.label.x, 5), round(area.label.y, 5)],
        },
    }
