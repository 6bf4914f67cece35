"""Chips, pages and ways out of nothing change the list without the page being loaded again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

ON_THE_MAP = "all => all.reduce((sum, one) => sum + Number(one.textContent || 1), 0)"
WISHES = "?q=eten&bij=3014&straal=3000&open=2026-11-24T17:30&gebied=noord"


def marked(directory: Directory) -> Directory:
    directory.page.evaluate("window.isStillTheSamePage = true")
    return directory


def is_still_the_same_page(directory: Directory) -> bool:
    return bool(directory.page.evaluate("window.isStillTheSamePage ?? false"))


@pytest.mark.parametrize(
    ("chip", "field"),
    [("“eten”", "#q"), ("in de buurt van", "#bij"), ("binnen", "#straal"), ("open op", "#open-at")],
)
def test_a_chip_empties_its_field(page: Page, chip: str, field: str) -> None:
    directory = marked(Directory(page).open(WISHES))
    directory.chips.filter(has_text=chip).click()
    expect(directory.chips.filter(has_text=chip)).to_have_count(0)
    expect(page.locator(field)).to_have_value("")
    assert is_still_the_same_page(directory)


def test_a_chip_unticks_its_option(page: Page) -> None:
    directory = marked(Directory(page).open(WISHES))
    directory.chips.filter(has_text="Noord").click()
    expect(page.locator("#gebied-noord")).not_to_be_checked()
    expect(directory.search).to_have_value("eten")
    assert is_still_the_same_page(directory)


def test_the_map_and_the_focus_follow_a_chip(page: Page) -> None:
    directory = marked(Directory(page).open("?aanbod=samen-eten").await_map())
    house = directory.markers.or_(directory.clusters)
    before = house.evaluate_all(ON_THE_MAP)
    directory.chips.click()
    directory.await_totals("58 plekken, 40 op de kaart")
    page.wait_for_function(
        f"(before) => ({ON_THE_MAP})([...document.querySelectorAll("
        "'#map .map-house, #map .map-cluster')]) > before",
        arg=before,
    )
    expect(directory.results).to_be_focused()


def test_the_next_page_starts_at_its_top_and_back_returns(page: Page) -> None:
    directory = marked(Directory(page).open())
    first = directory.names.first.inner_text()
    page.get_by_role("link", name="Volgende").click()
    expect(page).to_have_url(re.compile(r"\?pagina=2$"))
    expect(directory.names.first).not_to_have_text(first)
    expect(directory.names.first).to_be_in_viewport()
    assert is_still_the_same_page(directory)
    page.go_back()
    expect(directory.names.first).to_have_text(first)


def test_a_way_out_of_nothing_empties_the_field(page: Page) -> None:
    directory = marked(Directory(page).open("?q=zwembad&gebied=noord"))
    page.get_by_role("link", name="zonder “zwembad”").click()
    expect(directory.search).to_have_value("")
    expect(directory.chips).to_have_count(1)
    assert is_still_the_same_page(directory)


def test_the_order_and_the_other_language_go_along(page: Page) -> None:
    directory = Directory(page).open()
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Bij welke postcode, straat of wijk?").fill("3014")
    page.get_by_label("Bij welke postcode, straat of wijk?").press("Enter")
    expect(directory.chips).to_have_count(1)
    expect(page.locator("#sorteer option:checked")).to_have_text("afstand")
    expect(page.locator("#languages a")).to_have_attribute("href", "/en/?bij=3014")
