"""Hours in whole words for the four weeks in which a sheet is used."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from places.referral.dates_in_words import weekdays_in_words
from places.referral.weeks_ahead import HoursInWords, hours_in_words
from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay
from tests.schedules import MONDAY, NO_HOLIDAYS, TUESDAY, WEDNESDAY, row

TODAY = date(2026, 11, 22)
CHRISTMAS = date(2026, 12, 25)


def told(schedule: Schedule, today: date = TODAY, **more: Any) -> HoursInWords:
    return hours_in_words(
        schedule, today, more.get("holidays", NO_HOLIDAYS), more.get("call", True)
    )


def dinner(**more: Any) -> Period:
    opens, closes = row(WEDNESDAY, "17:30", "18:30").opens, row(WEDNESDAY, "17:30", "18:30").closes
    return Period(WEDNESDAY, opens, closes, Mode.ACTIVITY, note="samen eten", **more)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((0, 1, 2, 3, 4), "maandag tot en met vrijdag"),
        ((0, 1), "maandag en dinsdag"),
        ((0, 2, 4), "maandag, woensdag en vrijdag"),
        ((0, 1, 2, 4), "maandag tot en met woensdag en vrijdag"),
        (range(7), "elke dag"),
    ],
)
def test_weekdays_are_whole_words(days: Any, words: str) -> None:
    assert weekdays_in_words(days) == words


def test_days_with_the_same_hours_share_a_line() -> None:
    week = tuple(row(day, "09:00", "17:00") for day in range(5))
    assert told(Schedule(week)).usual == ["maandag tot en met vrijdag 09:00-17:00"]


def test_a_meal_says_what_it_costs_and_when_to_sign_up() -> None:
    meal = dinner(cost="5 euro", sign_up="tot woensdag 11:00")
    assert told(Schedule((meal,))).usual == [
        "woensdag 17:30-18:30: samen eten, 5 euro, aanmelden tot woensdag 11:00"
    ]


def test_an_appointment_says_so_and_an_activity_without_a_name_too() -> None:
    rows = (
        row(MONDAY, "09:00", "10:00", Mode.APPOINTMENT),
        row(TUESDAY, "09:00", None, Mode.ACTIVITY),
    )
    assert told(Schedule(rows)).usual == [
        "maandag 09:00-10:00: op afspraak",
        "dinsdag vanaf 09:00: activiteit",
    ]


def test_hours_that_begin_after_the_four_weeks_or_are_over_are_not_told() -> None:
    over = dinner(valid_until=TODAY - timedelta(days=1))
    later = dinner(valid_from=date(2026, 12, 21))
    soon = dinner(valid_from=date(2026, 12, 1))
    assert told(Schedule((over, later))).usual == []
    assert told(Schedule((soon,))).usual == ["woensdag (vanaf 1 december) 17:30-18:30: samen eten"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 12, 2), None, "woensdag (vanaf 2 december) 17:30-18:30: samen eten"),
        (None, date(2026, 12, 9), "woensdag (tot en met 9 december) 17:30-18:30: samen eten"),
        (date(2026, 9, 1), date(2027, 6, 30), "woensdag 17:30-18:30: samen eten"),
    ],
    ids=["begins", "ends", "all four weeks"],
)
def test_what_begins_or_ends_within_the_four_weeks_says_so_beside_its_days(
    first: date | None, last: date | None, words: str
) -> None:
    assert told(Schedule((dinner(valid_from=first, valid_until=last),))).usual == [words]


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        ("20:00", "02:00", "maandag 20:00-02:00 (’s nachts)"),
        ("20:00", "00:00", "maandag 20:00-24:00"),
        ("00:00", "00:00", "maandag de hele dag"),
        ("22:00", "22:00", "maandag 24 uur vanaf 22:00"),
    ],
)
def test_hours_past_midnight_are_plain(opens: str, closes: str, words: str) -> None:
    assert told(Schedule((row(MONDAY, opens, closes),))).usual == [words]


def test_a_special_night_is_plain_too() -> None:
    eve, (opens, closes) = date(2026, 12, 5), (time(20), time(1))
    night = SpecialDay(eve, eve, opens, closes, reason="pakjesavond")
    assert told(Schedule((dinner(),), (night,))).other == [
        "andere tijden op zaterdag 5 december (pakjesavond): 20:00-01:00 (’s nachts)"
    ]


@pytest.mark.parametrize(
    ("schedule", "call", "remark"),
    [
        (Schedule(), True, "We weten niet wanneer het open is. Bel even voor je gaat."),
        (Schedule(), False, "We weten niet wanneer het open is. Vraag het na voor je gaat."),
        (Schedule((dinner(),)), True, "Andere tijden weten we niet. Bel even."),
        (Schedule((dinner(),)), False, "Andere tijden weten we niet. Vraag het na."),
        (Schedule((dinner(),), complete=True), True, "Op andere tijden is het dicht."),
    ],
)
def test_what_is_not_known_is_said(schedule: Schedule, call: bool, remark: str) -> None:
    assert told(schedule, call=call).remark == remark


def test_special_days_of_the_four_weeks_are_told_with_their_reason() -> None:
    closed = SpecialDay(date(2026, 11, 30), date(2026, 12, 2), reason="verbouwing")
    opens = row(MONDAY, "10:00", "12:00").opens
    other = SpecialDay(date(2026, 12, 5), date(2026, 12, 5), opens, None, reason="Sinterklaas")
    later = SpecialDay(date(2026, 12, 21), date(2026, 12, 21), reason="te ver weg")
    assert told(Schedule((dinner(),), (closed, other, later))).other == [
        "dicht van maandag 30 november tot en met woensdag 2 december (verbouwing)",
        "andere tijden op zaterdag 5 december (Sinterklaas): vanaf 10:00",
    ]


@pytest.mark.parametrize(
    ("policy", "other"),
    [
        (HolidayPolicy.CLOSED, ["dicht op vrijdag 25 december (Kerst)"]),
        (HolidayPolicy.AS_USUAL, []),
        (HolidayPolicy.UNKNOWN, ["misschien dicht op vrijdag 25 december (Kerst). Bel even."]),
    ],
)
def test_a_holiday_is_told_where_it_changes_something(
    policy: HolidayPolicy, other: list[str]
) -> None:
    friday = (row(4, "09:00", "17:00"),)
    schedule = Schedule(friday, holiday_policy=policy)
    assert told(schedule, date(2026, 12, 10), holidays={CHRISTMAS: "Kerst"}).other == other


def test_a_holiday_nobody_knows_about_is_asked_after_where_no_phone_is_known() -> None:
    schedule = Schedule((row(4, "09:00", "17:00"),))
    hours = told(schedule, date(2026, 12, 10), holidays={CHRISTMAS: "Kerst"}, call=False)
    assert hours.other == ["misschien dicht op vrijdag 25 december (Kerst). Vraag het na."]


def test_a_place_that_is_closed_all_the_time_has_no_usual_hours() -> None:
    long = SpecialDay(TODAY, date(2027, 6, 1), reason="brand")
    hours = told(Schedule((dinner(),), (long,), complete=True))
    assert (hours.usual, hours.remark) == ([], "")
    assert hours.other == ["dicht vanaf zondag 22 november (brand)"]
