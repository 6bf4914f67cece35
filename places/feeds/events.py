"""What begins at a place, as the events of an agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta

from icalendar import Event

from places.cards import schedule_of
from places.feeds.recurrence import Closed, Horizon, Weekly, agenda, is_plain
from places.feeds.wording import address_words, checked_words, sayable
from places.models.entry_columns import SLUG
from places.models.followed import Followed
from places.schedule import Cause, Interval, Mode, Schedule

MODES = {Mode.WALK_IN: "inloop", Mode.ACTIVITY: "activiteit", Mode.APPOINTMENT: "op afspraak"}
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
ONE_DAY = timedelta(days=1)


def events_of(followed: Followed, horizon: Horizon, page_of: str) -> Iterator[Event]:
    """Everything of a place within the horizon; ``page_of`` is an address with ``SLUG``."""
    schedule = schedule_of(followed.place)
    found = agenda(schedule, horizon)
    teller = _Teller(followed, schedule, page_of.replace(SLUG, followed.place.slug))
    yield from map(teller.weekly, found.weekly)
    yield from map(teller.once, found.once)
    yield from map(teller.closed, found.closed)


@dataclass(frozen=True)
class _Teller:
    """Makes events of one place; whatever it says comes from the data, never from the clock."""

    followed: Followed
    schedule: Schedule
    page: str

    def weekly(self, row: Weekly) -> Event:
        """Rows of one mode do not overlap, so day, time, mode and first day name one."""
        since = row.period.valid_from or "altijd"
        event = self._of(row.interval, f"{DAYS[row.period.weekday]}-{since}")
        event.add("RRULE", {"FREQ": "WEEKLY", "UNTIL": row.last.astimezone(UTC)})
        if row.but:
            event.add("EXDATE", list(row.but))
        return event

    def once(self, interval: Interval) -> Event:
        return self._of(interval, f"{interval.begin:%Y%m%d}")

    def closed(self, days: Closed) -> Event:
        """Whole days, for people: to say nothing would be as true, but nobody looks for nothing."""
        event = self._event(f"{days.first:%Y%m%d}-dicht")
        event.add("DTSTART", days.first)
        event.add("DTEND", days.last + ONE_DAY)
        event.add("SUMMARY", sayable(f"{self.followed.place.name}: dicht, {days.reason}"))
        event.add("STATUS", "CONFIRMED")
        event.add("CATEGORIES", ["dicht"])
        return event

    def _of(self, interval: Interval, when: str) -> Event:
        """Without an end where that is not known. What the clock's jump touches is told in UTC."""
        begin, end = interval.begin, interval.end
        if not is_plain(interval):
            begin, end = begin.astimezone(UTC), end.astimezone(UTC)
        event = self._event(f"{when}-{begin:%H%M}-{interval.mode}")
        event.add("DTSTART", begin)
        if interval.end_known:
            event.add("DTEND", end)
        event.add("SUMMARY", sayable(f"{self.followed.place.name}: {_what(interval)}"))
        event.add("DESCRIPTION", sayable("\n".join(self._lines(interval))))
        event.add("STATUS", "CONFIRMED" if _is_sure(interval) else "TENTATIVE")
        event.add("CATEGORIES", [MODES[interval.mode]])
        return event

    def _event(self, what: str) -> Event:
        """Where, since which edition, and that nobody's time is taken by it."""
        place, event = self.followed.place, Event()
        event.add("UID", f"{place.uuid}-{what}")
        event.add("DTSTAMP", self.followed.changed_at.astimezone(UTC))
        event.add("LAST-MODIFIED", self.followed.changed_at.astimezone(UTC))
        event.add("SEQUENCE", self.followed.edition)
        event.add("URL", self.page)
        event.add("TRANSP", "TRANSPARENT")
        if address := address_words(place):
            event.add("LOCATION", sayable(f"{place.name}, {address}"))
        if place.degrees and not place.is_approximate:
            event.add("GEO", (round(place.degrees.y, 5), round(place.degrees.x, 5)))
        return event

    def _lines(self, interval: Interval) -> Iterator[str]:
        place = self.followed.place
        said = [interval.note, interval.cost and f"Kosten: {interval.cost}"]
        said += [interval.sign_up and f"Aanmelden: {interval.sign_up}", *_doubts(interval)]
        if interval.cause is Cause.SPECIAL_DAY and interval.reason:
            said.append(f"Andere tijden: {interval.reason}.")
        if not self.schedule.complete:
            said.append("Op andere tijden: onbekend, bel even.")
        said += [place.phone and f"Telefoon: {place.phone}", checked_words(place), self.page]
        return (line for line in said if line)


def _is_sure(interval: Interval) -> bool:
    """One may walk in then without asking anybody."""
    return interval.sure and interval.mode is not Mode.APPOINTMENT


def _what(interval: Interval) -> str:
    """``Eethuis``, ``inloop, eindtijd onbekend``, ``Spreekuur (op afspraak)``."""
    mode = MODES[interval.mode]
    what = interval.note or mode
    if interval.note and interval.mode is Mode.APPOINTMENT:
        what = f"{interval.note} ({mode})"
    if interval.cause is Cause.HOLIDAY:
        return f"{what}? {interval.reason}: onbekend, bel even"
    return what if interval.end_known else f"{what}, eindtijd onbekend"


def _doubts(interval: Interval) -> Iterator[str]:
    if interval.mode is Mode.APPOINTMENT:
        yield "Alleen op afspraak."
    if not interval.end_known:
        yield f"Vanaf {interval.begin:%H:%M}; tot hoe laat is niet bekend."
    if interval.cause is Cause.HOLIDAY:
        yield f"{interval.reason}: of het doorgaat is niet bekend. Bel even."
