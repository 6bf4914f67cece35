"""Places as an iCalendar (RFC 5545, and 7986 for what it says of itself)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, vText

from places.feeds.events import events_of
from places.feeds.recurrence import Horizon
from places.feeds.time_zone import time_zone
from places.feeds.wording import sayable
from places.models.followed import Followed
from places.public_holidays import holidays_between
from places.schedule import AMSTERDAM
from places.site import site_title

ICALENDAR = "text/calendar; charset=utf-8"
MOST_PLACES = 200
"""Agendas are read by people; a thousand events a week help none of them."""

REFRESHED = timedelta(days=1)
MONTHS_AHEAD = 13


@dataclass(frozen=True)
class Titled:
    """What an agenda is called, where it is, and the page with the same in words."""

    name: str
    address: str
    page: str


def horizon_of(today: date) -> Horizon:
    """From the first of this month to the end of the same month next year.

    Whole months, so that an agenda stays the same from day to day as long as its data do.
    """
    first = today.replace(day=1)
    months = first.year * 12 + first.month - 1 + MONTHS_AHEAD
    last = date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
    return Horizon(first, last, holidays_between(first, last, "nl"))


def calendar(titled: Titled, places: Iterable[Followed], today: date, page_of: str) -> bytes:
    """The agenda of these places; ``page_of`` is the address of a page with ``SLUG`` for a slug."""
    horizon, found = horizon_of(today), list(places)
    made = _empty(titled, horizon)
    if found:
        made.add("LAST-MODIFIED", max(one.changed_at for one in found))
    made.add_component(time_zone())
    for followed in found:
        for event in events_of(followed, horizon, page_of):
            made.add_component(event)
    content: bytes = made.to_ical()
    return content


def _empty(titled: Titled, horizon: Horizon) -> Calendar:
    """Names that begin with X are escaped only as ``vText``: the library takes them as they are."""
    told = _told(horizon)
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", sayable(f"-//{site_title()}//Agenda//NL"))
    for name in ("NAME", "X-WR-CALNAME"):
        made.add(name, vText(sayable(titled.name)))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        made.add(name, vText(told))
    made.add("X-WR-TIMEZONE", AMSTERDAM.key)
    made.add("REFRESH-INTERVAL", REFRESHED, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", "P1D")
    made.add("SOURCE", titled.address, parameters={"VALUE": "URI"})
    made.add("URL", titled.page)
    return made


def _told(horizon: Horizon) -> str:
    return (
        f"Openingstijden tot en met {horizon.last}, met feestdagen en bijzondere dagen. "
        "Volg dit adres, dan blijft het kloppen."
    )
