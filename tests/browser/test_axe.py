"""axe-core finds nothing in what is unfolded; for pages as they open see `test_every_page`."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.directory import Directory


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
