"""The clock of the Netherlands as an agenda needs it described."""

from datetime import datetime, timedelta
from typing import TypeVar

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from places.schedule import AMSTERDAM

Half = TypeVar("Half", TimezoneDaylight, TimezoneStandard)

LAST_SUNDAY = "-1SU"
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


def time_zone() -> Timezone:
    """Summer time as it has been since 1996, without an end.

    Not by the library, which tells the jumps of some years and puts those of spring an hour late.
    """
    zone = Timezone()
    zone.add("TZID", AMSTERDAM.key)
    zone.add_component(_half(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), WINTER, SUMMER))
    zone.add_component(_half(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER))
    return zone


def _half(half: Half, name: str, first: datetime, before: timedelta, after: timedelta) -> Half:
    """One half of the year, since it first began on the clock that was there ``before``."""
    half.add("TZNAME", name)
    half.add("DTSTART", first)
    half.add("TZOFFSETFROM", before)
    half.add("TZOFFSETTO", after)
    half.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": LAST_SUNDAY})
    return half
