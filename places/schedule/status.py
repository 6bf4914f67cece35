"""The answer for one moment."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from .day import Cause, Day, Interval, State

_STRONGEST_FIRST = (State.OPEN, State.APPOINTMENT, State.UNKNOWN)


class Opening(NamedTuple):
    """A stretch of sure opening in which rows that touch or overlap are one."""

    begin: datetime
    end: datetime


class Status(NamedTuple):
    state: State
    cause: Cause
    reason: str  # the special day's reason or the holiday's name, else empty
    closed_all_day: bool
    intervals: tuple[Interval, ...]  # that cover the moment, what decides first
    until: datetime | None  # the next change of state within the horizon
    next_open: Opening | None  # the next sure opening that begins within the horizon
    next_interval: Interval | None  # whatever begins next, sure or not


def covering(moment: datetime, eve: Day, day: Day) -> tuple[Interval, ...]:
    """The intervals around a moment of `day`, the one that decides the state first."""
    found = (each for each in eve.intervals + day.intervals if each.covers(moment))
    return tuple(sorted(found, key=lambda each: _STRONGEST_FIRST.index(each.state)))


def state_at(moment: datetime, eve: Day, day: Day) -> State:
    intervals = covering(moment, eve, day)
    return intervals[0].state if intervals else day.outside


def next_change(moment: datetime, state: State, days: Iterable[Day]) -> datetime | None:
    """When the state first differs from `state`; `days` begins with the eve of the moment."""
    for eve, day in pairwise(days):
        if day.outside is state and not eve.intervals and not day.intervals:
            continue  # nothing begins or ends on it
        for boundary in sorted(set(day.boundaries(eve))):
            if boundary > moment and state_at(boundary, eve, day) is not state:
                return boundary
    return None


def next_opening(moment: datetime, days: Iterable[Day]) -> Opening | None:
    """The first stretch of sure opening that begins after the moment."""
    stretch: Opening | None = None
    for day in days:
        for interval in day.intervals:
            if interval.state is not State.OPEN:
                continue
            if stretch and interval.begin <= stretch.end:
                stretch = Opening(stretch.begin, max(stretch.end, interval.end))
            elif stretch and stretch.begin > moment:
                return stretch
            else:
                stretch = Opening(interval.begin, interval.end)
    return stretch if stretch and stretch.begin > moment else None


def next_interval(moment: datetime, days: Iterable[Day]) -> Interval | None:
    return next((each for day in days for each in day.intervals if each.begin > moment), None)
