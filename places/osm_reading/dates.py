"""The dates of a rule; only with a year, since rows do not come back every year."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from places.osm_hours import LONG_AGO, MONTHS

from .tokens import Cursor, Token, refuse

FAR_AWAY = 2200


@dataclass(frozen=True)
class Span:
    """From the first up to and including the last day; None: without an end."""

    first: date
    last: date | None


@dataclass(frozen=True)
class _Parts:
    """What is said of a date; 0 where nothing is."""

    year: int
    month: int = 0
    day: int = 0


def begins_a_date(token: Token) -> bool:
    return token.kind == "year" or token.word in (*MONTHS, "easter", "week")


def read_spans(cursor: Cursor) -> Iterator[Span]:
    """``2026 Dec 25``, ``2026 Nov 01-2027 Feb 10``, ``2026 Nov 01+``, also with commas between."""
    while begins_a_date(cursor.next):
        begin = cursor.read_until
        said = _parts(cursor, _Parts(0))
        first, last = _first(said, cursor, begin), None
        if not cursor.accept("+"):
            said = _parts(cursor, said) if cursor.accept("-") else said
            last = _last(said, cursor, begin)
            if last < first:
                refuse(
                    _text(cursor, begin), _("het eind ligt voor het begin; zet er een jaar bij.")
                )
        yield Span(first, last)
        if not (cursor.next.text == "," and begins_a_date(cursor.after_next)):
            return
        cursor.take()


def _parts(cursor: Cursor, said: _Parts) -> _Parts:
    """A year, month and day as far as they are there; what was said before need not be again."""
    token = cursor.next
    if token.word in ("easter", "week"):
        refuse(token.text, _("dat kunnen we niet in rijen zeggen; gebruik een datum met een jaar."))
    year = int(cursor.take().text) if token.kind == "year" else said.year
    if year and not LONG_AGO.year <= year < FAR_AWAY:
        refuse(f"{year:04}", _("dat jaar ligt te ver weg."))
    if not year:
        refuse(token.text, _("dat komt elk jaar terug; zet er een jaar voor, zoals 2026 Dec 25."))
    named = cursor.next.word in MONTHS
    month = MONTHS.index(cursor.take().word) + 1 if named else 0
    if not month and token.kind == "year":
        return _Parts(year)
    day = int(cursor.take().text) if cursor.next.kind == "number" else 0
    return _Parts(year, month or said.month, day)


def _first(said: _Parts, cursor: Cursor, begin: int) -> date:
    return _date(said.year, said.month or 1, said.day or 1, cursor, begin)


def _last(said: _Parts, cursor: Cursor, begin: int) -> date:
    month = said.month or 12
    day = said.day or calendar.monthrange(said.year, month)[1]
    return _date(said.year, month, day, cursor, begin)


def _date(year: int, month: int, day: int, cursor: Cursor, begin: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        refuse(_text(cursor, begin), _("dat is geen datum."))


def _text(cursor: Cursor, begin: int) -> str:
    return cursor.text[begin : cursor.read_until].strip(" ,;")
