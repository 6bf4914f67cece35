"""A week that is pasted into the form of a place, and comes back as rows to look at."""

from typing import Any

import pytest
from django.test import Client

from places.models import Place
from tests.filling_in import saved
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def pasted(client: Client, text: str) -> Any:
    return client.post("/beheer/openingstijden/lezen/", {"text": text})


def test_a_pasted_expression_becomes_the_fields_of_rows(editor: Client) -> None:
    read = pasted(editor, 'Tu 10:00-12:00; 2026 Dec 25 off "Kerst"; PH off').json()
    assert read["holiday_policy"] == "dicht"
    [row], [day] = read["hours"], read["special_days"]
    assert (row["weekday"], row["opens"], row["closes"]) == ("1", "10:00", "12:00")
    assert (day["first_day"], day["opens"], day["reason"]) == ("2026-12-25", "", "Kerst")


def test_a_pasted_day_without_a_reason_gets_a_plain_one_and_can_be_saved(editor: Client) -> None:
    place = Place.objects.get(slug="casa-tiberias")
    text = "Mo 10:00-12:00; 2026 Dec 25 off; 2026 Dec 28 10:00-11:00"
    days = pasted(editor, text).json()["special_days"]
    rows = {
        f"special_days-{n}-{name}": text for n, day in enumerate(days) for name, text in day.items()
    }
    counted = {**rows, "special_days-TOTAL_FORMS": len(days)}
    assert saved(editor, f"/beheer/places/place/{place.pk}/change/", **counted).status_code == 302
    reasons = list(place.special_days.values_list("reason", flat=True))
    assert reasons == ["bijzondere dag", "andere tijden"]


def test_a_week_as_people_type_it_becomes_rows_as_well(editor: Client) -> None:
    rows = pasted(editor, "do 9-12 op afspraak | spreekuur").json()["hours"]
    assert [(row["weekday"], row["mode"], row["note"]) for row in rows] == [
        ("3", "afspraak", "spreekuur")
    ]


@pytest.mark.parametrize("text", ["", "week 1-10 Mo 10:00-12:00", "ma soms", "\0", "Mo-Fr" * 900])
def test_what_cannot_be_read_is_said(editor: Client, text: str) -> None:
    answer = pasted(editor, text)
    assert answer.status_code == 200
    assert answer.json()["problems"]
