"""A member of staff takes over half of what a visitor proposed, and the visitor's page shows it."""

from email import message_from_bytes, policy
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.site import Site


def letter(folder: Path) -> str:
    """The text of the only mail that was sent."""
    (file,) = folder.iterdir()
    parsed = message_from_bytes(
        file.read_bytes().split(b"\n" + b"-" * 79)[0], policy=policy.default
    )
    body = parsed.get_body(("plain",))
    assert body is not None
    return str(parsed["To"]) + body.get_content()


def test_half_a_suggestion_is_accepted(staff: Page, running: Site, mail_folder: Path) -> None:
    staff.goto("/beheer/places/suggestion/")
    staff.goto(f"/beheer/places/suggestion/{running.keys['half']}/change/")
    expect(staff.locator(".remark")).to_contain_text("Het nummer staat op de deur.")
    staff.get_by_label("Neem Website over").uncheck()
    staff.get_by_label("Neem Openingstijden over").check()
    staff.get_by_role("button", name="Neem over wat is aangevinkt").click()
    expect(staff.locator("#id_text-hours_error")).to_be_visible()

    staff.get_by_label("Voorgesteld bij Openingstijden").fill("ma 10:00-12:00")
    staff.get_by_label("Antwoord").fill("De website die je noemt hoort bij een ander.")
    staff.get_by_role("button", name="Neem over wat is aangevinkt").click()
    expect(staff.locator(".messagelist")).to_contain_text("Behandeld")

    staff.goto("/plekken/speelcentrum-weena/")
    expect(staff.locator(".week-summary")).to_have_text("ma 10:00-12:00")
    expect(staff.get_by_role("link", name="Bel 010 123 45 67")).to_be_visible()
    expect(staff.locator("body")).not_to_contain_text("verkeerd.example")
    assert "bewoner@voorbeeld.example" in letter(mail_folder)


def test_what_waits_stands_first_and_says_of_which_place(staff: Page) -> None:
    staff.goto("/beheer/places/suggestion/")
    first = staff.locator("#result_list tbody tr").first
    expect(first.locator(".field-status")).to_have_text("wacht")


def test_an_entry_that_changed_meanwhile_says_so(staff: Page, running: Site) -> None:
    staff.goto(f"/beheer/places/suggestion/{running.keys['overtaken']}/change/")
    expect(staff.locator(".overtaken")).to_contain_text("intussen gewijzigd")
    expect(staff.get_by_label("Neem Telefoon over")).not_to_be_checked()


def test_a_place_that_looks_like_the_new_one_is_shown_first(staff: Page, running: Site) -> None:
    staff.goto(f"/beheer/places/suggestion/{running.keys['newcomer']}/change/")
    expect(staff.locator(".lookalikes")).to_contain_text("Pauluskerk")


def test_a_report_is_answered(staff: Page, running: Site, mail_folder: Path) -> None:
    staff.goto(f"/beheer/places/report/{running.keys['report']}/change/")
    staff.get_by_label("Antwoord of reden").fill("De kachel is gemaakt.")
    staff.get_by_role("button", name="Stuur dit als antwoord").click()
    expect(staff.locator(".messagelist")).to_contain_text("Behandeld")
    assert "De kachel is gemaakt." in letter(mail_folder)


def test_deciding_fits_a_phone(staff: Page, running: Site) -> None:
    staff.set_viewport_size({"width": 320, "height": 700})
    staff.goto(f"/beheer/places/suggestion/{running.keys['overtaken']}/change/")
    assert staff.evaluate("document.documentElement.scrollWidth") <= 320
