"""A browser, a real site, and walls around both."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.site import Site, running_site
from tests.browser.staff import Staff
from tests.browser.walls import ONLY_THIS_MACHINE, Walls

WIDE: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 10_000
"""Milliseconds for what takes a tenth of that on a machine with nothing else to do."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def running(worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, and where it keeps what it sends and receives."""
    # Playwright keeps an event loop in this thread; Django then refuses its ORM to every later
    # test of this worker, though none of them shares a connection with that loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with running_site(worker_id, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def site(running: Site) -> str:
    """The address of the site."""
    return running.address


@pytest.fixture
def mail_folder(running: Site) -> Path:
    """Where the site puts its mails; empty when a test begins."""
    running.mail.mkdir(exist_ok=True)
    for letter in running.mail.iterdir():
        letter.unlink()
    return running.mail


@pytest.fixture(scope="session")
def base_url(site: str) -> str:
    """Tests name pages as the site does: ``/wijken/``."""
    return site


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of the system, which asks nobody for anything."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    arguments = [ONLY_THIS_MACHINE, *quiet, *as_root]
    return browser_type_launch_args | {"executable_path": program, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A wide screen in the Netherlands."""
    return browser_context_args | {
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "viewport": WIDE,
    }


@pytest.fixture
def walls(site: str) -> Iterator[Walls]:
    """Fails the test, whatever it was about, when a request got out or the console complained."""
    walls = Walls(site)
    yield walls
    walls.check()


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], walls: Walls
) -> Callable[..., BrowserContext]:
    """Every visitor comes with a clean browser and has the walls around it."""

    def open_one(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        walls.around(context)
        return context

    return open_one


@pytest.fixture(scope="module")
def kept_window(
    browser: Browser, browser_context_args: dict[str, Any], site: str
) -> Iterator[tuple[Page, Walls]]:
    """For tests that only read pages: one window, which keeps the files that all pages share."""
    walls = Walls(site)
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE)
    walls.around(context)
    yield context.new_page(), walls
    context.close()


@pytest.fixture
def reader(kept_window: tuple[Page, Walls]) -> Iterator[Page]:
    """The window of somebody who reads one page after the other."""
    page, walls = kept_window
    page.set_viewport_size(WIDE)
    yield page
    walls.check()


@pytest.fixture(scope="session")
def colleagues(browser: Browser, running: Site) -> Staff:
    """Those with an account; each logs in once."""
    return Staff(browser, running)


@pytest.fixture(scope="module", autouse=True)
def _as_it_was(running: Site, colleagues: Staff) -> Iterator[None]:
    """What the tests of one file change is no concern of the next."""
    yield
    running.restore()
    colleagues.kept.clear()


@pytest.fixture
def log_in(new_context: Callable[..., BrowserContext], colleagues: Staff) -> Callable[[str], Page]:
    """``log_in("redacteur-noord")``: a window in which this person has logged in."""
    return lambda name: new_context(storage_state=colleagues.cookies_of(name)).new_page()


@pytest.fixture
def staff(log_in: Callable[[str], Page]) -> Page:
    """A window of an editor of the whole city."""
    return log_in("redacteur")


@pytest.fixture
def administrator(log_in: Callable[[str], Page]) -> Page:
    """A window of an administrator."""
    return log_in("beheerder")
