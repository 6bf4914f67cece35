"""“Bij mij in de buurt”: from the browser's own location when asked, or from a name or postcode."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory

AT_THE_PAULUSKERK = {"latitude": 51.91823, "longitude": 4.47161}

pytestmark = pytest.mark.browser_context_args(
    geolocation=AT_THE_PAULUSKERK, permissions=["geolocation"]
)


def test_the_location_of_the_browser_puts_the_nearest_place_first(page: Page) -> None:
    directory = Directory(page).open()
    page.get_by_role("button", name="Bij mij in de buurt").click()
    expect(directory.names.first).to_have_text("Pauluskerk")
    expect(directory.results.locator(".place-card-distance").first).to_contain_text("lopen")
    expect(directory.totals).to_have_text("58 plekken, 40 op de kaart")


def test_the_location_is_sent_to_about_ten_metres(page: Page) -> None:
    Directory(page).open()
    page.get_by_role("button", name="Bij mij in de buurt").click()
    expect(page).to_have_url(re.compile(r"bij=51\.9182(,|%2C)4\.4716(&|$)"))


def test_the_map_shows_where_one_looks_from(page: Page) -> None:
    Directory(page).open()
    page.get_by_role("button", name="Bij mij in de buurt").click()
    expect(page.locator("#map .map-here")).to_be_visible()


def test_distances_grow_down_the_list_and_unknown_ones_come_last(page: Page) -> None:
    directory = Directory(page).open("?bij=51.9182,4.4716&pagina=2")
    texts = directory.results.locator(".place-card-distance").all_inner_texts()
    known = [text for text in texts if text != "afstand onbekend"]
    assert known
    assert texts == known + ["afstand onbekend"] * (25 - len(known))
    metres = [float(n.replace(",", ".")) * (1000 if u == "km" else 1) for n, u in _parts(known)]
    assert metres == sorted(metres)


def _parts(texts: list[str]) -> list[tuple[str, str]]:
    return [re.match(r"([\d,]+) (k?m)", text).groups() for text in texts]


def test_the_location_is_asked_only_after_the_button_is_pressed(page: Page) -> None:
    asked = "navigator.geolocation.getCurrentPosition = () => (window.wasAsked = true)"
    page.add_init_script(asked)
    Directory(page).open()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.wasAsked") is None
    page.get_by_role("button", name="Bij mij in de buurt").click()
    assert page.evaluate("window.wasAsked") is True


def test_a_refusal_says_what_else_one_can_do(page: Page) -> None:
    page.context.clear_permissions()
    directory = Directory(page).open()
    page.get_by_role("button", name="Bij mij in de buurt").click()
    expect(page.locator("#search-message")).to_contain_text("Vul bij Dichtbij een postcode")
    expect(directory.totals).to_have_text("58 plekken, 40 op de kaart")


@pytest.mark.parametrize("where", ["3014", "Mauritsweg", "Oude Westen", "centrum"])
def test_a_postcode_a_street_or_a_wijk_will_do(page: Page, where: str) -> None:
    directory = Directory(page).open()
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Bij welke postcode, straat of wijk?").fill(where)
    page.get_by_label("Bij welke postcode, straat of wijk?").press("Enter")
    expect(directory.results.locator(".place-card-distance").first).to_contain_text("lopen")
    expect(directory.chips).to_contain_text(["in de buurt van"])


def test_a_radius_leaves_only_what_lies_within_it(page: Page) -> None:
    directory = Directory(page).open("?bij=51.9182,4.4716")
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Hoe ver?").select_option("800")
    expect(directory.chips).to_have_count(2)
    places, located = directory.numbers()
    assert 0 < places < 40
    assert places == located
    expect(page.locator("#map .map-house, #map .map-cluster").first).to_be_visible()


def test_a_radius_without_a_place_says_what_is_missing(page: Page) -> None:
    directory = Directory(page).open()
    page.get_by_text("Dichtbij", exact=True).click()
    page.get_by_label("Hoe ver?").select_option("800")
    expect(page.locator("#fout-straal")).to_contain_text("Vul eerst bij Dichtbij")
    expect(directory.totals).to_have_text("58 plekken, 40 op de kaart")


def test_where_one_is_stays_no_longer_than_the_tab(page: Page) -> None:
    Directory(page).open()
    page.get_by_role("button", name="Bij mij in de buurt").click()
    expect(page).to_have_url(re.compile("bij="))
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
