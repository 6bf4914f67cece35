"""On a closed network no tiles come, and the map shows a ground of its own at once."""

import base64

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory
from tests.browser.walls import Walls

ONE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def test_without_tiles_the_water_is_drawn(page: Page) -> None:
    Directory(page).open().await_map()
    water = page.locator("#map path.ground-water").first
    expect(water).to_be_visible()
    assert (water.bounding_box() or {})["width"] > 300


def test_without_tiles_the_districts_have_their_names(page: Page) -> None:
    Directory(page).open().await_map()
    names = page.locator("#map .ground-label-gebied:visible")
    expect(names.filter(has_text="Delfshaven")).to_be_visible()
    assert names.count() > 10


def test_closer_by_the_wijken_have_their_names(page: Page) -> None:
    Directory(page).open("?q=pauluskerk").await_map()
    expect(page.locator("#map .ground-label-wijk:visible").first).to_be_visible()
    expect(page.locator("#map .ground-label-gebied:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_is_paper_and_not_grey(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    Directory(page).open().await_map()
    ground, paper = page.evaluate(
        """() => {
            const probe = document.body.appendChild(document.createElement("i"));
            probe.style.background = "var(--ground)";
            const colour = (element) => getComputedStyle(element).backgroundColor;
            return [colour(document.querySelector("#map")), colour(probe)];
        }"""
    )
    assert ground == paper
    expect(page.locator("#map .leaflet-tile")).to_have_count(0)


def test_one_look_for_a_tile_is_all_that_leaves(page: Page, walls: Walls) -> None:
    Directory(page).open().await_map()
    page.get_by_role("button", name="Inzoomen", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert len(walls.outside) == 1
    walls.check()


def test_places_do_not_wait_for_a_tile_that_never_answers(page: Page) -> None:
    page.route("https://service.pdok.nl/**", lambda route: None)
    Directory(page).open().await_map()


def test_tiles_that_do_come_are_laid_over_the_ground(page: Page) -> None:
    tile = {"content_type": "image/png", "body": ONE_PIXEL}
    page.route("https://service.pdok.nl/**", lambda route: route.fulfill(**tile))
    Directory(page).open().await_map()
    expect(page.locator("#map .leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator("#map")).to_contain_text("Kadaster")
    expect(page.locator("#map .ground-label:visible")).to_have_count(0)


def test_a_place_has_a_small_map_with_its_house(page: Page) -> None:
    page.goto("/plekken/bij-de-provenier/")
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.locator("#map .map-house")).to_be_visible()
    expect(page.locator("#map .map-roughly")).to_have_count(0)


def test_a_rough_spot_is_a_circle_and_not_a_house(page: Page) -> None:
    page.goto("/plekken/aktiegroep-oude-westen/")
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.locator("#map .map-roughly")).to_be_visible()
    expect(page.locator("#map .map-house")).to_have_count(0)


def test_a_place_without_a_spot_has_no_map_and_says_why(page: Page) -> None:
    page.goto("/plekken/leeszaal-rotterdam-west/")
    expect(page.locator("#map")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("staat het niet op de kaart")
