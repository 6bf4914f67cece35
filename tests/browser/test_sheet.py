"""The sheet on the kitchen table: typed, printed, handed over, read on a telephone."""

import io
import json
from collections.abc import Callable

import pytest
import segno
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.accessibility import assert_accessible
from tests.browser.site import Site

ADDRESS = "/verwijzen/kaart/"
TWO = ["pauluskerk", "bij-de-provenier"]
FIVE = [*TWO, "kleyburg", "huis-van-de-wijk-schiemond", "inloophuis-in-de-gouwstraat"]
NAMES = {
    "pauluskerk": "Pauluskerk",
    "bij-de-provenier": "Bij de Provenier",
    "kleyburg": "Kleyburg",
    "huis-van-de-wijk-schiemond": "Huis van de Wijk Schiemond",
    "inloophuis-in-de-gouwstraat": "Inloophuis In de Gouwstraat",
}
HOURS = {
    "pauluskerk": "maandag tot en met vrijdag 17:00-18:30: Eethuis, 1 euro",
    "bij-de-provenier": "maandag tot en met vrijdag 17:00-18:00: Tweegangenmaaltijd",
    "kleyburg": "maandag en donderdag 16:30-19:00: Samen eten, 8 euro",
    "huis-van-de-wijk-schiemond": "maandag en donderdag 17:00-19:00: Wijkrestaurant, op afspraak",
    "inloophuis-in-de-gouwstraat": "vrijdag 16:45-19:00: Maaltijdavond, op afspraak, 4 euro",
}
LONG_LINE = (
    "Neem je zorgpas mee en zeg bij binnenkomst dat je van het wijkteam komt. De eerste keer loop "
    "ik met je mee; daarna kun je zelf met tram 4 vanaf de halte op de hoek, nummer"
)
LONG_TEXT = (
    "Je loopt zo naar binnen en gaat zitten waar je wilt. Iemand komt naar je toe met koffie of "
    "thee en vraagt hoe je heet. Je hoeft niets te vertellen en niets te doen. Om vijf uur gaat "
    "het eten op tafel en schuift iedereen aan. Wie zin heeft, wast mee af. Dan gaat de deur dicht."
)
POST = """([fields, address]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}"""


def make(page: Page, slugs: list[str], address: str = ADDRESS, **fields: str) -> Page:
    """The sheet as the form asks for it: by POST."""
    page.goto(ADDRESS)
    chosen = [("plek", slug) for slug in slugs]
    with page.expect_navigation():
        page.evaluate(POST, [[*chosen, *fields.items()], address])
    expect(page.locator("#blad")).to_be_visible()
    return page


def long_fields(slugs: list[str]) -> dict[str, str]:
    """Everything that a worker can type, as long as it may be."""
    lines = {f"regel-{slug}": f"{LONG_LINE} {n}." for n, slug in enumerate(slugs)}
    asks = {f"vraag-{slug}": f"mevrouw Jansen-van der Berg {n}" for n, slug in enumerate(slugs)}
    sender = {"werker": "Fatima el Amrani", "telefoon": "06-00112233"}
    return {**lines, **asks, **sender, "bij": "Gaffelstraat"}


def write(page: Page, place: int = 0) -> None:
    """Unfold what the worker may write about a place."""
    page.locator("summary", has_text="Schrijf er iets bij").nth(place).click()


def printed(page: Page) -> list[str]:
    """The text of each printed side, white space as one space."""
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(round(float(side.mediabox.width)) == 595 for side in sheet.pages)
    return [" ".join(side.extract_text().split()) for side in sheet.pages]


@pytest.fixture
def long_texts(running: Site) -> None:
    """Every place tells at length what a first visit is like, and has a telephone."""
    running.manage(
        "shell",
        "-c",
        "from places.models import Place; "
        f"Place.objects.update(first_visit={LONG_TEXT!r}, phone='010-7654321')",
    )


@pytest.mark.parametrize(("slugs", "most"), [(TWO, 1), (FIVE, 2)], ids=["two", "five"])
def test_the_sheet_fits_on_paper(page: Page, slugs: list[str], most: int) -> None:
    sides = printed(make(page, slugs, bij="Gaffelstraat"))
    text = " ".join(sides)
    assert len(sides) <= most
    for slug in slugs:
        assert NAMES[slug] in text
        assert HOURS[slug] in text
    assert "010-4859737" in text or slugs == TWO
    assert "Terug naar de plekken" not in text


@pytest.mark.usefixtures("long_texts")
@pytest.mark.parametrize(("slugs", "most"), [(TWO, 1), (FIVE, 2)], ids=["two", "five"])
def test_long_texts_fit_too_and_no_place_is_split(page: Page, slugs: list[str], most: int) -> None:
    sides = printed(make(page, slugs, **long_fields(slugs)))
    assert len(sides) <= most
    for number, slug in enumerate(slugs):
        [side] = [
            one for one in sides if f"{number + 1} {NAMES[slug]}" in one and HOURS[slug] in one
        ]
        assert f"{LONG_LINE} {number}." in side
        assert f"Vraag naar mevrouw Jansen-van der Berg {number}." in side
        assert side.count("010-7654321") == side.count("Vraag naar")
        assert side.count("nagekeken") == side.count("Vraag naar")
    assert "Heb je een vraag? Fatima el Amrani, 06-00112233" in sides[-1]


