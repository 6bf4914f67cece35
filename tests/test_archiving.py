"""Archiving: out of the list with a reason, and back."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from places.archiving import archive, bring_back
from places.models import Place
from places.models.history import Door, one_change
from tests.staff import colleague

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
