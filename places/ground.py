"""The map's own ground: water and areas, for when no tiles come."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from places.models import Area


def ground() -> dict[str, Any]:
    """Water and areas as GeoJSON in degrees; areas as boundary if loaded, else their centre."""
    return {"type": "FeatureCollection", "features": [*_water(settings.WATER_FILE), *_areas()]}


@cache
def _water(file: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(file.read_text())["features"]
    for feature in features:
        feature["properties"]["soort"] = "water"
    return features


def _areas() -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "geometry": json.loads(shape),
            "properties": {
                "soort": level,
                "naam": name,
                "label": [round(centre.x, 5), round(centre.y, 5)],
            },
        }
        for level, name, shape, centre in Area.objects.drawn()
    ]
