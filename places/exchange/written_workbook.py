"""A workbook of Excel that one can fill in and give back: places or only headings, and advice.

Loaded when one is made (``places/exchange/files.py``), for openpyxl takes 9 MB. That is also why
import_export is no app of the site but a library: its admin, which we have no use for, brings it.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from places.exchange.cells import defused
from places.exchange.column import Column
from places.exchange.words import kept_words
from places.exchange.workbooks import FULLEST, SHEET

EXPLANATION = "Uitleg"


def workbook(columns: Sequence[Column], data: tablib.Dataset, *, explained: bool = False) -> bytes:
    """Raises ValidationError when a text does not fit into a cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns, 1):
        letter = sheet.column_dimensions[get_column_letter(at)]
        letter.width, letter.number_format = _width(column), "@"
    sheet.append([_bold(sheet, heading) for heading in data.headers])
    for row in data:
        _refuse_too_long(row, columns)
        sheet.append([_typed(sheet, text) for text in row])
    if explained:
        _explain(book.create_sheet(EXPLANATION), columns)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _explain(sheet: Any, columns: Sequence[Column]) -> None:
    for letter, width in zip("ABCDE", (30, 60, 45, 60, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    with translation.override("nl"), kept_words():
        for words in _advice():
            sheet.append([words])
        sheet.append([])
        headings = [_("Kolom"), _("Wat"), _("Vorm"), _("Voorbeeld"), _("Verplicht")]
        sheet.append([_bold(sheet, heading) for heading in headings])
        for column in columns:
            required = _("ja, bij een nieuwe plek") if column.required else _("nee")
            texts = [column.label, str(column.about), column.widget.form(), column.example]
            sheet.append([_wrapped(sheet, defused(text)) for text in [*texts, required]])


def _advice() -> Iterable[str]:
    yield _("Vul het blad Plekken in: een rij per plek. Kolommen die je niet nodig hebt mag je "
            "weghalen; wat niet in het bestand staat, blijft zoals het is.")  # fmt: skip
    yield _("Een plek die er al is, herkennen we aan de UUID, en anders aan naam en postcode.")
    yield _("Een lege cel laat staan wat er staat, tenzij je bij het invoeren anders kiest.")
    yield _("Een nieuwe plek is een concept, tenzij er bij Status gepubliceerd staat.")


def _refuse_too_long(row: Sequence[str], columns: Sequence[Column]) -> None:
    for text, column in zip(row, columns, strict=True):
        if len(text) > FULLEST:
            names = dict(zip((c.name for c in columns), row, strict=True))
            facts = {"column": column.label, "place": names.get("name", "")}
            raise ValidationError(
                _("‘%(column)s’ van %(place)s is te lang voor een cel van Excel; kies CSV.") % facts
            )


def _typed(sheet: Any, text: str) -> Any:
    """Digits as text, so that Excel keeps a zero in front when somebody types in the cell."""
    if not text or not text[0].isdigit():
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.number_format = "@"
    return cell


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _wrapped(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _width(column: Column) -> int:
    return 40 if column.name in ("uuid", "name", "hours", "description") else 22
