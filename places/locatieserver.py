"""Asking PDOK's Locatieserver, which may be unset, slow, away, or answer something odd."""

import json
import re
import time
import urllib.parse
import urllib.request
from http.client import HTTPException
from typing import Any

from django.conf import settings
from django.contrib.gis.geos import Point

from places.models.area import RD_NEW

RD_POINT = re.compile(r"^POINT\((\d+(?:\.\d+)?) (\d+(?:\.\d+)?)\)$")
SECONDS = 2.0
REST = 60.0
"""After a failure we leave the service alone for so many seconds, so that nobody waits for it."""

_silent_until = 0.0


def documents(service: str, **parameters: Any) -> list[dict[str, Any]] | None:
    """What the service (``free``, ``suggest``, ``lookup``) found; None when it does not answer."""
    global _silent_until
    if not settings.LOCATIESERVER_URL or time.monotonic() < _silent_until:
        return None
    address = f"{settings.LOCATIESERVER_URL}/{service}?{urllib.parse.urlencode(parameters)}"
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310
            found = json.load(answer)["response"]["docs"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        _silent_until = time.monotonic() + REST
        return None
    if not isinstance(found, list):
        return []
    return [document for document in found if isinstance(document, dict)]


def point_of(document: dict[str, Any]) -> Point | None:
    """The point of a document in RD; None when it has another shape than we know."""
    match = RD_POINT.match(str(document.get("centroide_rd", "")))
    return Point(float(match[1]), float(match[2]), srid=RD_NEW) if match else None
