"""The words that a process keeps are the words that the database has."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.models import Area, Edition, Offer, Option, Place
from places.models.edition import words_said
from places.vocabulary import Vocabulary
from tests.edition import settle

pytestmark = pytest.mark.django_db


def statements() -> int:
    """How many it takes to look up a word."""
    with CaptureQueriesContext(connection) as asked:
        assert Vocabulary()["aanbod:samen-eten"].name == "samen eten"
    return len(asked)


def test_the_words_are_read_once_as_long_as_they_hold() -> None:
    settle()
    statements()
    assert statements() == 1


def test_a_place_that_changes_leaves_the_words_as_they_are() -> None:
    statements()
    Place.objects.update(note="anders")
    settle()
    assert statements() == 1


@pytest.mark.parametrize("commit", [settle, lambda: None], ids=["committed", "not yet"])
def test_a_word_that_changes_is_read_anew(commit: Callable[[], None]) -> None:
    before = Vocabulary()["aanbod:samen-eten"]
    Offer.objects.update(name="aan tafel")
    commit()
    assert (before.name, Vocabulary()["aanbod:samen-eten"].name) == ("samen eten", "aan tafel")


def test_within_the_transaction_that_changes_words_nothing_is_kept() -> None:
    Offer.objects.update(name="aan tafel")
    assert Vocabulary()["aanbod:samen-eten"].name == "aan tafel"
    Offer.objects.update(name="met elkaar")
    assert Vocabulary()["aanbod:samen-eten"].name == "met elkaar"


def test_while_an_answer_is_made_nobody_asks_when_words_changed() -> None:
    settle()
    statements()
    said = "default", Edition.objects.words_changed_at()
    with words_said(lambda: said):
        assert statements() == 0
    assert statements() == 1


def test_what_one_database_says_of_words_is_not_believed_of_another() -> None:
    settle()
    statements()
    said = "replica_1", Edition.objects.now().words_changed_at
    with words_said(lambda: said):
        assert statements() == 1


def test_an_answer_after_a_change_of_words_has_the_new_ones(client: Client) -> None:
    settle()
    client.get("/")
    Offer.objects.filter(slug="samen-eten").update(name="aan tafel")
    assert "aan tafel" in client.get("/").content.decode()
    Offer.objects.filter(slug="samen-eten").update(name="met elkaar")
    settle()
    assert "met elkaar" in client.get("/").content.decode()


def test_words_come_in_the_order_of_the_vocabulary() -> None:
    settle()
    for parameter in ("waarde", "aanbod", "wijk"):
        tags = [one.tag for one in Option.objects.all() if one.parameter == parameter]
        assert [one.tag for one in Vocabulary().among(reversed(tags), parameter)] == tags
        assert [one.tag for one in Vocabulary().of(parameter)] == tags


def test_a_gemeente_holds_its_gebieden_and_their_wijken_and_a_gebied_its_own() -> None:
    families = Area.objects.with_family().filter(level="wijk")
    centrum = {wijk.tag for wijk in families if wijk.parent.tag == "gebied:centrum"}
    assert Vocabulary().inside(["gebied:centrum"]) == centrum
    areas = {one.tag for one in Area.objects.exclude(level="gemeente")}
    assert Vocabulary().inside(["gemeente:rotterdam"]) == areas


def test_a_word_that_came_after_the_words_were_read_is_left_out() -> None:
    assert Vocabulary().among(["aanbod:samen-eten", "aanbod:net-erbij"], "aanbod") == [
        Vocabulary()["aanbod:samen-eten"]
    ]
