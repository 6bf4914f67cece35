"""A host gets a mail and answers by its link; staff see what became of it, and print a poster."""

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import assert_accessible
from tests.browser.site import Site

LINK = re.compile(r"http://127\.0\.0\.1:\d+/bevestigen/\S+")
ASK = """
from places.models import HostRequest, Place
HostRequest.objects.all().delete()
Place.objects.update(email="")
place = Place.objects.get(slug={slug!r})
place.confirmations.all().delete()
place.suggestions.all().delete()
place.email = "gastvrouw@plek.example"
place.save()
"""


def link_mailed(running: Site, mail_folder: Path, slug: str) -> str:
    """The link in the mail that this place gets when hosts are asked."""
    running.manage("shell", "-v", "0", "-c", ASK.format(slug=slug))
    assert "Gemaild: 1" in running.manage("ask_hosts")
    [letter] = mail_folder.iterdir()
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    text = message.get_body(preferencelist=("plain",))
    assert text is not None
    assert message["To"] == "gastvrouw@plek.example"
    return LINK.findall(text.get_content())[0]


@pytest.fixture
def host(new_context: Callable[..., BrowserContext]) -> Page:
    """A host with an old phone that runs no scripts."""
    page = new_context(java_script_enabled=False).new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    return page


def test_a_host_confirms_by_the_link_and_the_site_says_so(
    running: Site, mail_folder: Path, host: Page
) -> None:
    host.goto(link_mailed(running, mail_folder, "bij-de-provenier"))
    host.get_by_role("button", name="Ja, klopt").click()
    expect(host.get_by_role("status")).to_contain_text("door de gastheer of gastvrouw")
    expect(host.get_by_role("button", name="Ja, klopt")).to_have_count(0)
    host.goto("/plekken/bij-de-provenier/")
    words = host.locator(".place-now .checked")
    expect(words).to_contain_text(re.compile("^nagekeken op .* door de gastheer of gastvrouw$"))
    assert "Gemaild: 0" in running.manage("ask_hosts")


def test_what_a_host_corrects_waits_for_staff_at_the_top_of_their_work(
    running: Site, mail_folder: Path, host: Page, staff: Page
) -> None:
    host.goto(link_mailed(running, mail_folder, "natuurtalent"))
    host.get_by_label("Telefoon van de plek").fill("010 765 4321")
    host.get_by_role("button", name="Verstuur de wijziging").click()
    expect(host.get_by_role("status")).to_contain_text("Wat je schreef is aangekomen")
    staff.goto("/beheer/werk/?reden=voorstellen")
    job = staff.locator(".job", has=staff.get_by_role("heading", name="Natuurtalent"))
    job.get_by_role("link", name="Behandel het voorstel").click()
    expect(staff.locator("main")).to_contain_text("010 765 4321")


def test_the_page_of_the_link_is_accessible(
    running: Site, mail_folder: Path, new_context: Callable[..., BrowserContext]
) -> None:
    link = link_mailed(running, mail_folder, "pauluskerk")
    page = new_context().new_page()
    for address in link, link.replace("/bevestigen/", "/en/bevestigen/"):
        page.goto(address)
        assert_accessible(page)
    page.get_by_role("button").first.click()
    assert_accessible(page)


def test_staff_call_a_place_and_note_that_all_is_true(staff: Page) -> None:
    staff.goto("/beheer/werk/?reden=verouderd")
    job = staff.locator(".job", has=staff.locator(".job-phone"))
    while not job.count():
        staff.get_by_role("link", name="Volgende").click()
    name = job.first.get_by_role("heading").inner_text()
    job.first.get_by_role("button", name="Gebeld: alles klopt").click()
    expect(staff.get_by_text(f"Genoteerd: {name} is vandaag nagekeken.")).to_be_visible()
    expect(staff.get_by_role("heading", name=name, exact=True)).to_have_count(0)


@pytest.mark.parametrize("slug", ["pauluskerk", "de-weerhaan"])
def test_the_poster_prints_on_one_sheet(running: Site, staff: Page, slug: str) -> None:
    staff.goto(f"/beheer/places/place/{running.keys[slug]}/deur/")
    name = staff.get_by_role("heading", level=1).inner_text()
    paper = PdfReader(BytesIO(staff.pdf(prefer_css_page_size=True)))
    [sheet] = paper.pages
    assert [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] == [210, 297]
    text = " ".join(sheet.extract_text().split())
    assert name in text
    assert "Scan en laat het weten" in text
    assert "Ctrl+P" not in text
