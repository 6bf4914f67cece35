"""When what is said of now can become untrue by itself: as any place opens or closes, at midnight.

Hours are half-open and begin and end on whole minutes of the clock on the wall, and all else (a
special day, a holiday, "morgen", months since a check) changes with the date.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from .clock import local_moment, wall_clock


def last_turn(moment: datetime, minutes: Sequence[int] = ()) -> datetime:
    """The latest turn at or before a moment, of a clock that strikes at these minutes of the day.

    ``minutes`` are in order; midnight need not be among them.
    """
    today, minute = wall_clock(moment)
    passed = bisect_right(minutes, minute)
    return _struck(today, minutes[passed - 1] if passed else 0)


def next_turn(moment: datetime, minutes: Sequence[int] = ()) -> datetime:
    """The first turn after a moment."""
    today, minute = wall_clock(moment)
    passed = bisect_right(minutes, minute)
    if passed < len(minutes):
        return _struck(today, minutes[passed])
    return _struck(today + timedelta(days=1), 0)


def _struck(day: date, minute: int) -> datetime:
    return local_moment(datetime.combine(day, time(minute // 60, minute % 60)))
