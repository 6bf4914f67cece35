"""Places as a file, and the empty file that one can fill in."""

import csv
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
from places.exchange.columns import PlaceResource
from places.exchange.headings import dutch_heading
from places.exchange.words import kept_words
from places.exchange.workbooks import SHEET
from places.models import Place

FULLEST = 32_767
"""Characters that a cell of Excel holds at most."""

EXPLANATION = "Uitleg"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ExportedPlaces(PlaceResource):
    """The columns as they leave the house: no cell that a spreadsheet would compute."""

    class Meta:
        chunk_size = 1000

    def export_field(self, field: Column, instance: Place, **kwargs: Any) -> str:
        return defused(field.text_of(instance))


def exported(places: Any, columns: Sequence[Column], kind: str) -> bytes:
    """These columns of these places as ``csv`` or ``xlsx``; the queryset brings all rows along.

    Raises ValidationError when a text does not fit into a cell of Excel.
    """
    names = [column.name for column in columns]
    with kept_words(), translation.override("nl"):
        data = ExportedPlaces().export(places, export_fields=names)
    return _csv(data) if kind == "csv" else _workbook(columns, data)


def template(columns: Sequence[Column], kind: str) -> bytes:
    """A file with headings only; in a workbook a second sheet explains them."""
    headings = tablib.Dataset(headers=[dutch_heading(column) for column in columns])
    return _csv(headings) if kind == "csv" else _workbook(columns, headings, explained=True)


def _csv(data: tablib.Dataset) -> bytes:
    """With semicolons and a byte order mark, as a Dutch Excel opens it by a double click."""
    quoted = {"delimiter": ";", "quoting": csv.QUOTE_ALL}
    text = data.export("csv", **quoted) if len(data) else _heading_line(data, quoted)
    return b"\xef\xbb\xbf" + text.encode()


def _heading_line(data: tablib.Dataset, quoted: dict[str, Any]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, **quoted).writerow(data.headers)
    return line.getvalue()


def _workbook(columns: Sequence[Column], data: tablib.Dataset, *, explained: bool = False) -> bytes:
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
