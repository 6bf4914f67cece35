"""A snippet on somebody else's page: it shows, grows, lets keys through, and keeps nothing."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.accessibility import COLOURS, EVERYTHING, assert_keeps_to
from tests.browser.embedding import Host, built, framed, height, houses, running_host
from tests.browser.walls import TILES

NOTHING_KEPT = """async () => ({
    cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length })"""
UNSANDBOXED = re.compile(r' sandbox="[^"]*"')
SCRIPT = re.compile(r"<script.*</script>")

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with running_host() as host:
        yield host


@pytest.fixture
def visit(browser: Browser, browser_context_args: dict[str, object], host: Host) -> Iterator[Visit]:
    """``visit(snippet)``: a new visitor of the library's page; its console may not complain."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def new_visit(snippet: str, **options: object) -> Page:
        host.asked.clear()
        context = browser.new_context(**{**browser_context_args, **options})  # type: ignore[arg-type]
        opened.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return host.visit(context, snippet)

    yield new_visit
    for context in opened:
        context.close()
    assert complaints == []


def test_the_map_shows_in_a_sandbox_with_the_places_of_its_list(page: Page, visit: Visit) -> None:
    visited = visit(built(page, "?gebied=noord"))
    expect(framed(visited).locator("summary .totals")).to_have_text("5 plekken, 4 op de kaart")
    expect(houses(visited).first).to_be_visible()
    assert framed(visited).locator("body").evaluate("self.origin") == "null"
    expect(framed(visited).locator("#fold")).not_to_have_attribute("open", "")


def test_it_shows_without_a_sandbox_too(page: Page, visit: Visit) -> None:
    visited = visit(UNSANDBOXED.sub("", built(page, "?gebied=noord")))
    expect(houses(visited).first).to_be_visible()


@pytest.mark.parametrize("sandbox", [True, False])
def test_the_frame_grows_and_shrinks_with_what_is_in_it(
    page: Page, visit: Visit, sandbox: bool
) -> None:
    snippet = built(page, "?gebied=noord&hoogte=500")
    visited = visit(snippet if sandbox else UNSANDBOXED.sub("", snippet))
    expect(houses(visited).first).to_be_visible()
    visited.wait_for_function("Math.abs(document.querySelector('iframe').offsetHeight - 500) <= 2")
    framed(visited).locator("summary").click()
    visited.wait_for_function("document.querySelector('iframe').offsetHeight > 800")
    assert framed(visited).locator("html").evaluate("it => it.scrollHeight <= innerHeight")
    framed(visited).locator("summary").click()
    visited.wait_for_function("document.querySelector('iframe').offsetHeight <= 502")


def test_without_our_script_the_frame_keeps_its_height_and_scrolls(
    page: Page, visit: Visit
) -> None:
    visited = visit(SCRIPT.sub("", built(page, "?weergave=lijst&hoogte=400")))
    expect(framed(visited).locator("article")).to_have_count(25)
    assert height(visited) == 400
    framed(visited).locator("article").last.scroll_into_view_if_needed()
    expect(framed(visited).locator("article").last).to_be_in_viewport()


def test_the_next_page_of_a_long_list_begins_at_the_top_of_the_frame(
    page: Page, visit: Visit
) -> None:
    visited = visit(built(page, "?weergave=lijst"))
    following = framed(visited).locator(".pages a[rel=next]")
    visited.wait_for_function("document.querySelector('iframe').offsetHeight > 2000")
    following.click()
    expect(framed(visited).locator(".pages p")).to_have_text("Bladzijde 2 van 3")
    expect(framed(visited).locator("h1")).to_be_in_viewport()


def heard(visited: Page, teller: Locator) -> None:
    """Wait until the page around heard all that this frame said: messages keep their order."""
    visited.evaluate("addEventListener('message', (told) => { window.lastHeard = told.data; })")
    teller.evaluate("parent.postMessage('that was all', '*')")
    visited.wait_for_function("window.lastHeard === 'that was all'")


@pytest.mark.parametrize(
    "message",
    ["'x'", "null", "{huiskamers: 'height', height: '9'}", "{huiskamers: 'height', height: NaN}"],
)
def test_other_messages_leave_the_page_around_as_it_is(
    page: Page, visit: Visit, message: str
) -> None:
    visited = visit(built(page, "?q=zwembad&weergave=lijst&hoogte=500"))
    visited.wait_for_function("document.querySelector('iframe').offsetHeight < 400")
    before = height(visited)
    framed(visited).locator("body").evaluate(f"parent.postMessage({message}, '*')")
    visited.evaluate("postMessage({huiskamers: 'height', height: 1111}, '*')")
    heard(visited, framed(visited).locator("body"))
    assert height(visited) == before


def test_a_height_is_bounded_and_only_of_the_frame_that_tells_it(page: Page, visit: Visit) -> None:
    snippet = built(page, "?q=zwembad&weergave=lijst")
    other = "<iframe id='other' srcdoc='x' height='200'></iframe>"
    visited = visit(snippet + other)
    tell = "parent.postMessage({huiskamers: 'height', height: 1e9}, '*')"
    visited.frame_locator("#other").locator("body").evaluate(tell)
    heard(visited, visited.frame_locator("#other").locator("body"))
    assert height_of(visited, "#other") == 204
    assert height_of(visited, "main iframe >> nth=0") < 1000
    visited.frame_locator("main iframe >> nth=0").locator("body").evaluate(tell)
    visited.wait_for_function("document.querySelector('iframe').offsetHeight === 20000")


