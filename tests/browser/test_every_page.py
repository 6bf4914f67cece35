"""What holds for every page: it fits the smallest phone, and leaves no trace."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

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


@dataclass(frozen=True)
class Opened:
    """A page on the smallest phone, and what the server said with it."""

    page: Page
    answer: Response
    walls: Walls


@pytest.fixture(scope="module", params=EVERY.values(), ids=EVERY)
def opened(kept_window: tuple[Page, Walls], request: pytest.FixtureRequest) -> Opened:
    """Every page once; the tests below all look at it before the next one is opened."""
    page, walls = kept_window
    page.set_viewport_size({"width": 320, "height": 640})
    page.context.clear_cookies()
    answer = page.goto(request.param, wait_until="networkidle")
    assert answer is not None
    return Opened(page, answer, walls)


def test_a_page_fits_a_screen_of_320_pixels(opened: Opened) -> None:
    assert opened.page.evaluate(WIDER_THAN_THE_SCREEN) == []
    assert opened.page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_a_thumb_can_use_every_control(opened: Opened) -> None:
    assert opened.page.evaluate(LOWER_THAN_A_THUMB) == []


def test_no_two_things_to_press_are_too_close(opened: Opened) -> None:
    rule = {"runOnly": {"type": "rule", "values": ["target-size"]}}
    found = Axe().run(opened.page, options=rule)
    assert not found.violations_count, found.generate_report()


def test_a_page_sets_no_cookie_and_keeps_nothing(opened: Opened) -> None:
    has_form = urlsplit(opened.page.url).path.removeprefix("/en") in FORMS.values()
    names = [cookie.get("name") for cookie in opened.page.context.cookies()]
    assert names == (["csrftoken"] if has_form else [])
    assert opened.page.evaluate("localStorage.length") == 0


def test_a_page_has_a_strict_policy_and_keeps_to_it(opened: Opened) -> None:
    policy = opened.answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    opened.walls.check()


def test_a_page_has_a_title_a_heading_and_a_language(opened: Opened) -> None:
    english = "/en/" in opened.page.url
    assert opened.page.locator("html").get_attribute("lang") == ("en" if english else "nl")
    assert opened.page.locator("h1").count() == 1
    assert "Huiskamers" in opened.page.title()
