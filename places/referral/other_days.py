"""The days to come on which something else holds than in any other week."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from places.referral.dates_in_words import date_in_words, through, with_the_night
from places.schedule import HORIZON, Cause, Day, Interval, Schedule
from places.sentences import interval_sentence

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Difference:
    """What holds instead: other hours, closed (no hours), or a holiday nobody knows about."""

    hours: str
    reason: str
    unsure: bool = False


@dataclass(frozen=True)
class Run:
    """Days in a row with the same difference; ``endless`` if it goes on as far as we look."""

    first: date
    last: date
    difference: Difference
    endless: bool

    def in_words(self, can_be_called: bool) -> str:
        """``dicht op vrijdag 25 december (Kerst)``."""
        words = {"when": self._when, "hours": self.difference.hours}
        if self.difference.unsure and can_be_called:
            return _("misschien dicht %(when)s. Bel even.") % words
        if self.difference.unsure:
            return _("misschien dicht %(when)s. Vraag het na.") % words
        if self.difference.hours:
            return _("andere tijden %(when)s: %(hours)s") % words
        return _("dicht %(when)s") % words

    @property
    def _when(self) -> str:
        reason = self.difference.reason
        return f"{self._dates} ({reason})" if reason else self._dates

    @property
    def _dates(self) -> str:
        first = date_in_words(self.first)
        if self.endless:
            return _("vanaf %(day)s") % {"day": first}
        if self.last > self.first:
            return _("van %(days)s") % {"days": through(first, date_in_words(self.last))}
        return _("op %(day)s") % {"day": first}


def other_days(
    schedule: Schedule, today: date, until: date, holidays: Mapping[date, str]
) -> Iterator[Run]:
    """In order; the first day lies between today and ``until``, the last may lie beyond."""
    horizon = today + HORIZON
    days = [schedule.day(today + n * ONE_DAY, holidays) for n in range(HORIZON.days + 1)]
    for difference, group in groupby(days, key=_difference):
        run = list(group)
        if difference and run[0].date <= until:
            yield Run(run[0].date, run[-1].date, difference, run[-1].date == horizon)


def _difference(day: Day) -> Difference | None:
    if day.closed_all_day:
        return Difference("", day.reason)
    if not day.intervals:
        return None
    if day.cause is Cause.SPECIAL_DAY:
        return Difference(", ".join(map(_hours, day.intervals)), day.reason)
    if day.intervals[0].cause is Cause.HOLIDAY:
        return Difference("", day.holiday, unsure=True)
    return None


def _hours(interval: Interval) -> str:
    closes = interval.end.time() if interval.end_known else None
    return with_the_night(interval_sentence(interval), interval.begin.time(), closes)
