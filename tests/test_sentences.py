"""The words for states, days and weeks; the sentences of the truth table are in test_schedule."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from django.utils import translation

from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay
from places.sentences import (
    day_sentence,
    day_text,
    interval_sentence,
    next_sentence,
    state_sentence,
    week_sentence,
    weekday_name,
)
from tests.schedules import (
    MONDAY,
    NO_HOLIDAYS,
    SATURDAY,
    TUESDAY,
    WEDNESDAY,
    complete,
    local,
    row,
)

KINGS_DAY = date(2027, 4, 27)  # a Tuesday
HOLIDAYS = {KINGS_DAY: "Koningsdag"}
PAULUSKERK = Schedule(tuple(row(day, "17:00", "18:30", Mode.ACTIVITY) for day in range(5)))


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def says(schedule: Schedule, moment: str, holidays: dict[date, str] = NO_HOLIDAYS) -> str:
    return state_sentence(schedule.status(local(moment), holidays), local(moment))


def adds(schedule: Schedule, moment: str, holidays: dict[date, str] = NO_HOLIDAYS) -> str:
    return next_sentence(schedule.status(local(moment), holidays), local(moment))


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        ("23:30", "open tot 23:30"),
        ("00:00", "open tot middernacht"),
        ("02:00", "open tot 02:00"),
        ("10:00", "open tot morgen 10:00"),
    ],
)
def test_an_end_says_its_day_only_where_it_could_be_misread(closes: str, expected: str) -> None:
    assert says(complete(row(SATURDAY, "20:00", closes)), "2026-11-28T21:00") == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-24T09:00", "gaat vandaag om 10:00 open"),
        ("2026-11-23T09:00", "gaat morgen om 10:00 open"),
        ("2026-11-18T09:00", "gaat dinsdag om 10:00 open"),
        ("2026-11-17T13:00", "gaat dinsdag 24 november om 10:00 open"),
    ],
)
def test_a_closed_place_says_the_day_on_which_it_opens(moment: str, expected: str) -> None:
    assert says(complete(row(TUESDAY, "10:00", "12:00")), moment) == expected


def test_a_closed_place_without_any_prospect_is_just_closed() -> None:
    summer = Period(TUESDAY, time(10), time(12), valid_until=date(2026, 9, 30))
    assert says(complete(summer), "2026-11-24T11:00") == "dicht"


def test_a_closed_day_without_a_reason_says_only_that() -> None:
    schedule = Schedule(special_days=(SpecialDay(KINGS_DAY, KINGS_DAY),))
    assert says(schedule, "2027-04-27T11:00") == "vandaag dicht"


def test_a_place_that_never_closes_is_open_day_and_night() -> None:
    always = complete(*(row(weekday, "00:00", "00:00") for weekday in range(7)))
    assert says(always, "2026-11-24T11:00") == "dag en nacht open"


def test_an_appointment_without_an_end_is_not_called_open() -> None:
    schedule = complete(row(TUESDAY, "10:00", None, Mode.APPOINTMENT))
    assert says(schedule, "2026-11-24T11:00") == "vanaf 10:00 op afspraak, eindtijd onbekend"


def test_today_is_said_of_the_present_and_not_of_the_moment_asked_about() -> None:
    asked, now = local("2027-04-27T11:00"), local("2027-04-20T11:00")
    status = Schedule(holiday_policy=HolidayPolicy.CLOSED).status(asked, HOLIDAYS)
    assert state_sentence(status, asked, now) == "dinsdag 27 april dicht: Koningsdag"


def test_an_unknown_state_adds_the_next_sure_opening() -> None:
    assert adds(PAULUSKERK, "2026-11-24T11:00") == "zeker open: vandaag 17:00-18:30"
    assert adds(PAULUSKERK, "2026-11-28T11:00") == "zeker open: maandag 17:00-18:30"


def test_a_day_that_is_closed_for_a_reason_adds_the_next_sure_opening() -> None:
    schedule = Schedule(PAULUSKERK.periods, holiday_policy=HolidayPolicy.CLOSED)
    assert adds(schedule, "2027-04-27T11:00", HOLIDAYS) == "zeker open: morgen 17:00-18:30"


def test_an_opening_of_days_on_end_has_no_hour_at_which_it_ends() -> None:
    days_on_end = Schedule((row(MONDAY, "10:00", "10:00"), row(TUESDAY, "10:00", "17:00")))
    assert adds(days_on_end, "2026-11-22T11:00") == "zeker open: morgen vanaf 10:00"


@pytest.mark.parametrize("moment", ["2026-11-24T17:30", "2026-11-24T09:00"])
def test_nothing_is_added_where_the_opening_was_said_already(moment: str) -> None:
    schedule = Schedule(PAULUSKERK.periods, complete=True)
    assert adds(schedule, moment) == ""


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (row(TUESDAY, "17:00", "18:30"), "17:00-18:30"),
        (row(TUESDAY, "13:00", "15:00", Mode.APPOINTMENT), "13:00-15:00 op afspraak"),
        (row(TUESDAY, "12:00", None), "vanaf 12:00"),
        (row(TUESDAY, "00:00", "00:00"), "de hele dag"),
        (row(TUESDAY, "10:00", "10:00"), "24 uur vanaf 10:00"),
    ],
)
def test_an_interval_reads_as_its_hours(period: Period, expected: str) -> None:
    (interval,) = Schedule((period,)).intervals(date(2026, 11, 24), NO_HOLIDAYS)
    assert interval_sentence(interval) == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (PAULUSKERK, "Koningsdag: onbekend of het open is, bel even"),
        (Schedule(holiday_policy=HolidayPolicy.CLOSED), "dicht: Koningsdag"),
        (Schedule(holiday_policy=HolidayPolicy.AS_USUAL), "onbekend, bel even"),
        (complete(row(WEDNESDAY, "10:00", "12:00")), "dicht"),
        (complete(row(TUESDAY, "09:00", "12:00"), holiday_policy=HolidayPolicy.AS_USUAL), ""),
        (
            Schedule(
                special_days=(SpecialDay(KINGS_DAY, KINGS_DAY, time(9), time(12), reason="markt"),)
            ),
            "markt",
        ),
    ],
)
def test_a_day_of_the_week_display_says_what_is_special(schedule: Schedule, expected: str) -> None:
    assert day_sentence(schedule.day(KINGS_DAY, HOLIDAYS)) == expected


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (
            [row(day, "09:00", "17:00") for day in range(5)] + [row(WEDNESDAY, "19:00", "21:00")],
            "ma-vr 09:00-17:00; wo ook 19:00-21:00",
        ),
        (
            [
                row(day, *hours)
                for day in (0, 1)
                for hours in (("09:00", "12:00"), ("13:00", "17:00"))
            ],
            "ma, di 09:00-12:00, 13:00-17:00",
        ),
        (
            [row(WEDNESDAY, "12:00", None), row(MONDAY, "13:00", "15:00", Mode.APPOINTMENT)],
            "ma 13:00-15:00 op afspraak; wo vanaf 12:00",
        ),
        ([row(day, "10:00", "12:00") for day in (0, 1, 2, 4, 5)], "ma-wo, vr, za 10:00-12:00"),
        ([], ""),
    ],
)
def test_a_week_is_summed_up(periods: list[Period], expected: str) -> None:
    assert week_sentence(periods, date(2026, 11, 24)) == expected


def test_a_week_leaves_out_what_is_not_valid_then() -> None:
    summer = Period(TUESDAY, time(10), time(12), valid_until=date(2026, 9, 30))
    assert week_sentence([summer], date(2026, 11, 24)) == ""


def test_weekdays_have_short_and_long_names_in_both_languages() -> None:
    assert (weekday_name(TUESDAY), weekday_name(TUESDAY, short=True)) == ("dinsdag", "di")
    with translation.override("en"):
        assert (weekday_name(TUESDAY), weekday_name(TUESDAY, short=True)) == ("Tuesday", "Tue")


def test_a_day_that_has_been_is_said_with_its_date() -> None:
    assert day_text(date(2026, 11, 23), date(2026, 11, 24)) == "maandag 23 november"
