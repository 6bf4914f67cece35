"""Somebody of a wijkteam logs in, refers with what others may not know, and tells staff."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import assert_accessible
from tests.staff import PASSWORD

PLACE = "/verwijzen/plek/bij-de-provenier/"
CONTACT = "Vraag naar Ans"


@pytest.fixture
def team(log_in: Callable[[str], Page]) -> Page:
    """A window of a wijkteam that begins in Delfshaven."""
    return log_in("wijkteam-delfshaven")


def asked(page: Page, where: str = "3033CJ") -> Page:
    """The answer for a client who lives there."""
    page.goto("/verwijzen/")
    page.locator("#bij").fill(where)
    page.get_by_role("button", name="Zoek plekken").click()
    expect(page.locator("#antwoord")).to_be_visible()
    return page


def test_a_wijkteam_logs_in_from_the_page_and_begins_in_its_gebied(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/verwijzen/?vanuit=noord")
    page.get_by_role("link", name=re.compile("^Log in en zie")).click()
    page.get_by_label("E-mailadres").fill("wijkteam-delfshaven@gemeente.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(re.compile(r"/verwijzen/\?vanuit=noord$"))
    page.get_by_role("link", name="Delfshaven").click()
    expect(page).to_have_url(re.compile(r"/verwijzen/\?vanuit=delfshaven$"))
    expect(page.get_by_text("Ingelogd als wijkteam-delfshaven@")).to_be_visible()


def test_the_answer_says_how_to_refer_and_a_visitor_sees_nothing_of_it(
    team: Page, new_context: Callable[..., BrowserContext]
) -> None:
    expect(asked(team).get_by_text(CONTACT).first).to_be_visible()
    assert_accessible(team)
    visitor = asked(new_context().new_page())
    assert CONTACT not in visitor.content()


def test_a_note_reaches_staff_and_is_answered(
    team: Page, administrator: Page, mail_folder: Path
) -> None:
    with team.expect_popup() as opened:
        asked(team).get_by_role(
            "link", name=re.compile("Geef iets door .*Bij de Provenier")
        ).click()
    note = opened.value
    note.get_by_label("Cliënt was hier niet welkom").check()
    note.get_by_label("Wat moeten we weten?").fill("De deur bleef dicht.")
    note.get_by_role("button", name="Verstuur aan de gemeente").click()
    expect(note.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    expect(team.locator("#antwoord")).to_be_visible()
    administrator.goto("/beheer/places/suggestion/?origin__exact=wijkteam")
    administrator.get_by_role("link", name="wijziging: Bij de Provenier").click()
    expect(administrator.get_by_text("De deur bleef dicht.")).to_be_visible()
    administrator.get_by_label("Antwoord").fill("We gaan langs.")
    administrator.get_by_role("button", name="Rond af als verwerkt").click()
    expect(administrator.get_by_text("Behandeld: wijziging")).to_be_visible()
    assert any("We gaan langs." in letter.read_text() for letter in mail_folder.iterdir())


def test_paper_holds_nothing_that_only_a_professional_may_read(team: Page) -> None:
    asked(team).get_by_role("checkbox", name=re.compile("Bij de Provenier")).check()
    team.get_by_role("button", name="Maak het blad").click()
    team.locator("summary").filter(has_text="Alleen voor verwijzers").click()
    expect(team.get_by_text(CONTACT)).to_be_visible()
    assert_accessible(team)
    pages = PdfReader(BytesIO(team.pdf())).pages
    printed = " ".join(page.extract_text() for page in pages)
    assert "Bij de Provenier" in printed
    for secret in CONTACT, "Alleen voor verwijzers", "Ingelogd", "wijkteam-delfshaven":
        assert secret not in printed


def test_logging_out_leaves_nothing_of_a_client_in_the_tab(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill("wijkteam@gemeente.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    asked(page).get_by_role("link", name="uitloggen").click()
    page.get_by_role("button", name="Log uit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent uitgelogd")
    page.wait_for_load_state()  # its script takes away what the tab remembered
    page.goto("/verwijzen/")
    expect(page.locator("#bij")).to_have_value("")
    expect(page.locator("#antwoord")).to_have_count(0)
    assert "3033CJ" not in page.evaluate("JSON.stringify({ ...sessionStorage })")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", [PLACE, f"{PLACE}bedankt/", "/verwijzen/?vanuit=delfshaven"])
def test_a_page_for_a_wijkteam_is_accessible(
    team: Page, address: str, width: int, language: str
) -> None:
    team.set_viewport_size({"width": width, "height": 800})
    team.goto(language + address)
    assert_accessible(team)
    assert team.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_wrong_with_a_note_is_said_accessibly(team: Page) -> None:
    team.goto(PLACE)
    team.get_by_role("button", name="Verstuur aan de gemeente").click()
    expect(team.get_by_role("alert")).to_contain_text("Kies een van de vier")
    assert_accessible(team)
