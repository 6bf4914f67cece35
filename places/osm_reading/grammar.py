"""The rules of an expression: on which days, at which times, in which state."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext as _

from places.osm_hours import WEEKDAYS

from .dates import Span, begins_a_date, read_spans
from .tokens import Cursor, Token, refuse

STATES = {"open": "open", "off": "closed", "closed": "closed", "unknown": "unknown"}
DAY = 24 * 60


@dataclass(frozen=True)
class TimeSpan:
    """`closes` None: no end known; equal to `opens`: 24 hours."""

    opens: time
    closes: time | None


WHOLE_DAY = TimeSpan(time(), time())


@dataclass(frozen=True)
class Rule:
    """One rule; an additional one leaves what earlier rules say about its days."""

    text: str
    additional: bool
    spans: tuple[Span, ...]
    weekdays: frozenset[int]  # empty: not said
    holidays: bool
    times: tuple[TimeSpan, ...]
    state: str
    comment: str


def read_rules(text: str) -> Iterator[Rule]:
    """The rules in order; raises a ValidationError about the first part that is beyond us."""
    cursor = Cursor(text)
    separator = ";"
    while cursor.next.kind != "end":
        if cursor.accept(";"):
            separator = ";"
            continue
        yield _rule(cursor, additional=separator == ",")
        separator = cursor.accept(";", ",")
        if not separator and cursor.next.kind != "end":
            _refuse_next(cursor)


def _rule(cursor: Cursor, additional: bool) -> Rule:
    begin = cursor.read_until
    spans: tuple[Span, ...] = ()
    times: tuple[TimeSpan, ...] = (WHOLE_DAY,)
    days, holidays = frozenset(range(7)), False
    if cursor.next.kind == "always":
        cursor.take()
    else:
        spans = tuple(read_spans(cursor))
        days, holidays = _weekdays(cursor)
        cursor.accept(":")
        times = tuple(_times(cursor))
    state = STATES[cursor.take().text.lower()] if cursor.next.text.lower() in STATES else ""
    comment = cursor.take().text.strip('"').strip() if cursor.next.kind == "comment" else ""
    if cursor.read_until == begin:
        _refuse_next(cursor)
    text = cursor.text[begin : cursor.read_until].strip(" ,;")
    if not (spans or days or holidays or times or state):
        refuse(text, _("zonder dagen en tijden kunnen er geen rijen van komen."))
    return Rule(text, additional, spans, days, holidays, times, state or "open", comment)


def _weekdays(cursor: Cursor) -> tuple[frozenset[int], bool]:
    days: set[int] = set()
    holidays = False
    while _is_day(cursor.next):
        token = cursor.take()
        if token.word == "SH":
            refuse(token.text, _("schoolvakanties kennen we niet."))
        if token.word == "PH":
            holidays = True
        else:
            days |= _run(cursor, WEEKDAYS.index(token.word))
        if cursor.next.text == "[":
            refuse(token.text + "[...]", _("“de eerste van de maand” kunnen we niet zeggen."))
        if not (cursor.next.text == "," and _is_day(cursor.after_next)):
            break
        cursor.take()
    return frozenset(days), holidays


def _run(cursor: Cursor, first: int) -> set[int]:
    if cursor.next.text != "-" or cursor.after_next.word not in WEEKDAYS:
        return {first}
    cursor.take()
    last = WEEKDAYS.index(cursor.take().word)
    return {day % 7 for day in range(first, last + 1 if last >= first else last + 8)}


def _is_day(token: Token) -> bool:
    return token.word in (*WEEKDAYS, "PH", "SH")


def _times(cursor: Cursor) -> Iterator[TimeSpan]:
    while cursor.next.kind == "time":
        yield _time_span(cursor)
        if not (cursor.next.text == "," and cursor.after_next.kind == "time"):
            return
        cursor.take()


def _time_span(cursor: Cursor) -> TimeSpan:
    begins = cursor.take().text
    begin = _minutes(begins)
    if begin >= DAY:
        refuse(begins, _("een begintijd ligt voor 24:00."))
    if cursor.accept("+"):
        return TimeSpan(_time(begin), None)
    if not (cursor.accept("-") and cursor.next.kind == "time"):
        refuse(begins, _("na een begintijd komt een eindtijd, of een + als die onbekend is."))
    ends = cursor.take().text
    end = _minutes(ends)
    if cursor.next.text == "+":
        refuse(f"{begins}-{ends}+", _("een eindtijd die misschien later is, kennen we niet."))
    if end - begin > DAY:
        refuse(f"{begins}-{ends}", _("dat duurt langer dan 24 uur."))
    return TimeSpan(_time(begin), _time(end))


def _minutes(text: str) -> int:
    hours, minutes = map(int, text.split(":"))
    if hours > 48 or minutes > 59:
        refuse(text, _("dat is geen tijd."))
    return hours * 60 + minutes


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _refuse_next(cursor: Cursor) -> None:
    token = cursor.next
    if token.text == "||":
        refuse("||", _("“en anders” kunnen we niet in rijen zeggen."))
    if token.text == "(" or token.text in ("sunrise", "sunset", "dawn", "dusk"):
        refuse(token.text, _("tijden naar de zon kennen we niet, alleen kloktijden."))
    if _is_day(token) or begins_a_date(token):
        refuse(token.text, _("die dag staat op een plek waar we hem niet verwachten."))
    refuse(token.text, _("dat begrijpen we niet."))
