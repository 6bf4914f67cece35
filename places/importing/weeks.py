"""The opening hours of a place as they stand in a file, such as ``ma-vr 17:00-18:30``."""

import re
from collections.abc import Sequence
from datetime import time

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext as _

from places.importing.report import complaints
from places.importing.row import Row, source_date
from places.models import OpeningHours
from places.models.hours import Mode

DAYS = ["ma", "di", "wo", "do", "vr", "za", "zo"]
TEXTS = ("note", "note_en", "cost", "cost_en", "sign_up", "sign_up_en", "source")
FIELDS = {*TEXTS, "days", "opens", "closes", "mode", "as_of"}
MODES = {**{mode.value: mode for mode in Mode}, "op afspraak": Mode.APPOINTMENT}
CLOCK = re.compile(r"^(?:[01]\d|2[0-3]):[0-5]\d$")


def week_of(row: Row) -> list[OpeningHours]:
    """The weekly rows of a place, still without the place; what is wrong is told to the row."""
    return [
        hours
        for number, item in enumerate(row.items("hours"), 1)
        for hours in _hours(row, Row(number, item, FIELDS))
    ]


def overlapping(weeks: Sequence[Sequence[OpeningHours]]) -> set[int]:
    """The positions of the weeks in which two rows of the same mode overlap.

    Asks the database, whose constraint would refuse them without saying which place it was.
    """
    rows = [
        (number, hours) for number, week in enumerate(weeks) if _may_overlap(week) for hours in week
    ]
    if not rows:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH week AS (
              SELECT number, place, mode, places_week_minutes(weekday, opens, closes) AS minutes
              FROM unnest(%s::int[], %s::int[], %s::time[], %s::time[], %s::text[])
                WITH ORDINALITY AS rows (place, weekday, opens, closes, mode, number)
            )
            SELECT DISTINCT place FROM week AS one JOIN week AS other USING (place, mode)
            WHERE one.number < other.number AND one.minutes && other.minutes
            """,
            [
                [number for number, _hours in rows],
                [hours.weekday for _number, hours in rows],
                [hours.opens for _number, hours in rows],
                [hours.closes for _number, hours in rows],
                [str(hours.mode) for _number, hours in rows],
            ],
        )
        return {number for (number,) in cursor.fetchall()}


def _may_overlap(week: Sequence[OpeningHours]) -> bool:
    """Not if all end on the day on which they begin, and no two of a mode on the same day."""
    days = {(hours.mode, hours.weekday) for hours in week}
    past_midnight = (hours.closes and hours.closes <= hours.opens for hours in week)
    return len(days) < len(week) or any(past_midnight)


def _hours(row: Row, item: Row) -> list[OpeningHours]:
    week = _week(item)
    for hours in week[:1]:  # the days differ in nothing else
        _check(item, hours)
    for problem in item.problems:
        facts = {"number": item.number, "problem": problem}
        row.refuse(_("openingstijd %(number)d: %(problem)s") % facts)
    return [] if item.problems else week


def _week(item: Row) -> list[OpeningHours]:
    mode = MODES.get(item.text("mode"))
    if mode is None:
        item.refuse(_("‘mode’ is inloop, afspraak of activiteit"))
    opens, closes = _clock(item, "opens"), _clock(item, "closes")
    if opens is None:
        item.refuse(_("‘opens’ is een tijd zoals 17:30"))
    days = _days(item)
    if mode is None or opens is None:
        return []
    texts = {field: item.text(field) for field in TEXTS}
    dated = source_date(item.text("as_of"))
    return [
        OpeningHours(weekday=day, opens=opens, closes=closes, mode=mode, source_date=dated, **texts)
        for day in days
    ]


def _days(item: Row) -> list[int]:
    """``ma-vr``, ``ma,di,vr`` or ``vr-ma``, as weekdays counted from Monday."""
    days: set[int] = set()
    for part in item.text("days").split(","):
        first, _dash, last = part.strip().partition("-")
        last = last or first
        if first not in DAYS or last not in DAYS:
            item.refuse(_("‘days’ is zoals ma-vr of ma,di,vr"))
            return []
        begin, end = DAYS.index(first), DAYS.index(last)
        days |= {day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)}
    return sorted(days)


def _clock(item: Row, field: str) -> time | None:
    text = item.text(field)
    if not text:
        return None
    if field == "closes" and text == "24:00":
        return time(0)
    if not CLOCK.match(text):
        if field == "closes":
            item.refuse(_("‘closes’ is een tijd zoals 18:30, of leeg"))
        return None
    return time.fromisoformat(text)


def _check(item: Row, hours: OpeningHours) -> None:
    try:
        hours.full_clean(exclude=["place"], validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for complaint in complaints(hours, error):
            item.refuse(complaint)
