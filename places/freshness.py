"""How long ago an entry was checked, and what that is worth."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

FRESH_MONTHS = 6
STALE_MONTHS = 12


@lru_cache(maxsize=64)
def fresh_since(today: date, months: int) -> date:
    """The same day so many months ago; the last of that month where it is shorter."""
    count = today.year * 12 + today.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def freshness(checked_on: date | None, today: date) -> str:
    """``vers``, ``even`` (over six months), ``oud`` (over a year), or ``nooit``."""
    if checked_on is None:
        return "nooit"
    if checked_on >= fresh_since(today, FRESH_MONTHS):
        return "vers"
    return "even" if checked_on >= fresh_since(today, STALE_MONTHS) else "oud"
