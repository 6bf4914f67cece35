"""From what a person types to a point: coordinates, a postcode, a street, a wijk or a gebied."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib.gis.geos import Point
from django.utils.translation import gettext as _

from places import locatieserver
from places.coordinates import all_in_degrees, in_the_netherlands, rd_point
from places.models.whereabouts import at_name, at_postcode
from places.typed_address import TypedAddress, typed_address

COORDINATES = re.compile(r"^(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$")


class UnknownLocationError(ValueError):
    """Nothing is known by this name; the message says so in the user's language."""


@dataclass(frozen=True)
class Near:
    """A point that places can be near to, in RD New, and what to call it.

    ``rough``: it is the middle of something large; nobody is just there.
    """

    point: Point
    label: str
    rough: bool = False

    @property
    def degrees(self) -> dict[str, str]:
        """Latitude and longitude in WGS84, as text with a dot."""
        ((longitude, latitude),) = all_in_degrees([(self.point.x, self.point.y)])
        return {"lat": f"{latitude:.7f}", "lon": f"{longitude:.7f}"}


def locate(text: str, *, ask_outside: bool = True) -> Near:
    """Find the point that the text means in our own data, else ask the Locatieserver if we may.

    The letters of a postcode say most, then a street or wijk, then the digits of a postcode.
    Raises UnknownLocationError if nobody knows it.
    """
    if match := COORDINATES.match(text):
        return from_degrees(float(match[1]), float(match[2]))
    typed = typed_address(text)
    known, exact = _at_postcode(typed)
    near = known if exact else _by_name(typed) or known
    if near is None and ask_outside:
        near = _from_locatieserver(text)
    if near is None:
        raise UnknownLocationError(
            _("We kennen “%(text)s” niet. Probeer de wijk, of een andere postcode of straat.")
            % {"text": text}
        )
    return near


def from_degrees(latitude: float, longitude: float) -> Near:
    """A point in WGS84 degrees; raises UnknownLocationError outside the Netherlands."""
    if not in_the_netherlands(longitude, latitude):
        raise UnknownLocationError(_("Dit punt ligt niet in Nederland."))
    return Near(rd_point(longitude, latitude), _("de gekozen plek"))


def _at_postcode(typed: TypedAddress) -> tuple[Near | None, bool]:
    """Where this postcode is, and whether its letters are known too."""
    found = at_postcode(typed.digits, typed.letters) if typed.digits else None
    if found is None:
        return None, False
    label = f"{typed.digits} {typed.letters}" if found.exact else typed.digits
    return Near(found.point, label, rough=not found.exact), found.exact


def _by_name(typed: TypedAddress) -> Near | None:
    """A wijk, a gebied, or else a street; a whole city only by itself."""
    if not typed.names:
        return None
    found = at_name(typed.names, settings.CITY_NAME, municipality=typed.whole)
    return Near(found.point, found.name, rough=not found.street) if found else None


def _from_locatieserver(text: str) -> Near | None:
    """Ask PDOK; None when it does not know, is not set, or does not answer in time."""
    city = settings.CITY_NAME
    question = text if city.lower() in text.lower() else f"{text} {city}"
    found = locatieserver.documents("free", q=question, rows=1)
    point = locatieserver.point_of(found[0]) if found else None
    return Near(point, str(found[0].get("weergavenaam", ""))) if found and point else None
