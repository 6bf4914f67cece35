"""GeoJSON features from a file or a paged address, and the grid that they are in."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext as _

from places.coordinates import WGS84
from places.importing.documents import is_address, json_of
from places.importing.report import Refused
from places.models.area import RD_NEW

Feature = dict[str, Any]

# ETRS89 differs less than a metre from WGS84; CRS84 is WGS84 with the longitude first.
KNOWN_GRIDS = {"28992": RD_NEW, "4326": WGS84, "4258": WGS84, "84": WGS84}


def features_of(source: str) -> Iterator[tuple[Feature, int | None]]:
    """Every feature, with the EPSG code of its coordinates if the source declares it.

    Follows the links to next pages. Raises Refused for what is no GeoJSON.
    """
    seen: set[str] = set()
    while source and source not in seen:
        seen.add(source)
        document = json_of(source)
        features = document.get("features") if isinstance(document, dict) else None
        if not isinstance(features, list):
            raise Refused(_("%(source)s is geen GeoJSON met gebieden.") % {"source": source})
        grid = _declared_grid(document)
        for feature in features:
            yield (feature if isinstance(feature, dict) else {}), grid
        source = _next_page(source, document)


def _next_page(source: str, document: Feature) -> str:
    """Where the rest is; a file has no next page."""
    links = document.get("links") if is_address(source) else None
    for link in links if isinstance(links, list) else []:
        if link.get("rel") == "next":
            return urljoin(source, str(link.get("href", "")))
    return ""


def _declared_grid(document: Feature) -> int | None:
    if not document.get("crs"):
        return None
    code = re.search(r"(\d+)\D*$", str(document["crs"]))
    if code is None or code[1] not in KNOWN_GRIDS:
        message = _("Dit coördinatenstelsel kennen we niet: %s. Gebruik WGS84 of RD.")
        raise Refused(message % document["crs"])
    return KNOWN_GRIDS[code[1]]
