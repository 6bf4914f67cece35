"""What comes next: until when a state lasts, and when a place surely opens."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings

from places.schedule import Cause, HolidayPolicy, Mode, Opening, Period, Schedule, State
from tests.schedules import (
    NO_HOLIDAYS,
    TUESDAY,
    WEDNESDAY,
    complete,
    holidays,
    local,
    moments,
    row,
    schedules,
)


def test_open_until_takes_touching_and_overlapping_rows_together() -> None:
    schedule = complete(
        row(TUESDAY, "09:00", "12:00"),
        row(TUESDAY, "12:00", "17:00"),
        row(TUESDAY, "16:00", "18:30", Mode.ACTIVITY),
    )
    status = schedule.status(local("2026-11-24T10:00"), NO_HOLIDAYS)
    assert status.until == local("2026-11-24T18:30")


def test_open_until_looks_past_midnight() -> None:
    schedule = complete(row(TUESDAY, "20:00", "00:00"), row(WEDNESDAY, "00:00", "03:00"))
    status = schedule.status(local("2026-11-24T21:00"), NO_HOLIDAYS)
    assert status.until == local("2026-11-25T03:00")


def test_a_place_that_is_always_open_never_changes() -> None:
    always = complete(*(row(weekday, "00:00", "00:00") for weekday in range(7)))
    status = always.status(local("2026-11-24T21:00"), NO_HOLIDAYS)
    assert (status.state, status.until, status.next_open) == (State.OPEN, None, None)


def test_the_next_opening_is_a_sure_one() -> None:
    schedule = Schedule(
        (
            row(TUESDAY, "10:00", None),
            row(TUESDAY, "14:00", "15:00", Mode.APPOINTMENT),
            row(WEDNESDAY, "10:00", "12:00"),
        )
    )
    status = schedule.status(local("2026-11-24T09:00"), NO_HOLIDAYS)
    assert status.next_open == Opening(local("2026-11-25T10:00"), local("2026-11-25T12:00"))


def test_the_next_opening_passes_over_a_holiday_that_may_be_closed() -> None:
    schedule = complete(row(TUESDAY, "10:00", "12:00"))
    status = schedule.status(local("2027-04-26T10:00"), {date(2027, 4, 27): "Koningsdag"})
    assert status.next_open == Opening(local("2027-05-04T10:00"), local("2027-05-04T12:00"))
    assert status.next_interval is not None
    assert status.next_interval.cause is Cause.HOLIDAY


def test_the_next_opening_is_the_whole_of_touching_rows() -> None:
    schedule = complete(row(TUESDAY, "10:00", "12:00"), row(TUESDAY, "12:00", "14:00"))
    status = schedule.status(local("2026-11-24T09:00"), NO_HOLIDAYS)
    assert status.next_open == Opening(local("2026-11-24T10:00"), local("2026-11-24T14:00"))


def test_an_opening_more_than_eight_weeks_ahead_is_not_looked_for() -> None:
    later = Period(TUESDAY, time(10), time(12), valid_from=date(2027, 3, 1))
    status = complete(later).status(local("2026-11-24T09:00"), NO_HOLIDAYS)
    assert (status.until, status.next_open, status.next_interval) == (None, None, None)


def test_a_place_without_hours_is_unknown_for_as_long_as_one_looks() -> None:
    status = Schedule().status(local("2026-11-24T09:00"), {date(2026, 12, 25): "Eerste kerstdag"})
    assert (status.state, status.cause, status.until) == (State.UNKNOWN, Cause.NOTHING_KNOWN, None)


def test_a_place_without_hours_that_closes_on_holidays_closes_on_the_next_one() -> None:
    schedule = Schedule(holiday_policy=HolidayPolicy.CLOSED)
    status = schedule.status(local("2026-12-24T09:00"), {date(2026, 12, 25): "Eerste kerstdag"})
    assert status.until == local("2026-12-25T00:00")


@settings(deadline=None)
@given(schedules(), moments(), holidays())
def test_the_state_holds_until_the_next_change_and_not_longer(
    schedule: Schedule, moment: datetime, holidays: dict[date, str]
) -> None:
    status = schedule.status(moment, holidays)
    if status.until is None:
        return
    just_before = status.until.astimezone(UTC) - timedelta(seconds=1)
    assert schedule.status(just_before, holidays).state is status.state
    assert schedule.status(status.until, holidays).state is not status.state


@settings(deadline=None)
@given(schedules(), moments(), holidays())
def test_the_next_opening_is_open_from_its_begin_to_its_end(
    schedule: Schedule, moment: datetime, holidays: dict[date, str]
) -> None:
    opening = schedule.status(moment, holidays).next_open
    if opening is None:
        return
    just_before_end = opening.end.astimezone(UTC) - timedelta(seconds=1)
    assert schedule.status(opening.begin, holidays).state is State.OPEN
    assert schedule.status(just_before_end, holidays).state is State.OPEN
    assert moment.astimezone(UTC) < opening.begin
