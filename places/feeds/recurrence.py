"""A schedule as an agenda holds it: rows that come back every week, and the days that differ.

The days that may differ are known beforehand: special days, public holidays, and the nights on
which the clock jumps. On all others the week holds, so nobody has to look at them one by one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from places.schedule import (
    AMSTERDAM,
    Cause,
    HolidayPolicy,
    Interval,
    Period,
    Schedule,
    local_moment,
)

ONE_DAY = timedelta(days=1)

Actual = Mapping[date, tuple[Interval, ...]]
"""What really begins on each of the days that may differ."""


@dataclass(frozen=True)
class Horizon:
    """From and up to and including which day; ``holidays`` names the public holidays in it."""

    first: date
    last: date
    holidays: Mapping[date, str]

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @cached_property
    def jumps(self) -> frozenset[date]:
        """The days on which the clock jumps, and the evenings before."""
        days = [day for day in _days(self.first, self.last + ONE_DAY) if _jumps_on(day)]
        return frozenset(near for day in days for near in (day - ONE_DAY, day) if near in self)


@dataclass(frozen=True)
class Weekly:
    """A row that comes back every week from its first interval to ``last``, but on some days."""

    period: Period
    interval: Interval
    last: datetime
    but: tuple[datetime, ...]


@dataclass(frozen=True)
class Closed:
    """Whole days on which a place is closed for a reason of its own."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True)
class Agenda:
    """All that begins within some days: what comes back, what does not, and what is called off."""

    weekly: tuple[Weekly, ...]
    once: tuple[Interval, ...]
    closed: tuple[Closed, ...]


def agenda(schedule: Schedule, horizon: Horizon) -> Agenda:
    """What a schedule comes down to within a horizon, each interval of it told once."""
    days = sorted(_odd_days(schedule, horizon))
    actual = {day: schedule.intervals(day, horizon.holidays) for day in days}
    weekly = (_weekly(period, actual, horizon) for period in schedule.periods)
    once = (one for day in days for one in _once(schedule, actual[day], day))
    return Agenda(
        tuple(one for one in weekly if one), tuple(once), tuple(_closed(schedule, horizon))
    )


def is_plain(interval: Interval) -> bool:
    """The clock does not jump within it, nor does it begin or end at a time that is there twice."""
    jumps = interval.begin.utcoffset() != interval.end.utcoffset()
    return not jumps and not _is_doubtful(interval.begin) and not _is_doubtful(interval.end)


def _is_doubtful(moment: datetime) -> bool:
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _odd_days(schedule: Schedule, horizon: Horizon) -> set[date]:
    odd = set(horizon.jumps)
    if schedule.holiday_policy is not HolidayPolicy.AS_USUAL:
        odd |= {day for day in horizon.holidays if day in horizon}
    for special in schedule.special_days:
        first, last = max(special.first_day, horizon.first), min(special.last_day, horizon.last)
        odd |= set(_days(first, last))
    return odd


def _weekly(period: Period, actual: Actual, horizon: Horizon) -> Weekly | None:
    """None when nothing of the row is as it says within the horizon."""
    planned = list(_planned(period, horizon))
    held = [day for day in planned if day not in actual or _holds(period, actual[day], day)]
    if not held:
        return None
    called_off = set(planned).difference(held)
    but = (_at(period, day) for day in sorted(called_off) if held[0] < day < held[-1])
    return Weekly(period, Interval.of_period(period, held[0]), _at(period, held[-1]), tuple(but))


def _planned(period: Period, horizon: Horizon) -> Iterator[date]:
    first = max(period.valid_from or horizon.first, horizon.first)
    last = min(period.valid_until or horizon.last, horizon.last)
    day = first + timedelta(days=(period.weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(weeks=1)


def _holds(period: Period, begun: tuple[Interval, ...], day: date) -> bool:
    """Whether the row is on this day as on any other."""
    interval = Interval.of_period(period, day)
    as_said = interval.begin.time() == period.opens and is_plain(interval)
    return as_said and interval in begun


def _once(schedule: Schedule, begun: tuple[Interval, ...], day: date) -> Iterator[Interval]:
    """What begins on this day without being as in any other week."""
    rows = (one for one in schedule.periods if one.begins_on(day) and _holds(one, begun, day))
    as_ever = Counter(Interval.of_period(one, day) for one in rows)
    yield from (Counter(begun) - as_ever).elements()


def _closed(schedule: Schedule, horizon: Horizon) -> Iterator[Closed]:
    """What staff entered as closed, and holidays on which the week would have been open."""
    for special in schedule.special_days:
        within = special.last_day >= horizon.first and special.first_day <= horizon.last
        if special.opens is None and within:
            yield Closed(special.first_day, special.last_day, special.reason)
    for day in horizon.holidays:
        found = schedule.day(day, horizon.holidays)
        missed = any(period.begins_on(day) for period in schedule.periods)
        if missed and found.closed_all_day and found.cause is Cause.HOLIDAY and day in horizon:
            yield Closed(day, day, found.reason)


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _at(period: Period, day: date) -> datetime:
    """As it is said; on the night on which the clock jumps forward that may never be."""
    return datetime.combine(day, period.opens, AMSTERDAM)


def _jumps_on(day: date) -> bool:
    midnight, next_midnight = (
        local_moment(datetime.combine(each, time())) for each in (day, day + ONE_DAY)
    )
    return midnight.utcoffset() != next_midnight.utcoffset()
