"""What holds for every page: it is accessible, fits the smallest phone, and leaves no trace."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response

from tests.browser.accessibility import assert_accessible, assert_keeps_to
from tests.browser.conftest import WIDE
from tests.browser.pages import EVERY, FORMS
from tests.browser.walls import Walls

WIDER_THAN_THE_SCREEN = """[...document.querySelectorAll("body *")]
    .filter(one => one.checkVisibility() && !one.closest(".street, .leaflet-pane"))
    .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
    .map(one => one.outerHTML.slice(0, 120))"""

CONTROLS = (
    "button, .button, summary, select, textarea, "
    "input:not([type=hidden]):not([type=checkbox]):not([type=radio]), "
    ".chip, .option, .way-toggle, .menu a, .wordmark, .languages a, .site-footer li a"
)
LOWER_THAN_A_THUMB = f"""[...document.querySelectorAll("{CONTROLS}")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
    .map(one => one.outerHTML.slice(0, 120))"""

DUTCH = re.compile(r"\b(de|het|een|en|niet|voor|van|naar|plek|plekken|wijken)\b", re.IGNORECASE)
NAMES = re.compile("Huis van de Wijk|Bij de Provenier|^EN$")
"""What may stand in an English sentence, or for the language itself."""

TEXTS_THAT_CLAIM_TO_BE_ENGLISH = """() => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        if (around.closest("[lang]").lang === "en" && !around.closest("script, [translate=no]"))
            texts.push(walker.currentNode.data.trim());
    }
    // A house on the map is labelled with the name of its place.
    for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]"))
        if (one.closest("[lang]").lang === "en" && !one.matches(".map-house"))
            texts.push(one.ariaLabel ?? "", one.placeholder ?? "", one.title);
    return texts;
}"""


@dataclass(frozen=True)
class Opened:
    """A page on a wide screen, and what the server said with it."""

    page: Page
    answer: Response
    walls: Walls

    def on_a_phone(self) -> Page:
        """The same page, quiet, on the smallest phone."""
        self.page.set_viewport_size({"width": 320, "height": 640})
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture(scope="module", params=EVERY.values(), ids=EVERY)
def opened(kept_window: tuple[Page, Walls], request: pytest.FixtureRequest) -> Opened:
    """Every page once; the tests below all look at it before the next one is opened."""
    page, walls = kept_window
    page.set_viewport_size(WIDE)
    page.context.clear_cookies()
    answer = page.goto(request.param)
    assert answer is not None
    return Opened(page, answer, walls)


def test_a_page_is_accessible_by_day_and_by_night(opened: Opened) -> None:
    opened.page.set_viewport_size(WIDE)
    assert_accessible(opened.page)


def test_what_is_said_in_english_uses_no_dutch_words(opened: Opened) -> None:
    texts = opened.page.evaluate(TEXTS_THAT_CLAIM_TO_BE_ENGLISH)
    assert [text for text in texts if DUTCH.search(NAMES.sub("", text))] == []


def test_a_page_fits_a_screen_of_320_pixels(opened: Opened) -> None:
    page = opened.on_a_phone()
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_a_thumb_can_use_every_control(opened: Opened) -> None:
    assert opened.on_a_phone().evaluate(LOWER_THAN_A_THUMB) == []


def test_no_two_things_to_press_are_too_close(opened: Opened) -> None:
    rule = {"runOnly": {"type": "rule", "values": ["target-size"]}}
    assert_keeps_to(opened.on_a_phone(), rule)


def test_a_page_sets_no_cookie_and_keeps_nothing(opened: Opened) -> None:
    page = opened.on_a_phone()
    has_form = urlsplit(page.url).path.removeprefix("/en") in FORMS.values()
    names = [cookie.get("name") for cookie in page.context.cookies()]
    assert names == (["csrftoken"] if has_form else [])
    assert page.evaluate("localStorage.length") == 0


def test_a_page_has_a_strict_policy_and_keeps_to_it(opened: Opened) -> None:
    policy = opened.answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    opened.on_a_phone()
    opened.walls.check()


def test_a_page_has_a_title_a_heading_and_a_language(opened: Opened) -> None:
    english = "/en/" in opened.page.url
    assert opened.page.locator("html").get_attribute("lang") == ("en" if english else "nl")
    assert opened.page.locator("h1").count() == 1
    assert "Huiskamers" in opened.page.title()
