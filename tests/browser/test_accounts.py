"""Somebody is invited, chooses a password, logs in and out; each page can be used by everybody."""

import re
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.staff import PASSWORD


def link_of(letters: Path) -> str:
    """Where the only mail in this folder leads; it may still be on its way."""
    for _try in range(100):
        if found := list(letters.iterdir()):
            letter = message_from_bytes(found[0].read_bytes(), policy=policy.default)
            body = letter.get_body(("plain",))
            assert body is not None
            return re.findall(r"https?://\S+/wachtwoord/\S+", body.get_content())[0]
        time.sleep(0.1)
    raise AssertionError("no mail came")


def choose(page: Page, password: str) -> None:
    page.get_by_label("Kies een wachtwoord").fill(password)
    page.get_by_label("Typ het wachtwoord nog een keer").fill(password)
    page.get_by_role("button", name="Bewaar en log in").click()


def log_in(page: Page, password: str) -> None:
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_an_invited_colleague_chooses_a_password_and_works(
    administrator: Page, new_context: Callable[..., BrowserContext], mail_folder: Path
) -> None:
    administrator.goto("/beheer/auth/user/add/")
    administrator.get_by_label("E-mailadres").fill("Noor@gemeente.example")
    administrator.get_by_role("radio", name=re.compile("redacteur:")).check()
    administrator.get_by_label("Noord", exact=True).check()
    administrator.locator("[name=_save]").first.click()
    expect(administrator.get_by_text("noor@gemeente.example").first).to_be_visible()
    invited = new_context(java_script_enabled=False).new_page()
    invited.goto(link_of(mail_folder))
    choose(invited, "vier woorden achter elkaar")
    invited.get_by_role("link", name="Mijn account").click()
    expect(invited.locator(".facts")).to_contain_text("Noord")


def test_a_forgotten_password_is_replaced(
    new_context: Callable[..., BrowserContext], mail_folder: Path
) -> None:
    page = new_context().new_page()
    page.goto("/inloggen/")
    page.get_by_role("link", name=re.compile("^Wachtwoord vergeten")).click()
    page.get_by_label("E-mailadres").fill("wijkteam@gemeente.example")
    page.get_by_role("button", name="Mail mij een link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    page.goto(link_of(mail_folder))
    choose(page, PASSWORD)
    expect(page).to_have_url(re.compile("/verwijzen/$"))


def test_a_wrong_password_keeps_the_address_and_the_way_on(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    page.goto("/beheer/places/place/?q=huis")
    page.get_by_label("E-mailadres").fill("redacteur@gemeente.example")
    log_in(page, "fout")
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)
    log_in(page, PASSWORD)
    expect(page).to_have_url(re.compile(r"/beheer/places/place/\?q=huis$"))
    page.get_by_role("button", name="Log uit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent uitgelogd")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "address",
    [
        "/inloggen/",
        "/wachtwoord-vergeten/",
        "/wachtwoord-vergeten/verstuurd/",
        "/wachtwoord/MQ/over/",
    ],
)
def test_a_page_about_an_account_is_accessible(reader: Page, language: str, address: str) -> None:
    reader.goto(f"{language}{address}")
    assert_accessible(reader)
