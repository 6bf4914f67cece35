"""Roles: what each may do, and where."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from places.accounts.roles import role_of
from places.models import Area, Dossier, Place, Referral
from places.roles import (
    areas_to_see,
    may_change,
    may_see,
    places_to_change,
    places_to_refer,
    places_to_see,
)
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
    assert places_to_see(north).count() == places_to_change(north).count()
    assert 0 < areas_to_see(north).count() < Area.objects.count()


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


def test_the_gebied_of_a_team_is_where_it_starts_and_not_where_it_ends() -> None:
    team = colleague("wijkteam", "tess", "charlois")
    assert may_see(team, Referral, provenier())
    assert places_to_see(team).count() == places_to_refer(team).count() == EVERYBODY
    assert areas_to_see(team).count() == Area.objects.count()
    assert not places_to_change(team).exists()


def test_who_may_see_places_may_not_for_that_refer_there() -> None:
    team = colleague("wijkteam")
    team.groups.get().permissions.remove(Permission.objects.get(codename="view_referral"))
    assert places_to_see(team).count() == EVERYBODY
    assert not places_to_refer(team).exists()


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


def test_the_roles_can_be_taken_back_and_made_again() -> None:
    MigrationExecutor(connection).migrate([("places", "0001_initial")])
    assert not Group.objects.exists()
    MigrationExecutor(connection).migrate([("places", "0002_roles")])
    assert set(Group.objects.values_list("name", flat=True)) == {
        "beheerder",
        "redacteur",
        "wijkteam",
    }
    assert Group.objects.get(name="wijkteam").permissions.count() == 2


def test_the_database_knows_one_name_in_one_case_only() -> None:
    colleague("redacteur", "noor")
    with pytest.raises(IntegrityError):
        User.objects.create_user("Noor@gemeente.example")


def test_a_superuser_counts_as_administrator() -> None:
    chef = User.objects.create_superuser("chef", "chef@gemeente.example", "een lang wachtwoord")
    assert role_of(chef) == "beheerder"
    assert places_to_change(chef).count() == EVERYBODY


def test_no_role_edits_history_or_permissions() -> None:
    of_roles = Permission.objects.filter(group__isnull=False)
    beyond = of_roles.exclude(content_type__app_label="places")
    assert set(beyond.values_list("codename", flat=True)) == {
        "view_user",
        "add_user",
        "change_user",
    }
    assert not of_roles.filter(content_type__model__startswith="historical").exists()


@pytest.mark.parametrize(
    "model", ["kind", "area", "value", "dilemma", "trait", "audience", "offer", "language"]
)
def test_only_an_administrator_changes_the_words_of_the_site(model: str) -> None:
    names = Permission.objects.filter(content_type__model=model, group__name="redacteur")
    assert [permission.codename for permission in names] == [f"view_{model}"]
