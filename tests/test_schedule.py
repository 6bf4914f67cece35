"""Opening hours on plain values. The first table is that of docs/openingstijden.md, row for row."""

from collections import Counter
from datetime import date, datetime, time
from itertools import product
from pathlib import Path

import pytest
from django.utils import translation

from places.schedule import (
    AMSTERDAM,
    HolidayPolicy,
    Mode,
    Period,
    Schedule,
    SpecialDay,
    State,
)
from places.sentences import state_sentence
from tests.schedules import SATURDAY, SUNDAY, TUESDAY, WEDNESDAY, complete, row, state

TRUTH_TABLE = """
| dag | rij | moment | compleet | staat | telt | zin |
|---|---|---|---|---|---|---|
| gewoon, feestdag gewoon | inloop, activiteit | binnen | ja, nee | open | ja | open tot 12:00 |
| gewoon, feestdag gewoon | op afspraak | binnen | ja, nee | afspraak | nee | op afspraak tot 12:00 |
| gewoon, feestdag gewoon | einde onbekend | binnen | ja, nee | onbekend | nee | vanaf 10:00 open, eindtijd onbekend |
| gewoon, feestdag gewoon | inloop, activiteit | buiten | ja | dicht | nee | gaat vandaag om 10:00 open |
| gewoon, feestdag gewoon | op afspraak | buiten | ja | dicht | nee | dicht, vandaag vanaf 10:00 op afspraak |
| gewoon, feestdag gewoon | einde onbekend | buiten | ja | dicht | nee | gaat vandaag om 10:00 open, eindtijd onbekend |
| gewoon, feestdag gewoon | inloop, activiteit, op afspraak, einde onbekend | buiten | nee | onbekend | nee | onbekend, bel even |
| gewoon, feestdag gewoon | geen | buiten | ja, nee | onbekend | nee | onbekend, bel even |
| bijzonder dicht | inloop, activiteit, op afspraak, einde onbekend | binnen, buiten | ja, nee | dicht | nee | vandaag dicht: verbouwing |
| bijzonder dicht | geen | buiten | ja, nee | dicht | nee | vandaag dicht: verbouwing |
| bijzonder andere uren | inloop, activiteit | binnen | ja, nee | open | ja | open tot 16:00 |
| bijzonder andere uren | op afspraak | binnen | ja, nee | afspraak | nee | op afspraak tot 16:00 |
| bijzonder andere uren | einde onbekend | binnen | ja, nee | onbekend | nee | vanaf 14:00 open, eindtijd onbekend |
| bijzonder andere uren | inloop, activiteit | buiten | ja | dicht | nee | gaat vandaag om 14:00 open |
| bijzonder andere uren | op afspraak | buiten | ja | dicht | nee | dicht, vandaag vanaf 14:00 op afspraak |
| bijzonder andere uren | einde onbekend | buiten | ja | dicht | nee | gaat vandaag om 14:00 open, eindtijd onbekend |
| bijzonder andere uren | inloop, activiteit, op afspraak, einde onbekend | buiten | nee | onbekend | nee | onbekend, bel even |
| feestdag dicht | inloop, activiteit, op afspraak, einde onbekend | binnen, buiten | ja, nee | dicht | nee | vandaag dicht: Koningsdag |
| feestdag dicht | geen | buiten | ja, nee | dicht | nee | vandaag dicht: Koningsdag |
| feestdag onbekend | inloop, activiteit, op afspraak, einde onbekend | binnen | ja, nee | onbekend | nee | Koningsdag: onbekend of het open is, bel even |
| feestdag onbekend | inloop, activiteit, op afspraak, einde onbekend | buiten | ja | dicht | nee | dicht, Koningsdag: onbekend of het open gaat |
| feestdag onbekend | inloop, activiteit, op afspraak, einde onbekend | buiten | nee | onbekend | nee | onbekend, bel even |
| feestdag onbekend | geen | buiten | ja, nee | onbekend | nee | onbekend, bel even |
"""  # noqa: E501 - a copy, line for line

DAYS = [
    "gewoon",
    "feestdag gewoon",
    "bijzonder dicht",
    "bijzonder andere uren",
    "feestdag dicht",
    "feestdag onbekend",
]
MODES = {
    "inloop": Mode.WALK_IN,
    "activiteit": Mode.ACTIVITY,
    "op afspraak": Mode.APPOINTMENT,
    "einde onbekend": Mode.WALK_IN,
}
MOMENTS = {"buiten": "09:00", "binnen": "11:00"}
MOMENTS_OF_OTHER_HOURS = {"buiten": "11:00", "binnen": "15:00"}

KINGS_DAY = date(2027, 4, 27)  # a Tuesday


def table_cases() -> list[tuple[str, ...]]:
    """Every single combination that the table's rows stand for, with its outcome."""
    cases: list[tuple[str, ...]] = []
    for line in TRUTH_TABLE.strip().splitlines()[2:]:
        *conditions, state, counted, sentence = [
            cell.strip() for cell in line.strip("|").split(" | ")
        ]
        for combination in product(*(cell.split(", ") for cell in conditions)):
            cases.append((*combination, state, counted, sentence))
    return cases


