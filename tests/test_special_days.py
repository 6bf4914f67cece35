"""The days that beat the week: special days and public holidays."""

from datetime import date, time, timedelta

from places.schedule import Cause, HolidayPolicy, Mode, Period, Schedule, SpecialDay, State
from tests.schedules import MONDAY, TUESDAY, complete, local, row, state

KINGS_DAY = date(2027, 4, 27)  # a Tuesday
KINGS_DAY_OF_2025 = date(2025, 4, 26)  # a Saturday, for the 27th was a Sunday
HOLIDAYS = {KINGS_DAY: "Koningsdag", KINGS_DAY_OF_2025: "Koningsdag"}
PAULUSKERK = Schedule(tuple(row(day, "17:00", "18:30", Mode.ACTIVITY) for day in range(5)))


def closed_on(day: date) -> SpecialDay:
    return SpecialDay(day, day, reason="verbouwing")


def test_a_closed_day_leaves_what_began_the_evening_before() -> None:
    schedule = complete(row(MONDAY, "22:00", "02:00"), special_days=(closed_on(KINGS_DAY),))
    assert state(schedule, "2027-04-27T01:00") is State.OPEN
    assert state(schedule, "2027-04-27T02:00") is State.CLOSED


def test_what_would_have_begun_on_a_closed_day_does_not_run_into_the_next() -> None:
    schedule = complete(row(TUESDAY, "22:00", "02:00"), special_days=(closed_on(KINGS_DAY),))
    assert state(schedule, "2027-04-28T01:00") is State.CLOSED


def test_a_special_day_lasts_through_its_last_date() -> None:
    holiday_weeks = SpecialDay(KINGS_DAY - timedelta(days=7), KINGS_DAY, reason="vakantie")
    schedule = Schedule(special_days=(holiday_weeks,))
    assert state(schedule, "2027-04-20T00:00") is State.CLOSED
    assert state(schedule, "2027-04-27T23:59") is State.CLOSED
    assert state(schedule, "2027-04-28T00:00") is State.UNKNOWN


def test_closed_wins_from_other_hours_on_the_same_day() -> None:
    other_hours = SpecialDay(KINGS_DAY, KINGS_DAY, time(10), time(12))
    schedule = Schedule(special_days=(other_hours, closed_on(KINGS_DAY)))
    assert state(schedule, "2027-04-27T11:00") is State.CLOSED


def test_other_hours_are_sure_on_a_holiday() -> None:
    other_hours = SpecialDay(KINGS_DAY, KINGS_DAY, time(10), time(12), reason="vrijmarkt")
    for policy in HolidayPolicy:
        schedule = Schedule(special_days=(other_hours,), holiday_policy=policy)
        assert state(schedule, "2027-04-27T11:00", HOLIDAYS) is State.OPEN


def test_a_day_may_have_several_other_hours() -> None:
    other_hours = (
        SpecialDay(KINGS_DAY, KINGS_DAY, time(14), time(16)),
        SpecialDay(KINGS_DAY, KINGS_DAY, time(10), time(12)),
    )
    day = Schedule(special_days=other_hours).day(KINGS_DAY, {})
    assert [interval.begin.hour for interval in day.intervals] == [10, 14]


def test_other_hours_do_not_make_a_place_without_a_week_complete() -> None:
    other_hours = SpecialDay(KINGS_DAY, KINGS_DAY, time(10), time(12))
    schedule = complete(special_days=(other_hours,))
    assert state(schedule, "2027-04-27T13:00") is State.UNKNOWN


def test_a_complete_place_is_closed_when_its_season_is_over() -> None:
    summer = Period(TUESDAY, time(10), time(12), valid_until=date(2026, 9, 30))
    assert state(complete(summer), "2026-11-24T11:00") is State.CLOSED


def test_doubt_about_a_holiday_lasts_as_long_as_the_rows_that_begin_on_it() -> None:
    schedule = complete(row(TUESDAY, "22:00", "02:00"))
    status = schedule.status(local("2027-04-28T01:00"), HOLIDAYS)
    assert (status.state, status.reason) == (State.UNKNOWN, "Koningsdag")


def test_a_row_of_the_eve_is_sure_on_the_morning_of_the_holiday() -> None:
    assert (
        state(complete(row(MONDAY, "22:00", "02:00")), "2027-04-27T01:00", HOLIDAYS) is State.OPEN
    )


def test_pauluskerk_is_open_for_its_meal_and_else_unknown() -> None:
    assert state(PAULUSKERK, "2026-11-24T17:30") is State.OPEN
    assert state(PAULUSKERK, "2026-11-24T18:30") is State.UNKNOWN
    assert state(PAULUSKERK, "2026-11-28T17:30") is State.UNKNOWN


def test_the_meal_of_pauluskerk_is_unsure_on_kings_day() -> None:
    status = PAULUSKERK.status(local("2027-04-27T17:30"), HOLIDAYS)
    assert (status.state, status.cause, status.reason) == (
        State.UNKNOWN,
        Cause.HOLIDAY,
        "Koningsdag",
    )


def test_on_a_kings_day_without_rows_an_incomplete_place_is_just_unknown() -> None:
    status = PAULUSKERK.status(local("2025-04-26T17:30"), HOLIDAYS)
    assert (status.state, status.cause) == (State.UNKNOWN, Cause.NOTHING_KNOWN)


def test_the_week_of_a_holiday_names_it_on_its_day_only() -> None:
    week = PAULUSKERK.week(date(2027, 4, 26), HOLIDAYS)
    assert [day.holiday for day in week] == ["", "Koningsdag", "", "", "", "", ""]
    assert [len(day.intervals) for day in week] == [1, 1, 1, 1, 1, 0, 0]
    assert [interval.sure for interval in week[1].intervals] == [False]