def test_codes_lead_to_the_place_and_never_from_the_client(page: Page, site: str) -> None:
    make(page, TWO, bij="Gaffelstraat")
    page.emulate_media(media="print")
    there = page.locator(".sheet-transit a").first.get_attribute("href") or ""
    assert "destination=51.91820,4.47160" in there
    assert "origin" not in there
    assert_leads_to(page.locator(".sheet-place .sheet-code").first, there)
    link = f"{site}{ADDRESS}?plek=pauluskerk&plek=bij-de-provenier"
    assert_leads_to(page.locator(".sheet-foot .sheet-code"), link)


def assert_leads_to(code: Locator, url: str) -> None:
    """What is drawn, module by module, is the code of this address."""
    modules = [list(row) for row in segno.make_qr(url, error="m").matrix]
    size = 10 * (len(modules) + 8)
    code.evaluate(f"code => code.style = 'position: fixed; inset: 0 auto auto 0; width: {size}px'")
    picture = Image.open(io.BytesIO(code.screenshot())).convert("L")
    assert picture.width == size
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            seen = picture.getpixel((45 + 10 * x, 45 + 10 * y))
            assert (seen < 128) == bool(dark), (x, y)


def test_a_line_is_on_the_sheet_while_it_is_typed(page: Page) -> None:
    make(page, TWO)
    write(page)
    page.locator("summary", has_text="Zet je naam op het blad").click()
    page.get_by_label("Jouw regel voor de cliënt").first.fill("Neem je <b>pas</b>\nmee")
    page.get_by_label("Naar wie kan de cliënt vragen?").first.fill("Fatima")
    page.get_by_label("Je naam").fill("Jan")
    sheet = page.locator("#blad")
    expect(sheet.get_by_text("Neem je <b>pas</b> mee")).to_be_visible()
    expect(sheet.get_by_text("Vraag naar Fatima.")).to_be_visible()
    sender = sheet.locator(".sheet-questions")
    expect(sender).to_have_text("Heb je een vraag? Jan", use_inner_text=True)
    page.get_by_label("Je telefoonnummer").fill("06-1")
    expect(sender).to_have_text("Heb je een vraag? Jan, 06-1", use_inner_text=True)
    page.get_by_label("Je naam").fill("")
    expect(sender).to_have_text("Heb je een vraag? 06-1", use_inner_text=True)


def test_another_order_keeps_what_was_typed_and_the_hand_on_the_button(page: Page) -> None:
    make(page, TWO, kenmerk="niets-hoeft")
    write(page, 1)
    page.get_by_label("Jouw regel voor de cliënt").last.fill("Bij de tuin")
    page.get_by_role("button", name="Omhoog Bij de Provenier").press("Enter")
    expect(page.get_by_role("button", name="Omlaag Bij de Provenier")).to_be_focused()
    expect(page.locator(".sheet-place h2").first).to_contain_text("Bij de Provenier")
    expect(page.locator(".sheet-place").first).to_contain_text("Bij de tuin")
    expect(page.locator("input[name=kenmerk]")).to_have_value("niets-hoeft")
    page.get_by_role("button", name="Haal weg Pauluskerk").click()
    expect(page.locator(".sheet-place")).to_have_count(1)


def test_without_a_script_the_sheet_is_made_too(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/verwijzen/")
    page.get_by_label("Waar woont de cliënt?").fill("Gaffelstraat")
    page.get_by_role("button", name="Zoek plekken").click()
    page.locator("input[name=plek]").first.check()
    page.get_by_role("button", name="Maak het blad").click()
    write(page)
    page.get_by_label("Jouw regel voor de cliënt").fill("Neem je pas mee")
    page.get_by_role("button", name="Zet op het blad").click()
    expect(page.locator(".sheet-line")).to_have_text("Neem je pas mee")
    expect(page.locator(".sheet-journey")).to_contain_text("Gaffelstraat")
    expect(page.get_by_text("Ctrl+P")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()
    page.get_by_role("button", name="Terug naar de plekken").click()
    expect(page.get_by_label("Waar woont de cliënt?")).to_have_value("Gaffelstraat")


def test_what_is_typed_stays_in_the_tab_until_the_next_client(page: Page) -> None:
    make(page, TWO)
    write(page)
    page.get_by_label("Jouw regel voor de cliënt").first.fill("Alleen hier")
    kept = json.loads(page.evaluate("sessionStorage.getItem('verwijzing')"))
    assert ["regel-pauluskerk", "Alleen hier"] in kept["fields"]
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("link", name="Volgende cliënt").click()
    expect(page).to_have_url("/verwijzen/")
    assert "Alleen hier" not in (page.evaluate("sessionStorage.getItem('verwijzing')") or "")


def test_the_link_is_copied_and_that_is_said(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = make(context.new_page(), TWO, bij="Gaffelstraat", werker="Fatima")
    page.locator("summary", has_text="Deel").click()
    page.evaluate("delete Navigator.prototype.share")
    page.get_by_role("button", name="Deel of kopieer de link").click()
    expect(page.locator("#deel").get_by_role("status")).to_have_text(
        "De link staat op je klembord."
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site}{ADDRESS}?plek=pauluskerk&plek=bij-de-provenier"


@pytest.mark.parametrize("address", [ADDRESS, f"/en{ADDRESS}"])
def test_the_sheet_of_a_client_is_accessible_and_fits_a_telephone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    make(
        page,
        [*FIVE, "bestaat-niet"],
        address,
        **long_fields(FIVE[:2]),
        **{"vraag-kleyburg": "x" * 90},
    )
    page.locator("#deel summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert_accessible(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert_accessible(page)


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?plek=bestaat-niet"])
def test_a_sheet_without_places_is_accessible(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
