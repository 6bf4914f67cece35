"""The week of a place and the days that differ from it, as lines to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from places.days import day_in_words
from places.schedule import HORIZON, Mode, Period, Schedule
from places.sentences import day_sentence, interval_sentence, period_hours, weekday_name


@dataclass(frozen=True)
class WeekRow:
    """A period of one day: its hours, and what to know about it."""

    hours: str
    mode: str
    note: str
    cost: str
    sign_up: str
    validity: str


@dataclass(frozen=True)
class WeekDay:
    """A line of the week; ``empty`` is what to say when it has no rows."""

    name: str
    today: bool
    rows: list[WeekRow]
    empty: str


@dataclass(frozen=True)
class OtherDay:
    """A day, or days in a row, on which something else holds."""

    dates: str
    hours: str
    reason: str


def week(schedule: Schedule, today: date) -> list[WeekDay]:
    """Monday to Sunday with today marked; empty if the place has no rows at all."""
    if not schedule.periods:
        return []
    empty = _("dicht") if schedule.complete else _("onbekend")
    return [_week_day(schedule, weekday, today, empty) for weekday in range(7)]


def hours_remark(schedule: Schedule) -> str:
    """How much the week tells."""
    if not schedule.periods:
        return _("De openingstijden zijn niet bekend. Bel even voor je gaat.")
    if schedule.complete:
        return _("Dit zijn alle openingstijden.")
    return _("We kennen alleen deze tijden. Op andere tijden: bel even.")


def other_days(schedule: Schedule, today: date, holidays: Mapping[date, str]) -> list[OtherDay]:
    """Special days to come, and the public holidays of the weeks ahead, in order."""
    found = [*_special_days(schedule, today), *_holidays(schedule, today, holidays)]
    return [day for _first, day in sorted(found, key=lambda pair: pair[0])]


def week_row(period: Period, today: date) -> WeekRow:
    """A period as one reads it."""
    modes = {Mode.WALK_IN: "", Mode.ACTIVITY: _("activiteit"), Mode.APPOINTMENT: _("op afspraak")}
    return WeekRow(
        hours=period_hours(period),
        mode=modes[period.mode],
        note=period.note,
        cost=period.cost,
        sign_up=period.sign_up,
        validity=_validity(period, today),
    )


def _week_day(schedule: Schedule, weekday: int, today: date, empty: str) -> WeekDay:
    periods = sorted(
        (each for each in schedule.periods if each.weekday == weekday and _not_over(each, today)),
        key=lambda each: each.opens,
    )
    rows = [week_row(period, today) for period in periods]
    return WeekDay(weekday_name(weekday), today.weekday() == weekday, rows, empty)


def _not_over(period: Period, today: date) -> bool:
    return period.valid_until is None or period.valid_until >= today


def _validity(period: Period, today: date) -> str:
    parts = []
    if period.valid_from and period.valid_from > today:
        parts.append(_("vanaf %(day)s") % {"day": _day_text(period.valid_from)})
    if period.valid_until:
        parts.append(_("tot en met %(day)s") % {"day": _day_text(period.valid_until)})
    return " ".join(parts)


def _special_days(schedule: Schedule, today: date) -> Iterator[tuple[date, OtherDay]]:
    for special in schedule.special_days:
        if special.last_day < today:
            continue
        dates = _day_text(special.first_day)
        if special.last_day > special.first_day:
            dates = _("%(first)s tot en met %(last)s") % {
                "first": dates,
                "last": _day_text(special.last_day),
            }
        day = schedule.day(special.first_day, {})
        hours = ", ".join(map(interval_sentence, day.intervals)) or _("dicht")
        yield special.first_day, OtherDay(dates, hours, special.reason)


def _holidays(
    schedule: Schedule, today: date, holidays: Mapping[date, str]
) -> Iterator[tuple[date, OtherDay]]:
    """Only where the holiday, or not knowing about it, changes something."""
    for date_of, name in holidays.items():
        if not today <= date_of <= today + HORIZON:
            continue
        day = schedule.day(date_of, holidays)
        if day.closed_all_day and day.reason == name:
            yield date_of, OtherDay(_day_text(date_of), _("dicht"), name)
        elif day.intervals and day.intervals[0].reason == name:
            yield date_of, OtherDay(_day_text(date_of), day_sentence(day), "")


def _day_text(day: date) -> str:

    return day_in_words(day)
