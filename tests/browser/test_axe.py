"""axe-core finds nothing on any page, in both languages, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory
from tests.browser.pages import EVERY

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


def assert_accessible(page: Page) -> None:
    """By day against every rule, by night against those that colours can break."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = AXE.run(page, options=EVERYTHING)
    assert not found.violations_count, found.generate_report()
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = AXE.run(page, options=COLOURS)
    assert not found.violations_count, f"In the dark: {found.generate_report()}"


@pytest.mark.parametrize("address", EVERY.values(), ids=EVERY)
def test_a_page_is_accessible(reader: Page, address: str) -> None:
    reader.goto(address)
    assert_accessible(reader)


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_the_list_is_accessible_with_everything_unfolded(reader: Page, language: str) -> None:
    directory = Directory(reader).open("?gebied=noord&q=huis&bij=3014", language).await_map()
    reader.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    expect(directory.markers.first).to_be_visible()
    assert_accessible(reader)


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_an_open_popup_is_accessible(reader: Page, language: str) -> None:
    directory = Directory(reader).open("?q=pauluskerk", language)
    directory.marker("Pauluskerk").click()
    expect(reader.locator(".leaflet-popup article")).to_be_visible()
    assert_accessible(reader)


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_the_map_on_a_phone_is_accessible(reader: Page, language: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 640})
    directory = Directory(reader).open("?gebied=noord", language)
    reader.locator("#view-switch button").last.click()
    directory.await_map()
    assert_accessible(reader)


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_the_menu_on_a_phone_is_accessible(reader: Page, language: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto(f"{language}waarden/")
    reader.get_by_role("button", name="Menu").click()
    expect(reader.locator("#menu")).to_be_visible()
    assert_accessible(reader)
