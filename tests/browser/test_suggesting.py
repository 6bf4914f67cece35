"""Anyone tells us something, on paper-plain pages: no account, no script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


def test_a_visitor_corrects_the_hours_of_a_place(page: Page) -> None:
    page.goto("/plekken/pauluskerk/")
    page.get_by_role("link", name="Nee, er klopt iets niet").click()
    hours = page.get_by_label("Openingstijden")
    expect(hours).to_have_value("ma-vr 17:00-18:30 activiteit | Eethuis | kosten: 1 euro")
    hours.fill("di-vr 17:00-18:30 activiteit | Eethuis | kosten: 1 euro")
    page.get_by_label("Jouw e-mailadres").fill("bewoner@voorbeeld.example")
    page.get_by_role("button", name="Verstuur de wijziging").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    page.get_by_role("link", name="Terug naar de plek").click()
    expect(page.locator(".week-summary")).to_have_text("ma-vr 17:00-18:30")


def test_a_slip_is_told_beside_its_field_and_loses_nothing(page: Page) -> None:
    page.goto("/aanmelden/")
    page.get_by_label("Straat").fill("Kade")
    page.get_by_label("Jouw e-mailadres").fill("geen adres")
    page.get_by_role("button", name="Verstuur de aanmelding").click()
    expect(page.get_by_label("Naam van de plek")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_sender_email_error")).to_contain_text("naam@voorbeeld.nl")
    expect(page.get_by_label("Straat")).to_have_value("Kade")
    page.get_by_role("link", name="Naam van de plek").click()
    expect(page.get_by_label("Naam van de plek")).to_be_in_viewport()


def test_a_place_that_looks_like_another_is_sent_when_the_visitor_says_so(page: Page) -> None:
    page.goto("/aanmelden/")
    page.get_by_label("Naam van de plek").fill("Paulus kerk")
    page.get_by_role("button", name="Verstuur de aanmelding").click()
    expect(page.get_by_role("heading", name="Bedoel je een van deze plekken?")).to_be_visible()
    expect(page.get_by_role("link", name="Pauluskerk")).to_be_visible()
    page.get_by_role("button", name="Nee, het is een andere plek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")


def test_the_trap_for_machines_is_not_there_for_people(page: Page) -> None:
    page.goto("/aanmelden/")
    expect(page.locator("[name=reactie]")).to_be_hidden()


def test_a_visitor_thanks_a_place(page: Page) -> None:
    page.goto("/plekken/pauluskerk/")
    page.get_by_role("link", name="Iets melden over deze plek").click()
    page.get_by_label("een bedankje").check()
    page.get_by_label("Wat wil je vertellen?").fill("Het was er warm.")
    page.get_by_role("button", name="Verstuur de melding").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel voor je melding")


@pytest.mark.parametrize("language", ["/", "/en/"])
@pytest.mark.parametrize("form", ["aanmelden/", "plekken/pauluskerk/melden/"])
def test_a_form_with_mistakes_is_accessible(reader: Page, language: str, form: str) -> None:
    reader.goto(f"{language}{form}")
    reader.locator(".suggest-form button").click()
    expect(reader.locator(".form-errors")).to_be_visible()
    assert_accessible(reader)


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("form", ["aanmelden/", "plekken/pauluskerk/wijziging/"])
def test_a_form_fits_a_narrow_screen(reader: Page, form: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 700})
    reader.goto(f"/{form}")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
