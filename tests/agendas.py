"""Reading agendas back: what a program that knows only the standard makes of one."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from places.feeds.recurrence import Horizon
from places.models import Place
from places.models.followed import Followed
from places.schedule import AMSTERDAM, Interval, Mode, Period, Schedule, SpecialDay

CATEGORIES = {Mode.WALK_IN: "inloop", Mode.ACTIVITY: "activiteit", Mode.APPOINTMENT: "op afspraak"}
A_MOMENT = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Heard(NamedTuple):
    """One time that a place says to receive people; no end where that is not known."""

    begin: datetime
    end: datetime | None
    category: str
    status: str


def followed(schedule: Schedule, **fields: Any) -> Followed:
    """A place with this schedule, as a statement would bring it."""
    place = Place(uuid=UUID(int=7), slug="de-proef", name="De Proef", **fields)
    place.hours_complete, place.holiday_policy = schedule.complete, schedule.holiday_policy
    place.hours_values = [_period_values(one) for one in schedule.periods]  # type: ignore[misc]
    place.special_days_values = [_special_values(one) for one in schedule.special_days]  # type: ignore[misc]
    place.degrees = None
    return Followed(place, 7, A_MOMENT, A_MOMENT)


def resolved(schedule: Schedule, horizon: Horizon) -> Counter[Heard]:
    """What our own schedule says of every day, one by one."""
    days = (horizon.last - horizon.first).days + 1
    return Counter(
        _as_heard(interval)
        for offset in range(days)
        for interval in schedule.day(
            horizon.first + timedelta(days=offset), horizon.holidays
        ).intervals
    )


def heard(content: bytes) -> Counter[Heard]:
    """Everything with a time in an agenda, its recurrences worked out."""
    return Counter(one for event in timed(content) for one in _times(event))


def timed(content: bytes) -> list[Event]:
    """The events that are not about whole days."""
    return [one for one in events(content) if isinstance(one["DTSTART"].dt, datetime)]


def whole_days(content: bytes) -> list[tuple[date, date, str]]:
    """First day, first day after it, and what is said of them."""
    untimed = (one for one in events(content) if not isinstance(one["DTSTART"].dt, datetime))
    return [(one["DTSTART"].dt, one["DTEND"].dt, str(one["SUMMARY"])) for one in untimed]


def events(content: bytes) -> list[Event]:
    return Calendar.from_ical(content).walk("VEVENT")


def _times(event: Event) -> Iterator[Heard]:
    start = event["DTSTART"].dt
    lasts = event["DTEND"].dt - start if "DTEND" in event else None
    for begin in _begins(event, start):
        end = None if lasts is None else begin + lasts
        assert end is None or end.utcoffset() == begin.utcoffset(), "readers differ about this"
        yield Heard(
            begin.astimezone(UTC),
            end.astimezone(UTC) if end else None,
            str(event["CATEGORIES"].cats[0]),
            str(event["STATUS"]),
        )


def _begins(event: Event, start: datetime) -> Iterator[datetime]:
    if "RRULE" not in event:
        yield start
        return
    assert str(start.tzinfo) == AMSTERDAM.key
    rule = event["RRULE"].to_ical().decode()
    until = event["RRULE"]["UNTIL"][0].astimezone(AMSTERDAM).replace(tzinfo=None)
    naive = rule.partition(";UNTIL=")[0] + f";UNTIL={until:%Y%m%dT%H%M%S}"
    but = {one.dt.replace(tzinfo=None) for one in _exceptions(event)}
    for day in rrulestr(naive, dtstart=start.replace(tzinfo=None)):
        if day not in but:
            yield day.replace(tzinfo=AMSTERDAM)


def _exceptions(event: Event) -> list[Any]:
    return event["EXDATE"].dts if "EXDATE" in event else []


def _as_heard(interval: Interval) -> Heard:
    sure = interval.sure and interval.mode is not Mode.APPOINTMENT
    return Heard(
        interval.begin.astimezone(UTC),
        interval.end.astimezone(UTC) if interval.end_known else None,
        CATEGORIES[interval.mode],
        "CONFIRMED" if sure else "TENTATIVE",
    )


def _period_values(period: Period) -> dict[str, Any]:
    return {
        "weekday": period.weekday,
        "mode": period.mode.value,
        **_hours_values(period),
        "valid_from": period.valid_from and period.valid_from.isoformat(),
        "valid_until": period.valid_until and period.valid_until.isoformat(),
        "note": period.note,
    }


def _special_values(special: SpecialDay) -> dict[str, Any]:
    return {
        "first_day": special.first_day.isoformat(),
        "last_day": special.last_day.isoformat(),
        "mode": special.mode.value,
        "reason": special.reason,
        **_hours_values(special),
    }


def _hours_values(row: Period | SpecialDay) -> dict[str, str | None]:
    return {
        "opens": row.opens.isoformat() if row.opens else None,
        "closes": row.closes.isoformat() if row.closes else None,
    }
