"""The hours of a place in whole words, for the weeks in which a sheet of paper is used."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from places.portrait.hours import WeekRow, week_row
from places.schedule import HORIZON, Cause, Day, Period, Schedule
from places.sentences import day_sentence, interval_sentence, weekday_name

WEEKS = timedelta(weeks=4)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class HoursInWords:
    """``usual`` lines of the week; ``other`` days to come that differ; ``remark`` on the rest."""

    usual: list[str]
    other: list[str]
    remark: str


def hours_in_words(
    schedule: Schedule, today: date, holidays: Mapping[date, str], can_be_called: bool
) -> HoursInWords:
    """What holds from today up to four weeks on; ``can_be_called`` if a phone number is known."""
    runs = list(_other_days(schedule, today, holidays))
    usual = [] if _all_the_time(runs, today) else week_in_words(schedule.periods, today)
    return HoursInWords(
        usual, [_run_words(run) for run in runs], _remark(schedule, bool(usual), can_be_called)
    )


def last_day(today: date) -> date:
    """The last of the four weeks."""
    return today + WEEKS - ONE_DAY


def week_in_words(periods: Sequence[Period], today: date) -> list[str]:
    """``maandag tot en met vrijdag 17:00-18:30 Eethuis, 1 euro``, a line per different row."""
    weekdays: dict[WeekRow, list[int]] = {}
    for period in sorted(periods, key=lambda one: (one.weekday, one.opens)):
        if _holds_within(period, today):
            weekdays.setdefault(week_row(period, today), []).append(period.weekday)
    return [f"{weekdays_in_words(days)} {_row_words(row)}" for row, days in weekdays.items()]


def weekdays_in_words(weekdays: Sequence[int]) -> str:
    """(0, 1, 2, 4) is ``maandag tot en met woensdag en vrijdag``; all seven are ``elke dag``."""
    days = sorted(set(weekdays))
    if len(days) == 7:
        return _("elke dag")
    runs = groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])
    texts: list[str] = []
    for _offset, run in runs:
        names = [weekday_name(weekday) for _index, weekday in run]
        texts += [_through(names[0], names[-1])] if len(names) > 2 else names
    return in_a_row(texts)


def in_a_row(texts: Sequence[str]) -> str:
    """``a``, ``a en b``, ``a, b en c``."""
    if len(texts) < 2:
        return "".join(texts)
    return _("%(first)s en %(last)s") % {"first": ", ".join(texts[:-1]), "last": texts[-1]}


def _through(first: str, last: str) -> str:
    return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}


def _holds_within(period: Period, today: date) -> bool:
    """Whether it begins on a day of the four weeks."""
    days = (today + offset * ONE_DAY for offset in range(WEEKS.days))
    return any(period.begins_on(day) for day in days)


def _row_words(row: WeekRow) -> str:
    """That it is an activity goes without saying where its name stands beside it."""
    by_appointment = row.mode == _("op afspraak")
    what = row.note or ("" if by_appointment else row.mode)
    mode = row.mode if by_appointment else ""
    sign_up = _("aanmelden %(when)s") % {"when": row.sign_up} if row.sign_up else ""
    first = " ".join(part for part in (row.hours, mode, what) if part)
    validity = f"({row.validity})" if row.validity else ""
    text = ", ".join(part for part in (first, row.cost, sign_up) if part)
    return f"{text} {validity}".strip()


def _remark(schedule: Schedule, some: bool, can_be_called: bool) -> str:
    if not schedule.periods:
        if can_be_called:
            return _("Openingstijden onbekend: bel even.")
        return _("Openingstijden onbekend: vraag het na voor je gaat.")
    if schedule.complete:
        return _("Op andere tijden is het dicht.") if some else ""
    if can_be_called:
        return _("Andere tijden kennen we niet: bel even.")
    return _("Andere tijden kennen we niet: vraag het na voor je gaat.")


@dataclass(frozen=True)
class _Run:
    """Days in a row of which the same is said; ``endless`` if it goes on as far as we look."""

    first: date
    last: date
    text: str
    endless: bool


def _other_days(schedule: Schedule, today: date, holidays: Mapping[date, str]) -> Iterator[_Run]:
    """Days that differ from the week, where the first lies within the four weeks."""
    horizon = today + HORIZON
    days = [schedule.day(today + n * ONE_DAY, holidays) for n in range(HORIZON.days + 1)]
    for text, group in groupby(days, key=_difference):
        run = list(group)
        if text and run[0].date <= last_day(today):
            yield _Run(run[0].date, run[-1].date, text, run[-1].date == horizon)


def _difference(day: Day) -> str:
    """What to say of a day that a holiday or a special day changes; empty for any other."""
    if day.closed_all_day:
        return day_sentence(day)
    if not day.intervals:
        return ""
    if day.cause is Cause.SPECIAL_DAY:
        hours = ", ".join(map(interval_sentence, day.intervals))
        return f"{hours} ({day.reason})" if day.reason else hours
    return day_sentence(day) if day.intervals[0].cause is Cause.HOLIDAY else ""


def _all_the_time(runs: list[_Run], today: date) -> bool:
    return any(run.first == today and run.last >= last_day(today) for run in runs)


def _run_words(run: _Run) -> str:
    first = date_in_words(run.first)
    if run.endless:
        dates = _("vanaf %(day)s") % {"day": first}
    elif run.last > run.first:
        dates = _through(first, date_in_words(run.last))
    else:
        dates = first
    return f"{dates}: {run.text}"


def date_in_words(day: date) -> str:
    """``maandag 30 november``: the year is plain on a sheet for four weeks."""
    return _("%(weekday)s %(day)d %(month)s") % {
        "weekday": weekday_name(day.weekday()),
        "day": day.day,
        "month": MONTHS[day.month],
    }
