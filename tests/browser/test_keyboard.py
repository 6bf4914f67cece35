"""Nothing but keys: to the content, through the filters, into a place and back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

WHERE_THE_FOCUS_IS = """() => {
    const part = document.activeElement.closest(
        ".skip-link, .site-header, .search, #results, .take-along, .signs, #kaart, .site-footer");
    return part?.id || part?.className || "elsewhere";
}"""

ON_THE_MAP_OR_ROUND_AGAIN = """() => {
    const one = document.activeElement;
    if (one === document.body || one.closest("#kaart, #view-switch")) return true;
    const { x, y, width, height } = one.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === one || one.outerHTML;
}"""

FOCUS_IS_DRAWN = """() => {
    if (document.activeElement === document.body) return true;  // past the last thing of the page
    for (let one = document.activeElement, up = 0; one && up < 4; one = one.parentElement, up++) {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        if (outlineStyle !== "none" && outlineWidth !== "0px") return true;
    }
    return document.activeElement.outerHTML;
}"""


@pytest.fixture
def directory(page: Page) -> Directory:
    return Directory(page).open("?gebied=noord").await_map()


def tab(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Tab")


def test_the_first_key_shows_a_way_past_the_header(page: Page) -> None:
    page.goto("/waarden/")
    tab(page)
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab(page)
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_tab_key_follows_the_page(directory: Directory) -> None:
    """Header, search, results, what to take along, map, footer: once, in the order of reading."""
    visited: list[str] = []
    while not visited or visited[-1] not in ("site-footer", "elsewhere"):
        tab(directory.page)
        where = directory.page.evaluate(WHERE_THE_FOCUS_IS)
        visited += [where] if where not in visited[-1:] else []
    list_of_places = ["skip-link", "site-header", "zoeken", "results", "meenemen"]
    assert visited == [*list_of_places, "signs", "kaart", "site-footer"]


@pytest.mark.parametrize("address", ["/?gebied=noord", "/plekken/pauluskerk/", "/wijken/"])
def test_one_always_sees_where_the_focus_is(page: Page, address: str) -> None:
    page.goto(address)
    for _ in range(30):
        tab(page)
        assert page.evaluate(FOCUS_IS_DRAWN) is True


def test_a_place_opens_from_the_list_and_back_goes_back(directory: Directory) -> None:
    directory.page.get_by_role("link", name="Bij de Provenier").focus()
    directory.page.keyboard.press("Enter")
    directory.page.wait_for_url("**/plekken/bij-de-provenier/")
    directory.page.go_back()
    expect(directory.chips).to_contain_text(["Noord"])


def test_filters_unfold_and_are_ticked(page: Page) -> None:
    directory = Directory(page).open()
    page.locator("#meer > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#filter-gebied > summary").focus()
    page.keyboard.press("Space")
    page.locator("#gebied-noord").focus()
    page.keyboard.press("Space")
    expect(directory.chips).to_contain_text(["Noord"])
    expect(page.locator("#gebied-noord")).to_be_focused()


def test_open_now_is_switched_with_the_space_bar(page: Page) -> None:
    directory = Directory(page).open()
    directory.open_now.focus()
    page.keyboard.press("Space")
    expect(directory.chips).to_contain_text(["nu open"])
    expect(directory.open_now).to_be_focused()


def test_a_chip_taken_off_leaves_the_focus_in_the_page(directory: Directory) -> None:
    directory.chips.first.focus()
    directory.page.keyboard.press("Enter")
    directory.await_totals("58 plekken, 40 op de kaart")
    tab(directory.page)
    assert directory.page.evaluate("document.activeElement !== document.body")


def test_what_lies_under_the_map_of_a_phone_is_out_of_reach(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    directory = Directory(page).open("?gebied=noord")
    page.locator("#view-switch").get_by_role("button", name="Kaart").press("Enter")
    directory.await_map()
    for _ in range(15):
        tab(page)
        assert page.evaluate(ON_THE_MAP_OR_ROUND_AGAIN) is True


def test_arrows_move_the_map_and_offer_to_search_there(directory: Directory) -> None:
    directory.page.locator("#map").focus()
    directory.page.keyboard.press("ArrowRight")
    expect(directory.page.get_by_role("button", name="Zoek in dit gebied")).to_be_visible()
