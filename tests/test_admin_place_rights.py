"""A colleague does to a place what their role and gebieden allow, by whatever door."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from places.models import Area, Dossier, Place, Referral
from tests.filling_in import bounded, filled_in_at, pin, saved
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

LIST = "/beheer/places/place/"


@pytest.fixture
def north() -> Client:
    """An editor of Noord alone."""
    return logged_in(colleague("redacteur", "noor", "noord"))


@pytest.fixture
def team() -> Client:
    return logged_in(colleague("wijkteam"))


def place_in(district: str) -> Place:
    place = Place.objects.published().tagged(f"gebied:{district}").by_name().first()
    assert place is not None
    return place


def form_of(place: Place) -> str:
    return f"{LIST}{place.pk}/change/"


def test_an_editor_of_one_gebied_sees_only_places_there(north: Client) -> None:
    shown = north.get(LIST).context["cl"].queryset
    assert set(shown) == set(Place.objects.tagged("gebied:noord"))


@pytest.mark.parametrize("door", ["change/", "voorbeeld/", "delete/"])
def test_what_lies_elsewhere_cannot_be_opened_by_typing_its_address(
    north: Client, door: str
) -> None:
    answer = north.get(f"{LIST}{place_in('centrum').pk}/{door}")
    assert answer.status_code in (302, 403, 404)
    assert place_in("centrum").name not in answer.content.decode()


def test_an_editor_saves_a_place_of_the_own_gebied(north: Client) -> None:
    place = place_in("noord")
    assert saved(north, form_of(place), phone="010 1234567").status_code == 302
    assert Place.objects.get(pk=place.pk).phone == "010 1234567"


def test_what_is_sent_to_a_place_elsewhere_changes_nothing(
    north: Client, admin_client: Client
) -> None:
    place = place_in("centrum")
    data = filled_in_at(admin_client, form_of(place)) | {"name": "Van mij"}
    north.post(form_of(place), data)
    assert Place.objects.get(pk=place.pk).name == place.name


@pytest.mark.parametrize("wijk", ["Cool", ""])
def test_a_place_cannot_be_moved_out_of_the_own_gebied(north: Client, wijk: str) -> None:
    area = Area.objects.get(name=wijk).pk if wijk else ""
    place = place_in("noord")
    answer = saved(north, form_of(place), area=area)
    assert "gebied waar jij over gaat" in answer.content.decode()
    assert Place.objects.get(pk=place.pk).area == place.area


def test_a_pin_cannot_carry_a_place_out_of_the_own_gebied(north: Client) -> None:
    bounded("Cool", 4.48, 51.917)
    place = place_in("noord")
    moved = {"location": pin(4.48, 51.917), "location_precision": "adres"}
    answer = saved(north, form_of(place), **moved)
    assert "gebied waar jij over gaat" in answer.content.decode()


@pytest.mark.parametrize(("wijk", "status"), [("Cool", 200), ("Bergpolder", 302)])
def test_a_new_place_lies_in_the_own_gebied(north: Client, wijk: str, status: int) -> None:
    area = Area.objects.get(name=wijk).pk
    answer = saved(north, f"{LIST}add/", name="Nieuwe huiskamer", area=area)
    assert answer.status_code == status
    assert Place.objects.called("Nieuwe huiskamer", "").exists() == (status == 302)


def delete(role: str, place: Place) -> None:
    """Type its name over, as the page asks."""
    client = logged_in(colleague(role))
    client.post(f"{LIST}{place.pk}/delete/", {"name": place.name, "post": "yes"})


@pytest.mark.parametrize(
    ("role", "left"), [("redacteur", True), ("wijkteam", True), ("beheerder", False)]
)
def test_only_an_administrator_deletes(role: str, left: bool) -> None:
    place = place_in("noord")
    delete(role, place)
    assert Place.objects.with_key(place.pk).exists() == left


@pytest.fixture
def confided() -> Place:
    """A place about which staff keep more than the public sees."""
    place = place_in("noord")
    Referral.objects.update_or_create(place=place, defaults={"contact": "Bel Jannie"})
    Dossier.objects.update_or_create(place=place, defaults={"editor_note": "Huur loopt af"})
    return place


def test_a_team_reads_the_referral_and_nothing_else_that_is_not_public(
    team: Client, confided: Place
) -> None:
    answer = team.get(form_of(confided))
    models = {rows.opts.model for rows in answer.context["inline_admin_formsets"]}
    assert models == {Referral}
    assert "Bel Jannie" in answer.content.decode()
    assert "Huur loopt af" not in answer.content.decode()


def test_an_editor_reads_both(confided: Place) -> None:
    html = logged_in(colleague("redacteur")).get(form_of(confided)).content.decode()
    assert "Bel Jannie" in html
    assert "Huur loopt af" in html


def test_a_team_changes_nothing(team: Client, admin_client: Client, confided: Place) -> None:
    data = filled_in_at(admin_client, form_of(confided)) | {"name": "Van het wijkteam"}
    assert team.post(form_of(confided), data).status_code == 403
    assert team.get(f"{LIST}add/").status_code == 403
    assert Place.objects.get(pk=confided.pk).name == confided.name


@pytest.mark.parametrize("action", ["publish", "mark_checked", "archive_places", "delete_selected"])
def test_a_team_has_no_bulk_actions(team: Client, action: str) -> None:
    place = place_in("noord")
    team.post(LIST, {"action": action, "_selected_action": [place.pk], "answered": "1"})
    again = Place.objects.get(pk=place.pk)
    assert (again.status, again.checked_on) == (place.status, place.checked_on)


def test_somebody_without_a_role_sees_no_places() -> None:
    client = logged_in(User.objects.create_user("niemand", is_staff=True))
    assert client.get(LIST).status_code == 403


def test_a_team_of_one_gebied_looks_up_places_everywhere() -> None:
    team = logged_in(colleague("wijkteam", "tess", "noord"))
    there = place_in("centrum")
    Referral.objects.create(place=there, contact="VERWIJZING")
    Dossier.objects.create(place=there, editor_note="DOSSIER")
    assert there in team.get(LIST, {"gebied": "gebied:centrum"}).context["cl"].queryset
    html = team.get(form_of(there)).content.decode()
    assert "VERWIJZING" in html
    assert "DOSSIER" not in html
