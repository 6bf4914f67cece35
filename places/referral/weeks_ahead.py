"""The hours of a place in whole words, for the weeks in which a sheet of paper is used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.referral.dates_in_words import weekdays_in_words, with_the_night
from places.referral.other_days import ONE_DAY, Run, other_days
from places.schedule import Mode, Period, Schedule
from places.sentences import period_hours

WEEKS = timedelta(weeks=4)


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
    runs = list(other_days(schedule, today, last_day(today), holidays))
    usual = [] if _all_the_time(runs, today) else week_in_words(schedule.periods, today)
    other = [run.in_words(can_be_called) for run in runs]
    return HoursInWords(usual, other, _remark(schedule, bool(usual), can_be_called))


def last_day(today: date) -> date:
    """The last of the four weeks."""
    return today + WEEKS - ONE_DAY


def week_in_words(periods: Sequence[Period], today: date) -> list[str]:
    """``maandag tot en met vrijdag 17:00-18:30: Eethuis, 1 euro``, a line per different row."""
    weekdays: dict[tuple[str, str], list[int]] = {}
    for period in sorted(periods, key=lambda one: (one.weekday, one.opens)):
        if _holds_within(period, today):
            words = _validity(period, today), _row_words(period)
            weekdays.setdefault(words, []).append(period.weekday)
    return [
        " ".join(part for part in (weekdays_in_words(days), validity, row) if part)
        for (validity, row), days in weekdays.items()
    ]


def _holds_within(period: Period, today: date) -> bool:
    """Whether it begins on a day of the four weeks."""
    days = (today + offset * ONE_DAY for offset in range(WEEKS.days))
    return any(period.begins_on(day) for day in days)


def _validity(period: Period, today: date) -> str:
    """``(vanaf 2 december)``, beside the weekdays, as far as it matters within the four weeks."""
    parts = []
    if period.valid_from and period.valid_from > today:
        parts.append(_("vanaf %(day)s") % {"day": date_format(period.valid_from, "j F")})
    if period.valid_until and period.valid_until <= last_day(today):
        parts.append(_("tot en met %(day)s") % {"day": date_format(period.valid_until, "j F")})
    return f"({' '.join(parts)})" if parts else ""


def _row_words(period: Period) -> str:
    """That it is an activity goes without saying where its name stands beside it."""
    nameless = _("activiteit") if period.mode is Mode.ACTIVITY else ""
    details = (
        period.note or nameless,
        _("op afspraak") if period.mode is Mode.APPOINTMENT else "",
        period.cost,
        _("aanmelden %(when)s") % {"when": period.sign_up} if period.sign_up else "",
    )
    told = ", ".join(detail for detail in details if detail)
    hours = with_the_night(period_hours(period), period.opens, period.closes)
    return f"{hours}: {told}" if told else hours


def _remark(schedule: Schedule, some: bool, can_be_called: bool) -> str:
    if not schedule.periods:
        if can_be_called:
            return _("We weten niet wanneer het open is. Bel even voor je gaat.")
        return _("We weten niet wanneer het open is. Vraag het na voor je gaat.")
    if schedule.complete:
        return _("Op andere tijden is het dicht.") if some else ""
    if can_be_called:
        return _("Andere tijden weten we niet. Bel even.")
    return _("Andere tijden weten we niet. Vraag het na.")


def _all_the_time(runs: list[Run], today: date) -> bool:
    return any(run.first == today and run.last >= last_day(today) for run in runs)
