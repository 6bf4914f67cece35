"""Hours in whole words for the four weeks in which a sheet is used."""

from datetime import date, timedelta
from typing import Any

import pytest

from places.referral.weeks_ahead import HoursInWords, hours_in_words, weekdays_in_words
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
        "woensdag 17:30-18:30 samen eten, 5 euro, aanmelden tot woensdag 11:00"
    ]


def test_an_appointment_says_so_and_an_activity_without_a_name_too() -> None:
    rows = (
        row(MONDAY, "09:00", "10:00", Mode.APPOINTMENT),
        row(TUESDAY, "09:00", None, Mode.ACTIVITY),
    )
    assert told(Schedule(rows)).usual == [
        "maandag 09:00-10:00 op afspraak",
        "dinsdag vanaf 09:00 activiteit",
    ]


def test_hours_that_begin_after_the_four_weeks_or_are_over_are_not_told() -> None:
    over = dinner(valid_until=TODAY - timedelta(days=1))
    later = dinner(valid_from=date(2026, 12, 21))
    soon = dinner(valid_from=date(2026, 12, 1))
    assert told(Schedule((over, later))).usual == []
    assert told(Schedule((soon,))).usual == [
        "woensdag 17:30-18:30 samen eten (vanaf 1 december 2026)"
    ]


@pytest.mark.parametrize(
    ("schedule", "call", "remark"),
    [
        (Schedule(), True, "Openingstijden onbekend: bel even."),
        (Schedule(), False, "Openingstijden onbekend: vraag het na voor je gaat."),
        (Schedule((dinner(),)), True, "Andere tijden kennen we niet: bel even."),
        (Schedule((dinner(),)), False, "Andere tijden kennen we niet: vraag het na voor je gaat."),
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
        "maandag 30 november tot en met woensdag 2 december: dicht: verbouwing",
        "zaterdag 5 december: vanaf 10:00 (Sinterklaas)",
    ]


@pytest.mark.parametrize(
    ("policy", "other"),
    [
        (HolidayPolicy.CLOSED, ["vrijdag 25 december: dicht: Kerst"]),
        (HolidayPolicy.AS_USUAL, []),
        (HolidayPolicy.UNKNOWN, ["vrijdag 25 december: Kerst: onbekend of het open is, bel even"]),
    ],
)
def test_a_holiday_is_told_where_it_changes_something(
    policy: HolidayPolicy, other: list[str]
) -> None:
    friday = (row(4, "09:00", "17:00"),)
    schedule = Schedule(friday, holiday_policy=policy)
    assert told(schedule, date(2026, 12, 10), holidays={CHRISTMAS: "Kerst"}).other == other


def test_a_place_that_is_closed_all_the_time_has_no_usual_hours() -> None:
    long = SpecialDay(TODAY, date(2027, 6, 1), reason="brand")
    hours = told(Schedule((dinner(),), (long,), complete=True))
    assert (hours.usual, hours.remark) == ([], "")
    assert hours.other == ["vanaf zondag 22 november: dicht: brand"]
