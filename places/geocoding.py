"""From what a person types to a point: coordinates, a postcode, a street, a wijk or a gebied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.gis.geos import Point
from django.utils.translation import gettext as _

from places import locatieserver
from places.coordinates import all_in_degrees, in_the_netherlands, rd_point
from places.models import Area, Place, Postcode
from places.models.area import MUNICIPALITY, STREET
from places.models.postcode import LOADED_EXACT
from places.typed_address import Named, TypedAddress, typed_address

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
    """Where this postcode is, from one statement, and whether its letters are known too."""
    if not typed.digits:
        return None, False
    places = Place.objects.published().points_at_postcode(typed.digits, typed.letters)
    loaded = Postcode.objects.points_at(typed.digits, typed.letters)
    found = dict(places.union(loaded, all=True))
    if not found:
        return None, False
    rank = min(found)
    exact = rank <= LOADED_EXACT
    label = f"{typed.digits} {typed.letters}" if exact else typed.digits
    return Near(found[rank], label, rough=not exact), exact


def _by_name(typed: TypedAddress) -> Near | None:
    """A wijk, a gebied, or else a street, from one statement; a whole city only by itself."""
    if not typed.names:
        return None
    home = settings.CITY_NAME
    areas = Area.objects.points_named(typed.names, home)
    streets = Place.objects.published().points_in_street(typed.names, home)
    likely = [
        (
            _likeliness(typed.names, name, city),
            size,
            city != home,
            Near(point, name, rough=size != STREET),
        )
        for size, name, city, point in areas.union(streets, all=True)
        if typed.whole or size != MUNICIPALITY
    ]
    return min(likely, key=lambda one: one[:3])[3] if likely else None


def _likeliness(names: Sequence[Named], name: str, city: str) -> int:
    """The number in the row of what may be meant; the lower the likelier."""
    for number, one in enumerate(names):
        if _same(one.name, name) and (not one.city or _same(one.city, city)):
            return number
    return len(names)


def _same(one: str, other: str) -> bool:
    return one.upper() == other.upper()


def _from_locatieserver(text: str) -> Near | None:
    """Ask PDOK; None when it does not know, is not set, or does not answer in time."""
    city = settings.CITY_NAME
    question = text if city.lower() in text.lower() else f"{text} {city}"
    found = locatieserver.documents("free", q=question, rows=1)
    point = locatieserver.point_of(found[0]) if found else None
    return Near(point, str(found[0].get("weergavenaam", ""))) if found and point else None
