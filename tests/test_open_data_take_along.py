"""What a list is taken along as: every door, with exactly the good choices of its filter."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from places.open_data.take_along import doors_of
from tests.asking import EVERYBODY, found
from tests.fetching import fetched, statuses

pytestmark = pytest.mark.django_db

GOOD = "gebied=noord&gebied=centrum&open=nu&bij=51.92,4.47&straal=2000&sorteer=naam"


def queries(query: str) -> set[str]:
    return {urlsplit(door.url).query for door in doors_of(found(query), EVERYBODY)}


def doors_in(html: str) -> dict[str, str]:
    """Name and address of every door that a page shows."""
    told = html.partition('id="doors"')[2].partition("</ul>")[0]
    pairs = re.findall(r'<a href="([^"]+)" rel="nofollow">([^<]+)</a>', told)
    return {name: unescape(address) for address, name in pairs}


def test_every_door_has_all_good_choices() -> None:
    [query] = queries(GOOD)
    assert parse_qs(query) == parse_qs(GOOD)


def test_no_door_has_the_page_or_what_is_wrong_or_unknown() -> None:
    assert queries("pagina=2&gebied=nergens&open=straks&utm_source=x&straal=5") == {""}
    assert queries("pagina=2&gebied=noord&gebied=nergens") == {"gebied=noord"}


def test_without_choices_a_door_has_no_question() -> None:
    assert all("?" not in door.url for door in doors_of(found(), EVERYBODY))


def test_a_list_too_long_for_an_agenda_does_not_offer_one() -> None:
    offered = [{str(door.name) for door in doors_of(found(), total)} for total in (200, 201)]
    assert offered[0] - offered[1] == {"Agenda"}


@pytest.mark.parametrize(("start", "agenda"), [("/", "Agenda"), ("/en/", "Calendar")])
def test_the_list_leads_to_every_door(client: Client, start: str, agenda: str) -> None:
    doors = doors_in(client.get(f"{start}?gebied=noord").content.decode())
    files = {"Excel", "CSV", "GeoJSON", "GeoPackage", "OpenStreetMap"}
    assert files | {"API", "Feed", agenda} <= set(doors)
    assert set(statuses(client, doors.values()).values()) == {200}


def test_a_refreshed_list_brings_its_doors_along(client: Client) -> None:
    html = client.get("/?wijk=cool", headers={"HX-Request": "true"}).content.decode()
    assert 'id="doors" role="list" hx-swap-oob="true"' in html
    assert {urlsplit(one).query for one in doors_in(html).values()} == {"wijk=cool"}


def test_the_api_behind_the_door_has_the_places_of_the_list(client: Client) -> None:
    doors = doors_in(client.get("/?gebied=noord&q=huis").content.decode())
    answer: Any = client.get(doors["API"]).json()
    assert [one["naam"] for one in answer["resultaten"]] == [
        place.name for place in found("gebied=noord&q=huis").qs
    ]


def test_a_place_leads_to_itself_as_data(client: Client) -> None:
    html = client.get("/plekken/pauluskerk/").content.decode()
    address = reverse("api_place", args=["pauluskerk"])
    assert f'href="{address}"' in html
    assert client.get(address).json()["naam"] == "Pauluskerk"


@pytest.mark.parametrize("address", ["/", "/over/", "/en/waarden/", "/plekken/pauluskerk/"])
def test_every_page_leads_to_the_page_about_open_data(client: Client, address: str) -> None:
    footer = client.get(address).content.decode().partition("site-footer-text")[2]
    prefix = "/en" if address.startswith("/en/") else ""
    assert f'href="{prefix}/open-data/"' in footer


@pytest.mark.parametrize("address", ["/?gebied=noord", "/en/plekken/pauluskerk/", "/open-data/"])
def test_programs_find_the_data_of_a_page_in_its_head(client: Client, address: str) -> None:
    head = client.get(address).content.decode().partition("</head>")[0]
    links = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"', head)
    assert links
    for kind, target in links:
        answer = fetched(client, unescape(target))
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, kind)
