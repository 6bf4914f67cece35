"""The frames: the places of the directory in its order, and what else a frame says."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from places.embedding.looks import stylesheet
from places.filters import PlaceFilter
from tests.embedding import FRAMES, LIST, MAP, next_page, page, slugs, totals

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parent.parent
QUERIES = [
    *("", "?gebied=noord", "?bij=3014", "?bij=3014&straal=1500", "?q=samen+eten", "?pagina=2"),
    *("?sorteer=nagekeken", "?open=2026-11-24T17:30", "?aanbod=samen-eten&waarde=sfeer"),
    *("?bbox=4.4,51.9,4.5,51.95", "?soort=huiskamer&soort=wijktuin"),
]
ALL = "?thema=donker&q=huis&bij=3014&straal=3000&sorteer=naam&open=2026-11-24T17:30"


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("frame", [MAP, LIST])
def test_a_frame_shows_the_places_order_and_totals_of_the_directory(frame: str, query: str) -> None:
    directory, framed = page(f"/{query}"), page(frame + query)
    assert slugs(framed) == slugs(directory)
    assert not slugs(framed) or totals(framed) == totals(directory)


@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    query=st.lists(
        st.sampled_from(
            ["gebied=noord", "aanbod=samen-eten", "q=huis", "bij=3014", "open=nu", "soort=wijktuin"]
        ),
        unique=True,
    )
)
def test_any_choices_agree_with_the_directory(query: list[str]) -> None:
    asked = f"?{'&'.join(query)}"
    directory, framed = page(f"/{asked}"), page(LIST + asked)
    if "Niets gevonden" in framed:
        assert "Niets gevonden" in directory
    else:
        assert (slugs(framed), totals(framed)) == (slugs(directory), totals(directory))


@pytest.mark.parametrize("frame", FRAMES)
def test_the_pages_of_a_frame_hold_every_place_once_and_keep_its_look(frame: str) -> None:
    address, shown = f"{frame}?thema=licht", []
    while address:
        assert address.startswith(frame)
        assert "thema=licht" in address
        html = page(address)
        shown += slugs(html)
        address = next_page(html)
    assert len(shown) == len(set(shown)) == 58


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("query", ["?open=banaan&thema=blauw&wijk=mars&pagina=99", "?q=%00&bbox=1"])
def test_what_cannot_be_read_is_told_and_the_rest_holds(frame: str, query: str) -> None:
    html = page(frame + query)
    for name in re.findall(r"(\w+)=", query):
        assert f"<code>{name}</code>: " in html
    assert len(slugs(html)) == 25


@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_found_says_so_and_leads_to_the_directory(frame: str) -> None:
    html = page(f"{frame}?q=zwembad&gebied=noord")
    prefix = "/en/" if frame.startswith("/en") else "/"
    assert slugs(html) == []
    assert 'class="nothing"' in html
    assert f'href="{prefix}?q=zwembad&amp;gebied=noord" target="_blank"' in html
    assert 'id="map"' not in html


@pytest.mark.parametrize("frame", FRAMES)
def test_the_source_leads_to_the_directory_with_the_same_filter(frame: str) -> None:
    html = page(f"{frame}{ALL}&pagina=1")
    prefix = "/en/" if frame.startswith("/en") else "/"
    query = "q=huis&amp;open=2026-11-24T17:30&amp;bij=3014&amp;straal=3000&amp;sorteer=naam"
    assert f'href="{prefix}?{query}" target="_blank"' in html


@pytest.mark.parametrize("frame", FRAMES)
def test_whatever_leaves_the_frame_opens_a_tab_of_its_own_and_says_so(frame: str) -> None:
    html = page(f"{frame}?pagina=2")
    inside = (frame, "#list")
    links = re.findall(r"<a ([^>]*)>(.*?)</a>", html, re.DOTALL)
    leaving = [one for one in links if not re.search(rf'href="({"|".join(inside)})', one[0])]
    assert len(leaving) == 25 + 1
    for attributes, text in leaving:
        assert 'target="_blank" rel="noopener"' in attributes
        assert 'class="visually-hidden"' in text


def test_a_card_outside_a_frame_opens_where_one_is() -> None:
    assert "_blank" not in page("/plekken/pauluskerk/kaartje/")
    assert 'target="_blank" rel="noopener"' in page("/insluiten/kaartje/pauluskerk/")


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_not_for_search_engines_and_names_itself(frame: str) -> None:
    html = page(f"{frame}?gebied=noord")
    language = "en" if frame.startswith("/en") else "nl"
    assert f'<html class="embed" lang="{language}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert re.search(r"<title>[^<]*Rotterdam: Noord · Huiskamers</title>", html)
    assert html.count("<h1>") == 1


@pytest.mark.parametrize("frame", FRAMES)
def test_houses_are_drawn_in_the_page_itself(frame: str) -> None:
    html = page(frame)
    used = set(re.findall(r'<use[^>]* href="([^"]+)"', html))
    assert used
    assert all(f'id="{one[1:]}"' in html and one.startswith("#") for one in used)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_has_no_inline_script_or_style(frame: str) -> None:
    html = page(frame)
    assert " style=" not in html
    assert not re.findall(r"\son\w+=", html)
    assert all("src=" in one or "json" in one for one in re.findall(r"<script([^>]*)>", html))


@pytest.mark.parametrize("theme", ["licht", "donker"])
def test_a_theme_that_was_chosen_asks_for_no_preference(client: Client, theme: str) -> None:
    html = page(f"{MAP}?thema={theme}")
    style = client.get(f"/insluiten/{theme}.css")
    scheme = {"licht": "light", "donker": "dark"}[theme]
    assert f'href="/insluiten/{theme}.css"' in html
    assert "tokens.css" not in html
    assert f"color-scheme: {scheme};" in style.content.decode()
    assert "prefers-color-scheme" not in style.content.decode()


def test_a_city_with_colours_of_its_own_keeps_them_in_a_theme(settings: Any) -> None:
    settings.CITY_STYLESHEET = "css/poster.css"
    stylesheet.cache_clear()
    assert (ROOT / "static/css/poster.css").read_text("utf-8") in stylesheet("licht")
    stylesheet.cache_clear()


@hypothesis_settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from([*PlaceFilter.base_filters, "thema", "hoogte", "weergave", "vast"]),
            st.text(max_size=20),
        ),
        max_size=5,
    )
)
def test_any_query_string_gets_a_frame_and_a_builder(
    client: Client, pairs: list[tuple[str, str]]
) -> None:
    for address in (MAP, LIST, "/insluiten/"):
        assert client.get(address, dict(pairs)).status_code == 200
