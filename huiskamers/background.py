"""The background of the map: who may serve its tiles, and how the admin's map shows them."""

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF


def policy(tiles_url: str) -> dict[str, Any]:
    """What a browser may load into our pages: our own files, and the tiles."""
    return {
        "DIRECTIVES": {
            "default-src": [SELF],
            "img-src": [SELF, "data:", *_origins(tiles_url)],
            "base-uri": [NONE],
            "object-src": [NONE],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
        },
    }


def leaflet_config(
    tiles_url: str, attribution: str, centre: tuple[float, ...], zoom: int
) -> dict[str, Any]:
    """Settings of django-leaflet; the zooms are those that PDOK has tiles for."""
    return {
        "DEFAULT_CENTER": centre,
        "DEFAULT_ZOOM": zoom,
        "MIN_ZOOM": 6,
        "MAX_ZOOM": 19,
        "TILES": [("", tiles_url, {"attribution": attribution})] if tiles_url else [],
        "RESET_VIEW": False,
    }


def _origins(tiles_url: str) -> list[str]:
    """Of ``https://{s}.tiles.example/{z}/...`` it is ``https://*.tiles.example``."""
    tiles = urlsplit(tiles_url)
    return [f"{tiles.scheme}://{tiles.netloc.replace('{s}', '*')}"] if tiles.netloc else []
