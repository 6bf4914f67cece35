"""Postcodes and where they are: from a table, or from GeoJSON such as that of CBS."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from django.contrib.gis.geos import Point
from django.db import transaction
from django.utils.translation import gettext as _

from places.coordinates import WGS84, in_degrees
from places.importing.dialects import Unreadable, normalised
from places.importing.documents import is_address, text_of, year_in
from places.importing.features import features_of
from places.importing.outlines import middle
from places.importing.report import Refused
from places.models import Area, Postcode
from places.models.area import RD_NEW
from places.models.postcode import Incoming, Settled

CODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})?")
PROPERTIES = ("postcode6", "pc6", "postcode", "postcode4", "pc4")
"""What sources call it, the most precise first, as ``normalised`` writes it."""

AROUND = 5_000
"""Metres around our areas in which people may live who come to our places."""

MOST_REFUSALS = 50
"""A wrong column makes every row wrong; nobody reads 460,000 lines."""


class Row(NamedTuple):
    """A row of a source: ``where`` gives its point in RD New, or raises Unreadable."""

    number: int
    postcode: str
    where: Callable[[], Point]
    year: str


def load_postcodes(source: str) -> list[str]:
    """Make or move the postcodes of a file or address, all or none.

    They are read as they come, so that a whole country fits. What the source lacks stays as it is.
    Returns what was done, one line per fact. Raises Refused.
    """
    title = source.partition("?")[0] if is_address(source) else Path(source).name
    refusals: list[str] = []
    with transaction.atomic():
        Postcode.objects.receive(_sound(_rows(source), refusals))
        for number, code in Postcode.objects.twice(MOST_REFUSALS):
            refusals.append(_refusal(number, code, _("deze postcode staat vaker in de bron")))
        if refusals:
            raise Refused(*_not_too_many(refusals))
        settled = Postcode.objects.settle(title[-200:])
        if not any(settled):
            raise Refused(_("De bron heeft geen postcodes."))
    return _lines(settled)


def with_surroundings(address: str) -> str:
    """The address with ``{bbox}`` filled in: our areas and what lies around them, in degrees.

    Raises Refused.
    """
    if "{bbox}" not in address:
        return address
    extent = Area.objects.extent()
    if extent is None:
        raise Refused(_("Laad eerst de gebieden: van daaromheen worden de postcodes gehaald."))
    west, south, east, north = extent
    corners = [
        in_degrees(Point(x, y, srid=RD_NEW))
        for x, y in ((west - AROUND, south - AROUND), (east + AROUND, north + AROUND))
    ]
    degrees = (degree for corner in corners for degree in (corner.x, corner.y))
    return address.replace("{bbox}", ",".join(f"{degree:.4f}" for degree in degrees))


def _rows(source: str) -> Iterator[Row]:
    year = year_in(source if is_address(source) else Path(source).name)
    read = _from_table if source.lower().endswith(".csv") else _from_features
    return read(source, str(year or ""))


def _from_table(source: str, year: str) -> Iterator[Row]:
    """With the numbers that a spreadsheet gives, where the heading is row 1."""
    text = text_of(source)
    separator = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=separator, restval="")
    try:
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or []]
        x, y, grid = _columns(reader.fieldnames)
        for row in reader:
            if any(row.values()):
                numbers = [row[column].replace(",", ".") for column in (x, y)]
                where = partial(middle, {"type": "Point", "coordinates": numbers}, grid)
                yield Row(reader.line_num, row["postcode"], where, year)
    except csv.Error as error:
        message = _("rij %(number)d is niet te lezen (%(reason)s)")
        number = reader.reader.line_num  # that of DictReader is of the row before
        raise Refused(message % {"number": number, "reason": error}) from error


def _columns(names: Iterable[str]) -> tuple[str, str, int]:
    """Those with the coordinates, and the EPSG code of what is in them."""
    for x, y, grid in (("lon", "lat", WGS84), ("x", "y", RD_NEW)):
        if {"postcode", x, y} <= set(names):
            return x, y, grid
    raise Refused(_("De tabel heeft deze kolommen nodig: postcode, lat, lon of postcode, x, y."))


def _from_features(source: str, year: str) -> Iterator[Row]:
    for number, (feature, grid) in enumerate(features_of(source), 1):
        known = normalised(feature.get("properties"))
        postcode = next((known[name] for name in PROPERTIES if name in known), "")
        where = partial(middle, feature.get("geometry"), grid)
        counted_in = year_in(known.get("jaarcode", ""))
        yield Row(number, postcode, where, str(counted_in or year))


def _sound(rows: Iterable[Row], refusals: list[str]) -> Iterator[Incoming]:
    """Those that can be taken in; why the others cannot is added to ``refusals``."""
    for row in rows:
        try:
            code, point = _code(row.postcode), row.where()
            yield Incoming(row.number, code, point.x, point.y, row.year)
        except Unreadable as error:
            refusals.append(_refusal(row.number, row.postcode, str(error)))


def _code(typed: str) -> str:
    """As we write it: ``3036`` or ``3036 HA``."""
    match = CODE.fullmatch(typed.strip())
    if match is None:
        raise Unreadable(_("dit is geen postcode zoals 3014 of 3014 RA"))
    digits, letters = match.groups("")
    return f"{digits} {letters}".strip().upper()


def _refusal(number: int, postcode: str, reason: str) -> str:
    return _("rij %(number)d, %(name)s: %(reason)s") % {
        "number": number,
        "name": postcode or _("zonder postcode"),
        "reason": reason,
    }


def _not_too_many(refusals: list[str]) -> list[str]:
    more = len(refusals) - MOST_REFUSALS
    return refusals[:MOST_REFUSALS] + ([_("en nog %d rijen") % more] if more > 0 else [])


def _lines(settled: Settled) -> list[str]:
    done = _("%(title)s: %(made)d gemaakt, %(updated)d bijgewerkt, %(same)d ongewijzigd") % {
        "title": _("postcodes"),
        "made": settled.made,
        "updated": settled.changed,
        "same": settled.kept,
    }
    why = {"count": settled.older, "why": _("van een eerder jaar")}
    return [done] + ([_("overgeslagen: %(count)d %(why)s") % why] if settled.older else [])
