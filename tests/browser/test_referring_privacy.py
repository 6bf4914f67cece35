"""After a real minute with the real server: its log, the database and its log, what was sent."""

from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
import pytest
from playwright.sync_api import Page, Request, expect

from tests import traces
from tests.browser.referring import Referring
from tests.browser.site import CHECKOUT, Site

CLUSTER = CHECKOUT / "var" / "postgres"
DATABASE_LOG = CLUSTER / "log"


@pytest.fixture
def sent(page: Page) -> list[Request]:
    """Every request of the window."""
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    return requests


@pytest.fixture(autouse=True)
def a_minute(page: Page, sent: list[Request]) -> None:
    """A client at an unknown address, then at a known one; two places; the sheet with a line."""
    referring = Referring(page).open().fill_in(traces.ADDRESS).ask()
    referring.fill_in("Gaffelstraat 77 Kanariestraat").ask()
    referring.choose(*referring.names()[:2])
    sheet = referring.make_sheet()
    for fold in ("Schrijf er iets bij", "Zet je naam op het blad"):
        sheet.locator("summary", has_text=fold).first.click()
    sheet.locator("input[name^=regel-], textarea[name^=regel-]").first.fill(traces.LINE)
    sheet.locator("[name=werker]").fill(traces.WORKER)
    sheet.locator("button[name=omlaag]").first.click()
    expect(sheet.locator("#sheet-done")).to_contain_text("staat nu op nummer 2")


def test_the_server_says_nothing_of_the_client(running: Site) -> None:
    log = running.log.read_text("utf-8")
    assert "POST /verwijzen/?" in log
    assert "POST /verwijzen/kaart/?" in log
    assert traces.mentioned(log) == []


def test_the_database_holds_nothing_of_the_client(running: Site) -> None:
    url = urlsplit(running.environment["DATABASE_URL"])._replace(scheme="postgresql")
    with closing(psycopg2.connect(urlunsplit(url))) as connection:
        assert traces.kept_in_tables(connection.cursor()) == {}


def test_the_log_of_the_database_says_nothing_of_the_client(running: Site) -> None:
    if not _is_private(running.environment["DATABASE_URL"]):
        pytest.skip("the database is not the private one of this checkout")
    assert traces.mentioned(DATABASE_LOG.read_text("utf-8", "replace")) == []


def test_nothing_of_the_client_is_in_an_address_or_referer(sent: list[Request]) -> None:
    told = [f"{one.url} {one.headers.get('referer', '')}" for one in sent]
    assert any(one.method == "POST" for one in sent)
    assert [line for line in told if traces.mentioned(line)] == []


def test_no_file_of_the_site_says_anything_of_the_client(running: Site) -> None:
    files = [path for folder in (running.mail, running.media) for path in _files(folder)]
    assert [path for path in files if traces.mentioned(path.read_text("latin-1"))] == []


def _is_private(url: str) -> bool:
    """Reached by the socket of the cluster that this checkout made."""
    told = CLUSTER / "socket-directory"
    return told.exists() and quote(told.read_text("utf-8").strip(), safe="") in url


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
