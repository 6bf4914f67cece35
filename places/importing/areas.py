"""Areas from a table: one row per wijk, with its gebied and municipality."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

from django.contrib.gis.geos import MultiPoint, Point
from django.db import transaction
from django.utils.translation import gettext as _

from places.coordinates import in_the_netherlands, rd_point
from places.importing.documents import text_of
from places.importing.gazetteer import AreaRecord, Gazetteer, Level
from places.importing.report import Refused

COLUMNS = {
    "gemeente_code",
    "gemeente",
    "gebied_code",
    "gebied",
    "gebied_inhabitants",
    "inhabitants_on",
    "wijk_code",
    "wijk",
    "lat",
    "lon",
}

Row = dict[str, str]


def load_area_table(source: str) -> list[str]:
    """Make or update the areas in a CSV file, all or none.

    Coordinates are degrees in WGS84; a gebied or municipality has its centre amid its wijken.
    Returns what was done, one line per fact. Raises Refused.
    """
    rows = _rows(text_of(source))
    gazetteer = Gazetteer()
    with transaction.atomic():
        for record in _records(rows):
            gazetteer.take(record)
        if gazetteer.refusals:
            raise Refused(*gazetteer.refusals)
        gazetteer.save()
    return gazetteer.lines() + gazetteer.remarks


def _rows(text: str) -> list[Row]:
    reader = csv.DictReader(StringIO(text))
    missing = COLUMNS - set(reader.fieldnames or [])
    if missing:
        message = _("Deze kolommen ontbreken: %s")
        raise Refused(message % ", ".join(sorted(missing)))
    rows = list(reader)
    refusals = [
        _("rij %(number)d, %(name)s: %(reason)s")
        % {"number": number, "name": row["wijk"], "reason": reason}
        for number, row in enumerate(rows, 2)  # as a spreadsheet counts, with the heading as 1
        for reason in _wrong_with(row)
    ]
    if refusals:
        raise Refused(*refusals)
    return rows


def _wrong_with(row: Row) -> Iterator[str]:
    if not all(row[column] for column in ("gemeente_code", "gebied_code", "wijk_code")):
        yield _("elke rij heeft een code van gemeente, gebied en wijk")
    try:
        if not in_the_netherlands(float(row["lon"]), float(row["lat"])):
            yield _("lat %(lat)s, lon %(lon)s ligt niet in Nederland") % row
    except (TypeError, ValueError):
        yield _("lat en lon zijn geen getallen")
    try:
        _inhabitants(row)
    except ValueError:
        yield _("het aantal inwoners is geen getal of de datum ontbreekt")


def _records(rows: list[Row]) -> Iterator[AreaRecord]:
    """Every area once, parents before their parts."""
    for code, parts in _grouped(rows, "gemeente_code").items():
        yield AreaRecord(Level.MUNICIPALITY, code, parts[0]["gemeente"], centre=_amid(parts))
    for code, parts in _grouped(rows, "gebied_code").items():
        first = parts[0]
        inhabitants, counted_on = _inhabitants(first)
        yield AreaRecord(
            Level.DISTRICT,
            code,
            first["gebied"],
            first["gemeente_code"],
            inhabitants,
            counted_on,
            _amid(parts),
        )
    for row in rows:
        yield AreaRecord(
            Level.NEIGHBOURHOOD,
            row["wijk_code"],
            row["wijk"],
            row["gebied_code"],
            centre=_centre(row),
        )


def _grouped(rows: list[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _inhabitants(row: Row) -> tuple[int | None, date | None]:
    if not row["gebied_inhabitants"]:
        return None, None
    return int(row["gebied_inhabitants"]), date.fromisoformat(row["inhabitants_on"])


def _centre(row: Row) -> Point:
    return rd_point(float(row["lon"]), float(row["lat"]))


def _amid(rows: list[Row]) -> Point:
    centres = [_centre(row) for row in rows]
    return MultiPoint(centres, srid=centres[0].srid).centroid
