"""All hours of one place, and what they say about a moment or a day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self, TypedDict

from .clock import wall_clock
from .day import Cause, Day, Interval, State, closed_day
from .rows import Period, PeriodValues, SpecialDay, SpecialDayValues
from .status import Status

HORIZON = timedelta(weeks=8)  # how far ahead a next opening or change is looked for
_ANY_DAY = Day(date.min, (), State.UNKNOWN, Cause.NOTHING_KNOWN)
_NOTHING_KNOWN = Status(datetime.min.replace(tzinfo=UTC), _ANY_DAY, _ANY_DAY, lambda: ())
ONE_DAY = timedelta(days=1)


class HolidayPolicy(StrEnum):
    CLOSED = "dicht"
    AS_USUAL = "gewoon"
    UNKNOWN = "onbekend"


class ScheduleValues(TypedDict):
    hours: list[PeriodValues]
    special_days: list[SpecialDayValues]
    holiday_policy: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """`holidays`, wherever it is asked for, names public holidays from yesterday to HORIZON."""

    periods: tuple[Period, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    holiday_policy: HolidayPolicy = HolidayPolicy.UNKNOWN
    complete: bool = False

    @classmethod
    def from_values(cls, values: ScheduleValues) -> Self:
        """From the plain values of JSON, as one SQL statement brings them along."""
        return cls(
            tuple(Period.from_values(each) for each in values["hours"]),
            tuple(SpecialDay.from_values(each) for each in values["special_days"]),
            HolidayPolicy(values["holiday_policy"]),
            values["complete"],
        )

    def status(self, moment: datetime, holidays: Mapping[date, str]) -> Status:
        """The state at an aware moment, why, and what comes next."""
        if not self._has_events:
            return _NOTHING_KNOWN
        moment = moment.astimezone(UTC)  # moments of one zone would compare by their wall clock
        today = wall_clock(moment)[0]
        eve, day = self.day(today - ONE_DAY, holidays), self.day(today, holidays)
        return Status(moment, eve, day, lambda: self._days_ahead(eve, day, holidays))

    def week(self, first_day: date, holidays: Mapping[date, str]) -> tuple[Day, ...]:
        return tuple(self.day(first_day + offset * ONE_DAY, holidays) for offset in range(7))

    def intervals(self, day: date, holidays: Mapping[date, str]) -> tuple[Interval, ...]:
        """What begins on a date, earliest first."""
        return self.day(day, holidays).intervals

    def day(self, day: date, holidays: Mapping[date, str]) -> Day:
        """A special day beats the holiday, and a holiday beats the week."""
        holiday = holidays.get(day, "")
        if specials := [special for special in self.special_days if special.falls_on(day)]:
            closed = next((special for special in specials if special.opens is None), None)
            if closed:
                return closed_day(day, Cause.SPECIAL_DAY, closed.reason, holiday)
            return self._other_hours(day, specials, holiday)
        if holiday and self.holiday_policy is HolidayPolicy.CLOSED:
            return closed_day(day, Cause.HOLIDAY, holiday, holiday)
        return self._weekday(day, holiday)

    def _other_hours(self, day: date, specials: list[SpecialDay], holiday: str) -> Day:
        """Outside the other hours the place is as surely closed as on any day."""
        intervals = [
            Interval.of_special_day(special, special.opens, day)
            for special in specials
            if special.opens is not None
        ]
        reason = specials[0].reason
        return Day(day, _in_order(intervals), self.outside, Cause.SPECIAL_DAY, reason, holiday)

    def _weekday(self, day: date, holiday: str) -> Day:
        doubt = holiday if self.holiday_policy is HolidayPolicy.UNKNOWN else ""
        weekday, outside = day.weekday(), self.outside
        there = [one for one in self.periods if one.weekday == weekday and one.valid_on(day)]
        begun = [Interval.of_period(period, day, doubt) for period in there]
        cause = Cause.WEEK if outside is State.CLOSED else Cause.NOTHING_KNOWN
        return Day(day, _in_order(begun), outside, cause, "", holiday)

    @property
    def outside(self) -> State:
        """Without any weekly row there is nothing to be complete about."""
        return State.CLOSED if self.complete and self.periods else State.UNKNOWN

    @property
    def _has_events(self) -> bool:
        """Many places have no hours at all; for them there is nothing to look for on any day."""
        closes_on_holidays = self.holiday_policy is HolidayPolicy.CLOSED
        return bool(self.periods or self.special_days or closes_on_holidays)

    def _days_ahead(self, eve: Day, day: Day, holidays: Mapping[date, str]) -> Iterator[Day]:
        yield eve
        yield day
        for offset in range(1, HORIZON.days + 1):
            yield self.day(day.date + offset * ONE_DAY, holidays)


def _in_order(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    """Earliest first, without those that lie wholly in the hour the clock skips."""
    if not intervals:  # as on most of the days that are looked through
        return ()
    real = (each for each in intervals if each.begin < each.end)
    return tuple(sorted(real, key=lambda each: (each.begin, each.end)))
