"""Referral information is for who may refer there, and what a wijkteam tells reaches staff."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core import mail
from django.test import Client

from places.models import Place, Referral, Suggestion
from places.referral.briefing import Briefing, briefings
from tests.staff import PASSWORD, colleague, logged_in

pytestmark = pytest.mark.django_db

NORTH, SOUTH = "bij-de-provenier", "dorpsveld"
PAGE = f"/verwijzen/plek/{NORTH}/"
NOTE = {"subject": "niet-welkom", "text": "De deur bleef dicht."}
CONTACT = "Vraag naar Ans, 06 87654321"
TEXTS = {"contact": CONTACT, "intake_notes": "Eerst bellen", "capacity": "Volle tafel"}


@pytest.fixture(autouse=True)
def known() -> None:
    """How to refer somebody to a place in Noord and to one in Charlois."""
    for slug in NORTH, SOUTH:
        Referral.objects.create(place=Place.objects.get(slug=slug), **TEXTS)


def both() -> list[Place]:
    return [Place.objects.get(slug=slug) for slug in (NORTH, SOUTH)]


def nobody_in_particular() -> User:
    """An account without a role."""
    return User.objects.create_user("los", "los@gemeente.example", PASSWORD)


PEOPLE: dict[str, tuple[Any, list[str]]] = {
    "visitor": (AnonymousUser, []),
    "team": (lambda: colleague("wijkteam"), [NORTH, SOUTH]),
    "team of Noord": (lambda: colleague("wijkteam", "tess", "noord"), [NORTH, SOUTH]),
    "editor": (lambda: colleague("redacteur"), [NORTH, SOUTH]),
    "editor of Noord": (lambda: colleague("redacteur", "noor", "noord"), [NORTH]),
    "editor of Charlois": (lambda: colleague("redacteur", "zoe", "charlois"), [SOUTH]),
    "administrator": (lambda: colleague("beheerder"), [NORTH, SOUTH]),
    "without a role": (nobody_in_particular, []),
    "gone": (lambda: colleague("wijkteam", is_active=False), []),
}
"""Who there is, and of which places they may read how to refer."""


@pytest.mark.parametrize(("person", "reads"), PEOPLE.values(), ids=PEOPLE)
def test_a_briefing_is_for_who_may_refer_there(person: Any, reads: list[str]) -> None:
    expected = {Place.objects.get(slug=slug).pk: Briefing(**TEXTS) for slug in reads}
    assert briefings(person(), both()) == expected


@pytest.mark.parametrize(("person", "reads"), PEOPLE.values(), ids=PEOPLE)
def test_the_page_of_a_place_is_for_who_may_refer_there(person: Any, reads: list[str]) -> None:
    user = person()
    client = Client() if user.is_anonymous else logged_in(user)
    for slug in NORTH, SOUTH:
        answer = client.get(f"/verwijzen/plek/{slug}/")
        assert (CONTACT in answer.content.decode()) == (slug in reads)
        assert (answer.status_code == 200) == (slug in reads)
        assert answer.status_code == 403 or "no-store" in answer["Cache-Control"]


def test_many_places_are_asked_of_the_database_at_once(django_assert_num_queries: Any) -> None:
    team, places = colleague("wijkteam"), list(Place.objects.published())
    team.get_all_permissions()
    with django_assert_num_queries(1):
        known = briefings(team, places)
    assert len(known) == len(places)
    assert sum(not one.is_empty for one in known.values()) == 2


def test_nothing_is_asked_of_the_database_for_a_visitor(django_assert_num_queries: Any) -> None:
    places = both()
    with django_assert_num_queries(0):
        assert briefings(AnonymousUser(), places) == {}


def test_a_visitor_logs_in_and_comes_back(client: Client) -> None:
    assert client.get(PAGE)["Location"] == f"/inloggen/?next={PAGE}"
    assert client.post(PAGE, NOTE)["Location"] == f"/inloggen/?next={PAGE}"
    assert client.get(f"/en{PAGE}")["Location"] == f"/en/inloggen/?next=/en{PAGE}"
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}bedankt/"])
def test_an_account_without_the_right_is_told_so(page: str) -> None:
    client = logged_in(nobody_in_particular())
    assert client.get(page).status_code == client.post(page, NOTE).status_code == 403
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(("status", "code"), [("concept", 404), ("gearchiveerd", 410)])
def test_a_place_that_is_not_in_the_list_has_no_briefing(status: str, code: int) -> None:
    gone = {"archived_on": "2026-11-01", "archived_because": "gesloten"}
    Place.objects.at_address(NORTH).update(status=status, **gone if code == 410 else {})
    client = logged_in(colleague("wijkteam"))
    for answer in client.get(PAGE), client.post(PAGE, NOTE):
        assert answer.status_code == code
        assert CONTACT not in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_a_place_that_nobody_knows_is_not_found() -> None:
    assert logged_in(colleague("wijkteam")).get("/verwijzen/plek/nergens/").status_code == 404


def test_where_nothing_is_written_the_page_says_whom_to_call() -> None:
    Place.objects.at_address("pauluskerk").update(phone="010 765 43 21")
    html = logged_in(colleague("wijkteam")).get("/verwijzen/plek/pauluskerk/").content.decode()
    assert "nog niets opgeschreven" in html
    assert 'href="tel:0107654321"' in html


def noted(client: Client, **changes: str) -> Any:
    return client.post(PAGE, NOTE | changes)


def test_a_note_becomes_a_suggestion_of_a_wijkteam() -> None:
    answer = noted(logged_in(colleague("wijkteam")), text=" De deur\r\nbleef dicht. ")
    assert answer["Location"] == f"{PAGE}bedankt/"
    made = Suggestion.objects.get()
    assert (made.kind, made.origin, made.status) == ("wijziging", "wijkteam", "wacht")
    assert made.remark == "Cliënt was hier niet welkom\n\nDe deur\nbleef dicht."
    assert made.email == "wijkteam@gemeente.example"
    assert (made.place.slug, made.proposed) == (NORTH, {})  # type: ignore[union-attr]


def test_staff_read_what_it_is_about_in_dutch() -> None:
    answer = logged_in(colleague("wijkteam")).post(f"/en{PAGE}", NOTE | {"subject": "verhuisd"})
    assert answer["Location"] == f"/en{PAGE}bedankt/"
    assert Suggestion.objects.get().remark.startswith("De plek is verhuisd of gesloten")


def test_the_page_after_it_says_where_the_answer_goes() -> None:
    html = logged_in(colleague("wijkteam")).get(f"{PAGE}bedankt/").content.decode()
    assert "Je hoort op wijkteam@gemeente.example" in html
    assert "10 werkdagen" in html


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"subject": ""}, "Kies een van de vier."),
        ({"subject": "roddel"}, "roddel"),
        ({"text": "  "}, "Schrijf op wat we moeten weten."),
        ({"text": "x" * 3001}, "3000"),
        ({"text": "a\0b"}, "text"),
    ],
)
def test_a_note_that_is_not_good_yet_keeps_its_words(changes: dict[str, str], said: str) -> None:
    answer = noted(logged_in(colleague("wijkteam")), **changes)
    assert answer.status_code == 200
    assert said in str(answer.context["form"].errors)
    assert not Suggestion.objects.exists()
    assert (NOTE | changes)["text"].strip()[:20] in answer.content.decode()


def test_the_same_note_twice_waits_once_and_is_told_once() -> None:
    boss = colleague("beheerder")
    boss.colleague.notices = "meteen"
    boss.colleague.save()
    client = logged_in(colleague("wijkteam"))
    assert [noted(client).status_code for _time in range(2)] == [302, 302]
    assert Suggestion.objects.count() == 1


def test_staff_are_told_at_once_without_a_word_of_the_note(
    django_capture_on_commit_callbacks: Any,
) -> None:
    boss = colleague("beheerder")
    boss.colleague.notices = "meteen"
    boss.colleague.save()
    with django_capture_on_commit_callbacks(execute=True):
        noted(logged_in(colleague("wijkteam")))
    assert [letter.to for letter in mail.outbox] == [[boss.email]]
    assert "deur" not in mail.outbox[0].body


def test_the_sixth_note_within_an_hour_is_refused_and_keeps_its_words() -> None:
    client = logged_in(colleague("wijkteam"))
    for number in range(5):
        assert noted(client, text=f"Verhaal {number}").status_code == 302
    answer = noted(client, text="Mijn lange verhaal")
    assert answer.status_code == 429
    assert "Mijn lange verhaal" in answer.content.decode()


def test_who_keeps_the_entry_is_led_there_instead() -> None:
    editor = logged_in(colleague("redacteur", "noor", "noord"))
    html = editor.get(PAGE).content.decode()
    key = Place.objects.get(slug=NORTH).pk
    assert f'href="/beheer/places/place/{key}/change/"' in html
    assert "<form" not in html
    assert noted(editor).status_code == 403
    assert not Suggestion.objects.exists()


def test_a_note_needs_the_token_of_the_page() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(colleague("wijkteam"))
    assert noted(client).status_code == 403
    assert not Suggestion.objects.exists()


def test_staff_find_the_note_and_the_team_gets_an_answer(
    django_capture_on_commit_callbacks: Any,
) -> None:
    noted(logged_in(colleague("wijkteam")))
    made, editor = Suggestion.objects.get(), logged_in(colleague("redacteur"))
    listed = editor.get("/beheer/places/suggestion/?origin__exact=wijkteam").content.decode()
    assert "een wijkteam" in listed
    page = f"/beheer/places/suggestion/{made.pk}/change/"
    html = editor.get(page).content.decode()
    assert all(words in html for words in ("een wijkteam", "bleef dicht", "Rond af als verwerkt"))
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(page, {"besluit": "overnemen", "words": "We gaan langs."})
    made.refresh_from_db()
    assert (made.status, made.email) == ("aangenomen", "")
    assert mail.outbox[0].to == ["wijkteam@gemeente.example"]
    assert "We gaan langs." in mail.outbox[0].body


def test_work_on_these_pages_keeps_somebody_logged_in() -> None:
    client = logged_in(colleague("wijkteam"))
    assert "sessionid" in client.get(PAGE).cookies
    assert "sessionid" not in client.get(PAGE).cookies
