"""Where something is that a person typed: ``places/sql/whereabouts.sql``."""

from collections.abc import Sequence
from typing import NamedTuple

from django.contrib.gis.geos import Point

from places.models.area import RD_NEW
from places.models.reading import row_of
from places.typed_address import Named


class AtPostcode(NamedTuple):
    """A point, and whether it is that of the whole postcode and not of its digits alone."""

    point: Point
    exact: bool


class AtName(NamedTuple):
    """A point, the name as our data write it, and whether that is one of a street."""

    point: Point
    name: str
    street: bool


def at_postcode(digits: str, letters: str) -> AtPostcode | None:
    """Where a postcode is, as well as our own data know; ``letters`` may be empty."""
    found = row_of("SELECT * FROM places_at_postcode(%s, %s)", [digits, letters])
    return AtPostcode(_point(found[0], found[1]), found[2]) if found else None


def at_name(names: Sequence[Named], home: str, municipality: bool) -> AtName | None:
    """The first of these names that is one of a wijk, a gebied or a street, rather in ``home``.

    A whole municipality only if one may be meant.
    """
    asked = [one.name for one in names], [one.city for one in names]
    found = row_of("SELECT * FROM places_at_name(%s, %s, %s, %s)", [*asked, home, municipality])
    return AtName(_point(found[0], found[1]), found[2], found[3]) if found else None


def _point(x: float, y: float) -> Point:
    return Point(x, y, srid=RD_NEW)