def height_of(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["height"]


def test_keys_go_in_over_the_map_and_out_again(page: Page, visit: Visit) -> None:
    visited = visit(built(page, "?q=pauluskerk"))
    expect(houses(visited).first).to_be_visible()
    visited.get_by_role("link", name="Ervoor").focus()
    visited.keyboard.press("Tab")
    skip = framed(visited).get_by_role("link", name="Sla de kaart over")
    expect(skip).to_be_focused()
    visited.keyboard.press("Enter")
    expect(framed(visited).locator("#fold")).to_have_attribute("open", "")
    visited.keyboard.press("Tab")
    expect(framed(visited).locator("article a")).to_be_focused()
    visited.keyboard.press("Tab")
    visited.keyboard.press("Tab")
    expect(visited.get_by_role("link", name="Erna")).to_be_focused()


def test_a_house_opens_by_key_and_its_place_in_a_tab_of_its_own(page: Page, visit: Visit) -> None:
    visited = visit(built(page, "?q=pauluskerk"))
    houses(visited).first.focus()
    visited.keyboard.press("Enter")
    link = framed(visited).locator(".leaflet-popup article a")
    expect(link).to_be_focused()
    with visited.context.expect_page() as opened:
        visited.keyboard.press("Enter")
    expect(opened.value.locator("h1")).to_have_text("Pauluskerk")
    assert opened.value.evaluate("opener") is None
    assert opened.value.evaluate("self.origin") != "null"


@pytest.mark.parametrize("shape", ["kaart", "lijst"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_frame_is_accessible_by_day_and_by_night(
    page: Page, visit: Visit, shape: str, language: str
) -> None:
    visited = visit(built(page, f"?gebied=noord&weergave={shape}&open=banaan", language))
    inside = visited.frames[1]
    if shape == "kaart":
        expect(houses(visited).first).to_be_visible()
        framed(visited).locator("summary").click()
    expect(framed(visited).locator("article").first).to_be_visible()
    for scheme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
        visited.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert_keeps_to(inside, rules, scheme)


def test_a_frame_keeps_nothing_and_asks_nobody_else(
    page: Page, visit: Visit, host: Host, site: str
) -> None:
    visited = visit(UNSANDBOXED.sub("", built(page, "?gebied=noord")))
    expect(houses(visited).first).to_be_visible()
    kept = framed(visited).locator("body").evaluate(NOTHING_KEPT)
    assert kept == {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0}
    assert visited.context.cookies() == []
    asked = {urlsplit(one).netloc for one in host.asked} - {TILES, ""}
    assert asked == {urlsplit(site).netloc, urlsplit(host.address).netloc}


@pytest.mark.parametrize(
    "path", ["/", "/plekken/pauluskerk/", "/insluiten/", "/insluiten/kaartje/pauluskerk/"]
)
def test_every_other_page_refuses_to_be_framed(visit: Visit, site: str, path: str) -> None:
    visited = visit(f'<iframe src="{site}{path}" title="x"></iframe>')
    visited.wait_for_load_state("networkidle")
    assert visited.frames[1].url.startswith("chrome-error:")


def test_without_scripts_the_frame_of_the_map_is_the_list(page: Page, visit: Visit) -> None:
    visited = visit(built(page, "?gebied=noord"), java_script_enabled=False)
    expect(framed(visited).locator("article").last).to_be_visible()
    expect(framed(visited).locator("#map")).to_be_hidden()
    expect(framed(visited).get_by_role("link", name="Sla de kaart over")).to_be_hidden()


@pytest.mark.parametrize(("theme", "paper"), [("licht", "251, 244, 230"), ("donker", "23, 25, 34")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_theme_wins_from_the_visitors_preference(
    page: Page, visit: Visit, theme: str, paper: str, scheme: str
) -> None:
    snippet = built(page, f"?gebied=noord&weergave=lijst&thema={theme}")
    visited = visit(snippet, color_scheme=scheme)
    expect(framed(visited).locator("body")).to_have_css("background-color", f"rgb({paper})")


@pytest.mark.parametrize("query", ["?gebied=noord", "?gebied=noord&weergave=lijst"])
def test_a_frame_fits_the_smallest_phone_and_one_finger_scrolls_the_page(
    page: Page, visit: Visit, query: str
) -> None:
    phone = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
    visited = visit(built(page, query), **phone)
    expect(framed(visited).locator("h1")).to_be_visible()
    root = framed(visited).locator("html")
    assert root.evaluate("it => it.scrollWidth <= innerWidth")
    if "lijst" not in query:
        expect(houses(visited).first).to_be_visible()
        assert framed(visited).locator("#map").evaluate(
            "it => getComputedStyle(it).touchAction"
        ) == ("pan-x pan-y")
        expect(framed(visited).get_by_text("Met twee vingers")).to_be_visible()


def test_a_popup_fits_the_map_of_a_small_frame(page: Page, visit: Visit) -> None:
    visited = visit(built(page, "?q=pauluskerk&hoogte=400"), viewport={"width": 320, "height": 640})
    houses(visited).first.click()
    card = framed(visited).locator(".leaflet-popup article a")
    expect(card).to_be_in_viewport()
    expect(houses(visited)).to_have_count(1)


def weight(browser: Browser, address: str) -> float:
    """Bytes over the wire for a first visit."""
    total: list[float] = []
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: total.append(told["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(total)


def test_a_frame_weighs_less_than_the_directory(browser: Browser, site: str) -> None:
    directory, shown, listed = (
        weight(browser, f"{site}{path}") for path in ("/", "/insluiten/kaart/", "/insluiten/lijst/")
    )
    assert 5_000 < listed < shown < directory
