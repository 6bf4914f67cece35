"""axe-core on a page, put there once however often it is asked."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Frame, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}

_ASK = "([part, options]) => axe.run(part || document, options)"


def assert_accessible(page: Page, **options: Any) -> None:
    """By day against every rule, by night against those that colours can break."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert_keeps_to(page, EVERYTHING | options, "by day")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert_keeps_to(page, COLOURS | options, "by night")
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")


def assert_keeps_to(
    page: Page | Frame, options: dict[str, Any], when: str = "", part: str = ""
) -> None:
    """axe finds nothing on the page, or in what this selects of it, with these options."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found = AxeResults(page.evaluate(_ASK, [part, options]))
    assert not found.violations_count, f"{when} {found.generate_report()}"
