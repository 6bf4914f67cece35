"""How long ago an entry was checked, by whom, and how that is said."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from places.cards import checked_text
from places.freshness import freshness
from places.models import Confirmation, Place
from places.models.confirmation import Role, confirm

How = Confirmation.How
TODAY = date(2026, 11, 22)


def pauluskerk() -> Place:
    return Place.objects.get(slug="pauluskerk")


@pytest.mark.parametrize(
    ("checked_on", "today", "level"),
    [
        (None, TODAY, "nooit"),
        (TODAY, TODAY, "vers"),
        (date(2026, 5, 22), TODAY, "vers"),
        (date(2026, 5, 21), TODAY, "even"),
        (date(2025, 11, 22), TODAY, "even"),
        (date(2025, 11, 21), TODAY, "oud"),
        (date(2026, 2, 28), date(2026, 8, 31), "vers"),
        (date(2026, 2, 27), date(2026, 8, 31), "even"),
        (date(2027, 2, 28), date(2028, 2, 29), "even"),
        (date(2027, 12, 31), date(2028, 6, 30), "vers"),
    ],
)
def test_six_and_twelve_months_are_counted_to_the_day(
    checked_on: date | None, today: date, level: str
) -> None:
    assert freshness(checked_on, today) == level


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 3), "nagekeken op 3 november 2026 door de gastheer of gastvrouw"),
        (
            date(2026, 5, 21),
            "al even niet nagekeken, laatst op 21 mei 2026 door de gastheer of gastvrouw",
        ),
        (
            date(2025, 11, 21),
            "mogelijk verouderd, laatst nagekeken op 21 november 2025"
            " door de gastheer of gastvrouw",
        ),
    ],
)
def test_the_words_say_when_who_and_what_it_is_worth(day: date, words: str) -> None:
    assert checked_text(Place(checked_on=day, checked_by=Role.HOST), TODAY) == words


def test_a_check_by_nobody_in_particular_names_no_one() -> None:
    assert checked_text(Place(checked_on=TODAY), TODAY) == "nagekeken op 22 november 2026"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/?q=pauluskerk", "/plekken/pauluskerk/kaartje/"])
def test_card_and_popup_say_it(client: Client, address: str) -> None:
    confirm(pauluskerk(), date(2020, 1, 2), Role.STAFF, How.PHONE)
    words = "mogelijk verouderd, laatst nagekeken op 2 januari 2020 door de gemeente"
    assert words in client.get(address).content.decode()


@pytest.mark.django_db
def test_the_page_of_a_place_says_it_above_and_beside_its_sources(client: Client) -> None:
    confirm(pauluskerk(), date(2020, 1, 2), Role.TEAM, How.VISIT)
    page = client.get("/plekken/pauluskerk/").content.decode()
    assert page.count("mogelijk verouderd, laatst nagekeken op 2 januari 2020 door een wijk") == 2


@pytest.mark.django_db
def test_the_newest_day_counts_in_whatever_order_checks_come_in() -> None:
    place = pauluskerk()
    confirm(place, date(2026, 11, 3), Role.HOST, How.LINK)
    confirm(place, date(2026, 10, 1), Role.STAFF, How.PHONE)
    assert _check(place) == (date(2026, 11, 3), "gastheer")


@pytest.mark.django_db
def test_a_check_that_is_taken_back_gives_way_to_the_one_before() -> None:
    place = pauluskerk()
    confirm(place, date(2026, 10, 1), Role.STAFF, How.PHONE)
    wrong = confirm(place, date(2026, 11, 3), Role.HOST, How.LINK)
    wrong.delete()
    assert _check(place) == (date(2026, 10, 1), "gemeente")
    place.confirmations.all().delete()
    assert _check(place) == (None, "")


def _check(place: Place) -> Any:
    place.refresh_from_db()
    return place.checked_on, place.checked_by
