"""The preview of the week editor: what visitors will read of the hours that are typed."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from places.hours_preview import preview
from places.models import Place
from places.week_notation import read_hours
from tests.filling_in import hours
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


@pytest.mark.parametrize(
    ("week", "lines"),
    [
        ("", ["Nog geen tijden. Bezoekers lezen: onbekend, bel even."]),
        (
            "ma-vr 9-17; wo 19-21",
            ["Open: ma-vr 09:00-17:00; wo ook 19:00-21:00", "Op andere tijden: dicht."],
        ),
        (
            "di 10-12 | t/m 2026-12-31; di 14-15 | vanaf 2027-02-01",
            [
                "Open: di 10:00-12:00",
                "Vanaf 1 januari 2027: geen tijden",
                "Vanaf 1 februari 2027: di 14:00-15:00",
                "Op andere tijden: dicht.",
            ],
        ),
    ],
)
def test_the_preview_says_what_visitors_will_read(week: str, lines: list[str]) -> None:
    assert preview(read_hours(week), True, TODAY) == lines


def test_the_form_says_it_before_any_script_has_run(editor: Client) -> None:
    place = Place.objects.get(slug="casa-tiberias")
    place.hours.set(read_hours("ma 9-12"), bulk=False)
    page = editor.get(f"/beheer/places/place/{place.pk}/change/").content.decode()
    assert "<p>Open: ma 09:00-12:00</p><p>Op andere tijden: onbekend, bel even.</p>" in page


def asked(client: Client, **fields: str) -> Any:
    """The answer of the preview to two rows."""
    count = {"hours-TOTAL_FORMS": "2", "hours-INITIAL_FORMS": "1"}
    return client.post("/beheer/openingstijden/voorbeeld/", {**count, **fields})


def test_the_preview_of_what_is_typed(editor: Client) -> None:
    deleted = {**hours(1, weekday="4"), "hours-1-DELETE": "on"}
    answer = asked(editor, **hours(0), **deleted, hours_complete="on")
    assert answer.json() == {"lines": ["Open: ma 09:00-12:00", "Op andere tijden: dicht."]}


def test_the_preview_passes_over_what_is_not_a_row_yet(editor: Client) -> None:
    answer = asked(editor, **hours(0), **hours(1, opens="1x"))
    assert answer.json()["lines"][0] == "Open: ma 09:00-12:00"


def test_the_preview_names_two_rows_that_clash(editor: Client) -> None:
    answer = asked(editor, **hours(0), **hours(1, opens="11:00"))
    assert "“maandag 09:00-12:00” en “maandag 11:00-12:00”" in answer.json()["lines"][-1]


def test_the_preview_of_nonsense_is_no_error(editor: Client) -> None:
    answer = editor.post("/beheer/openingstijden/voorbeeld/", {"hours-TOTAL_FORMS": "x"})
    assert answer.status_code == 200
