"""What begins on one calendar day, and what holds on it outside those hours."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from .clock import local_moment
from .rows import Mode, Period, SpecialDay


class State(StrEnum):
    OPEN = "open"
    APPOINTMENT = "afspraak"
    UNKNOWN = "onbekend"
    CLOSED = "dicht"


class Cause(StrEnum):
    """Where a state comes from."""

    WEEK = "week"  # the weekly rows, or being outside them when they are complete
    SPECIAL_DAY = "bijzondere dag"
    HOLIDAY = "feestdag"
    NOTHING_KNOWN = "niet bekend"


class Interval(NamedTuple):
    """Half-open `[begin, end)`, of the day on which it begins."""

    begin: datetime
    end: datetime
    mode: Mode
    end_known: bool = True
    cause: Cause = Cause.WEEK
    reason: str = ""
    note: str = ""
    cost: str = ""
    sign_up: str = ""

    @classmethod
    def of_period(cls, period: Period, day: date, holiday: str = "") -> "Interval":
        """`holiday` names the public holiday that makes it unsure whether the period holds."""
        return cls(
            local_moment(datetime.combine(day, period.opens)),
            _end(day, period.opens, period.closes),
            period.mode,
            period.closes is not None,
            Cause.HOLIDAY if holiday else Cause.WEEK,
            holiday,
            period.note,
            period.cost,
            period.sign_up,
        )

    @classmethod
    def of_special_day(cls, special: SpecialDay, opens: time, day: date) -> "Interval":
        return cls(
            local_moment(datetime.combine(day, opens)),
            _end(day, opens, special.closes),
            special.mode,
            special.closes is not None,
            Cause.SPECIAL_DAY,
            special.reason,
        )

    @property
    def sure(self) -> bool:
        return self.end_known and self.cause is not Cause.HOLIDAY

    @property
    def state(self) -> State:
        if not self.sure:
            return State.UNKNOWN
        return State.APPOINTMENT if self.mode is Mode.APPOINTMENT else State.OPEN

    def covers(self, moment: datetime) -> bool:
        return self.begin <= moment < self.end


class Day(NamedTuple):
    """The intervals that begin on a date, earliest first, and the state outside all intervals."""

    date: date
    intervals: tuple[Interval, ...]
    outside: State  # CLOSED or UNKNOWN
    cause: Cause
    reason: str = ""
    holiday: str = ""
    closed_all_day: bool = False  # for a reason of its own, not merely a day without rows

    def boundaries(self, eve: "Day") -> Iterator[datetime]:
        """The moments of this date at which the state may change; `eve` is the day before."""
        yield midnight(self.date)
        for interval in eve.intervals + self.intervals:
            yield from (
                moment for moment in (interval.begin, interval.end) if moment.date() == self.date
            )


def closed_day(day: date, cause: Cause, reason: str, holiday: str) -> Day:
    return Day(day, (), State.CLOSED, cause, reason, holiday, closed_all_day=True)


def midnight(day: date) -> datetime:
    return local_moment(datetime.combine(day, time()))


def _end(day: date, opens: time, closes: time | None) -> datetime:
    if closes is None:
        return midnight(day + timedelta(days=1))
    if closes <= opens:
        day += timedelta(days=1)
    return local_moment(datetime.combine(day, closes))
