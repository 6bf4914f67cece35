"""On an old phone: list and map change by one thumb, and nothing stands in the way of scrolling."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

SMALL = {"width": 320, "height": 640}
pytestmark = pytest.mark.browser_context_args(viewport=SMALL, has_touch=True, is_mobile=True)

LEAFLET = re.compile(r"leaflet\.[0-9a-f]+\.js$")


@pytest.fixture
def directory(page: Page) -> Directory:
    return Directory(page).open("?gebied=noord")


def show(directory: Directory, view: str) -> None:
    directory.page.locator("#view-switch").get_by_role("button", name=view).tap()


def test_the_list_comes_first(directory: Directory) -> None:
    expect(directory.names.first).to_be_visible()
    expect(directory.page.locator("#map")).to_be_hidden()


def test_the_first_place_is_on_the_first_screen(page: Page) -> None:
    directory = Directory(page).open()
    assert (directory.names.first.bounding_box() or {})["y"] < SMALL["height"]


def test_the_maps_scripts_are_fetched_only_when_it_is_asked_for(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    directory = Directory(page).open()
    page.wait_for_load_state("networkidle")
    assert not any(LEAFLET.search(url) for url in fetched)
    show(directory, "Kaart")
    directory.await_map()
    assert any(LEAFLET.search(url) for url in fetched)


def test_one_tap_shows_the_map_and_one_tap_the_list(directory: Directory) -> None:
    show(directory, "Kaart")
    directory.await_map()
    expect(directory.names.first).to_be_hidden()
    expect(directory.page.locator("#view-switch [aria-pressed=true]")).to_have_text("Kaart")
    show(directory, "Lijst")
    expect(directory.names.first).to_be_visible()
    expect(directory.page.locator("#map")).to_be_hidden()


def test_the_switch_lies_where_a_thumb_is(directory: Directory) -> None:
    for button in directory.page.locator("#view-switch button").all():
        box = button.bounding_box() or {}
        assert box["y"] > SMALL["height"] * 0.75
        assert box["y"] + box["height"] < SMALL["height"]
        assert box["width"] >= 44 <= box["height"]


def test_the_switch_covers_nothing_at_the_end_of_the_list(directory: Directory) -> None:
    directory.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    directory.page.locator(".signs summary").scroll_into_view_if_needed()
    directory.page.locator(".signs summary").tap(timeout=2000)
    expect(directory.page.locator(".signs .legend")).to_be_visible()


def test_the_map_fills_the_screen(directory: Directory) -> None:
    show(directory, "Kaart")
    directory.await_map()
    assert directory.page.locator("#map").bounding_box() == {"x": 0, "y": 0} | SMALL


def test_the_list_is_where_one_left_it(page: Page) -> None:
    directory = Directory(page).open()
    directory.names.nth(12).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    show(directory, "Kaart")
    directory.await_map()
    show(directory, "Lijst")
    assert page.evaluate("scrollY") == before > 500


def test_a_tap_on_a_house_shows_its_card(directory: Directory) -> None:
    show(directory, "Kaart")
    directory.marker("Bij de Provenier").tap()
    expect(directory.page.locator(".leaflet-popup article")).to_be_in_viewport(ratio=0.99)


def test_a_finger_on_the_small_map_of_a_place_scrolls_the_page(page: Page) -> None:
    page.goto("/plekken/bij-de-provenier/")
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.locator("#map .map-house")).to_be_visible()
    touch = page.locator("#map").evaluate("map => getComputedStyle(map).touchAction")
    assert touch in ("auto", "pan-y", "pan-x pan-y", "manipulation")


def test_the_menu_opens_and_leads_on(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Menu").tap()
    page.get_by_role("link", name="Waarden").tap()
    page.wait_for_url("**/waarden/")


def test_what_one_searches_changes_both_views(directory: Directory) -> None:
    show(directory, "Kaart")
    directory.await_map()
    show(directory, "Lijst")
    directory.search.press_sequentially("samen eten")
    expect(directory.names).to_contain_text(["Bij de Provenier"])
    show(directory, "Kaart")
    directory.await_map()


def test_letters_of_twice_the_size_still_fit_a_screen_of_twice_the_size(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 1280})
    for address in ("/", "/plekken/pauluskerk/", "/wijken/oude-westen/"):
        page.goto(address)
        page.locator("html").evaluate("root => (root.style.fontSize = '200%')")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 640, address
