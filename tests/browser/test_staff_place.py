"""Staff keep a place true, from the list to what visitors see."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

LIST = "/beheer/places/place/"
NAME = "Buurthuis De Malle Molen"
PAGE = "/plekken/buurthuis-de-malle-molen/"


@pytest.fixture
def form(staff: Page) -> Page:
    """The form of a place, found in the list as one does."""
    staff.goto(LIST)
    staff.fill("#searchbar", NAME)
    staff.keyboard.press("Enter")
    staff.get_by_role("link", name=NAME).click()
    expect(staff.locator(".pin")).to_be_visible()
    return staff


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("input[name=_continue]").last.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def point(page: Page) -> list[float]:
    """Longitude and latitude as they would be sent."""
    found: list[float] = json.loads(page.input_value("#id_location"))["coordinates"]
    return found


def drag(page: Page, across: int, down: int) -> None:
    pin = page.locator(".pin")
    pin.scroll_into_view_if_needed()
    box = pin.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across, y + down, steps=8)
    page.mouse.up()


def test_a_pin_is_dragged_to_where_the_door_is(form: Page) -> None:
    before = point(form)
    drag(form, 40, 0)
    moved = point(form)
    assert moved[0] > before[0]
    save(form)
    assert point(form) == pytest.approx(moved, abs=1e-5)


def test_a_pin_moves_by_the_arrow_keys(form: Page) -> None:
    before = point(form)
    form.locator(".pin").focus()
    form.keyboard.press("ArrowUp")
    assert point(form)[1] > before[1]


def test_a_pin_that_is_taken_away_leaves_a_form_that_can_be_saved(form: Page) -> None:
    form.get_by_role("button", name="Haal de punt weg").click()
    assert form.input_value("#id_location") == ""
    assert form.input_value("#id_location_precision") == "wijk"
    form.locator(".leaflet-container").click(position={"x": 60, "y": 90})
    assert form.input_value("#id_location_precision") == "adres"


def test_a_chosen_address_fills_in_everything(form: Page) -> None:
    fields = {"street": "Gaffelstraat", "house_number": "63A", "postcode": "3014 RC"}
    where = {"city": "Rotterdam", "area": None, "lat": 51.9169, "lon": 4.4656}

    def answer(route: Route) -> None:
        found = {"suggestions": [{"id": "adr-1", "label": "Gaffelstraat 63A, Rotterdam"}]}
        route.fulfill(json=fields | where if "id=" in route.request.url else found)

    form.route("**/beheer/adres/**", answer)
    form.get_by_label("Zoek een adres").fill("gaffelstraat 63")
    form.get_by_role("button", name="Gaffelstraat 63A, Rotterdam").click()
    expect(form.locator("#id_postcode")).to_have_value("3014 RC")
    expect(form.locator("#id_street")).to_have_value("Gaffelstraat")
    assert point(form) == [4.4656, 51.9169]


def test_when_the_address_search_is_away_staff_read_what_to_do(form: Page) -> None:
    """The site of the tests has no Locatieserver."""
    form.get_by_label("Zoek een adres").fill("gaffelstraat")
    words = "De adressenzoeker is nu niet bereikbaar. Vul het adres zelf in."
    expect(form.get_by_role("status").filter(has_text=words)).to_be_visible()


def test_without_a_script_saving_loses_nothing(
    new_context: Callable[..., BrowserContext], form: Page
) -> None:
    cookies = form.context.storage_state()
    plain = new_context(storage_state=cookies, java_script_enabled=False).new_page()
    plain.goto(form.url)
    plain.fill("#id_phone", "010 7654321")
    save(plain)
    expect(plain.locator("#id_phone")).to_have_value("010 7654321")
    form.reload()
    expect(form.locator(".pin")).to_be_visible()


def test_a_place_is_made_true_and_published(form: Page, page: Page) -> None:
    """Found, taken back, its pin, Tuesday and Christmas set, seen beforehand, and published."""
    form.get_by_label("Status").select_option("concept")
    drag(form, 12, 0)
    open_on_tuesday(form)
    close_at_christmas(form)
    save(form)
    assert gone(page)
    form.get_by_role("link", name="Voorbeeld").click()
    expect(form.get_by_text("Voorbeeld, nog niet gepubliceerd.")).to_be_visible()
    form.get_by_role("link", name="Terug naar het formulier").click()
    form.get_by_label("Status").select_option("gepubliceerd")
    save(form)
    page.goto(PAGE)
    expect(page.locator("main")).to_contain_text("10:15-11:45")
    expect(page.locator("main")).to_contain_text("kerstvakantie")


def open_on_tuesday(form: Page) -> None:
    form.get_by_role("button", name="Tijd erbij op dinsdag").click()
    tuesday = form.locator('[data-day="1"]')
    tuesday.get_by_label("Van", exact=True).fill("10:15")
    tuesday.get_by_label("Tot", exact=True).fill("11:45")


def close_at_christmas(form: Page) -> None:
    form.fill("#id_special_days-0-first_day", "2026-12-21")
    form.fill("#id_special_days-0-last_day", "2026-12-27")
    form.fill("#id_special_days-0-reason", "kerstvakantie")


def gone(page: Page) -> bool:
    answer = page.request.get(PAGE)
    return answer.status == 404
