"""Taking a list along, and the page that explains it: with and without scripts, by keyboard."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.directory import Directory

WIDTHS = [320, 768, 1280]


def fold(page: Page) -> Locator:
    return page.locator("#meenemen summary")


def test_the_doors_follow_the_choices_and_the_fold_stays_open(page: Page) -> None:
    directory = Directory(page).open()
    fold(page).click()
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_have_count(1)
    door = page.get_by_role("link", name="GeoJSON", exact=True)
    expect(door).to_have_attribute("href", "/plekken.geojson?gebied=noord")
    expect(door).to_be_visible()


def test_a_file_has_the_places_of_the_list(page: Page, tmp_path: Path) -> None:
    directory = Directory(page).open("?gebied=noord")
    names = directory.names.all_inner_texts()
    fold(page).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="GeoJSON", exact=True).click()
    waiting.value.save_as(tmp_path / "plekken.geojson")
    features = json.loads((tmp_path / "plekken.geojson").read_text("utf-8"))["features"]
    assert [one["properties"]["naam"] for one in features] == names


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_list_can_be_taken_along_without_scripts(page: Page) -> None:
    Directory(page).open("?wijk=cool&pagina=1")
    fold(page).click()
    door = page.get_by_role("link", name="CSV", exact=True)
    expect(door).to_have_attribute("href", "/plekken.csv?wijk=cool")


def test_a_list_can_be_taken_along_by_keyboard(page: Page) -> None:
    Directory(page).open("?wijk=cool")
    fold(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#doors a").first).to_be_focused()


def test_with_large_letters_on_a_small_screen_what_a_door_is_for_stays_readable(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    Directory(page).open("?wijk=cool")
    page.evaluate("document.documentElement.style.fontSize = '160%'")
    fold(page).click()
    room = page.locator("#doors span").first.evaluate("it => it.clientWidth || it.offsetWidth")
    assert room > 160


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_fits_every_screen(reader: Page, language: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(f"{language}/open-data/")
    assert reader.evaluate("document.scrollingElement.scrollWidth") <= width
    expect(reader.locator(".examples code").first).to_be_visible()


def test_what_one_wants_to_do_leads_to_how(reader: Page) -> None:
    reader.goto("/open-data/")
    for link in reader.locator(".ways-in a").all():
        link.press("Enter")
        section = reader.locator(link.get_attribute("href") or "")
        expect(section.locator("h2")).to_be_in_viewport()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_page_tells_all_without_scripts(page: Page) -> None:
    page.goto("/open-data/")
    expect(page.locator(".data-files a")).to_have_count(5)
    expect(page.locator(".figures dd").first).to_have_text("58")
