"""The nights on which the clock jumps: back on 25 October 2026, forward on 28 March 2027."""

from datetime import UTC, date, datetime, time

from hypothesis import given, settings

from places.schedule import Schedule, State, local_moment, wall_clock
from tests.schedules import (
    NO_HOLIDAYS,
    SATURDAY,
    SUNDAY,
    clock_times,
    complete,
    dates,
    local,
    moments,
    row,
)


def test_an_end_in_the_repeated_hour_is_its_first_time() -> None:
    schedule = complete(row(SATURDAY, "22:00", "02:30"))
    assert schedule.status(local("2026-10-25T02:10"), NO_HOLIDAYS).state is State.OPEN
    assert schedule.status(local("2026-10-25T02:10", fold=1), NO_HOLIDAYS).state is State.CLOSED


def test_an_end_after_the_repeated_hour_makes_the_row_an_hour_longer() -> None:
    schedule = complete(row(SUNDAY, "02:00", "03:00"))
    begin, end = _ends(schedule, date(2026, 10, 25))
    assert (end.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() == 2 * 3600


def _ends(schedule: Schedule, day: date) -> tuple[datetime, datetime]:
    (interval,) = schedule.intervals(day, NO_HOLIDAYS)
    return interval.begin, interval.end


def test_a_begin_in_the_skipped_hour_is_the_moment_after_the_jump() -> None:
    assert _ends(complete(row(SUNDAY, "02:30", "04:00")), date(2027, 3, 28)) == (
        local("2027-03-28T03:00"),
        local("2027-03-28T04:00"),
    )


def test_a_row_wholly_in_the_skipped_hour_does_not_happen() -> None:
    schedule = complete(row(SUNDAY, "02:00", "02:45"))
    assert schedule.intervals(date(2027, 3, 28), NO_HOLIDAYS) == ()


def test_on_the_second_pass_of_an_hour_all_its_times_have_been() -> None:
    assert wall_clock(local("2026-10-25T02:10")) == (date(2026, 10, 25), 130)
    assert wall_clock(local("2026-10-25T02:10", fold=1)) == (date(2026, 10, 25), 179)
    assert wall_clock(local("2026-10-25T03:00")) == (date(2026, 10, 25), 180)


def test_a_local_time_that_never_happens_is_just_after_the_jump() -> None:
    assert local_moment(datetime(2027, 3, 28, 2, 30)) == local("2027-03-28T03:00")


@settings(deadline=None)
@given(moments(), dates, clock_times)
def test_minutes_on_the_wall_compare_as_the_moments_do(
    moment: datetime, day: date, clock: time
) -> None:
    today, minute = wall_clock(moment)
    mark = day.toordinal(), clock.hour * 60 + clock.minute
    passed = (today.toordinal(), minute) >= mark
    assert passed == (moment.astimezone(UTC) >= local_moment(datetime.combine(day, clock)))
