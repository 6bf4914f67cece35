"""The form of the directory: it never says anything else than what the list was made with."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

THEN = "2026-11-24T17:30"


def answer_to_htmx(client: Client, query: str) -> str:
    """What a choice in the form brings to the page."""
    return client.get(f"/?{query}", headers={"HX-Request": "true"}).content.decode()


def test_the_age_of_an_entry_can_be_let_go_of(client: Client) -> None:
    page = client.get("/?nagekeken=12").content.decode()
    assert re.search(r'value="" id="nagekeken-">\s*<span>maakt niet uit', page)
    assert re.search(r'value="12" id="nagekeken-12" checked>', page)


def test_nobody_chooses_an_age_while_nothing_was_checked(client: Client) -> None:
    assert "nagekeken-" not in client.get("/").content.decode()


@pytest.mark.parametrize("through_htmx", [False, True])
def test_now_open_says_how_many(client: Client, through_htmx: bool) -> None:
    page = answer_to_htmx(client, "open=nu") if through_htmx else client.get("/?open=nu").text
    [number] = re.findall(r'id="open-now-count"[^>]*>(\d+)<', page)
    [total] = re.findall(r'id="totals"[^>]*>(\d+) plek', page)
    assert number == total


def test_a_refreshed_list_brings_the_orders_that_it_can_have(client: Client) -> None:
    near = answer_to_htmx(client, "bij=3014")
    assert 'id="sorting" hx-swap-oob="true"' in near
    assert '<option value="" selected>afstand</option>' in near
    assert "afstand</option>" not in answer_to_htmx(client, "q=eten")


def test_a_refreshed_list_brings_the_way_to_itself_in_english(client: Client) -> None:
    answer = answer_to_htmx(client, "q=eten&gebied=noord")
    assert 'id="languages" role="list" hx-swap-oob="true"' in answer
    assert 'href="/en/?q=eten&amp;gebied=noord"' in answer


@pytest.mark.parametrize(
    ("query", "last"), [("", "open-at"), ("open=nu", "open-at"), (f"open={THEN}", "open-now")]
)
def test_what_was_not_chosen_yet_comes_last_and_so_wins(
    client: Client, query: str, last: str
) -> None:
    page = client.get(f"/?{query}").content.decode()
    assert re.findall(r'<input[^>]*(?=name="open")[^>]*', page)[-1].find(f'id="{last}"') > 0


def test_ticking_now_beside_another_moment_is_about_now(client: Client) -> None:
    page = client.get(f"/?open={THEN}&open=nu").content.decode()
    assert re.search(r'id="open-now" checked>', page)
    assert THEN not in page.partition('id="open-at"')[2].partition(">")[0]


@pytest.mark.parametrize(
    ("query", "links"),
    [("q=eten", "chips"), ("", "pages"), ("q=zwembad&gebied=noord", "nothing")],
)
def test_links_in_the_list_refresh_it(client: Client, query: str, links: str) -> None:
    assert f'class="{links}" hx-boost="true"' in client.get(f"/?{query}").content.decode()
