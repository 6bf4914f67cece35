"""Places out to a file and back: nothing is lost, and the same file twice changes nothing."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from places.exchange import importing
from places.exchange.columns import COLUMNS
from places.exchange.headings import dutch_heading
from places.exchange.store import store
from places.models import OpeningHours, Place
from places.models.history import Door
from tests.exchange import csv_file, imported, rows_of, sheet_of, trial, tried
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
EXPORT = "/beheer/places/place/exporteren/plekken."
NEW = ["", "Huiskamer De Lamp", "3014 RA"]
WHO = ["UUID", "Naam", "Postcode"]


@pytest.fixture(autouse=True)
def _folder_of_uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def texts_of_all() -> dict[str, dict[str, str]]:
    places = Place.objects.with_rows()
    return {place.slug: {n: c.text_of(place) for n, c in COLUMNS.items()} for place in places}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_place_comes_back_as_it_went(editor: Client, kind: str) -> None:
    data = editor.get(f"{EXPORT}{kind}").content
    report = trial(editor, data)
    assert report["counts"] == {"geweigerd": 0, "nieuw": 0, "gewijzigd": 0, "gelijk": 58}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_city_that_lost_its_places_gets_them_back(editor: Client, kind: str) -> None:
    data, before = editor.get(f"{EXPORT}{kind}").content, texts_of_all()
    Place.objects.all().delete()
    assert imported(editor, data)["done"]
    assert texts_of_all() == before


def test_the_same_file_twice_changes_nothing(editor: Client) -> None:
    headings = [*WHO, "Openingstijden", "Kenmerken", "Telefoon"]
    row = [*NEW, "ma-vr 9-17; wo 19-21 op afspraak", "gelijkvloers: ja", "+31 10 1234567"]
    data = csv_file(headings, row)
    assert imported(editor, data)["counts"]["nieuw"] == 1
    assert trial(editor, data)["counts"]["gelijk"] == 1


def test_a_new_place_is_a_draft_with_an_address_of_its_own(editor: Client) -> None:
    imported(editor, csv_file(WHO, NEW))
    place = Place.objects.get(name="Huiskamer De Lamp")
    assert (place.status, place.slug) == ("concept", "huiskamer-de-lamp")


def test_a_file_may_publish(editor: Client) -> None:
    imported(editor, csv_file([*WHO, "Status"], [*NEW, "gepubliceerd"]))
    assert Place.objects.get(name="Huiskamer De Lamp").status == "gepubliceerd"


def test_a_change_says_old_and_new_and_leaves_the_rest(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    data = csv_file(["UUID", "Telefoon", "Soort"], [str(place.uuid), "010 1234567", ""])
    [row] = imported(editor, data)["rows"]
    assert row["changes"] == [{"label": "Telefoon", "old": "", "new": "010 1234567"}]
    place.refresh_from_db()
    assert (place.phone, str(place.kind)) == ("010 1234567", "kerkelijke plek")


def test_an_empty_cell_empties_only_when_asked(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    data = csv_file(["UUID", "Soort", "Naam"], [str(place.uuid), "", ""])
    assert trial(editor, data)["counts"]["gelijk"] == 1
    assert imported(editor, data, empties="on")["counts"]["gewijzigd"] == 1
    place.refresh_from_db()
    assert (place.kind, place.name) == (None, "Pauluskerk")


def test_rows_that_stay_keep_their_key(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    before = set(place.hours.values_list("pk", flat=True))
    hours = COLUMNS["hours"].text_of(place) + "\nzo 10:00-12:00"
    imported(editor, csv_file(["UUID", "Openingstijden"], [str(place.uuid), hours]))
    after = set(place.hours.values_list("pk", flat=True))
    assert before < after
    assert len(after) == len(before) + 1


def test_one_import_is_one_change_with_who_and_from_where(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    headings = [*WHO, "Telefoon", "Openingstijden", "Aanbod"]
    changed = [str(place.uuid), "", "", "010 1234567", "zo 10-12", "taal"]
    imported(editor, csv_file(headings, changed, [*NEW, "", "ma 9-12", "taal"]))
    versions = [*Place.history.all()[:2], *OpeningHours.history.filter(door=Door.IMPORT)]
    assert {version.door for version in versions} == {Door.IMPORT}
    assert {version.history_user.username for version in versions} == {"redacteur@gemeente.example"}
    assert len({version.change for version in versions}) == 1
    assert {v.history_change_reason for v in versions} == {"plekken.csv"}


def test_history_says_what_saving_one_by_one_would_have_said(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    data = csv_file(["UUID", "Openingstijden", "Aanbod"], [str(place.uuid), "zo 10-12", "taal"])
    gone = place.hours.count()
    imported(editor, data)
    version = place.history.latest()
    kinds = list(OpeningHours.history.filter(place=place.pk).values_list("history_type", flat=True))
    assert [str(row.offer) for row in version.offers.all()] == ["taal"]
    assert (kinds.count("-"), version.history_type) == (gone, "~")


def test_only_rows_around_a_place_changed_so_it_has_no_new_version(editor: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    versions, before = place.history.count(), place.changed_at
    imported(editor, csv_file(["UUID", "Openingstijden"], [str(place.uuid), "zo 10-12"]))
    place.refresh_from_db()
    assert place.history.count() == versions
    assert place.changed_at > before


def test_what_was_imported_is_found_at_once(editor: Client, client: Client) -> None:
    headings = [*WHO, "Status", "Aanbod", "Beschrijving"]
    imported(editor, csv_file(headings, [*NEW, "gepubliceerd", "tuinieren", "Een kas vol tomaten"]))
    assert "Huiskamer De Lamp" in client.get("/?q=tomaten&aanbod=tuinieren").content.decode()


def test_a_place_that_changed_since_the_trial_is_said_and_nothing_is_written(
    editor: Client,
) -> None:
    place = Place.objects.get(slug="pauluskerk")
    address = tried(editor, csv_file(["UUID", "Telefoon"], [str(place.uuid), "010 1234567"]))
    Place.objects.filter(pk=place.pk).update(phone="010 7654321")
    editor.post(address)
    answer = editor.get(address)
    assert "rij 2: Pauluskerk" in answer.content.decode()
    place.refresh_from_db()
    assert place.phone == "010 7654321"
    editor.post(address)
    place.refresh_from_db()
    assert place.phone == "010 1234567"


def test_a_confirmed_file_is_gone_and_a_second_click_does_nothing(
    editor: Client, tmp_path: Path
) -> None:
    address = tried(editor, csv_file(WHO, NEW))
    editor.post(address)
    editor.post(address)
    assert Place.objects.filter(name="Huiskamer De Lamp").count() == 1
    assert not list(tmp_path.rglob("file"))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_comes_in_again(editor: Client, kind: str) -> None:
    answer = editor.get(f"/beheer/places/place/importeren/sjabloon.{kind}")
    [headings] = sheet_of(answer) if kind == "xlsx" else [list(csv_headings(answer))]
    assert list(headings) == [dutch_heading(column) for column in COLUMNS.values()]


def csv_headings(answer: Any) -> list[str]:
    return [cell.strip('"') for cell in answer.content.decode("utf-8-sig").strip().split(";")]


def test_the_export_has_what_the_list_is_filtered_to(editor: Client) -> None:
    rows = rows_of(editor.get(f"{EXPORT}csv?q=pauluskerk"))
    assert [row["Naam"] for row in rows] == ["Pauluskerk"]


def test_chosen_places_are_exported(editor: Client) -> None:
    keys = Place.objects.filter(slug__in=["pauluskerk", "casa-tiberias"]).values_list("pk")
    chosen = {"action": "export_csv", "_selected_action": [key for (key,) in keys]}
    rows = rows_of(editor.post("/beheer/places/place/", chosen))
    assert [row["Naam"] for row in rows] == ["Casa Tiberias", "Pauluskerk"]


def test_a_thousand_rows_are_written_with_a_few_statements_a_table(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    """Measured with 5,000 rows: see docs/speed.md."""
    rows = [["", f"Huiskamer {n}", "3014 RA", "ma-vr 9-17", "taal"] for n in range(1000)]
    address = tried(editor, csv_file([*WHO, "Openingstijden", "Aanbod"], *rows))
    with django_assert_max_num_queries(150):
        editor.post(address)
    assert OpeningHours.objects.filter(place__name__startswith="Huiskamer ").count() >= 5000


def test_how_far_the_work_is_can_be_asked(editor: Client) -> None:
    address = tried(editor, csv_file(WHO, NEW))
    assert editor.get(f"{address}voortgang/").json()["total"] == 1
    editor.post(address)
    told = editor.get(f"{address}voortgang/").json()
    assert told == {"step": "schrijven", "done": 1, "total": 1}


def test_hours_that_somebody_wrote_meanwhile_are_named_beside_those_of_the_file(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place.objects.get(slug="casa-tiberias")

    def late(*work: Any) -> None:
        OpeningHours.objects.create(place=place, weekday=2, opens=time(9), closes=time(11))
        store(*work)

    monkeypatch.setattr(importing, "store", late)
    address = tried(editor, csv_file(["UUID", "Openingstijden"], [place.uuid, "wo 9-12"]))
    said = editor.post(address, follow=True).context["report"]["remarks"]
    assert "woensdag 09:00-12:00" in said[-1]
    assert "woensdag 09:00-11:00" in said[-1]
    assert not place.hours.exists()
