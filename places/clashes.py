"""Rows of opening hours that cannot both hold, and how that is said: both are named."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time, timedelta
from itertools import combinations, islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from places.models.hours import DAY, OpeningHours, SpecialDay

Row = OpeningHours | SpecialDay

CLASH = "clash"
"""The code of every refusal below."""

MOST_NAMED = 10
"""Whoever mends these will see the others next time."""

# How the two keys stand in what PostgreSQL tells of a refusal, whatever its language.
_HOURS_KEY = re.compile(r"=\(\d+, \w+, \{([^}]*)\}, ")
_SPECIAL_DAY_KEY = re.compile(r"=\(\d+, \[([\d-]+),([\d-]+)\), \{\[(\d+),(\d+)\)\}\)")


def clashes(rows: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The positions of every two rows, all of one model, that claim the same minutes."""
    for (number, one), (other_number, other) in combinations(enumerate(rows), 2):
        if one.clashes_with(other):
            yield number, other_number


def refuse_clashes(rows: Sequence[Any]) -> None:
    """Raise a ValidationError that names the two rows of every clash, or of the first ten."""
    first = islice(clashes(rows), MOST_NAMED)
    refusals = [clash(rows[one], rows[other]) for one, other in first]
    if refusals:
        raise ValidationError(refusals)


def clash(one: Row, other: Row) -> ValidationError:
    """What to say of two rows that cannot both hold."""
    return ValidationError(
        _("Deze twee kunnen niet samen: “%(one)s” en “%(other)s”."),
        code=CLASH,
        params={"one": str(one), "other": str(other)},
    )


@contextmanager
def rows_weighed_together() -> Iterator[None]:
    """Rows saved within may take each other's place; the database weighs them all at the end.

    What it refuses, because of a row that somebody else saved in the meantime too, becomes a
    ValidationError that names the two rows; nothing of what was saved within is kept then.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        rows = _rows_named_by(error)
        if len(rows) != 2:
            raise
        raise clash(*rows) from error


def _rows_named_by(error: IntegrityError) -> list[Row]:
    """The two rows of a refused exclusion constraint, as far as their keys tell."""
    diagnostics: Any = getattr(error.__cause__, "diag", None)
    name = getattr(diagnostics, "constraint_name", "")
    detail = getattr(diagnostics, "message_detail", None) or ""
    if name == "hours_do_not_overlap":
        return [_hours(key[1]) for key in _HOURS_KEY.finditer(detail)]
    if name == "special_days_do_not_overlap":
        return [_special_day(key) for key in _SPECIAL_DAY_KEY.finditer(detail)]
    return []


def _hours(minutes: str) -> OpeningHours:
    """From ``[540,720)``; the front of the week comes last when Sunday night runs into it."""
    ranges = [tuple(map(int, pair)) for pair in re.findall(r"\[(\d+),(\d+)\)", minutes)]
    begin, end = ranges[-1][0], ranges[0][1]
    return OpeningHours(weekday=begin // DAY, opens=_clock(begin), closes=_clock(end))


def _special_day(key: re.Match[str]) -> SpecialDay:
    last = date.fromisoformat(key[2]) - timedelta(days=1)
    begin, end = int(key[3]), int(key[4])
    hours = {} if end - begin > DAY else {"opens": _clock(begin), "closes": _clock(end)}
    return SpecialDay(first_day=date.fromisoformat(key[1]), last_day=last, **hours)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
