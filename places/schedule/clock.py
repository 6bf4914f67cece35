"""The clock on the wall in the Netherlands, and the two nights a year on which it jumps."""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def wall_clock(moment: datetime) -> tuple[date, int]:
    """
    The local date, and the minute of that day up to which all local times have passed.

    The second time the clock runs through 02:00-03:00 in autumn, every local time in that hour
    has already been, so the answer stays 02:59. With that, `opens <= minute < closes` on plain
    minutes is true exactly between `local_moment(opens)` and `local_moment(closes)`.
    """
    local = moment.astimezone(AMSTERDAM)
    minute = 59 if local.fold else local.minute  # always a whole clock hour that is repeated
    return local.date(), local.hour * 60 + minute


@lru_cache(maxsize=4096)
def local_moment(naive: datetime) -> datetime:
    """The moment of a local time: the first if it happens twice, just after the jump if never.

    Kept, for most places open and close at the same few times of the coming days.
    """
    moment = naive.replace(tzinfo=AMSTERDAM, fold=0)
    shown = moment.astimezone(UTC).astimezone(AMSTERDAM)
    if shown.replace(tzinfo=None) == moment.replace(tzinfo=None):
        return moment
    return shown.replace(minute=0, second=0, microsecond=0)
