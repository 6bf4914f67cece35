"""The minute at the kitchen table: ask, read the answer, choose, and on to the sheet."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.referring import HOME, Referring

FIRST, SECOND = "Bij de Provenier", "Klooster Oude Noorden"

UNDER_THE_BAR = """() => {
    const bar = document.querySelector(".referral-bar").getBoundingClientRect();
    const one = document.activeElement;
    if (one.closest(".referral-bar")) return false;
    const { top, bottom } = one.getBoundingClientRect();
    return top >= bar.top && bottom <= bar.bottom;
}"""

TOO_SMALL = """(main) => [...main.querySelectorAll("a, button, label.pill, select, summary")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])
    .filter(([, height]) => height > 0 && height < 44)"""


@pytest.fixture
def referring(page: Page) -> Referring:
    return Referring(page).open()


def test_from_a_question_to_the_sheet(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST, SECOND)
    expect(referring.chosen).to_have_text("2 plekken gekozen")
    sheet = referring.make_sheet()
    expect(sheet.locator("main")).to_contain_text(FIRST)
    expect(sheet.locator("main")).to_contain_text(SECOND)


def test_the_nearest_place_comes_first_and_says_why(referring: Referring) -> None:
    referring.fill_in().ask()
    place = referring.places.first
    expect(place).to_contain_text(FIRST)
    expect(place).to_contain_text("ongeveer 10 m, 1 minuut lopen")
    expect(place.locator(".reasons")).to_contain_text("dinsdagmiddag")


def test_the_address_of_the_page_never_says_what_was_asked(referring: Referring) -> None:
    asked: list[str] = []
    referring.page.on("request", lambda request: asked.append(request.url))
    referring.fill_in().ask().choose(FIRST)
    assert referring.page.url.endswith("/verwijzen/")
    referring.make_sheet()
    assert asked
    assert [url for url in asked if "?" in url or "Proveniersstraat" in url] == []


def test_the_next_client_of_a_team_begins_where_the_team_begins(referring: Referring) -> None:
    referring.page.get_by_label("Of begin bij een gebied of wijk").select_option("delfshaven")
    referring.ask()
    referring.page.get_by_role("link", name="Volgende cliënt").click()
    expect(referring.page).to_have_url(re.compile(r"/verwijzen/\?vanuit=delfshaven$"))


def test_the_answer_gets_the_focus(referring: Referring) -> None:
    referring.fill_in().ask()
    expect(referring.title).to_be_focused()


def test_what_was_wrong_gets_the_focus_and_the_rest_holds(referring: Referring) -> None:
    referring.fill_in("Timboektoe").ask()
    expect(referring.page.locator("#fouten")).to_be_focused()
    expect(referring.page.locator("#fout-bij")).to_contain_text("We kennen “Timboektoe” niet")
    expect(referring.address).to_have_value("Timboektoe")
    expect(referring.page.get_by_label("dinsdag")).to_be_checked()


def test_more_places_follow_those_that_were_there(referring: Referring) -> None:
    referring.ask()
    expect(referring.places).to_have_count(8)
    referring.page.get_by_role("button", name="Toon er meer").click()
    expect(referring.places).to_have_count(50)
    expect(referring.places.nth(8).get_by_role("link").first).to_be_focused()


def test_what_was_chosen_goes_along_to_another_answer(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST, SECOND)
    referring.address.fill("Dempostraat 143")
    referring.page.locator("#minuten").select_option("5")
    referring.ask()
    expect(referring.page.get_by_role("group", name="Al gekozen")).to_contain_text(FIRST)
    expect(referring.chosen).to_have_text("2 plekken gekozen")


def test_more_than_five_are_too_many(referring: Referring) -> None:
    referring.ask().choose(*referring.names()[:6])
    expect(referring.chosen).to_contain_text("6 gekozen. Op het blad passen er 5")


def test_coming_back_from_a_place_finds_everything_again(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST, SECOND)
    before = referring.names()
    referring.place(SECOND).get_by_role("link").first.click()
    expect(referring.page.locator("h1")).to_have_text(SECOND)
    referring.page.go_back()
    expect(referring.title).to_be_visible()
    expect(referring.address).to_have_value(HOME)
    expect(referring.chosen).to_have_text("2 plekken gekozen")
    assert referring.names() == before


def test_coming_back_from_the_sheet_finds_everything_again(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST, SECOND).make_sheet().go_back()
    expect(referring.title).to_be_visible()
    expect(referring.boxes).to_have_count(2)
    expect(referring.address).to_have_value(HOME)


def test_a_reload_asks_nobody_to_send_it_again(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST)
    referring.page.reload()
    expect(referring.title).to_be_visible()
    expect(referring.boxes).to_have_count(1)


def test_the_next_client_finds_nothing_of_the_one_before(referring: Referring) -> None:
    page = referring.page
    referring.fill_in().ask().choose(FIRST)
    page.get_by_role("link", name="Volgende cliënt").click()
    expect(referring.title).to_have_count(0)
    expect(referring.address).to_have_value("")
    expect(page.get_by_label("dinsdag")).not_to_be_checked()
    page.goto("/over/")
    page.go_back()
    expect(referring.address).to_have_value("")
    assert "Provenier" not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_another_bookmark_is_another_beginning(referring: Referring) -> None:
    referring.fill_in().ask()
    referring.open("?vanuit=delfshaven")
    expect(referring.address).to_have_value("")
    expect(referring.page.locator("#uitleg-vanuit")).to_contain_text("Startpunt: Delfshaven.")


def test_nothing_stays_when_the_tab_is_closed(referring: Referring) -> None:
    referring.fill_in().ask().choose(FIRST)
    page = referring.page
    assert page.evaluate("localStorage.length") == 0
    assert page.context.cookies() == []
    another = page.context.new_page()
    expect(Referring(another).open().address).to_have_value("")


def test_an_address_in_the_address_goes_out_of_sight(referring: Referring) -> None:
    referring.open("?bij=Proveniersstraat&hoe=fiets")
    expect(referring.page.locator("#left-out")).to_be_visible()
    expect(referring.address).to_have_value("")
    assert referring.page.url.endswith("/verwijzen/?hoe=fiets")


def test_it_works_where_the_browser_keeps_nothing(referring: Referring) -> None:
    closed = "{ get() { throw new DOMException('closed', 'SecurityError'); } }"
    referring.page.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {closed})")
    referring.open().fill_in().ask().choose(FIRST)
    expect(referring.chosen).to_have_text("1 plek gekozen")
    expect(referring.make_sheet().locator("main")).to_contain_text(FIRST)


def test_no_answer_is_said_and_loses_nothing(referring: Referring) -> None:
    page = referring.page
    page.route("**/verwijzen/", lambda route: route.fulfill(status=429))
    referring.fill_in()
    page.get_by_role("button", name="Zoek plekken").click()
    expect(page.locator("#referral-message")).to_contain_text("Er kwam geen antwoord")
    expect(referring.address).to_have_value(HOME)


@pytest.mark.browser_context_args(
    geolocation={"latitude": 51.91823, "longitude": 4.47161}, permissions=["geolocation"]
)
def test_the_location_is_asked_when_pressed_and_fills_in_where(referring: Referring) -> None:
    referring.page.get_by_role("button", name="Hier").click()
    expect(referring.address).to_have_value("51.9182,4.4716")
    referring.ask()
    expect(referring.places.first).to_contain_text("Pauluskerk")


def test_nothing_but_keys(referring: Referring) -> None:
    page = referring.page
    referring.address.focus()
    page.keyboard.type("3033")
    page.keyboard.press("Enter")
    expect(referring.title).to_be_focused()
    for _key in range(8):
        page.keyboard.press("Tab")
        assert not page.evaluate(UNDER_THE_BAR)
    referring.places.first.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    expect(referring.chosen).to_have_text("1 plek gekozen")
    page.get_by_role("button", name="Maak het blad").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/verwijzen/kaart/")


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_the_answer_is_accessible(page: Page, language: str) -> None:
    page.goto(f"{language}verwijzen/")
    page.locator("#bij").fill(HOME)
    page.locator("#filter-kenmerk summary").click()
    page.locator("#kenmerk-gelijkvloers").check()
    page.locator("button[name=zoek]").click()
    page.locator(".referral-choose").first.click()
    assert_accessible(page)


def test_a_form_with_mistakes_is_accessible(referring: Referring) -> None:
    referring.open("?hoe=vliegend&minuten=veel&dag=feestdag&taal=klingon&vanuit=atlantis")
    referring.address.fill("Timboektoe")
    referring.ask()
    assert_accessible(referring.page)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_sticks_out(referring: Referring, width: int) -> None:
    referring.page.set_viewport_size({"width": width, "height": 700})
    referring.fill_in().ask().choose(*referring.names()[:2])
    assert referring.page.evaluate("document.documentElement.scrollWidth") == width


def test_everything_to_press_has_room_for_a_finger(referring: Referring) -> None:
    referring.page.set_viewport_size({"width": 320, "height": 700})
    referring.fill_in().ask()
    small = referring.page.locator("main").evaluate(TOO_SMALL)
    assert small == []


class TestWithoutJavaScript:
    """The same, as far as the sheet."""

    @pytest.fixture
    def plain(self, new_context: type[BrowserContext]) -> Referring:
        return Referring(new_context(java_script_enabled=False).new_page()).open()

    def test_from_a_question_to_the_sheet(self, plain: Referring) -> None:
        plain.fill_in().ask().choose(FIRST, SECOND)
        sheet = plain.make_sheet()
        expect(sheet.locator("main")).to_contain_text(FIRST)
        expect(sheet.locator("main")).to_contain_text(SECOND)

    def test_the_form_and_what_was_chosen_come_back_with_the_answer(self, plain: Referring) -> None:
        plain.fill_in().ask().choose(FIRST)
        plain.ask()
        expect(plain.address).to_have_value(HOME)
        expect(plain.boxes).to_have_count(1)

    def test_one_can_begin_with_the_next_client(self, plain: Referring) -> None:
        plain.fill_in().ask()
        plain.page.get_by_role("link", name="Volgende cliënt").click()
        expect(plain.address).to_have_value("")
