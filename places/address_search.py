"""From what staff type of an address to everything that the address says about a place."""

from typing import Any

from django.conf import settings

from places import locatieserver
from places.coordinates import in_degrees
from places.models import Area

MOST = 8


class AddressSearchAwayError(Exception):
    """The Locatieserver is not set or does not answer; everything can be typed by hand."""


def suggestions(text: str) -> list[dict[str, str]]:
    """``id`` and ``label`` of addresses that begin like this, those near the city first."""
    latitude, longitude = settings.CITY_CENTRE
    found = _asked("suggest", q=text, fq="type:adres", rows=MOST, lat=latitude, lon=longitude)
    return [
        {"id": str(document["id"]), "label": str(document["weergavenaam"])}
        for document in found
        if "id" in document and "weergavenaam" in document
    ]


def address(key: str) -> dict[str, Any] | None:
    """The fields of a place's address by the ``id`` of a suggestion; None if it is unknown."""
    found = _asked("lookup", id=key)
    return _fields(found[0]) if found else None


def _asked(service: str, **parameters: Any) -> list[dict[str, Any]]:
    found = locatieserver.documents(service, **parameters)
    if found is None:
        raise AddressSearchAwayError
    return found


def _fields(document: dict[str, Any]) -> dict[str, Any]:
    """In the names of our own fields; ``area`` is the key of the wijk if we have it."""
    point = locatieserver.point_of(document)
    degrees = in_degrees(point) if point else None
    wijk = Area.objects.coded(str(document.get("buurtcode", ""))).first()
    return {
        "street": str(document.get("straatnaam", "")),
        "house_number": str(document.get("huis_nlt", "")),
        "postcode": _spaced(str(document.get("postcode", ""))),
        "city": str(document.get("woonplaatsnaam", "")),
        "area": wijk.pk if wijk else None,
        "lat": degrees.y if degrees else None,
        "lon": degrees.x if degrees else None,
    }


def _spaced(postcode: str) -> str:
    """``3014RA`` as we write it: ``3014 RA``."""
    return f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 else postcode
