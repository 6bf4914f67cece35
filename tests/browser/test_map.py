"""The map: the same places as the list, told apart by shape and word, for mouse, thumb and keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import DRAWN, Directory, mapped

STATES = {
    "open": "open",
    "afspraak": "op afspraak",
    "dicht": "dicht",
    "onbekend": "openingstijd onbekend",
}


@pytest.fixture
def directory(page: Page) -> Directory:
    """Noord: five places, four of them on the map."""
    return Directory(page).open("?gebied=noord").await_map()


def drawing(directory: Directory, name: str) -> list[str]:
    """The parts of the sprite that a marker is made of."""
    parts = directory.marker(name).locator("use")
    return parts.evaluate_all("all => all.map(one => one.getAttribute('href').split('#')[1])")


def test_a_marker_shows_kind_and_state_and_says_both_name_and_state(directory: Directory) -> None:
    points = [one for one in directory.map_data() if "slug" in one]
    assert len(points) == 4
    for point in points:
        label = f"{point['naam']}, {STATES[point['staat']]}"
        expect(directory.marker(point["naam"])).to_have_attribute("aria-label", re.compile(label))
        expected = [f"kind-{point['symbool']}", f"window-{point['staat']}"]
        assert drawing(directory, point["naam"]) == expected


def test_every_state_has_a_window_of_its_own_shape(page: Page, site: str) -> None:
    page.goto("/")
    sprite = page.locator("#map").get_attribute("data-houses")
    drawings = page.request.get(f"{site}{sprite}").text()
    windows = [_shape(drawings, f"window-{state}") for state in STATES]
    assert all(windows)
    assert len(set(windows)) == len(STATES)


def _shape(drawings: str, symbol: str) -> str:
    """A symbol without its colours."""
    found = re.search(rf'<(?:symbol|g) id="{symbol}".*?</(?:symbol|g)>', drawings, re.DOTALL)
    drawn = re.sub(r' (id|class|fill|stroke)="[^"]*"', "", found.group() if found else "")
    return re.sub(r"\s+", " ", drawn)


def test_a_rough_spot_says_so(directory: Directory) -> None:
    label = re.compile("bij benadering")
    expect(directory.marker("Klooster Oude Noorden")).to_have_attribute("aria-label", label)
    expect(directory.marker("Klooster Oude Noorden")).to_have_class(re.compile("roughly"))
    expect(directory.marker("Bij de Provenier")).not_to_have_attribute("aria-label", label)


@pytest.mark.parametrize("query", ["?q=pauluskerk", "?q=pauluskerk&open=2026-11-24T17:30"])
def test_a_popup_is_the_card_of_the_list(page: Page, query: str) -> None:
    directory = Directory(page).open(query)
    card = directory.place("Pauluskerk").inner_text()
    directory.marker("Pauluskerk").click()
    expect(page.locator(".leaflet-popup article")).to_have_text(re.compile("Pauluskerk"))
    assert page.locator(".leaflet-popup article").inner_text() == card


def test_a_popup_leads_to_the_place(page: Page) -> None:
    directory = Directory(page).open("?q=pauluskerk")
    directory.marker("Pauluskerk").click()
    page.locator(".leaflet-popup article a").click()
    page.wait_for_url("**/plekken/pauluskerk/")


def test_keys_open_a_popup_and_close_it_again(directory: Directory) -> None:
    marker = directory.marker("Bij de Provenier")
    marker.focus()
    directory.page.keyboard.press("Enter")
    expect(directory.page.locator(".leaflet-popup article a")).to_be_focused()
    directory.page.keyboard.press("Escape")
    expect(directory.page.locator(".leaflet-popup")).to_have_count(0)
    expect(marker).to_be_focused()


def test_every_marker_can_be_reached_with_the_tab_key(directory: Directory) -> None:
    directory.page.locator("#map").focus()
    reached = set()
    for _ in range(12):
        directory.page.keyboard.press("Tab")
        reached.add(directory.page.evaluate("document.activeElement.ariaLabel"))
    labels = directory.markers.evaluate_all("all => all.map(one => one.ariaLabel)")
    assert len(labels) == 4
    assert set(labels) <= reached


def test_pointing_at_a_card_marks_its_house(directory: Directory) -> None:
    directory.place("Bij de Provenier").hover()
    expect(directory.marker("Bij de Provenier")).to_have_class(re.compile("map-house-shown"))
    directory.search.hover()
    expect(directory.page.locator(".map-house-shown")).to_have_count(0)


def test_going_to_a_card_with_the_keys_marks_its_house(directory: Directory) -> None:
    directory.page.get_by_role("link", name="Bij de Provenier").focus()
    expect(directory.marker("Bij de Provenier")).to_have_class(re.compile("map-house-shown"))


def test_pointing_at_a_card_circles_the_spot_of_a_hidden_house(page: Page) -> None:
    directory = Directory(page).open().await_map()
    hidden = [one for one in directory.names.all_inner_texts() if not directory.marker(one).count()]
    located = directory.results.locator("[data-lat]")
    card = next(
        located.filter(has_text=one) for one in hidden if located.filter(has_text=one).count()
    )
    card.hover()
    expect(page.locator("#map .map-shown")).to_be_visible()


def test_a_cluster_opens_into_the_places_it_stands_for(page: Page) -> None:
    directory = Directory(page).open().await_map()
    cluster = directory.clusters.first
    size, before = int(cluster.inner_text()), directory.drawn()
    cluster.click()
    page.wait_for_function(f"before => {DRAWN} < before", arg=before)
    assert size <= directory.drawn() < before


def test_a_cluster_says_its_number_and_opens_with_the_enter_key(page: Page) -> None:
    directory = Directory(page).open().await_map()
    cluster = directory.clusters.first
    size = cluster.inner_text()
    expect(cluster).to_have_attribute("aria-label", f"{size} plekken, inzoomen")
    cluster.focus()
    with page.expect_request("**/kaart.geojson?*zoom=*"):
        page.keyboard.press("Enter")


def test_the_wheel_over_the_map_scrolls_the_page(directory: Directory) -> None:
    page = Directory(directory.page).open().await_map().page
    drawn = page.locator("#map .map-house").count()
    page.locator("#map").hover()
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY > 300")
    assert page.locator("#map .map-house").count() == drawn


def test_the_buttons_zoom(directory: Directory) -> None:
    with directory.page.expect_request("**/kaart.geojson?*zoom=*") as asked:
        directory.page.get_by_role("button", name="Uitzoomen", exact=True).click()
    assert "gebied=noord" in asked.value.url


def drag_the_map(page: Page) -> None:
    box = page.locator("#map").bounding_box() or {}
    x, y = box["x"] + box["width"] - 60, box["y"] + box["height"] - 200
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y - 40, steps=3)
    page.mouse.up()


def test_after_a_drag_the_list_can_follow_the_map(directory: Directory) -> None:
    page = directory.page
    offer = page.get_by_role("button", name="Zoek in dit gebied")
    expect(offer).to_be_hidden()
    drag_the_map(page)
    offer.click()
    expect(directory.chips).to_contain_text(["Noord", "in dit stuk van de kaart"])
    expect(offer).to_be_hidden()
    places, located = directory.numbers()
    assert places == located == mapped(directory.map_data())
    directory.await_map()


def test_zooming_out_shows_a_place_that_lies_outside_the_view(page: Page) -> None:
    directory = Directory(page).open("?q=pauluskerk").await_map()
    directory.search.fill("")
    directory.await_totals("58 plekken, 40 op de kaart")
    for _ in range(4):
        with page.expect_response("**/kaart.geojson?*zoom=*"):
            page.get_by_role("button", name="Uitzoomen", exact=True).click()
    directory.await_map()
