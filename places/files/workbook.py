"""Places as a workbook of Excel: the columns of the CSV on one sheet, its numbers as numbers."""

import tempfile
from collections.abc import Iterable
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils import translation
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from places.exchange.widgets import DEGREES
from places.exchange.words import kept_words
from places.exchange.workbooks import FULLEST, SHEET
from places.files.asked import Asked
from places.files.table import names, rows
from places.models.file_rows import FiledPlace

__all__ = ["names", "written"]

MOST_ROWS = 1_048_576
WIDE, USUAL = 40, 22
WIDER = ("uuid", "name", "hours", "description")
IN_DEGREES = f"0.{'0' * DEGREES}"
NUMBERS = {"since": "0", "lat": IN_DEGREES, "lon": IN_DEGREES}
"""What one can reckon with, and how Excel shows it: as the CSV writes it."""


def written(places: Iterable[FiledPlace], asked: Asked) -> BinaryIO:
    """A workbook; its rows go to disk as they come. Raises ValidationError where Excel ends."""
    book = Workbook(write_only=True)
    sheet = _sheet(book, asked)
    try:
        _fill(sheet, places, asked)
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()  # the rows that went to disk
        raise
    file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115
    book.save(file)
    file.seek(0)
    return file


def _sheet(book: Workbook, asked: Asked) -> Any:
    """Columns are text, so that Excel keeps a zero in front of what somebody types there."""
    sheet: Any = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for at, name in enumerate(asked.names, 1):
        column = sheet.column_dimensions[get_column_letter(at)]
        column.width = WIDE if name in WIDER else USUAL
        column.number_format = NUMBERS.get(name, "@")
    return sheet


def _fill(sheet: Any, places: Iterable[FiledPlace], asked: Asked) -> None:
    with translation.override("nl"), kept_words():
        made = rows(places, asked.names)
        headings = next(made)
        sheet.append([_heading(sheet, text) for text in headings])
        for number, row in enumerate(made, 2):
            _refuse_what_excel_cannot_hold(number, row, headings)
            cells = zip(asked.names, row, strict=True)
            sheet.append([_cell(sheet, name, text) for name, text in cells])


def _cell(sheet: Any, name: str, text: str) -> Any:
    if not text or name not in NUMBERS:
        return text or None
    cell = WriteOnlyCell(sheet, float(text.replace(",", ".")) if "," in text else int(text))
    cell.number_format = NUMBERS[name]
    return cell


def _heading(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _refuse_what_excel_cannot_hold(number: int, row: list[str], headings: list[str]) -> None:
    if number > MOST_ROWS:
        raise ValidationError("Zoveel plekken passen niet op een blad van Excel; neem de CSV.")
    for text, heading in zip(row, headings, strict=True):
        if len(text) > FULLEST:
            raise ValidationError(
                f"‘{heading}’ is in rij {number} te lang voor een cel van Excel; neem de CSV."
            )
