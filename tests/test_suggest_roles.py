"""Who may handle what: by list, page, form, bulk action and address."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from places.models import Place, Suggestion
from places.suggesting.scope import reports_for, suggestions_for
from tests.outsiders import complaint, newcomer, pauluskerk, suggestion
from tests.staff import colleague, logged_in
from tests.test_suggest_handling import decided, page_of

pytestmark = pytest.mark.django_db
LIST = "/beheer/places/suggestion/"


@pytest.fixture
def of_noord() -> User:
    """An editor who is limited to a gebied in which Pauluskerk is not."""
    return colleague("redacteur", "noord", "noord")


@pytest.fixture
def of_centrum() -> User:
    return colleague("redacteur", "centrum", "centrum")


def test_an_editor_sees_only_what_is_about_the_own_areas(of_noord: User, of_centrum: User) -> None:
    made, report = suggestion(), complaint()
    assert list(suggestions_for(of_centrum)) == [made]
    assert list(reports_for(of_centrum)) == [report]
    assert not suggestions_for(of_noord)
    assert not reports_for(of_noord)


@pytest.mark.parametrize(
    ("area", "seen_by"),
    [("Noord", "noord"), ("Oude Noorden", "noord"), ("Oude Westen", "centrum"), ("ergens", "")],
)
def test_a_new_place_is_for_the_editors_of_its_area(
    of_noord: User, of_centrum: User, area: str, seen_by: str
) -> None:
    made = newcomer(area=area)
    editors = {"noord": of_noord, "centrum": of_centrum}
    assert [n for n, user in editors.items() if made in suggestions_for(user)] == [
        *filter(None, [seen_by])
    ]
    assert made in suggestions_for(colleague("redacteur", "overal"))


def test_elsewhere_nothing_is_found_or_handled_by_address(of_noord: User) -> None:
    made, report, browser = suggestion(), complaint(), logged_in(of_noord)
    for address in (page_of(made), f"/beheer/places/report/{report.pk}/change/"):
        assert browser.get(address).status_code == 404
        answer = browser.post(address, {"besluit": "afwijzen", "words": "Nee"})
        assert answer.status_code == 404
    assert Suggestion.objects.get().status == "wacht"


def test_a_wijkteam_sees_no_suggestion_and_no_report() -> None:
    browser = logged_in(colleague("wijkteam"))
    report = complaint()
    for address in (LIST, page_of(suggestion()), "/beheer/places/report/"):
        assert browser.get(address).status_code in (403, 404)
    answer = browser.post(f"/beheer/places/report/{report.pk}/change/", {"besluit": "gesloten"})
    assert answer.status_code in (403, 404)


def test_a_visitor_is_asked_to_log_in(client: Client) -> None:
    for address in (LIST, page_of(suggestion()), "/beheer/places/report/"):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("role", ["redacteur", "beheerder"])
def test_nobody_adds_a_suggestion_or_report_in_the_admin(role: str) -> None:
    browser = logged_in(colleague(role))
    assert browser.get(f"{LIST}add/").status_code == 403
    assert browser.get("/beheer/places/report/add/").status_code == 403


@pytest.mark.parametrize(("role", "left"), [("redacteur", 1), ("beheerder", 0)])
def test_only_an_administrator_deletes(role: str, left: int) -> None:
    browser, made = logged_in(colleague(role)), suggestion()
    action = {"action": "delete_selected", "_selected_action": made.pk, "post": "yes"}
    browser.post(LIST, action)
    browser.post(f"{LIST}{made.pk}/delete/", {"post": "yes"})
    assert Suggestion.objects.count() == left


def test_a_limited_editor_cannot_put_a_new_place_elsewhere(of_noord: User) -> None:
    made = newcomer(area="Noord")
    answer = decided(
        logged_in(of_noord), made, "gepubliceerd", "name", "area", **{"text-area": "Cool"}
    )
    assert "buiten jouw gebieden" in answer.content.decode()
    assert not Place.objects.called("De Nieuwe Stoel", "Rotterdam").exists()


def test_a_column_that_was_not_proposed_cannot_be_slipped_in() -> None:
    smuggled = {"take-editor_note": "on", "text-editor_note": "x", "take-status": "on"}
    browser = logged_in(colleague("redacteur"))
    decided(browser, suggestion(), "overnemen", "phone", **smuggled, **{"text-status": "concept"})
    assert pauluskerk().status == "gepubliceerd"
    assert pauluskerk().phone == "010 123 45 67"


def test_confirming_needs_the_right_to_confirm() -> None:
    user: Any = colleague("redacteur")
    user.groups.get().permissions.remove(
        *user.groups.get().permissions.all().filter(codename="add_confirmation")
    )
    answer = decided(logged_in(user), suggestion(kind="klopt", proposed={}), "telefoon")
    assert answer.status_code == 403
