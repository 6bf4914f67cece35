"""Archiving: out of the list with a reason, and back."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from places.archiving import archive, bring_back
from places.models import Place
from places.models.history import Door, one_change
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
WORDS = "De huur liep af."


def place(slug: str = "bij-de-provenier") -> Place:
    return Place.objects.get(slug=slug)


def other() -> Place:
    return place("pauluskerk")


def refusal(**changes: Any) -> dict[str, list[str]]:
    facts: dict[str, Any] = {"because": "verhuisd", "on": TODAY, "words": WORDS, **changes}
    with pytest.raises(ValidationError) as refused:
        archive(place(), **facts)
    return refused.value.message_dict


def test_an_archived_place_says_when_why_and_where_it_went() -> None:
    archive(place(), "verhuisd", TODAY, WORDS, other())
    page = Client().get("/plekken/bij-de-provenier/")
    assert page.status_code == 410
    assert WORDS in page.content.decode()
    assert other().get_absolute_url() in page.content.decode()


def test_a_word_is_required() -> None:
    assert "bezoekers lezen dit" in refusal(words=" ")["words"][0]


def test_a_reason_is_one_of_three() -> None:
    assert "because" in refusal(because="zomaar")


def test_a_merged_place_has_a_successor() -> None:
    assert "samengevoegd" in refusal(because="samengevoegd")["successor"][0]


@pytest.mark.parametrize("because", ["verhuisd", "gesloten"])
def test_who_moved_or_closed_needs_no_successor(because: str) -> None:
    archive(place(), because, TODAY, WORDS)
    assert place().archived_because == because


def test_a_place_does_not_succeed_itself() -> None:
    assert "zichzelf" in refusal(successor=place())["successor"][0]


def test_an_archived_place_succeeds_nobody() -> None:
    archive(other(), "gesloten", TODAY, WORDS)
    assert "in het archief" in refusal(successor=other())["successor"][0]


def test_successors_make_no_circle() -> None:
    middle = place("casa-tiberias")
    middle.successor = place()
    middle.save()
    Place.objects.with_key(other().pk).update(successor=middle)
    assert "verwijst zelf naar" in refusal(successor=other())["successor"][0]


def test_those_that_went_on_here_follow() -> None:
    archive(place("casa-tiberias"), "verhuisd", TODAY, WORDS, place())
    archive(place(), "verhuisd", TODAY, WORDS, other())
    assert place("casa-tiberias").successor == other()


def test_a_refused_place_stays_as_it_was() -> None:
    refusal(words="")
    assert place().status == "gepubliceerd"


def test_archiving_is_in_the_history_with_its_door() -> None:
    with one_change(Door.ADMIN, by=colleague("redacteur")):
        archive(place(), "gesloten", TODAY, WORDS)
    newest = place().history.first()
    assert (newest.status, newest.door) == ("gearchiveerd", "beheer")
    assert newest.history_user.groups.get().name == "redacteur"


def test_a_place_that_comes_back_is_found_again_and_forgets_its_farewell() -> None:
    archive(place(), "verhuisd", TODAY, WORDS, other())
    bring_back(place())
    assert Client().get("/plekken/bij-de-provenier/").status_code == 200
    assert (place().archived_on, place().archived_words, place().successor) == (None, "", None)


def test_what_is_in_the_list_cannot_come_back() -> None:
    with pytest.raises(ValidationError, match="niet in het archief"):
        bring_back(place())


def page(slug: str = "bij-de-provenier") -> str:
    return f"/beheer/places/place/{place(slug).pk}/archiveren/"


def filled_in(**changes: str) -> dict[str, str]:
    return {"because": "verhuisd", "on": "2026-11-20", "words": WORDS, "successor": "", **changes}


@pytest.mark.parametrize(
    "successor", ["Pauluskerk", "pauluskerk", "http://127.0.0.1:8000/en/plekken/pauluskerk/"]
)
def test_an_editor_archives_with_a_form_and_names_the_successor(successor: str) -> None:
    client = logged_in(colleague("redacteur"))
    assert client.post(page(), filled_in(successor=successor)).status_code == 302
    assert (place().archived_on, place().successor) == (date(2026, 11, 20), other())


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("successor", "Kasteel Nergens", "Geen plek heet “Kasteel Nergens”."),
        ("successor", "Bij de Provenier", "zichzelf"),
        ("successor", "\x00", "Null-tekens"),
        ("on", "2999-01-01", "nog niet geweest"),
        ("on", "gisteren", "geldige datum"),
        ("words", "", "verplicht"),
        ("because", "zomaar", "geldige keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(field: str, text: str, said: str) -> None:
    client = logged_in(colleague("redacteur"))
    filled = filled_in(words="Onze eigen woorden") | {field: text}
    html = client.post(page(), filled).content.decode()
    assert said in html
    assert "Onze eigen woorden" in html or field == "words"
    assert place().status == "gepubliceerd"


def test_two_places_of_one_name_need_an_address() -> None:
    Place.objects.create(name="Pauluskerk", slug="pauluskerk-2", status="gepubliceerd")
    client = logged_in(colleague("redacteur"))
    html = client.post(page(), filled_in(successor="Pauluskerk")).content.decode()
    assert "Er heten meer plekken zo" in html


def test_an_editor_brings_a_place_back_as_published_or_as_draft() -> None:
    client = logged_in(colleague("redacteur"))
    for status in "concept", "gepubliceerd":
        archive(place(), "gesloten", TODAY, WORDS)
        assert WORDS in client.get(page()).content.decode()
        client.post(page() + "terug/", {"status": status})
        assert place().status == status


def test_an_editor_is_led_from_deleting_to_archiving() -> None:
    client = logged_in(colleague("redacteur"))
    delete = page().replace("archiveren", "delete")
    for answer in client.get(delete), client.post(delete, {"post": "yes", "name": place().name}):
        assert answer["Location"] == page()
    assert place().status == "gepubliceerd"


def test_an_administrator_deletes_only_by_typing_the_name() -> None:
    client = logged_in(colleague("beheerder"))
    delete = page().replace("archiveren", "delete")
    assert "Liever archiveren" in client.get(delete).content.decode()
    assert "niet precies de naam" in client.post(delete, {"post": "yes"}).content.decode()
    assert client.post(delete, {"name": place().name}).status_code == 302
    assert not Place.objects.with_key(place_key()).exists()


def place_key() -> int:
    newest = Place.history.get(slug="bij-de-provenier", history_type="-")
    return int(newest.id)


def test_nobody_is_offered_to_delete_a_selection() -> None:
    html = logged_in(colleague("beheerder")).get("/beheer/places/place/").content.decode()
    assert "delete_selected" not in html


@pytest.mark.parametrize("who", [("redacteur", "zoe", "charlois"), ("wijkteam",)], ids=str)
@pytest.mark.parametrize("path", ["archiveren/", "archiveren/terug/", "delete/"])
def test_who_may_not_change_a_place_neither_archives_nor_deletes_it(who: Any, path: str) -> None:
    client = logged_in(colleague(*who))
    address = page().replace("archiveren/", path)
    data = filled_in(name=place().name, post="yes")
    for answer in client.get(address), client.post(address, data):
        assert answer.status_code in (403, 404, 405)
    assert place().status == "gepubliceerd"


def test_a_selection_cannot_be_deleted_by_a_forged_request() -> None:
    client = logged_in(colleague("beheerder"))
    forged = {"action": "delete_selected", "_selected_action": [place().pk], "post": "yes"}
    client.post("/beheer/places/place/", forged)
    assert place().status == "gepubliceerd"


def test_a_key_that_is_none_is_not_found() -> None:
    client = logged_in(colleague("beheerder"))
    assert client.get("/beheer/places/place/abc/delete/").status_code == 404
    assert client.get("/beheer/places/place/abc/history/").status_code == 404
