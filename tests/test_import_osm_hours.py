"""Opening hours of OpenStreetMap: rows where rows can say it, else the text and the reason."""

from datetime import date
from pathlib import Path

import pytest

from places.osm_import.hours import HoursTexts, hours_texts
from places.osm_import.objects import OsmObject
from tests.openstreetmap import CENTRE, element, imported, suggested

TODAY = date(2026, 11, 22)


def texts(expression: str) -> HoursTexts:
    one = OsmObject("node", 1, {"opening_hours": expression}, day="2026-10-01")
    return hours_texts(one, TODAY)


@pytest.mark.parametrize(
    ("expression", "row"),
    [
        ("Mo-Fr 09:00-17:00", "ma-vr 09:00-17:00"),
        ("Tu 10:00+", "di vanaf 10:00"),
        ('We 19:00-21:00 "op afspraak"', "wo 19:00-21:00 op afspraak"),
    ],
)
def test_rows_carry_their_source(expression: str, row: str) -> None:
    source = "bron: OpenStreetMap node/1 | gelezen: 2026-10-01"
    assert texts(expression) == HoursTexts({"hours": f"{row} | {source}"})


def test_holidays_and_special_days_come_along() -> None:
    said = texts("Mo 09:00-17:00; PH off; 2026 Dec 24-2027 Jan 03 off").texts
    assert said["holiday_policy"] == "dicht"
    assert said["special_days"] == "2026-12-24 t/m 2027-01-03 dicht | bijzondere dag"


def test_nothing_is_said_about_being_complete() -> None:
    assert "hours_complete" not in texts("24/7").texts


@pytest.mark.parametrize("expression", ["", 'unknown "bel even"', '24/7 unknown "bel even"'])
def test_doubt_is_nothing_to_propose(expression: str) -> None:
    assert texts(expression) == HoursTexts({})


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("Mo[1] 10:00-12:00", "eerste van de maand"),
        ("sunrise-sunset", "tijden naar de zon"),
        ("Mo-Fr 9-17", ""),
        ("op afspraak", ""),
        ("2020 Jan 01-2020 Dec 31 Mo 10:00-12:00", "gelden niet meer"),
    ],
)
def test_what_rows_cannot_say_stays_text_with_the_reason(expression: str, reason: str) -> None:
    said = texts(expression)
    assert said.texts == {"hours": expression}
    assert said.why_text
    assert reason in said.why_text


@pytest.mark.django_db
def test_the_command_counts_rows_and_texts_and_says_why(tmp_path: Path) -> None:
    other = CENTRE | {"name": "De Bank", "opening_hours": "Mo[1] 10:00-12:00"}
    said = imported(
        tmp_path,
        element(tags=CENTRE | {"opening_hours": "Mo 10:00-12:00"}),
        element(2, other, at=(4.50, 51.93)),
    )
    assert "openingstijden: 1 als rijen, 1 als tekst bewaard" in said
    assert "‘Mo[1] 10:00-12:00’: “Mo[...]”: “de eerste van de maand”" in said


@pytest.mark.django_db
def test_staff_read_why_it_is_text(tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"opening_hours": "Mo[1] 10:00-12:00"}))
    made = suggested()
    assert made.proposed["hours"] == "Mo[1] 10:00-12:00"
    assert "kunnen we niet in rijen zeggen" in made.remark
