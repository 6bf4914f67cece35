"""axe-core finds nothing in what we wrote of `/beheer/`, by day and by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import assert_accessible
from tests.browser.beheer_pages import STAFF
from tests.browser.conftest import PATIENCE
from tests.browser.site import Site
from tests.browser.staff import Staff
from tests.browser.walls import Walls


@pytest.fixture(scope="module")
def window(browser: Browser, running: Site, colleagues: Staff) -> Iterator[tuple[Page, Walls]]:
    """The window of an administrator, who sees all there is."""
    walls = Walls(running.address)
    context = browser.new_context(
        base_url=running.address, storage_state=colleagues.cookies_of("beheerder")
    )
    context.set_default_timeout(PATIENCE)
    walls.around(context)
    yield context.new_page(), walls
    context.close()


@pytest.fixture
def desk(window: tuple[Page, Walls]) -> Iterator[Page]:
    """That window; each page by itself must leave the console quiet."""
    page, walls = window
    yield page
    walls.check()


@pytest.mark.parametrize("address", STAFF.values(), ids=STAFF)
def test_a_staff_page_is_accessible(desk: Page, running: Site, address: str) -> None:
    answer = desk.goto(address.format_map(running.keys))
    assert answer is not None
    assert answer.status == 200
    # Django's style sheets import one another; axe would fetch them by a wrong address, and loudly.
    assert_accessible(desk, preload=False)