def table_schedule(day: str, row: str, complete: str) -> Schedule:
    mode = MODES.get(row, Mode.WALK_IN)
    usual = Period(TUESDAY, time(10), None if row == "einde onbekend" else time(12), mode)
    special: tuple[SpecialDay, ...] = ()
    if day == "bijzonder dicht":
        special = (SpecialDay(KINGS_DAY, KINGS_DAY, reason="verbouwing"),)
    if day == "bijzonder andere uren":
        usual = Period(TUESDAY, time(10), time(12))
        closes = None if row == "einde onbekend" else time(16)
        special = (SpecialDay(KINGS_DAY, KINGS_DAY, time(14), closes, mode),)
    policy = HolidayPolicy(day.removeprefix("feestdag ") if day.startswith("feestdag") else "dicht")
    return Schedule(() if row == "geen" else (usual,), special, policy, complete == "ja")


def table_moment(day: str, moment: str) -> datetime:
    clock = (MOMENTS_OF_OTHER_HOURS if day == "bijzonder andere uren" else MOMENTS)[moment]
    return datetime.combine(KINGS_DAY, time.fromisoformat(clock), AMSTERDAM)


@pytest.mark.parametrize(
    ("day", "row", "moment", "complete", "state", "counted", "sentence"), table_cases()
)
def test_the_truth_table(
    day: str, row: str, moment: str, complete: str, state: str, counted: str, sentence: str
) -> None:
    when = table_moment(day, moment)
    holidays = {} if day == "gewoon" else {KINGS_DAY: "Koningsdag"}
    status = table_schedule(day, row, complete).status(when, holidays)
    assert (status.state, counted) == (state, "ja" if state == State.OPEN else "nee")
    with translation.override("nl"):
        assert state_sentence(status, when) == sentence


def test_the_table_here_is_the_table_of_the_document() -> None:
    document = Path(__file__).parents[1] / "docs" / "openingstijden.md"
    lines = [line for line in document.read_text("utf-8").splitlines() if line.startswith("|")]
    assert lines == TRUTH_TABLE.strip().splitlines()


def test_every_possible_combination_stands_in_the_table_once() -> None:
    possible = [
        case
        for case in product(DAYS, [*MODES, "geen"], MOMENTS, ["ja", "nee"])
        if case[1] != "geen" or (case[2] == "buiten" and case[0] != "bijzonder andere uren")
    ]
    assert Counter(case[:4] for case in table_cases()) == Counter(possible)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("09:59", State.CLOSED),
        ("10:00", State.OPEN),
        ("11:59:59", State.OPEN),
        ("12:00", State.CLOSED),
    ],
)
def test_a_row_holds_from_its_first_minute_up_to_but_not_at_its_end(
    clock: str, expected: State
) -> None:
    assert state(complete(row(TUESDAY, "10:00", "12:00")), f"2026-11-24T{clock}") is expected


def test_a_place_that_closes_at_two_at_night_is_open_at_one() -> None:
    saturday_night = complete(row(SATURDAY, "22:00", "02:00"))
    assert state(saturday_night, "2026-11-29T01:00") is State.OPEN
    assert state(saturday_night, "2026-11-29T02:00") is State.CLOSED
    assert state(saturday_night, "2026-11-28T01:00") is State.CLOSED


def test_a_row_of_sunday_night_runs_into_monday() -> None:
    assert state(complete(row(SUNDAY, "23:00", "01:00")), "2026-11-30T00:30") is State.OPEN


def test_a_row_that_ends_when_it_begins_lasts_a_day_and_a_night() -> None:
    schedule = complete(row(TUESDAY, "10:00", "10:00"))
    assert state(schedule, "2026-11-25T09:59") is State.OPEN
    assert state(schedule, "2026-11-25T10:00") is State.CLOSED


def test_a_row_without_an_end_is_over_at_midnight() -> None:
    slaghekbuurt = complete(row(WEDNESDAY, "12:00", None, Mode.ACTIVITY))
    assert state(slaghekbuurt, "2026-11-25T23:59") is State.UNKNOWN
    assert state(slaghekbuurt, "2026-11-26T00:00") is State.CLOSED


def test_a_row_valid_until_saturday_still_ends_on_sunday_morning() -> None:
    night = Period(SATURDAY, time(22), time(2), valid_until=date(2026, 11, 28))
    assert state(complete(night), "2026-11-29T01:00") is State.OPEN
    assert state(complete(night), "2026-12-06T01:00") is State.CLOSED


def test_a_row_is_not_yet_valid_the_day_before_its_first_date() -> None:
    later = Period(TUESDAY, time(10), time(12), valid_from=date(2026, 11, 25))
    assert state(complete(later), "2026-11-24T11:00") is State.CLOSED
    assert state(complete(later), "2026-12-01T11:00") is State.OPEN


@pytest.mark.parametrize(
    ("strong", "weak", "expected"),
    [
        (
            row(TUESDAY, "10:00", "12:00"),
            row(TUESDAY, "09:00", "13:00", Mode.APPOINTMENT),
            State.OPEN,
        ),
        (row(TUESDAY, "10:00", "12:00"), row(TUESDAY, "09:00", None), State.OPEN),
        (
            row(TUESDAY, "10:00", "12:00", Mode.APPOINTMENT),
            row(TUESDAY, "09:00", None),
            State.APPOINTMENT,
        ),
    ],
    ids=["open over appointment", "open over unknown", "appointment over unknown"],
)
def test_the_surest_of_several_rows_wins(strong: Period, weak: Period, expected: State) -> None:
    assert state(complete(weak, strong), "2026-11-24T11:00") is expected
