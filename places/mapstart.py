"""What the map's own script starts from: addresses, the background, and its words."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from huiskamers.fixed_urls import fixed_url, slug_url
from places.models import Place
from places.schedule import State


def map_start() -> dict[str, Any]:
    """The data of the map on the directory."""
    return {
        "ground_url": fixed_url("ground"),
        "data_url": fixed_url("map_data"),
        "card_url": slug_url("place_card", "{slug}"),
        "list_url": fixed_url("directory"),
        "tiles_url": settings.TILES_URL,
        "attribution": settings.TILES_ATTRIBUTION,
        "min_zoom": 6,
        "max_zoom": 19,
        "centre": settings.CITY_CENTRE,
        "zoom": settings.CITY_ZOOM,
        "labels": _labels(),
    }


def map_start_of(place: Place, state: State) -> dict[str, Any] | None:
    """The data of the small map on its page of a place that came ``for_its_page()``, or None."""
    point = place.degrees
    if point is None:
        return None
    return {
        **map_start(),
        "place": {
            "lat": round(point.y, 5),
            "lon": round(point.x, 5),
            "precision": place.location_precision,
            "symbol": place.kind.symbol if place.kind else "house",
            "state": state,
            "name": place.name,
        },
    }


def _labels() -> dict[str, Any]:
    return {
        "zoom_in": _("Inzoomen"),
        "zoom_out": _("Uitzoomen"),
        "close": _("Sluiten"),
        "cluster": _("{aantal} plekken, inzoomen"),
        "cluster_list": _("{aantal} plekken, toon in de lijst"),
        "marker": "{naam}, {staat}",
        "roughly": _("bij benadering"),
        "here": _("Hier zoek je"),
        "map": _("Kaart"),
        "states": {
            State.OPEN: _("open"),
            State.APPOINTMENT: _("op afspraak"),
            State.CLOSED: _("dicht"),
            State.UNKNOWN: _("openingstijd onbekend"),
        },
    }
