"""Roles: what each may do, and where."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from places.models import Dossier, Place, Referral
from places.roles import may_change, may_see, places_to_change, places_to_see
from tests.asking import EVERYBODY
from tests.staff import colleague

pytestmark = pytest.mark.django_db


def provenier() -> Place:
    """A place in Noord."""
    return Place.objects.get(slug="bij-de-provenier")


def test_an_editor_of_the_whole_city_may_change_every_place() -> None:
    assert places_to_change(colleague("redacteur")).count() == EVERYBODY


def test_an_editor_of_one_district_may_change_what_lies_there_and_nothing_else() -> None:
    north, south = (
        colleague("redacteur", "noor", "noord"),
        colleague("redacteur", "zoe", "charlois"),
    )
    assert may_change(north, provenier())
    assert not may_change(south, provenier())
    assert 0 < places_to_change(north).count() < EVERYBODY


def test_a_place_of_unknown_area_is_for_editors_of_the_whole_city() -> None:
    nowhere = Place.objects.get(slug="casa-tiberias")
    assert not may_change(colleague("redacteur", "noor", "noord"), nowhere)


def test_an_editor_reads_no_dossier_elsewhere() -> None:
    south = colleague("redacteur", "zoe", "charlois")
    assert not may_see(south, Dossier, provenier())
    assert not may_see(south, Referral, provenier())


def test_a_team_reads_referral_information_but_no_dossier_and_changes_nothing() -> None:
    team = colleague("wijkteam")
    assert may_see(team, Referral, provenier())
    assert not may_see(team, Dossier, provenier())
    assert not places_to_change(team).exists()


def test_who_is_not_logged_in_sees_nothing() -> None:
    assert not places_to_see(AnonymousUser()).exists()


def test_somebody_who_left_sees_nothing() -> None:
    assert not places_to_see(colleague("redacteur", is_active=False)).exists()


def test_only_an_administrator_deletes_places_and_manages_users() -> None:
    names = {
        group.name: set(group.permissions.values_list("codename", flat=True))
        for group in Group.objects.all()
    }
    assert {"delete_place", "add_user"} <= names["beheerder"]
    assert not {"delete_place", "add_user"} & (names["redacteur"] | names["wijkteam"])
