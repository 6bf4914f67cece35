"""A file as rows of cells, whatever wrote it: CSV in any usual shape, or an Excel workbook."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.exchange.workbooks import is_workbook, read_workbook

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 10_000
MAX_COLUMNS = 200

_BYTE_ORDER = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_SEPARATORS = ";,\t"


@dataclass
class Sheet:
    """Headings, and rows with their number as the spreadsheet shows it; the headings are row 1."""

    headings: list[str]
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_sheet(data: bytes) -> Sheet:
    """The rows of a file that are not empty. Raises ValidationError when it cannot be read."""
    if len(data) > MAX_BYTES:
        size = {"limit": MAX_BYTES // 1024 // 1024}
        raise ValidationError(_("Het bestand is groter dan %(limit)d MB.") % size)
    if data.startswith(_OLD_WORKBOOK):
        raise ValidationError(
            _("Dit is een oud of beveiligd Excel-bestand. Bewaar het als .xlsx zonder wachtwoord.")
        )
    remarks: list[str] = []
    rows = read_workbook(data, MAX_ROWS) if is_workbook(data) else _csv_rows(data, remarks)
    return _sheet(rows, remarks)


def _sheet(rows: Iterator[list[Any]], remarks: list[str]) -> Sheet:
    headings = _headings(next(rows, []))
    sheet = Sheet(headings, remarks=remarks)
    for number, cells in enumerate(rows, 2):
        while cells and _is_empty(cells[-1]):
            cells.pop()
        if cells:
            sheet.rows.append((number, cells))
        if len(sheet.rows) > MAX_ROWS:
            limit = f"{MAX_ROWS:,}".replace(",", ".")
            raise ValidationError(_("Meer dan %s rijen; splits het bestand.") % limit)
    if not sheet.rows:
        raise ValidationError(_("Onder de koppen staat geen enkele rij."))
    return sheet


def _headings(cells: list[Any]) -> list[str]:
    headings = ["" if cell is None else " ".join(str(cell).split()) for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    if not headings:
        raise ValidationError(_("De eerste rij is leeg; daar horen de koppen van de kolommen."))
    if len(headings) > MAX_COLUMNS:
        raise ValidationError(
            ngettext("Meer dan %d kolom.", "Meer dan %d kolommen.", MAX_COLUMNS) % MAX_COLUMNS
        )
    return headings


def _csv_rows(data: bytes, remarks: list[str]) -> Iterator[list[Any]]:
    text = _decoded(data, remarks)
    if not text.strip():
        raise ValidationError(_("Het bestand is leeg."))
    first, _end, rest = text.partition("\n")
    separator = None
    if first.strip().strip('"').casefold().startswith("sep="):
        separator, text = first.strip().strip('"')[4:5], rest
    separator = separator or max(_SEPARATORS, key=_unquoted(text.partition("\n")[0]).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return _records(reader)


def _records(reader: Any) -> Iterator[list[Any]]:
    try:
        yield from reader
    except csv.Error as error:
        where = {"line": reader.line_num, "reason": error}
        raise ValidationError(
            _("Regel %(line)d is geen goede CSV (%(reason)s); staan de aanhalingstekens goed?")
            % where
        ) from error


def _decoded(data: bytes, remarks: list[str]) -> str:
    encoding = _BYTE_ORDER.get(data[:2], "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _western(data)
        remarks.append(_("De letters zijn gelezen als Windows-1252, niet als UTF-8."))
    if "\0" in text:
        raise ValidationError(_("Dit is geen CSV- of Excel-bestand (.xlsx)."))
    return text


def _western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("De letters in dit bestand zijn niet te lezen. Bewaar het als “CSV UTF-8”.")
        ) from error


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
