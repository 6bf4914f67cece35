"""Places as a file, and the empty file that one can fill in."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import tablib
from django.utils import translation

from places.exchange.cells import defused
from places.exchange.column import Column
from places.exchange.columns import PlaceResource
from places.exchange.headings import dutch_heading
from places.exchange.words import kept_words
from places.models import Place

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
    from places.exchange.written_workbook import workbook  # brings openpyxl along: 9 MB

    return workbook(columns, data, explained=explained)
