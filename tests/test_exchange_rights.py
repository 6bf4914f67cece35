"""Who may take places out and bring them in, asked of every address; and what no cell may do."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.exchange.cells import DANGEROUS, defused, restored
from places.models import Area, Dossier, Place, Report, Suggestion
from tests.crowd import crowded
from tests.exchange import IMPORT, csv_file, imported, problems, rows_of, sheet_of, trial, tried
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
EXPORT = "/beheer/places/place/exporteren/"
TOKEN = f"{IMPORT}5d5a0b1c-0000-4000-8000-000000000000/"
PAGES = [
    EXPORT,
    f"{EXPORT}plekken.csv",
    f"{EXPORT}plekken.xlsx",
    IMPORT,
    f"{IMPORT}sjabloon.xlsx",
    f"{IMPORT}sjabloon.csv",
    TOKEN,
    f"{TOKEN}voortgang/",
]


@pytest.fixture(autouse=True)
def _folder_of_uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def in_noord() -> Client:
    return logged_in(colleague("redacteur", "noord", "noord"))


@pytest.mark.parametrize("page", PAGES)
def test_a_wijkteam_takes_nothing_out_and_brings_nothing_in(page: str) -> None:
    team = logged_in(colleague("wijkteam"))
    assert team.get(page).status_code == 403
    assert team.post(page).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_log_in(client: Client, page: str) -> None:
    assert client.get(page).status_code == 302


def test_a_wijkteam_has_no_such_action_and_cannot_make_it_up() -> None:
    team = logged_in(colleague("wijkteam"))
    chosen = {"action": "export_csv", "_selected_action": [Place.objects.all()[0].pk]}
    answer = team.post("/beheer/places/place/", chosen)
    assert "text/csv" not in answer["Content-Type"]
    assert "Importeren" not in team.get("/beheer/places/place/").content.decode()


def test_a_limited_editor_takes_out_only_the_own_places() -> None:
    rows = rows_of(in_noord().get(f"{EXPORT}plekken.csv"))
    own = Place.objects.tagged("gebied:noord").values_list("slug", flat=True)
    assert {row["Adresnaam"] for row in rows} == set(own)


def test_a_limited_editor_chooses_only_among_the_own_places() -> None:
    chosen = {"action": "export_csv", "_selected_action": [p.pk for p in Place.objects.all()]}
    rows = rows_of(in_noord().post("/beheer/places/place/", chosen | {"select_across": "1"}))
    assert len(rows) == Place.objects.tagged("gebied:noord").count()


def test_a_row_outside_the_own_areas_is_refused() -> None:
    place = Place.objects.get(slug="pauluskerk")
    data = csv_file(["UUID", "Telefoon"], [str(place.uuid), "1"])
    assert problems(imported(in_noord(), data)) == [
        "Deze plek ligt buiten de gebieden waarvoor je werkt."
    ]


@pytest.mark.parametrize("area", ["", "Oude Westen"])
def test_a_limited_editor_makes_no_places_elsewhere(area: str) -> None:
    data = csv_file(["Naam", "Postcode", "Wijk of gebied"], ["De Lamp", "3014 RA", area])
    assert "buiten de gebieden" in problems(imported(in_noord(), data))[0]


def test_a_limited_editor_makes_places_in_the_own_area() -> None:
    wijk = Area.objects.get(level="gebied", slug="noord").parts.first()
    assert wijk is not None
    row = ["De Lamp", "3014 RA", f"{wijk.name} (wijk)"]
    assert imported(in_noord(), csv_file(["Naam", "Postcode", "Wijk of gebied"], row))["done"]


def test_a_limited_editor_moves_no_place_out_of_the_own_areas() -> None:
    place = Place.objects.tagged("gebied:noord")[0]
    data = csv_file(["UUID", "Wijk of gebied"], [str(place.uuid), "Oude Westen"])
    assert "buiten de gebieden" in problems(imported(in_noord(), data))[0]


def test_columns_that_are_not_public_need_a_permission_of_their_own() -> None:
    user = colleague("redacteur")
    user.groups.clear()
    names = ["view_place", "change_place", "add_place"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = logged_in(user)
    place = Place.objects.get(slug="pauluskerk")
    Dossier.objects.update_or_create(place=place, defaults={"editor_note": "niet voor iedereen"})
    answer = client.get(f"{EXPORT}plekken.csv")
    data = csv_file(["UUID", "Aantekening"], [str(place.uuid), "x"])
    assert "niet voor iedereen" not in answer.content.decode()
    assert problems(trial(client, data)) == ["Deze kolommen mag je niet invoeren: ‘Aantekening’."]


def test_a_file_is_for_who_brought_it() -> None:
    data = csv_file(["Naam", "Postcode"], ["De Lamp", "3014 RA"])
    address = tried(logged_in(colleague("redacteur")), data)
    other = logged_in(colleague("beheerder"))
    assert other.get(address).status_code == 302
    other.post(address)
    assert other.get(f"{address}voortgang/").json()["total"] == 0
    assert not Place.objects.filter(name="De Lamp").exists()


def test_a_role_that_was_taken_away_in_between_counts() -> None:
    user = colleague("redacteur")
    client = logged_in(user)
    address = tried(client, csv_file(["Naam", "Postcode"], ["De Lamp", "3014 RA"]))
    user.groups.clear()
    assert client.post(address).status_code == 403


def test_addresses_of_the_public_are_in_no_export() -> None:
    place = Place.objects.get(slug="pauluskerk")
    Suggestion.objects.create(place=place, email="bezoeker@thuis.example", origin="bezoeker")
    Report.objects.create(place=place, email="bezoeker@thuis.example", words="een zorg")
    answer = logged_in(colleague("beheerder")).get(f"{EXPORT}plekken.csv")
    assert "thuis.example" not in answer.content.decode()


@pytest.mark.parametrize("mark", DANGEROUS)
def test_no_cell_of_an_export_begins_a_formula(mark: str) -> None:
    Place.objects.filter(slug="pauluskerk").update(note=f"{mark}HYPERLINK(1)", phone="+31 10 1")
    editor = logged_in(colleague("redacteur"))
    cells = [c for row in rows_of(editor.get(f"{EXPORT}plekken.csv")) for c in row.values()]
    cells += [c for row in sheet_of(editor.get(f"{EXPORT}plekken.xlsx")) for c in row if c]
    assert not [cell for cell in cells if str(cell).startswith(DANGEROUS)]
    assert "'+31 10 1" in cells


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''=1", "'s avonds", "'", "-", "+31", "'’t", ""])
def test_what_was_defused_is_restored(text: str) -> None:
    assert restored(defused(text)) == text
    assert not defused(text).startswith(DANGEROUS)


def test_an_export_asks_as_much_for_many_as_for_few() -> None:
    editor = logged_in(colleague("redacteur"))
    with CaptureQueriesContext(connection) as few:
        editor.get(f"{EXPORT}plekken.csv")
    crowded(500)
    with CaptureQueriesContext(connection) as many:
        editor.get(f"{EXPORT}plekken.csv")
    assert len(many) <= len(few)
