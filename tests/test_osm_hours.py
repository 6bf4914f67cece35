"""The exported expression, read by a library that knows nothing of ours, gives the same state.

Not asked of it, because the language cannot say it: the second pass of the repeated hour in
autumn, and the hour that spring skips. So moments are local times that happen, the first of two.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import product

import opening_hours
import pytest
from hypothesis import given, settings

from places.osm_hours import osm_expression
from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay, State, local_moment
from tests.schedules import (
    DAYS_LONG,
    FIRST_DAYS,
    NO_HOLIDAYS,
    SATURDAY,
    TUESDAY,
    WEDNESDAY,
    complete,
    holidays,
    row,
    schedules,
)

KINGS_DAY = date(2027, 4, 27)  # a Tuesday
HOLIDAYS = {KINGS_DAY: "Koningsdag"}
PAULUSKERK = Schedule(tuple(row(day, "17:00", "18:30", Mode.ACTIVITY) for day in range(5)))
AS_THE_LIBRARY_SAYS = {
    State.OPEN: opening_hours.State.OPEN,
    State.APPOINTMENT: opening_hours.State.UNKNOWN,
    State.UNKNOWN: opening_hours.State.UNKNOWN,
    State.CLOSED: opening_hours.State.CLOSED,
}


def telling_moments(schedule: Schedule) -> Iterator[datetime]:
    """The local times at which something may begin or end, on every day of the strategies."""
    rows = schedule.periods + schedule.special_days
    ends = {clock for row in rows for clock in (row.opens, row.closes) if clock}
    for first, offset, clock in product(FIRST_DAYS, range(DAYS_LONG + 1), ends | {time(), time(3)}):
        naive = datetime.combine(first + timedelta(days=offset), clock)
        if local_moment(naive).time() == clock:
            yield naive


@settings(deadline=None, max_examples=30)
@given(schedules(), holidays())
def test_the_library_reads_our_expression_as_we_mean_it(
    schedule: Schedule, holidays: dict[date, str]
) -> None:
    witness = opening_hours.OpeningHours(osm_expression(schedule, holidays))
    for naive in telling_moments(schedule):
        ours = schedule.status(local_moment(naive), holidays).state
        state, comment = witness.state(naive)
        assert state == AS_THE_LIBRARY_SAYS[ours]
        assert (comment == "op afspraak") == (ours is State.APPOINTMENT)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(), '24/7 unknown "bel even"'),
        (PAULUSKERK, '24/7 unknown "bel even", Mo-Fr 17:00-18:30'),
        (complete(*PAULUSKERK.periods), "Mo-Fr 17:00-18:30"),
        (complete(row(WEDNESDAY, "12:00", None)), 'We 12:00+ unknown "eindtijd onbekend"'),
        (complete(row(SATURDAY, "22:00", "02:00")), "Sa 22:00-02:00"),
        (complete(row(SATURDAY, "20:00", "00:00")), "Sa 20:00-24:00"),
        (complete(row(SATURDAY, "00:00", "00:00")), "Sa 00:00-24:00"),
        (complete(row(SATURDAY, "10:00", "10:00")), "Sa 10:00-34:00"),
        (
            complete(row(TUESDAY, "10:00", "12:00", Mode.APPOINTMENT)),
            'Tu 10:00-12:00 unknown "op afspraak"',
        ),
    ],
)
def test_a_week_reads_as_people_write_it(schedule: Schedule, expected: str) -> None:
    assert osm_expression(schedule, NO_HOLIDAYS) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 11, 1), date(2027, 2, 10), "2026 Nov 01-2027 Feb 10 Tu 10:00-12:00"),
        (date(2026, 11, 1), None, "2026 Nov 01+ Tu 10:00-12:00"),
        (None, date(2027, 2, 10), "1970 Jan 01-2027 Feb 10 Tu 10:00-12:00"),
    ],
)
def test_a_season_is_said_with_its_dates(
    first: date | None, last: date | None, expected: str
) -> None:
    season = Period(TUESDAY, time(10), time(12), valid_from=first, valid_until=last)
    assert osm_expression(complete(season), NO_HOLIDAYS) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (HolidayPolicy.CLOSED, '; 2027 Apr 27 closed "Koningsdag"'),
        (HolidayPolicy.AS_USUAL, ""),
        (HolidayPolicy.UNKNOWN, '; 2027 Apr 27 17:00-18:30 unknown "Koningsdag"'),
    ],
)
def test_a_holiday_is_a_dated_rule_where_it_changes_the_week(
    policy: HolidayPolicy, expected: str
) -> None:
    schedule = complete(*PAULUSKERK.periods, holiday_policy=policy)
    assert osm_expression(schedule, HOLIDAYS) == f"Mo-Fr 17:00-18:30{expected}"


def test_days_in_a_row_that_are_alike_are_one_rule() -> None:
    summer = SpecialDay(date(2027, 7, 1), date(2027, 8, 31), reason='"zomer"')
    assert osm_expression(complete(*PAULUSKERK.periods, special_days=(summer,)), NO_HOLIDAYS) == (
        "Mo-Fr 17:00-18:30; 2027 Jul 01-2027 Aug 31 closed \"'zomer'\""
    )


def test_other_hours_of_an_incomplete_place_leave_the_rest_of_the_day_unknown() -> None:
    market = SpecialDay(KINGS_DAY, KINGS_DAY, time(10), time(12), reason="vrijmarkt")
    assert osm_expression(Schedule(special_days=(market,)), NO_HOLIDAYS) == (
        '24/7 unknown "bel even"; '
        '2027 Apr 27 unknown "bel even", 2027 Apr 27 10:00-12:00 "vrijmarkt"'
    )


def test_a_night_that_runs_into_a_closed_day_is_written_out_on_it() -> None:
    closed = SpecialDay(KINGS_DAY, KINGS_DAY, reason="feest")
    nights = complete(row(0, "22:00", "02:00"), special_days=(closed,))
    assert osm_expression(nights, NO_HOLIDAYS) == (
        'Mo 22:00-02:00; 2027 Apr 27 closed "feest", 2027 Apr 27 00:00-02:00'
    )


def test_the_night_of_a_day_that_is_written_out_goes_on_after_midnight() -> None:
    eve = KINGS_DAY - timedelta(days=1)
    party = SpecialDay(eve, eve, time(22), time(2), reason="feest")
    nights = complete(row(1, "21:00", "03:00"), special_days=(party,))
    assert osm_expression(nights, NO_HOLIDAYS) == (
        'Tu 21:00-03:00; 2027 Apr 26 22:00-24:00 "feest"; '
        '2027 Apr 27 00:00-02:00 "feest", 2027 Apr 27 21:00-27:00'
    )


def test_the_surest_of_a_day_that_is_written_out_comes_last() -> None:
    from_one = SpecialDay(KINGS_DAY, KINGS_DAY, time(1), reason="feest")
    nights = complete(row(0, "22:00", "02:00"), special_days=(from_one,))
    assert osm_expression(nights, NO_HOLIDAYS) == (
        'Mo 22:00-02:00; 2027 Apr 27 01:00+ unknown "feest", 2027 Apr 27 00:00-02:00'
    )
