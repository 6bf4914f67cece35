"""Who gets through which door of the admin; a new address that is not in the table fails."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.doors import SECRETS, Door, Furnished, doors, everything
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

TEAM, NORTH, EDITOR, BOSS = "wijkteam", "redacteur van Noord", "redacteur", "beheerder"
NO_ACCOUNT = "bezoeker"
ALL = {TEAM, NORTH, EDITOR, BOSS}
EDITORS = {NORTH, EDITOR, BOSS}
BOSSES = {BOSS}
NOBODY: set[str] = set()

MODELS = {
    "audience dilemma kind language offer trait value": (EDITORS, BOSSES, BOSSES, BOSSES),
    "area": (EDITORS, BOSSES, BOSSES, NOBODY),
    "organisation": (EDITORS, EDITORS, EDITORS, BOSSES),
    "place": (ALL, EDITORS, EDITORS, BOSSES),
    "suggestion report": (EDITORS, NOBODY, EDITORS, BOSSES),
}
"""Who sees rows of these models, adds, changes and deletes them."""

ALIKE = re.compile("_(audience|dilemma|language|offer|trait|value)_")
"""These go through the same class as kinds, with the same permissions."""

DIFFERENT = [door for door in doors() if not ALIKE.search(door.name)]

DOORS: dict[str, tuple[set[str], set[str]]] = {
    "index": (ALL, ALL),
    "login": (ALL, ALL),
    "logout": (ALL, ALL),
    "mine": (ALL, ALL),
    "password_change": (ALL, ALL),
    "password_change_done": (ALL, ALL),
    "jsi18n": (ALL, ALL),
    "app_list": (ALL, ALL),
    "autocomplete": (NOBODY, NOBODY),
    "view_on_site": (NOBODY, NOBODY),
    "address_search": (EDITORS, NOBODY),
    "work": (EDITORS, NOBODY),
    "work_holidays": (NOBODY, EDITORS),
    "work_checked": (NOBODY, EDITORS),
    "preview_hours": (NOBODY, EDITORS),
    "read_hours": (NOBODY, EDITORS),
    "places_place_export": (EDITORS, NOBODY),
    "places_place_export_file": (EDITORS, NOBODY),
    "places_place_import": (EDITORS, EDITORS),
    "places_place_import_template": (EDITORS, NOBODY),
    "places_place_import_trial": (EDITORS, EDITORS),
    "places_place_import_progress": (EDITORS, NOBODY),
    "places_place_changes": (EDITORS, NOBODY),
    "places_place_restore": (EDITORS, EDITORS),
    "places_place_merge": (EDITORS, EDITORS),
    "places_place_archive": (EDITORS, EDITORS),
    "places_place_back": (NOBODY, EDITORS),
    "places_place_check": (EDITORS, EDITORS),
    "places_link_revoke": (NOBODY, EDITORS),
    "places_place_door": (ALL, NOBODY),
    "places_place_photo": (EDITORS, EDITORS),
    "places_place_preview": (ALL, NOBODY),
    "auth_user_changelist": (BOSSES, BOSSES),
    "auth_user_add": (BOSSES, BOSSES),
    "auth_user_history": (BOSSES, BOSSES),
    "auth_user_change": (BOSSES, BOSSES),
    "auth_user_delete": (NOBODY, NOBODY),
    "auth_user_invite": (NOBODY, BOSSES),
}
"""By name of the address: who may look, and who may send something there."""

for names, (see, add, change, delete) in MODELS.items():
    for model in names.split():
        DOORS |= {
            f"places_{model}_changelist": (see, change),
            f"places_{model}_add": (add, add),
            f"places_{model}_change": (see, change),
            f"places_{model}_history": (see, NOBODY),
            f"places_{model}_delete": (delete, delete),
        }
DOORS["places_place_history"] = (EDITORS, NOBODY)  # leads to our own history, for editors

READERS: dict[str, set[str]] = dict.fromkeys(SECRETS, EDITORS) | {"VERWIJZING": ALL}
"""Who may ever read what is confidential about a place."""


@pytest.fixture
def here() -> Furnished:
    """A place in Noord."""
    return Furnished("bij-de-provenier")


@pytest.fixture
def there() -> Furnished:
    """A place in Charlois."""
    return Furnished("dorpsveld")


@pytest.fixture
def people() -> dict[str, Client]:
    """Everybody with an account, logged in, and somebody without."""
    User.objects.create_user("niemand")
    users = {role: colleague(role) for role in (TEAM, EDITOR, BOSS)}
    users[NORTH] = colleague("redacteur", "noor", "noord")
    return {NO_ACCOUNT: Client()} | {name: logged_in(user) for name, user in users.items()}


def is_refused(answer: Any) -> bool:
    """Not there, not allowed, or sent to where one logs in, begins, or may do less."""
    away = answer.headers.get("Location", "").split("?")[0]
    elsewhere = away in ("/beheer/", "/beheer/login/", "/inloggen/")
    return elsewhere or away.endswith("/archiveren/") or answer.status_code in (400, 403, 404, 405)


OPEN_TO_ALL = {"login", "logout", "index"}
"""Doors behind which there is nothing yet."""


def test_every_door_has_somebody_who_may_pass_written_beside_it() -> None:
    assert {door.name for door in doors()} == set(DOORS)


@pytest.mark.parametrize("door", DIFFERENT, ids=str)
def test_who_may_look_can_and_who_may_not_cannot(
    door: Door, here: Furnished, people: dict[str, Client]
) -> None:
    looks = {name: client.get(here.address_of(door)) for name, client in people.items()}
    got_in = {name for name, answer in looks.items() if not is_refused(answer)}
    assert got_in == DOORS[door.name][0] or door.name in OPEN_TO_ALL
    for name, answer in looks.items():
        assert answer.status_code < 500
        assert not said_in(answer) - readable_by(name)
    if DOORS[door.name][1]:
        assert people[BOSS].post(here.address_of(door), SENT).status_code < 500


@pytest.mark.parametrize("door", DIFFERENT, ids=str)
def test_who_may_not_send_changes_nothing(
    door: Door, here: Furnished, people: dict[str, Client]
) -> None:
    before = everything()
    for name in {*ALL, NO_ACCOUNT} - DOORS[door.name][1]:
        answer = people[name].post(here.address_of(door), SENT)
        assert answer.status_code < 500, name
        assert not said_in(answer) - readable_by(name)
    assert everything() == before


@pytest.mark.parametrize("door", DIFFERENT, ids=str)
def test_an_editor_of_noord_reads_and_changes_nothing_in_charlois(
    door: Door, there: Furnished, people: dict[str, Client]
) -> None:
    before, address = everything(), there.address_of(door)
    answers = [people[NORTH].get(address)]
    if door.is_of_a_place():
        answers.append(people[NORTH].post(address, SENT))
        assert all(is_refused(answer) for answer in answers)
        assert everything() == before
    assert not any(there.place.name in answer.content.decode() for answer in answers)


SENT = {"post": "yes", "reason": "verzoek", "how": "telefoon", "besluit": "aannemen", "name": "x"}
"""What opens the second page of a form that asks first."""


def said_in(answer: Any) -> set[str]:
    """The secrets that an answer tells."""
    text = answer.content.decode(errors="replace")
    return {secret for secret in SECRETS if secret in text}


def readable_by(name: str) -> set[str]:
    """The secrets that somebody may read."""
    return {secret for secret, readers in READERS.items() if name in readers}
