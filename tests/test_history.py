"""History: what happened to a place, in words."""

from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from places.history import changes_of, spans_of
from places.models import Kind, OpeningHours, Place, Quote
from places.models.history import Door, one_change
from tests.entries import KINDS, changed, entry, offer
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


def address(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/geschiedenis/"


def page_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(strip_tags(answer.content.decode()).split())


def newest(place: Place) -> Any:
    return changes_of(place, spans_of(place, KINDS)[:1], KINDS)[0]


def differences(place: Place) -> dict[str, tuple[str, str]]:
    return {one.label: (one.old, one.new) for row in newest(place).rows for one in row.fields}


def test_the_first_edit_shows_what_it_changed_and_nothing_else() -> None:
    place = changed(entry(), name="De Provenier")
    assert differences(place) == {"naam": ("Bij de Provenier", "De Provenier")}


def test_a_change_names_who_when_how_and_why() -> None:
    user = colleague("redacteur", "noor")
    change = newest(changed(entry(), user, "op verzoek", name="De Provenier"))
    assert (change.door, change.words) == ("in het beheer", "op verzoek")
    assert change.who == user.get_full_name() != ""


def test_somebody_who_left_is_not_forgotten_but_not_named() -> None:
    user = colleague("redacteur")
    place = changed(entry(), user, name="De Provenier")
    user.delete()
    assert newest(place).who == "iemand die er niet meer werkt"


def test_what_was_loaded_has_a_history_of_its_own_that_nobody_made() -> None:
    change = newest(entry())
    assert (change.is_first, change.who, change.door) == (True, "", "door het systeem")
    assert "maandag 17:00-18:00" in [row.name for row in change.rows]


def test_what_an_unnamed_row_says_is_shown_with_what_it_is() -> None:
    place = entry()
    with one_change(Door.ADMIN):
        place.quotes.create(text="Kom erin.", said_by="Ans", source="bezoek")
    (row,) = newest(place).rows
    assert (row.what, row.name, row.happened) == ("uitspraak", "Kom erin.", "toegevoegd")
    assert [one.new for one in row.fields] == ["Ans", "bezoek"]


def test_choices_and_links_are_said_in_words() -> None:
    kind = Kind.objects.get(slug="buurthuis")
    place = changed(entry(), kind=kind, holiday_policy="dicht", hours_complete=True)
    found = differences(place)
    assert found["soort"][1] == "buurthuis"
    assert found["op feestdagen"] == ("niet bekend", "dicht op feestdagen")
    assert found["dit zijn alle openingstijden"] == ("nee", "ja")


def test_a_list_says_what_was_added_and_what_was_taken_away() -> None:
    place = entry()
    with one_change(Door.ADMIN):
        place.offers.set([offer("taal"), offer("bewegen")])
    found = differences(place)["aanbod"]
    assert found[0] == "samen eten"
    assert found[1] == ", ".join(sorted(map(str, [offer("taal"), offer("bewegen")])))


def test_rows_of_one_change_stand_together_by_name() -> None:
    place = entry()
    with one_change(Door.ADMIN):
        place.hours.all()[0].delete()
        OpeningHours.objects.create(place=place, weekday=6, opens=time(9), closes=time(12))
    happened = {row.name: row.happened for row in newest(place).rows}
    assert happened == {
        "maandag 17:00-18:00": "weggehaald",
        "zondag 09:00-12:00": "toegevoegd",
    }


def test_saving_twice_in_one_change_shows_the_whole_difference_once() -> None:
    place = entry()
    with one_change(Door.ADMIN):
        for name in "Een", "Twee":
            place.name = name
            place.save()
    assert differences(place) == {"naam": ("Bij de Provenier", "Twee")}


def test_a_word_of_the_vocabulary_that_was_deleted_does_not_break_the_page() -> None:
    kind = Kind.objects.create(slug="tijdelijk", name="tijdelijk")
    place = changed(entry(), kind=kind)
    changed(place, kind=None)
    kind.delete()
    assert differences(place)["soort"] == ("soort die niet meer bestaat", "")


def test_a_page_of_changes_takes_the_same_statements_for_few_and_for_many() -> None:
    client, place = logged_in(colleague("redacteur")), entry()
    busy(place, 11)
    client.get(address(place))
    with CaptureQueriesContext(connection) as few:
        client.get(address(place))
    busy(place, 30)
    with CaptureQueriesContext(connection) as many:
        client.get(address(place))
    assert len(many) == len(few)


def busy(place: Place, times: int) -> None:
    """Many changes of the place, of a list and of its rows."""
    for number in range(times):
        with one_change(Door.ADMIN):
            changed(place, name=f"Naam {number}")
            place.offers.set([offer("taal")] if number % 2 else [])
            Quote.objects.create(place=place, text=f"{number}", said_by="x", source="y")


def test_long_histories_have_pages() -> None:
    client, place = logged_in(colleague("redacteur")), entry()
    for number in range(11):
        changed(place, name=f"Naam {number}")
    assert "Oudere wijzigingen" in page_of(client, address(place))
    assert "uit het bestand waarmee de lijst begon" in page_of(client, address(place) + "?pagina=2")


def test_djangos_own_history_leads_to_ours() -> None:
    place = entry()
    client = logged_in(colleague("redacteur"))
    answer = client.get(f"/beheer/places/place/{place.pk}/history/")
    assert answer["Location"] == address(place)


@pytest.mark.parametrize("who", [("redacteur", "zoe", "charlois"), ("wijkteam",)], ids=str)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_change_a_place_cannot_reach_its_history(who: Any, method: str) -> None:
    place = changed(entry(), name="De Provenier")
    client = logged_in(colleague(*who))
    change = spans_of(place, KINDS)[0].change
    for url in (address(place), f"{address(place)}{change}/voor/", f"{address(place)}{change}/na/"):
        assert getattr(client, method)(url).status_code in (403, 404, 405)
    assert entry().name == "De Provenier"


def test_a_made_up_change_is_not_found() -> None:
    client = logged_in(colleague("redacteur"))
    made_up = f"{address(entry())}00000000-0000-4000-8000-000000000000/voor/"
    assert client.get(made_up).status_code == 404
