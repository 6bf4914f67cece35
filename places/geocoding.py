"""From what a person types to a point: coordinates, a postcode, a street, a wijk or a gebied."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib.gis.geos import Point
from django.utils.translation import gettext as _

from places import locatieserver
from places.coordinates import in_degrees, in_the_netherlands, rd_point
from places.models import Area, Place

COORDINATES = re.compile(r"^(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$")
POSTCODE = re.compile(r"^([1-9]\d{3})\s?([A-Za-z]{2})?$")
NUMBER_AT_THE_END = re.compile(r"\s+\d+\s*[\w-]*$")


class UnknownLocationError(ValueError):
    """Nothing is known by this name; the message says so in the user's language."""


@dataclass(frozen=True)
class Near:
    """A point that places can be near to, in RD New, and what to call it."""

    point: Point
    label: str

    @property
    def degrees(self) -> dict[str, str]:
        """Latitude and longitude in WGS84, as text with a dot."""
        point = in_degrees(self.point)
        return {"lat": f"{point.y:.7f}", "lon": f"{point.x:.7f}"}


def locate(text: str) -> Near:
    """Find the point that the text means; our own data first, the Locatieserver after that.

    Raises UnknownLocationError if nobody knows it.
    """
    if match := COORDINATES.match(text):
        return from_degrees(float(match[1]), float(match[2]))
    near = _at_postcode(text) or _by_name(text) or _from_locatieserver(text)
    if near is None:
        raise UnknownLocationError(
            _("We kennen “%(text)s” niet. Probeer een postcode, straat of wijk.") % {"text": text}
        )
    return near


def from_degrees(latitude: float, longitude: float) -> Near:
    """A point in WGS84 degrees; raises UnknownLocationError outside the Netherlands."""
    if not in_the_netherlands(longitude, latitude):
        raise UnknownLocationError(_("Dit punt ligt niet in Nederland."))
    return Near(rd_point(longitude, latitude), _("de gekozen plek"))


def _at_postcode(text: str) -> Near | None:
    match = POSTCODE.match(text)
    if match is None:
        return None
    digits, letters = match[1], (match[2] or "").upper()
    point, exact = Place.objects.published().centre_of_postcode(digits, letters)
    if point is None:
        return None
    return Near(point, f"{digits} {letters}" if exact else digits)


def _by_name(text: str) -> Near | None:
    """A wijk, a gebied, or else a street (with or without a number), from one statement."""
    areas = Area.objects.points_named(text)
    streets = Place.objects.published().points_in_street(NUMBER_AT_THE_END.sub("", text))
    named: list[tuple[int, str, Point]] = sorted(
        areas.union(streets, all=True), key=lambda row: row[0]
    )
    return Near(point=named[0][2], label=named[0][1]) if named else None


def _from_locatieserver(text: str) -> Near | None:
    """Ask PDOK; None when it does not know, is not set, or does not answer in time."""
    found = locatieserver.documents("free", q=f"{text} {settings.CITY_NAME}", rows=1)
    point = locatieserver.point_of(found[0]) if found else None
    return Near(point, str(found[0].get("weergavenaam", ""))) if found and point else None
