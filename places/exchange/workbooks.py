"""Reading a workbook of Excel without trusting it."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.exchange.cells import Unusable

SHEET = "Plekken"
FULLEST = 32_767
"""Characters that a cell of Excel holds at most."""

MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 500
WIDEST = 300
BESIDE = 20
"""So many columns beside the headings are looked at, to say that something stands there."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]{1,20})"')
_NAMES_SHOWN = 5

# What openpyxl raises of a workbook that is broken or not one at all.
_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    ParseError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


def is_workbook(data: bytes) -> bool:
    """Whether it is a ZIP file, as those of Excel are."""
    return data.startswith(b"PK\x03\x04")


def read_workbook(data: bytes, most: int) -> Iterator[list[Any]]:
    """The rows of the sheet of places, at most so many and a few; a cell is what Excel made of it.

    Raises ValidationError for what is no workbook, too large once unpacked, or has merged cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _weigh(packed)
            sheet = _sheet(data)
            _refuse_merged(packed, sheet)
            yield from _rows(sheet, most)
    except ValidationError:
        raise
    except _BROKEN as error:
        raise ValidationError(
            _("Dit is geen Excel-bestand dat wij kunnen lezen. Bewaar het opnieuw als .xlsx.")
        ) from error


def _weigh(packed: zipfile.ZipFile) -> None:
    """Before anything is unpacked: what a part says of its size is also all that is read of it."""
    parts = packed.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ValidationError(_("Dit bestand is uitgepakt te groot."))


def _sheet(data: bytes) -> Any:
    import openpyxl  # 9 MB, for who brings a workbook

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in visible if sheet.title.strip().casefold() == SHEET.casefold()]
    for sheet in named or visible:
        sheet.reset_dimensions()
        return sheet
    raise ValidationError(_("In dit Excel-bestand staat geen werkblad."))


def _refuse_merged(packed: zipfile.ZipFile, sheet: Any) -> None:
    found = _MERGED.findall(packed.read(sheet._worksheet_path))
    if found:
        shown = ", ".join(name.decode() for name in found[:_NAMES_SHOWN])
        raise ValidationError(
            _("Er zijn samengevoegde cellen (%s). Maak ze los: elke cel hoort bij een plek.")
            % shown
        )


def _rows(sheet: Any, most: int) -> Iterator[list[Any]]:
    """Blank rows count: they have a number too, but nobody reads a million of them."""
    headings = [_value(cell) for row in sheet.iter_rows(max_row=1, max_col=WIDEST) for cell in row]
    width = max((at for at, cell in enumerate(headings, 1) if cell is not None), default=1)
    for row in sheet.iter_rows(max_row=2 * most + 2, max_col=width + BESIDE):
        yield [_value(cell) for cell in row]


def _value(cell: Any) -> Any:
    if cell.data_type == "f":
        return Unusable(_("Hier staat een formule; plak er de waarde voor in de plaats."))
    if cell.data_type == "e":
        return Unusable(_("Hier staat een fout van Excel (%s).") % cell.value)
    return cell.value
