"""The tools beside the sheet: what travels along, what they say, and what is folded."""

import re

import pytest
from django.test import Client

from tests.test_referral_sheet import ADDRESS, CLIENTS, FIVE, TWO, posted, text_of

pytestmark = pytest.mark.django_db


def test_everything_asked_travels_along(client: Client) -> None:
    fields = {"kenmerk": ["niets-hoeft"], "meer": "ask", "regel-villa-vonk": "voor later"}
    html = posted(client, **CLIENTS, **fields).content.decode()
    for name, value in [
        ("bij", "Gaffelstraat"),
        ("kenmerk", "niets-hoeft"),
        ("meer", "ask"),
        ("regel-villa-vonk", "voor later"),
        ("plek", "pauluskerk"),
    ]:
        assert f'<input type="hidden" name="{name}" value="{value}">' in html


def test_the_sheet_of_the_other_language_is_a_button_away(client: Client) -> None:
    html = posted(client).content.decode()
    assert f'formaction="/en{ADDRESS}"' in html
    assert 'class="languages"' not in html
    assert f'formaction="{ADDRESS}"' in client.post(f"/en{ADDRESS}", TWO).content.decode()


def test_the_sixth_place_waits_and_is_not_lost(client: Client) -> None:
    answer = client.post(ADDRESS, {"plek": [*FIVE, "het-vinkje"]})
    assert "Hier staan de eerste vijf" in answer.content.decode()
    assert "Het Vinkje" not in text_of(answer)
    assert '<input type="hidden" name="plek" value="het-vinkje">' in answer.content.decode()


def test_the_place_that_waits_stays_last_when_others_change_places(client: Client) -> None:
    html = client.post(ADDRESS, {"plek": [*FIVE, "het-vinkje"]}).content.decode()
    travelling = re.findall(r'name="plek" value="([^"]*)"', html)
    assert travelling == [*FIVE, "het-vinkje"]


@pytest.mark.parametrize(
    ("button", "done"),
    [
        ({"omhoog": "bij-de-provenier"}, "Bij de Provenier staat nu op nummer 1."),
        ({"omlaag": "pauluskerk"}, "Pauluskerk staat nu op nummer 2."),
        ({"weg": "pauluskerk"}, "Deze plek staat niet meer op het blad."),
        ({}, ""),
    ],
    ids=["up", "down", "away", "another button"],
)
def test_what_a_button_did_is_said(client: Client, button: dict[str, str], done: str) -> None:
    assert f'data-done="{done}"' in posted(client, **button).content.decode()


def test_the_hand_stays_with_the_place_that_went_to_the_top(client: Client) -> None:
    html = posted(client, omhoog="bij-de-provenier").content.decode()
    assert re.findall(r'name="(\w+)" value="([^"]+)" autofocus', html) == [
        ("omlaag", "bij-de-provenier")
    ]


def test_what_may_be_written_is_folded_until_something_is(client: Client) -> None:
    html = posted(client, **{"regel-pauluskerk": "Neem je pas mee"}).content.decode()
    folds = re.findall(r'<details class="[^"]*sheet-fold" id="([^"]+)"( open)?>', html)
    assert dict(folds) == {
        "deel": "",
        "eigen-pauluskerk": " open",
        "eigen-bij-de-provenier": "",
        "van-wie": "",
    }


def test_nothing_chosen_leads_back_with_everything(client: Client) -> None:
    answer = client.post(ADDRESS, CLIENTS)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Nog geen plekken gekozen" in html
    assert 'name="bij" value="Gaffelstraat"' in html
    assert 'formaction="/verwijzen/"' in html
    assert 'name="regel-pauluskerk" value="Jouw eigen regel"' in html


def test_a_line_that_is_too_long_is_kept_and_complained_about(client: Client) -> None:
    answer = posted(client, **{"regel-pauluskerk": "woord " * 50})
    html = answer.content.decode()
    assert "Dit zijn 299 tekens; op het blad passen er 200." in html
    assert "woord " * 50 in html
    assert text_of(answer).count("woord") == 33


def test_an_address_that_nobody_knows_is_said_and_kept(client: Client) -> None:
    html = posted(client, bij="Xyzzyplugh").content.decode()
    assert "Daarom staat er geen afstand op het blad." in html
    assert 'name="bij" value="Xyzzyplugh"' in html
