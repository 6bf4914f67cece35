"""The page about open data: its examples work here, and its numbers and terms are so."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate

from places.models import Edition, Place
from places.models.overview import overview
from places.open_data.examples import Example, examples
from tests.edition import settle
from tests.fetching import statuses

pytestmark = pytest.mark.django_db

PAGES = ["/open-data/", "/en/open-data/"]


def page(client: Client, address: str = "/open-data/") -> str:
    return client.get(address).content.decode()


def shown() -> list[Example]:
    today = localdate()
    return examples(overview(today), today)


def asked(client: Client, part: str) -> Any:
    """The answer to the first example whose address has this in it."""
    [one, *_] = [one for one in shown() if part in one.path]
    return client.get(one.path).json()


@pytest.mark.parametrize("address", PAGES)
def test_every_link_on_the_page_leads_somewhere(client: Client, address: str) -> None:
    main = page(client, address).partition("<main")[2].partition("</main>")[0]
    targets = [unescape(one) for one in re.findall(r'href="([^"]+)"', main)]
    ours = [one for one in targets if one.startswith("/")]
    assert len(ours) >= len(shown()) + 3
    assert statuses(client, ours) == dict.fromkeys(ours, 200)
    assert [one for one in targets if one[0] == "#" and f'id="{one[1:]}"' not in main] == []


def test_every_example_is_on_the_page_as_a_line_for_curl(client: Client) -> None:
    lines = [unescape(re.sub("<[^>]+>", "", one)) for one in page(client).split("<code>")[1:]]
    told = [one.partition("\n")[0] for one in lines if one.startswith("curl")]
    assert len(told) == len(shown()) == 7
    for line, example in zip(told, shown(), strict=True):
        header = f" -H '{example.header}'" if example.header else ""
        assert line == f"curl{header} 'http://testserver{example.path}'"


def test_what_is_near_begins_with_the_place_that_is_shown(client: Client) -> None:
    first = asked(client, "bij=")["resultaten"][0]
    assert set(first) == {"naam", "locatie", "afstand"}
    assert first["afstand"] < 20


def test_the_same_in_rd_has_metres(client: Client) -> None:
    [example] = [one for one in shown() if one.header]
    name, _colon, value = example.header.partition(": ")
    answer = client.get(example.path, headers={name: value}).json()
    x, y = answer["resultaten"][0]["locatie"]["coordinates"]
    assert 7_000 < x < 300_000 < y < 629_000


def test_the_filter_finds_something_and_nothing_else(client: Client) -> None:
    answer = asked(client, "gebied=")
    assert answer["totaal"] >= 1
    assert len({one["gebied"]["slug"] for one in answer["resultaten"]}) == 1


def test_what_is_open_is_open(client: Client) -> None:
    assert {one["staat"] for one in asked(client, "open=nu")["resultaten"]} <= {"open"}


def test_one_place_has_hours(client: Client) -> None:
    assert asked(client, "/openingstijden")["dagen"]
    [one] = [one for one in shown() if one.path.count("/") == 4 and "?" not in one.path]
    assert client.get(one.path).json()["openingstijden"]


def test_of_the_last_week_everything_is_new(client: Client) -> None:
    assert asked(client, "wijzigingen?sinds=")["resultaten"]


def test_an_error_looks_as_the_page_says(client: Client) -> None:
    answer = client.get("/api/v1/plekken?open=morgen")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert list(answer.json()["errors"]) == ["open"]


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_site_explains_itself_too(client: Client, empty_site: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "api/v1/plekken/" not in answer.content.decode()
    assert not [one for one in shown() if client.get(one.path).status_code != 200]


def test_places_without_gebied_or_point_leave_out_what_cannot_be_shown(client: Client) -> None:
    Place.objects.update(location=None, location_precision="onbekend", area=None)
    assert not [one for one in shown() if "gebied=" in one.path]
    assert [client.get(one.path).status_code for one in shown()] == [200] * 6


def test_numbers_count_what_is_published(client: Client) -> None:
    Place.objects.at_address("pauluskerk").update(checked_on="2026-06-01")
    Place.objects.at_address("de-weerhaan").update(checked_on="2024-06-01")
    Place.objects.at_address("leeszaal-rotterdam-west").update(status="concept")
    seen = overview(date(2025, 11, 22))
    published = Place.objects.published()
    assert (seen.total, seen.mapped) == (published.count(), published.located().count())
    assert (seen.checked, seen.unchecked) == (1, seen.total - 2)


def test_more_places_than_an_agenda_holds_are_not_offered_as_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/plekken.ics" in page(client)
    monkeypatch.setattr("places.open_data.page.MOST_PLACES", 57)
    assert "/plekken.ics" not in page(client)


def test_it_says_when_anything_last_changed(client: Client) -> None:
    assert Edition.objects.now().changed_at.strftime("%Y") in page(client)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("", "De eigenaar heeft nog geen licentie gekozen."),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-4.0", "CC BY 4.0”"),
    ],
)
def test_the_terms_are_those_that_were_chosen(
    client: Client, settings: Any, chosen: str, words: str
) -> None:
    settings.DATA_LICENCE = chosen
    told = page(client).partition('id="voorwaarden"')[2].partition("<h3>")[0]
    assert words in told
    assert ("nog geen licentie" in told) == (not chosen)


def test_a_reader_who_comes_back_gets_nothing_until_something_changed(client: Client) -> None:
    tag = client.get("/open-data/")["ETag"]
    assert client.get("/open-data/", headers={"if-none-match": tag}).status_code == 304
    Place.objects.at_address("pauluskerk").update(name="Pauluskerk, anders")
    settle()
    assert client.get("/open-data/", headers={"if-none-match": tag}).status_code == 200
