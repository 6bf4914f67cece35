"""Opening hours as schema.org says them, as far as it can say them truly.

It has no word for "unknown": to a search engine each hour that is not named is closed. So the week
is there only of a place whose hours are complete; of any other only what is surely closed is said.
Where nobody knows whether a public holiday changes the week, it is left to the week: those who read
this warn by themselves that holidays may differ.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from places.schedule import Cause, Mode, Period, Schedule, SpecialDay, State

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
A_YEAR, ONE_DAY, A_MINUTE = timedelta(days=366), timedelta(days=1), timedelta(minutes=1)

Hours = dict[str, Any]
"""An ``OpeningHoursSpecification``."""

CLOSED = {"opens": "00:00", "closes": "00:00"}
"""From midnight to midnight is read as: not at all."""


def weekly_hours(schedule: Schedule, today: date) -> list[Hours]:
    """Rows in which one may walk in, now or later; none where the week is not all there is."""
    if schedule.outside is not State.CLOSED:
        return []
    rows = (one for one in schedule.periods if one.mode is not Mode.APPOINTMENT)
    return [_weekly(one) for one in rows if (one.valid_until or today) >= today]


def special_hours(schedule: Schedule, today: date, holidays: Mapping[date, str]) -> list[Hours]:
    """What beats the week in the year from today; days in a row with the same are told once."""
    told: list[tuple[date, date, list[Hours]]] = []
    for day in sorted(_odd_days(schedule, today, holidays)):
        said = _said_on(schedule, day, holidays)
        if said and told and told[-1][1:] == (day - ONE_DAY, said):
            told[-1] = (told[-1][0], day, said)
        elif said:
            told.append((day, day, said))
    return [_specified(**one, **_dates(first, last)) for first, last, said in told for one in said]


def _weekly(period: Period) -> Hours:
    weekday = {"dayOfWeek": f"https://schema.org/{DAYS[period.weekday]}"}
    dates = _dates(period.valid_from, period.valid_until)
    return _specified(**weekday, **_times(period), **dates)


def _odd_days(schedule: Schedule, today: date, holidays: Mapping[date, str]) -> Iterator[date]:
    """The days to come on which the week may not hold, each once."""
    until = today + A_YEAR
    special = {
        first + offset * ONE_DAY
        for each in schedule.special_days
        for first in [max(each.first_day, today)]
        for offset in range((min(each.last_day, until) - first).days + 1)
    }
    yield from special | {day for day in holidays if today <= day <= until}


def _said_on(schedule: Schedule, day: date, holidays: Mapping[date, str]) -> list[Hours]:
    """Empty where the week holds, or where nobody knows what does."""
    found = schedule.day(day, holidays)
    if found.closed_all_day:
        differs = found.cause is Cause.SPECIAL_DAY or any(
            period.begins_on(day) for period in schedule.periods
        )
        return [{**CLOSED, "description": found.reason}] if differs else []
    if found.cause is not Cause.SPECIAL_DAY or schedule.outside is not State.CLOSED:
        return []
    there = (one for one in schedule.special_days if one.falls_on(day))
    walked_in = [one for one in there if one.mode is not Mode.APPOINTMENT]
    if not walked_in:
        return [{**CLOSED, "description": _("op afspraak")}]
    return [{**_times(one), "description": one.reason} for one in walked_in]


def _times(row: Period | SpecialDay) -> dict[str, str]:
    """Without an end where it is not known; 24 hours are said as a minute less, as is usual."""
    opens = row.opens or time()
    times = {"opens": f"{opens:%H:%M}"}
    if row.closes is not None:
        last = datetime.combine(date.min + ONE_DAY, row.closes)
        times["closes"] = f"{last - A_MINUTE if row.closes == opens else last:%H:%M}"
    return times


def _dates(first: date | None, last: date | None) -> dict[str, str]:
    dates = {"validFrom": first, "validThrough": last}
    return {name: day.isoformat() for name, day in dates.items() if day}


def _specified(**said: str) -> Hours:
    known = {name: text for name, text in said.items() if text}
    return {"@type": "OpeningHoursSpecification", **known}
