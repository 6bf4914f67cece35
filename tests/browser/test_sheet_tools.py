"""The tools beside the sheet: another order, another language, back and forth, on any screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.referring import HOME, Referring
from tests.browser.test_sheet import FIVE, TWO, make, write

SHEET = "/verwijzen/kaart/"

TOOLS = """() => [...document.querySelectorAll(".sheet-tools :is(.button, summary)")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])"""

STICKING_OUT = """() => [...document.querySelectorAll(".sheet-fields")].flatMap((box) => {
    const room = box.getBoundingClientRect();
    return [...box.querySelectorAll("*:not(.visually-hidden, .visually-hidden *)")]
        .filter((one) => one.checkVisibility())
        .filter((one) => {
            const { top, bottom, left, right } = one.getBoundingClientRect();
            const above = one.tagName !== "LEGEND" && top < room.top;
            return above || bottom > room.bottom || left < room.left || right > room.right;
        })
        .map((one) => one.outerHTML.slice(0, 80));
})"""


def names(page: Page) -> list[str]:
    """The places on the sheet, in order."""
    return page.locator(".sheet-place h2 [lang]").all_inner_texts()


def moved(page: Page, button: str) -> None:
    """Press a button of the order and wait until it is said what it did."""
    page.locator("#sheet-done").evaluate("(said) => { said.textContent = ''; }")
    page.get_by_role("button", name=button).click()
    expect(page.locator("#sheet-done")).not_to_be_empty()


@pytest.fixture
def referring(page: Page) -> Referring:
    """An answer in which the first three places are chosen."""
    referring = Referring(page).open().fill_in().ask()
    return referring.choose(*referring.names()[:3])


@pytest.mark.parametrize("folded", [True, False], ids=["folded", "unfolded"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_button_has_its_room(page: Page, width: int, folded: bool) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    make(page, FIVE)
    if not folded:
        page.locator(".sheet-fold").evaluate_all("all => all.forEach((one) => one.open = true)")
    heights = page.evaluate(TOOLS)
    assert len(heights) > 20
    assert [one for one in heights if not 44 <= one[1] <= 100] == []
    assert page.evaluate(STICKING_OUT) == []


def test_on_a_telephone_the_sheet_is_a_touch_away(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    make(page, FIVE)
    page.get_by_role("link", name="Naar het blad").click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_where_scripts_run_printing_comes_first(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    make(page, TWO)
    expect(page.get_by_role("button", name="Zet op het blad")).to_be_hidden()
    page.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.printed")
    moved(page, "Omlaag Pauluskerk")
    expect(page.get_by_role("button", name="Druk af")).to_be_visible()


def test_another_order_is_said_once_and_is_no_page_of_its_own(page: Page) -> None:
    make(page, FIVE[:3])
    pages = page.evaluate("history.length")
    moved(page, "Omlaag Pauluskerk")
    expect(page.locator("#sheet-done")).to_have_text("Pauluskerk staat nu op nummer 2.")
    expect(page.get_by_role("button", name="Omlaag Pauluskerk")).to_be_focused()
    moved(page, "Haal weg Kleyburg")
    expect(page.get_by_role("group", name="2. Pauluskerk")).to_be_focused()
    assert names(page) == ["Bij de Provenier", "Pauluskerk"]
    assert page.evaluate("history.length") == pages


def test_enter_in_a_field_keeps_the_hand_there(page: Page) -> None:
    make(page, TWO)
    write(page)
    field = page.get_by_label("Naar wie kan de cliënt vragen?").first
    field.fill("Fatima")
    field.press("Enter")
    expect(page.locator("#sheet-done")).to_have_text("Het blad is bijgewerkt.")
    expect(field).to_be_focused()
    expect(page.locator("#blad").get_by_text("Vraag naar Fatima.")).to_be_visible()


def test_back_leads_to_the_answer_and_forward_to_the_sheet(referring: Referring) -> None:
    page = referring.make_sheet()
    first, second, third = names(page)
    moved(page, f"Omhoog {third}")
    moved(page, f"Haal weg {second}")
    page.go_back()
    expect(referring.title).to_be_visible()
    expect(referring.address).to_have_value(HOME)
    expect(referring.boxes).to_have_count(2)
    page.go_forward()
    expect(page.locator(".sheet-place")).to_have_count(2)
    assert names(page) == [first, third]


def test_a_reload_keeps_the_order_and_asks_nobody_to_send_it_again(referring: Referring) -> None:
    page = referring.make_sheet()
    first, second, third = names(page)
    write(page)
    page.get_by_label("Jouw regel voor de cliënt").first.fill("Bij de tuin")
    moved(page, f"Omhoog {second}")
    page.reload()
    expect(page.locator(".sheet-line", has_text="Bij de tuin")).to_be_visible()
    assert names(page) == [second, first, third]


def test_the_order_is_kept_by_who_goes_back_to_choose_again(referring: Referring) -> None:
    page = referring.make_sheet()
    first, second, third = names(page)
    moved(page, f"Omhoog {third}")
    moved(page, f"Omhoog {third}")
    page.get_by_role("button", name="Terug naar de plekken").click()
    expect(referring.boxes).to_have_count(3)
    newest = referring.names()[3]
    referring.place(first).get_by_role("checkbox").uncheck()
    referring.choose(newest).make_sheet()
    assert names(page) == [third, second, newest]


def test_a_place_opened_from_the_answer_after_the_sheet_leads_back(referring: Referring) -> None:
    page = referring.make_sheet()
    page.get_by_role("button", name="Terug naar de plekken").click()
    expect(referring.boxes).to_have_count(3)
    referring.places.first.get_by_role("link").first.click()
    expect(page.locator("#antwoord-titel")).to_have_count(0)
    page.go_back()
    expect(referring.boxes).to_have_count(3)


def test_the_other_language_takes_the_place_of_the_page(referring: Referring) -> None:
    page = referring.make_sheet()
    pages, before = page.evaluate("history.length"), names(page)
    page.get_by_role("button", name="English").click()
    page.wait_for_url("**/en/verwijzen/kaart/")
    expect(page.locator(".sheet-place")).to_have_count(3)
    assert names(page) == before
    assert page.evaluate("history.length") == pages
    page.go_back()
    expect(referring.boxes).to_have_count(3)


def test_no_answer_is_said_and_loses_nothing(page: Page) -> None:
    make(page, TWO)
    page.route(f"**{SHEET}", lambda route: route.fulfill(status=429))
    button = page.get_by_role("button", name="Omlaag Pauluskerk")
    button.click()
    expect(page.locator("#sheet-message")).to_contain_text("Er kwam geen antwoord")
    expect(button).to_be_focused()
    assert names(page) == ["Pauluskerk", "Bij de Provenier"]


def test_a_line_that_is_too_long_is_said_while_it_is_typed(page: Page) -> None:
    make(page, TWO)
    write(page)
    field = page.get_by_label("Jouw regel voor de cliënt").first
    field.fill("x" * 201)
    expect(page.locator("#fout-regel-pauluskerk")).to_contain_text("Dit zijn 201 tekens")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("x" * 200)
    expect(page.locator("#fout-regel-pauluskerk")).to_be_empty()


def test_the_sheet_changes_in_place_where_the_browser_keeps_nothing(page: Page) -> None:
    closed = "{ get() { throw new DOMException('closed', 'SecurityError'); } }"
    page.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {closed})")
    make(page, TWO)
    moved(page, "Omlaag Pauluskerk")
    assert names(page) == ["Bij de Provenier", "Pauluskerk"]
    page.get_by_role("button", name="English").click()
    page.wait_for_url("**/en/verwijzen/kaart/")
    assert names(page) == ["Bij de Provenier", "Pauluskerk"]
