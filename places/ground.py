"""The map's own ground: water and areas, for when no tiles come."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from places.models import Area


def ground() -> dict[str, Any]:
    """Water and areas as GeoJSON in degrees; areas as boundary if loaded, else their centre."""
    areas = [_feature(area) for area in Area.objects.drawn()]
    collection = {
        "type": "FeatureCollection",
        "features": [*_water(settings.WATER_FILE), *areas],
    }
    if any(area["geometry"]["type"] != "Point" for area in areas):
        collection["attribution"] = settings.AREAS_ATTRIBUTION
    return collection


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
