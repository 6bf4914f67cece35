"""Places as CSV: the public columns of the exchange, in its notation.

What leaves here can be brought in again by staff and then changes nothing.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from django.utils import translation

from places.exchange.cells import defused
from places.exchange.column import Column
from places.exchange.columns import COLUMNS
from places.exchange.headings import dutch_heading
from places.exchange.words import kept_words
from places.files.asked import Asked
from places.files.spool import spooled
from places.models.file_rows import FiledPlace

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"


def public_columns() -> list[Column]:
    """The columns that everybody may read, in the order of a file."""
    return [column for column in COLUMNS.values() if column.public]


def names() -> list[str]:
    """What ``velden`` may choose."""
    return [column.name for column in public_columns()]


def written(places: Iterable[FiledPlace], asked: Asked) -> BinaryIO:
    """A table with semicolons and a byte order mark, as Excel opens it by a double click."""
    with translation.override("nl"), kept_words():
        return spooled(lines(places, asked))


def lines(places: Iterable[FiledPlace], asked: Asked) -> Iterator[str]:
    """The file, a line for the headings and for every place."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=SEPARATOR, quoting=csv.QUOTE_ALL)
    line.write(BYTE_ORDER_MARK)
    for row in rows(places, asked.names):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def rows(places: Iterable[FiledPlace], wanted: Sequence[str]) -> Iterator[list[str]]:
    """The headings, and what every place says per column; no cell is a formula to a spreadsheet."""
    columns = [COLUMNS[name] for name in wanted]
    yield [dutch_heading(column) for column in columns]
    for place in places:
        yield [defused(column.text_of(place)) for column in columns]  # type: ignore[arg-type]
