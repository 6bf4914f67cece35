"""`/aanmelden/`: a place that is missing; its name is enough."""

from typing import Any

import pytest
from django.test import Client

from places.models import Place, Suggestion
from tests.outsiders import pauluskerk
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


def sent(client: Client, **texts: str) -> Any:
    return client.post("/aanmelden/", texts)


def test_a_name_is_enough(client: Client) -> None:
    assert sent(client, name="De Nieuwe Stoel")["Location"] == "/aanmelden/bedankt/"
    only = Suggestion.objects.get()
    assert (only.kind, only.proposed, only.place) == ("nieuw", {"name": "De Nieuwe Stoel"}, None)


def test_all_that_somebody_knows_is_kept(client: Client) -> None:
    known = {"name": "De Nieuwe Stoel", "hours": "ma-vr 09:00-17:00", "postcode": "3014ra"}
    sent(client, **known, offers="soep, breien")
    assert Suggestion.objects.get().proposed == known | {"offers": "soep, breien"}


def test_a_place_that_is_not_there_yet_said_nothing_before(client: Client) -> None:
    sent(client, **{"name": "De Nieuwe Stoel", "was-name": "De Nieuwe Stoel"})
    only = Suggestion.objects.get()
    assert (only.proposed["name"], only.seen["name"]) == ("De Nieuwe Stoel", "")


def test_without_a_name_the_rest_is_kept_in_the_form(client: Client) -> None:
    answer = sent(client, street="Kade")
    assert "Vul de naam van de plek in." in answer.content.decode()
    assert 'value="Kade"' in answer.content.decode()


def test_a_place_that_is_there_already_is_shown_first(client: Client) -> None:
    answer = sent(client, name="Paulus kerk")
    assert [place.slug for place in answer.context["lookalikes"]] == ["pauluskerk"]
    assert "/plekken/pauluskerk/" in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_sent_a_second_time_it_is_another_place(client: Client) -> None:
    assert sent(client, name="Paulus kerk", toch="1").status_code == 302
    assert Suggestion.objects.get().proposed["name"] == "Paulus kerk"


def test_a_draft_is_not_shown_to_visitors(client: Client) -> None:
    place = pauluskerk()
    place.status = Place.Status.DRAFT
    place.save()
    assert sent(client, name="Pauluskerk").status_code == 302


def test_an_area_is_kept_as_we_write_it(client: Client) -> None:
    sent(client, name="De Nieuwe Stoel", area="oude westen")
    assert Suggestion.objects.get().proposed["area"] == "Oude Westen"


def test_an_area_that_we_do_not_know_is_kept_as_typed(client: Client) -> None:
    sent(client, name="De Nieuwe Stoel", area="achter de markt")
    assert Suggestion.objects.get().proposed["area"] == "achter de markt"


def test_a_machine_is_thanked_and_forgotten(client: Client) -> None:
    assert sent(client, name="Spam", reactie="x")["Location"] == "/aanmelden/bedankt/"
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("page", ["/", "/plekken/pauluskerk/", "/?q=zwembad"])
def test_visitors_are_shown_the_way(client: Client, page: str) -> None:
    assert 'href="/aanmelden/"' in client.get(page).content.decode()


def test_a_place_asks_whether_it_is_still_true(client: Client) -> None:
    html = client.get("/plekken/pauluskerk/").content.decode()
    assert 'id="klopt-dit-nog"' in html
    for way in ("wijziging/#klopt", "wijziging/#anders", "melden/"):
        assert f'href="/plekken/pauluskerk/{way}"' in html


def test_a_wijkteam_that_is_logged_in_is_known_as_such() -> None:
    logged_in(colleague("wijkteam")).post("/aanmelden/", {"name": "De Nieuwe Stoel"})
    assert Suggestion.objects.get().origin == "wijkteam"
