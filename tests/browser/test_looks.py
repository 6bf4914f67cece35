"""On paper, in the dark, without motion, and without colour."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

STATES = ["open", "afspraak", "dicht", "onbekend"]
RUNNING = "() => document.getAnimations().length"


@pytest.fixture
def paper(page: Page) -> Page:
    """A place with all there is, as it is printed."""
    page.goto("/plekken/pauluskerk/")
    page.emulate_media(media="print")
    return page


def test_paper_has_no_menus_maps_or_buttons_to_elsewhere(paper: Page) -> None:
    for selector in (
        "nav",
        "#map",
        ".skip-link",
        ".languages",
        ".street",
        ".routes",
        ".breadcrumb",
    ):
        for one in paper.locator(selector).all():
            expect(one).to_be_hidden()


def test_paper_has_what_one_needs_on_the_way(paper: Page) -> None:
    for text in ("Pauluskerk", "Mauritsweg", "17:00", "maandag", "Bel "):
        expect(paper.locator("main").get_by_text(text).first).to_be_visible()


def test_paper_is_black_on_white(paper: Page) -> None:
    colours = paper.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_place_takes_three_sheets_at_most(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/plekken/pauluskerk/")
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= sheets <= 3


@pytest.mark.browser_context_args(reduced_motion="reduce")
def test_nothing_moves_for_who_asked_for_calm(page: Page) -> None:
    directory = Directory(page).open().await_map()
    assert page.evaluate(RUNNING) == 0
    directory.place("Bewonersgroep Kralingen-West").hover()
    assert page.evaluate(RUNNING) == 0
    expect(
        page.locator("#map.leaflet-fade-anim, #map .leaflet-zoom-animated-running")
    ).to_have_count(0)


def test_the_light_goes_on_once_and_then_rests(page: Page) -> None:
    directory = Directory(page).open("?open=2026-11-24T17:30")
    page.wait_for_function("() => document.getAnimations().length === 0")
    directory.search.press_sequentially("pauluskerk")
    expect(directory.names).to_have_text(["Pauluskerk"])
    assert page.evaluate("document.querySelector('#results .window').getAnimations().length") == 0


def test_every_lamp_has_its_state_in_words_beside_it(page: Page) -> None:
    Directory(page).open()
    for card in page.locator("#results article").all():
        words = card.locator(".state")
        expect(words).to_be_visible()
        assert len(words.inner_text()) > 3


def test_the_signs_are_explained_in_words(page: Page) -> None:
    Directory(page).open()
    page.get_by_text("Wat zeggen de huisjes?").click()
    for state in STATES:
        line = page.locator(".signs .legend li").filter(has=page.locator(f".lamp-{state}"))
        expect(line).to_contain_text(" ")
        expect(line).to_be_visible()


def test_day_and_night_differ_and_follow_the_device(page: Page) -> None:
    page.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    by_day = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) != by_day
