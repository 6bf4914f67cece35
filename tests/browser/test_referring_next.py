"""The next client finds nothing of the one before, whatever the browser kept."""

from playwright.sync_api import Page, Request, expect

from tests.browser.referring import Referring

KEPT_BY_THE_BROWSER = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def test_a_page_that_the_browser_kept_is_made_anew_wherever_on_it_somebody_was(page: Page) -> None:
    referring = Referring(page).open("#bij").fill_in().ask()
    page.evaluate("sessionStorage.clear()")
    with page.expect_request(_is_page):
        page.evaluate(KEPT_BY_THE_BROWSER)
    expect(referring.address).to_have_value("")
    expect(referring.title).to_have_count(0)


def _is_page(request: Request) -> bool:
    return request.is_navigation_request()
