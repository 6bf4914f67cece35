"""Without any script the plain form does everything but the map."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


def search(directory: Directory) -> Directory:
    directory.page.get_by_role("button", name="Zoek", exact=True).click()
    directory.page.wait_for_load_state("load")
    return directory


def test_words_find_places(page: Page) -> None:
    directory = Directory(page).open()
    directory.search.fill("samen eten in Noord")
    search(directory)
    expect(directory.names).to_have_text(["Bij de Provenier"])
    expect(directory.totals).to_have_text("1 plek, 1 op de kaart")


@pytest.mark.parametrize("parameter", ["aanbod", "soort", "gebied", "wijk", "waarde", "netwerk"])
def test_every_kind_of_choice_narrows_the_list(page: Page, parameter: str) -> None:
    directory = Directory(page).open()
    option = directory.group(parameter).locator("label").first
    promised = directory.count(option)
    option.click()
    search(directory)
    assert directory.numbers()[0] == promised
    expect(directory.chips).to_have_count(1)


def test_all_wishes_go_along_at_once(page: Page) -> None:
    directory = Directory(page).open()
    directory.search.fill("eten")
    page.get_by_text("Op dag en tijd").click()
    page.get_by_label("Welke plekken zijn dan zeker open?").fill("2026-11-24T17:30")
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Bij welke postcode, straat of wijk?").fill("3014")
    page.get_by_label("Hoe ver?").select_option("3000")
    directory.option("gebied", "noord").click()
    search(directory)
    expect(directory.chips).to_have_count(5)
    expect(directory.names).to_have_text(["Bij de Provenier"])


def test_open_now_can_be_ticked(page: Page) -> None:
    directory = Directory(page).open()
    directory.open_now.check()
    search(directory)
    expect(directory.chips).to_contain_text(["nu open"])
    expect(directory.open_now).to_be_checked()


def test_the_order_can_be_chosen(page: Page) -> None:
    directory = Directory(page).open("?bij=3014")
    nearest = directory.names.all_inner_texts()
    page.get_by_label("Volgorde").select_option(label="naam")
    search(directory)
    assert directory.names.all_inner_texts() != nearest
    assert "sorteer=naam" in page.url


def test_chips_and_pages_are_plain_links(page: Page) -> None:
    directory = Directory(page).open("?soort=wijktuin")
    directory.chips.click()
    assert len(directory.every_name()) == 58


def test_nothing_that_needs_a_script_is_shown(page: Page) -> None:
    Directory(page).open()
    for selector in ("#map", "#view-switch", "#nearby", "#map-search"):
        expect(page.locator(selector)).to_be_hidden()
    page.goto("/plekken/bij-de-provenier/")
    expect(page.locator("#map")).to_be_hidden()


def test_the_menu_of_a_phone_opens(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Waarden").click()
    page.wait_for_url("**/waarden/")


def test_a_wrong_value_is_told_beside_its_field(page: Page) -> None:
    directory = Directory(page).open()
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Bij welke postcode, straat of wijk?").fill("9999ZZ")
    search(directory)
    expect(page.locator("#fout-bij")).to_be_visible()
    expect(page.get_by_label("Bij welke postcode, straat of wijk?")).to_have_value("9999ZZ")
