"""Opening hours in the language of OpenStreetMap's `opening_hours` tag, for open data.

See docs/openingstijden.md for what that language can and cannot say. Dutch whatever the language
of the page: data has one form.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

from places.schedule import Day, HolidayPolicy, Interval, Mode, Period, Schedule, State

ONE_DAY = timedelta(days=1)
LONG_AGO = date(1970, 1, 1)
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_KNOWN = 'unknown "bel even"'
BY_APPOINTMENT = 'unknown "op afspraak"'
END_NOT_KNOWN = 'unknown "eindtijd onbekend"'

# A later rule beats an earlier one, so what is surest comes last.
_SUREST_LAST = (State.UNKNOWN, State.APPOINTMENT, State.OPEN)


def osm_expression(schedule: Schedule, holidays: Mapping[date, str]) -> str:
    """The week, then its exceptions with their dates; of `holidays` those that change anything."""
    week = ", ".join(_week_rules(schedule))
    exceptions = (", ".join(rules) for rules in _dated_rules(schedule, holidays))
    return "; ".join([week, *exceptions])


def _week_rules(schedule: Schedule) -> Iterator[str]:
    if schedule.outside is State.UNKNOWN:
        yield f"24/7 {NOT_KNOWN}"
    weekdays: dict[Period, list[int]] = {}
    for period in sorted(schedule.periods, key=_order_of_period):
        alike = replace(period, weekday=0, note="", cost="", sign_up="")
        weekdays.setdefault(alike, []).append(period.weekday)
    for period, days in weekdays.items():
        words = [_validity(period), _weekday_text(days), *_hours_of_period(period)]
        yield " ".join(filter(None, words))


def _order_of_period(period: Period) -> tuple[int, int, time]:
    return _SUREST_LAST.index(_state_of_period(period)), period.weekday, period.opens


def _state_of_period(period: Period) -> State:
    if period.closes is None:
        return State.UNKNOWN
    return State.APPOINTMENT if period.mode is Mode.APPOINTMENT else State.OPEN


def _hours_of_period(period: Period) -> tuple[str, str]:
    opens = f"{period.opens:%H:%M}"
    if period.closes is None:
        return f"{opens}+", END_NOT_KNOWN
    modifier = BY_APPOINTMENT if period.mode is Mode.APPOINTMENT else ""
    if period.closes == period.opens:
        return f"{opens}-{period.closes.hour + 24}:{period.closes:%M}", modifier
    return f"{opens}-{_end_text(period.closes)}", modifier


def _end_text(closes: time) -> str:
    return "24:00" if closes == time() else f"{closes:%H:%M}"


def _validity(period: Period) -> str:
    if period.valid_until:
        return _date_range(period.valid_from or LONG_AGO, period.valid_until)
    return f"{_date_text(period.valid_from)}+" if period.valid_from else ""


def _dated_rules(schedule: Schedule, holidays: Mapping[date, str]) -> Iterator[list[str]]:
    """Rules for the days that are not as the week says; days in a row that are alike as one."""
    written_out = _exceptions(schedule, holidays)
    days = [
        (day, _day_rules(schedule, day, holidays, last=day + ONE_DAY not in written_out))
        for day in sorted(written_out)
    ]
    numbered = enumerate(days)
    for _alike, run in groupby(numbered, key=lambda one: (one[1][0] - one[0] * ONE_DAY, one[1][1])):
        stretch = [day for _number, day in run]
        dates = _date_range(stretch[0][0], stretch[-1][0])
        yield [f"{dates} {rule}" for rule in stretch[0][1]]


def _exceptions(schedule: Schedule, holidays: Mapping[date, str]) -> set[date]:
    """Special days, holidays that matter, and the mornings after to which their nights reach."""
    usual = replace(schedule, special_days=(), holiday_policy=HolidayPolicy.AS_USUAL)
    special = {
        each.first_day + offset * ONE_DAY
        for each in schedule.special_days
        for offset in range((each.last_day - each.first_day).days + 1)
    }
    changed = special | {
        day for day in holidays if schedule.day(day, holidays) != usual.day(day, holidays)
    }
    mornings = {
        day + ONE_DAY
        for day in changed
        for interval in usual.intervals(day, {}) + schedule.intervals(day, holidays)
        if interval.end.replace(tzinfo=None) > datetime.combine(day + ONE_DAY, time())
    }
    return changed | mornings


def _day_rules(
    schedule: Schedule, date_: date, holidays: Mapping[date, str], last: bool
) -> tuple[str, ...]:
    """One calendar day, with what the evening before leaves of it.

    After the last of a run the week goes on, but not with what this day leaves of the next: that is
    said along with it.
    """
    eve, day = schedule.day(date_ - ONE_DAY, holidays), schedule.day(date_, holidays)
    pieces = [*_pieces(eve, date_), *_pieces(day, date_, to_its_end=last)]
    pieces.sort(key=lambda piece: _SUREST_LAST.index(piece[0].state))
    rules = [f"{hours} {_modifier(interval)}".strip() for interval, hours in pieces]
    if day.closed_all_day:
        return f"closed {_quoted(day.reason)}".strip(), *rules
    if day.outside is State.UNKNOWN:
        return NOT_KNOWN, *rules
    return tuple(rules) or ("closed",)


def _pieces(day: Day, date_: date, to_its_end: bool = False) -> Iterator[tuple[Interval, str]]:
    """The parts of a day's intervals that fall on a date, or begin on it, as hours."""
    midnight = datetime.combine(date_, time())
    for interval in day.intervals:
        begin = max(interval.begin.replace(tzinfo=None), midnight)
        end = interval.end.replace(tzinfo=None)
        if not to_its_end:
            end = min(end, midnight + ONE_DAY)
        if begin < end:
            ends = f"-{_hours_from(midnight, end)}" if interval.end_known else "+"
            yield interval, f"{begin:%H:%M}{ends}"


def _hours_from(midnight: datetime, end: datetime) -> str:
    """A time of the day that began then, or of the night after: 26:00."""
    return f"{end.hour + (end.date() - midnight.date()).days * 24:02}:{end:%M}"


def _modifier(interval: Interval) -> str:
    if interval.state is State.UNKNOWN:
        return f"unknown {_quoted(interval.reason)}" if interval.reason else END_NOT_KNOWN
    if interval.state is State.APPOINTMENT:
        return BY_APPOINTMENT
    return _quoted(interval.reason)


def _quoted(text: str) -> str:
    """As a comment, which cannot hold a double quote."""
    return '"{}"'.format(text.replace('"', "'")) if text else ""


def _weekday_text(weekdays: Iterable[int]) -> str:
    """[0, 1, 2, 4] -> Mo-We,Fr."""
    texts = []
    numbered = enumerate(sorted(set(weekdays)))
    for _offset, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        names = [WEEKDAYS[weekday] for _index, weekday in run]
        texts += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return ",".join(texts)


def _date_range(first: date, last: date) -> str:
    return _date_text(first) if first == last else f"{_date_text(first)}-{_date_text(last)}"


def _date_text(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
