"""The answer for one moment."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from .day import Day, Interval, State

_STRONGEST_FIRST = (State.OPEN, State.APPOINTMENT, State.UNKNOWN)


class Opening(NamedTuple):
    """A stretch of sure opening in which rows that touch or overlap are one."""

    begin: datetime
    end: datetime


class Status:
    """What holds at a moment; what comes next is looked for when somebody asks, for few ask all.

    ``eve`` and ``day`` are the days of the moment, ``ahead`` gives these and the days after them.
    """

    def __init__(
        self, moment: datetime, eve: Day, day: Day, ahead: Callable[[], Iterable[Day]]
    ) -> None:
        self.intervals = covering(moment, eve, day)
        """Those around the moment, what decides first."""
        why = self.intervals[0] if self.intervals else day
        self.state = self.intervals[0].state if self.intervals else day.outside
        self.cause = why.cause
        self.reason = why.reason
        """The special day's reason or the holiday's name, else empty."""
        self.closed_all_day = not self.intervals and day.closed_all_day
        self._moment, self._ahead = moment, ahead

    @cached_property
    def until(self) -> datetime | None:
        """The next change of state within the horizon."""
        return next_change(self._moment, self.state, self._ahead())

    @cached_property
    def next_open(self) -> Opening | None:
        """The next sure opening that begins within the horizon."""
        return next_opening(self._moment, self._ahead())

    @cached_property
    def next_interval(self) -> Interval | None:
        """Whatever begins next, sure or not."""
        return next_interval(self._moment, self._ahead())


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
        if stretch and stretch.begin > moment and stretch.end.date() < day.date:
            return stretch  # nothing of this day touches it
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
