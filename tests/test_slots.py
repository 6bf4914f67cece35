"""Parts of days in the weeks to come, against the library that knows nothing of ours."""

from datetime import date, datetime, time, timedelta

import opening_hours
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places.osm_hours import osm_expression
from places.schedule import (
    HolidayPolicy,
    Mode,
    Part,
    Period,
    Schedule,
    Slot,
    SpecialDay,
    State,
    match,
    slots,
)
from places.schedule.slots import WEEKS
from tests.schedules import NO_HOLIDAYS, TUESDAY, complete, dates, holidays, row, schedules

TODAY = date(2026, 11, 24)  # a Tuesday
CHRISTMAS = {date(2026, 12, 15): "een feestdag"}
TUESDAY_AFTERNOON = Slot(TUESDAY, Part.AFTERNOON)
HALF_AN_HOUR = 30


def state(schedule: Schedule, slot: Slot = TUESDAY_AFTERNOON) -> State:
    return match(schedule, slot, TODAY, NO_HOLIDAYS).state


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("13:00", "17:00", State.OPEN),
        ("09:00", "12:29", State.CLOSED),
        ("09:00", "12:30", State.OPEN),
        ("17:30", "22:00", State.OPEN),
        ("17:31", "22:00", State.CLOSED),
        ("12:10", "12:20", State.OPEN),
        ("13:00", None, State.UNKNOWN),
        ("18:00", "23:00", State.CLOSED),
        ("13:00", "13:00", State.OPEN),
    ],
)
def test_half_an_hour_in_the_afternoon_is_enough(
    opens: str, closes: str | None, expected: State
) -> None:
    assert state(complete(row(TUESDAY, opens, closes))) is expected


def test_by_appointment_is_not_surely_open() -> None:
    by_appointment = row(TUESDAY, "13:00", "17:00", Mode.APPOINTMENT)
    assert state(complete(by_appointment)) is State.APPOINTMENT


def test_outside_known_hours_only_a_complete_week_is_closed() -> None:
    assert state(complete(row(0, "13:00", "17:00"))) is State.CLOSED
    assert state(Schedule((row(0, "13:00", "17:00"),))) is State.UNKNOWN
    assert state(complete()) is State.UNKNOWN


def test_a_night_reaches_into_the_morning_after() -> None:
    night = complete(row(0, "22:00", "07:00"))
    assert state(night, Slot(TUESDAY, Part.MORNING)) is State.OPEN
    assert state(night, Slot(0, Part.MORNING)) is State.CLOSED


def test_once_in_the_weeks_to_come_is_enough_and_the_other_days_are_told() -> None:
    closed = SpecialDay(TODAY, TODAY + timedelta(days=7), reason="verbouwing")
    found = match(
        complete(row(TUESDAY, "13:00", "17:00"), special_days=(closed,)),
        TUESDAY_AFTERNOON,
        TODAY,
        NO_HOLIDAYS,
    )
    assert found.state is State.OPEN
    assert [(one.date.day, one.reason) for one in found.exceptions] == [
        (24, "verbouwing"),
        (1, "verbouwing"),
    ]


def test_what_is_closed_all_these_weeks_is_closed_even_if_hours_are_not_complete() -> None:
    closed = SpecialDay(TODAY, TODAY + timedelta(weeks=WEEKS), reason="verbouwing")
    assert state(Schedule(special_days=(closed,))) is State.CLOSED


def test_hours_that_begin_after_these_weeks_do_not_count() -> None:
    spring = Period(TUESDAY, time(13), time(17), valid_from=TODAY + timedelta(weeks=WEEKS))
    assert state(complete(spring)) is State.CLOSED


def test_a_holiday_without_a_policy_is_an_exception() -> None:
    week = complete(row(TUESDAY, "13:00", "17:00"), holiday_policy=HolidayPolicy.UNKNOWN)
    found = match(week, TUESDAY_AFTERNOON, TODAY, CHRISTMAS)
    assert [(one.date.day, one.state) for one in found.exceptions] == [(15, State.UNKNOWN)]


def test_without_days_every_day_and_without_parts_the_whole_day() -> None:
    assert slots([], []) == []
    assert slots([1], []) == [Slot(1)]
    assert slots([], [Part.EVENING]) == [Slot(day, Part.EVENING) for day in range(7)]
    assert len(slots([5, 1, 5], [Part.EVENING, Part.MORNING])) == 4


def longest_run(witness: opening_hours.OpeningHours, slot: Slot, day: date) -> int:
    """Minutes in a row that the library calls open within the slot of this date."""
    longest = run = 0
    for minute in range(*slot.minutes):
        moment = datetime.combine(day, time()) + timedelta(minutes=minute)
        run = run + 1 if witness.state(moment)[0] == opening_hours.State.OPEN else 0
        longest = max(longest, run)
    return longest


@settings(deadline=None, max_examples=40)
@given(
    schedule=schedules(),
    today=dates,
    slot=st.builds(Slot, st.integers(0, 6), st.sampled_from(Part) | st.none()),
    free=holidays(),
)
def test_the_library_agrees_on_what_is_surely_open(
    schedule: Schedule, today: date, slot: Slot, free: dict[date, str]
) -> None:
    witness = opening_hours.OpeningHours(osm_expression(schedule, free))
    runs = [longest_run(witness, slot, day) for day in slot.dates(today)]
    surely = match(schedule, slot, today, free).state is State.OPEN
    assert surely or max(runs) < HALF_AN_HOUR
    assert not surely or max(runs) > 0
