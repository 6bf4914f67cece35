"""A colleague brings in a file with three bad rows, mends it, and sees the places on the site."""

import re
from typing import Any

from openpyxl import Workbook
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import COLOURS, EVERYTHING, assert_keeps_to
from tests.browser.site import Site
from tests.exchange import saved

HEADINGS = ["Naam", "Postcode", "Soort", "Openingstijden", "Status", "Telefoon"]
GOOD = [
    ["Huiskamer De Lamp", "3014 RA", "huiskamer", "ma-vr 9-17", "gepubliceerd", "010 123 45 67"],
    ["Wijktuin De Kas", "3021 CD", "wijktuin", "za 10-12", "gepubliceerd", "+31 10 765 43 21"],
]
BAD = [
    ["Kasteel De Toren", "3014 RA", "kasteel", "", "", ""],
    ["Huiskamer Soms", "3014 RA", "huiskamer", "soms", "", ""],
    ["", "3014 RA", "huiskamer", "", "", ""],
]
COMPLAINTS = [
    "rij 4.*Kasteel De Toren.*‘kasteel’",
    "rij 5.*Huiskamer Soms.*“soms”",
    "rij 6.*De naam ontbreekt",
]
MENDED = [
    ["Kasteel De Toren", "3014 RA", "buurthuis", "", "", ""],
    ["Huiskamer Soms", "3014 RA", "huiskamer", "wo vanaf 19:00", "", ""],
    ["Huiskamer Zonder Naam", "3014 RA", "huiskamer", "", "", ""],
]


def workbook(rows: list[list[str]]) -> Any:
    book = Workbook()
    for row in [HEADINGS, *rows]:
        book.active.append(row)
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "plekken.xlsx", "mimeType": mime, "buffer": saved(book)}


def bring_in(page: Page, rows: list[list[str]]) -> None:
    page.get_by_label("Bestand").set_input_files(workbook(rows))
    page.get_by_role("button", name="Kijk wat er verandert").click()


def test_three_bad_rows_are_named_mended_and_imported(staff: Page) -> None:
    staff.goto("/beheer/places/place/")
    staff.get_by_role("link", name="Importeren").click()
    bring_in(staff, GOOD + BAD)
    rows = staff.locator(".import-rows > li")
    expect(rows).to_have_count(3)
    for number, complaint in enumerate(COMPLAINTS):
        expect(rows.nth(number)).to_contain_text(re.compile(complaint, re.DOTALL))
    expect(staff.get_by_role("button", name=re.compile("^Voer"))).to_have_count(0)

    staff.get_by_role("link", name="Kies een ander bestand").click()
    bring_in(staff, GOOD + MENDED)
    expect(rows).to_have_count(5)
    staff.get_by_role("button", name="Voer 5 plekken in").click()
    expect(staff.locator(".messagelist")).to_contain_text("Het bestand is ingevoerd")

    staff.goto("/plekken/wijktuin-de-kas/")
    expect(staff.locator(".week-summary")).to_have_text("za 10:00-12:00")
    staff.goto("/beheer/places/place/?q=Huiskamer+Soms")
    expect(staff.locator("#result_list")).to_contain_text("concept")


def test_what_a_file_would_do_is_said_accessibly(staff: Page) -> None:
    staff.goto("/beheer/places/place/importeren/")
    bring_in(staff, GOOD + BAD)
    expect(staff.locator(".import-rows > li")).to_have_count(3)
    for scheme, options in ("light", EVERYTHING), ("dark", COLOURS):
        staff.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert_keeps_to(staff, options, scheme)


def test_without_javascript_a_file_can_be_brought_in(
    new_context: Any, running: Site, colleagues: Any
) -> None:
    context: BrowserContext = new_context(
        java_script_enabled=False, storage_state=colleagues.cookies_of("redacteur")
    )
    page = context.new_page()
    page.goto("/beheer/places/place/importeren/")
    bring_in(page, [["Huiskamer Zonder Script", "3014 RA", "huiskamer", "", "", ""]])
    page.get_by_role("button", name="Voer 1 plek in").click()
    expect(page.locator(".messagelist")).to_contain_text("Het bestand is ingevoerd")


def test_an_export_of_the_filtered_list_is_downloaded(staff: Page) -> None:
    staff.goto("/beheer/places/place/?q=pauluskerk")
    staff.get_by_role("link", name="Exporteren").click()
    expect(staff.locator("#content")).to_contain_text("1 plek staat in de lijst")
    with staff.expect_download() as download:
        staff.get_by_role("link", name="CSV (.csv)").click()
    assert "Pauluskerk" in download.value.path().read_text("utf-8-sig")
