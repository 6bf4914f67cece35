"""Parts of a day, and whether a place receives people in them during the weeks to come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from .clock import local_moment
from .day import Day, Interval, State
from .schedule import Schedule

WEEKS = 4
"""How many weeks are looked at, the present day first."""

LEAST = timedelta(minutes=30)
"""What an opening must share with a part of the day to count there, if it lasts as long itself."""


class Part(StrEnum):
    """A part of the day; together they are the day, the night left out."""

    MORNING = "ochtend"
    AFTERNOON = "middag"
    EVENING = "avond"


MINUTES = {Part.MORNING: (360, 720), Part.AFTERNOON: (720, 1080), Part.EVENING: (1080, 1440)}
"""From and up to which minute of the day."""

WHOLE_DAY = (360, 1440)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A weekday (Monday is 0), or a part of it."""

    weekday: int
    part: Part | None = None

    @property
    def minutes(self) -> tuple[int, int]:
        """From and up to which minute of the day."""
        return MINUTES[self.part] if self.part else WHOLE_DAY

    def dates(self, today: date) -> list[date]:
        """The days of the weeks to come on which it falls."""
        first = today + timedelta(days=(self.weekday - today.weekday()) % 7)
        return [first + timedelta(weeks=week) for week in range(WEEKS)]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A slot on one date: the surest state within it, and the intervals that give it that."""

    date: date
    state: State
    intervals: tuple[Interval, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """How a schedule meets a slot: the surest of its occurrences, and those that are less sure."""

    slot: Slot
    best: Occurrence
    exceptions: tuple[Occurrence, ...]

    @property
    def state(self) -> State:
        """Open if it surely receives people in this slot at least once in the weeks to come."""
        return self.best.state


def slots(weekdays: Iterable[int], parts: Iterable[Part]) -> list[Slot]:
    """Every part on every day; without weekdays every day, without parts the whole day."""
    chosen_days, among = sorted(set(weekdays)), set(parts)
    chosen_parts = [each for each in Part if each in among]
    if not chosen_days and not chosen_parts:
        return []
    days, whole = chosen_days or range(7), [None]
    return [Slot(day, part) for day in days for part in (chosen_parts or whole)]


def match(schedule: Schedule, slot: Slot, today: date, holidays: Mapping[date, str]) -> Match:
    """`holidays` names public holidays from yesterday to the end of the weeks to come."""
    return matches(schedule, [slot], today, holidays)[0]


def matches(
    schedule: Schedule, asked: Iterable[Slot], today: date, holidays: Mapping[date, str]
) -> list[Match]:
    """The same for each of these slots, which lie on the same few days."""

    @cache
    def on(day: date) -> Day:
        return schedule.day(day, holidays)

    return [_match(on, slot, today) for slot in asked]


def _match(on: Callable[[date], Day], slot: Slot, today: date) -> Match:
    occurrences = [_occurrence(on, slot, day) for day in slot.dates(today)]
    best = min(occurrences, key=lambda each: _SUREST_FIRST.index(each.state))
    exceptions = tuple(each for each in occurrences if each.state is not best.state)
    return Match(slot, best, exceptions)


_SUREST_FIRST = (State.OPEN, State.APPOINTMENT, State.UNKNOWN, State.CLOSED)


def _occurrence(on: Callable[[date], Day], slot: Slot, day: date) -> Occurrence:
    eve, this = on(day - timedelta(days=1)), on(day)
    shared: list[Interval] = []
    if intervals := eve.intervals + this.intervals:
        begin, end = (_moment(day, minute) for minute in slot.minutes)
        shared = [each for each in intervals if _shares(each, begin, end)]
    state = min(_states(shared, this), key=_SUREST_FIRST.index)
    kept = tuple(each for each in shared if each.state is state)
    return Occurrence(day, state, kept, this.reason or this.holiday)


def _states(shared: Iterable[Interval], day: Day) -> Iterator[State]:
    """Of each interval, and of the rest of the day."""
    yield from (each.state for each in shared)
    yield State.CLOSED if day.closed_all_day else day.outside


def _shares(interval: Interval, begin: datetime, end: datetime) -> bool:
    shared = min(interval.end, end) - max(interval.begin, begin)
    return shared >= min(LEAST, interval.end - interval.begin)


def _moment(day: date, minute: int) -> datetime:
    return local_moment(datetime.combine(day, time()) + timedelta(minutes=minute))
