"""Staff fill in a week: by day, by copying, by pasting, and without any script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import EVERYTHING, assert_keeps_to
from tests.browser.site import Site

# Reading style sheets again is what the policy of the page does not let axe do.
RULES = EVERYTHING | {"preload": False}


class Week:
    """The week editor of a place, and the place's page."""

    def __init__(self, page: Page, running: Site, slug: str) -> None:
        self.page, self.slug = page, slug
        self.address = f"/beheer/places/place/{running.keys[slug]}/change/"
        self.box = page.locator("[data-week]")
        self.preview = page.locator(".week-preview")

    def open(self) -> "Week":
        self.page.goto(self.address)
        return self

    def day(self, number: int) -> Locator:
        return self.page.locator(f'[data-day="{number}"]')

    def times(self, number: int) -> list[tuple[str, str]]:
        """From and till of the rows of a day, as they stand in the fields."""
        rows = self.day(number).locator(".hours-row").all()
        return [(row.get_by_label("Van", exact=True).input_value(), _till(row)) for row in rows]

    def add(self, number: int, opens: str, closes: str) -> Locator:
        self.day(number).get_by_role("button", name="Tijd erbij").click()
        row = self.day(number).locator(".hours-row").last
        row.get_by_label("Van", exact=True).fill(opens)
        row.get_by_label("Tot", exact=True).fill(closes)
        return row

    def save(self) -> None:
        with self.page.expect_navigation():
            self.page.locator("input[name=_continue]").last.click()

    def said_in_public(self) -> Page:
        self.page.goto(f"/plekken/{self.slug}/")
        return self.page


def _till(row: Locator) -> str:
    return row.get_by_label("Tot", exact=True).input_value()


@pytest.fixture
def week(staff: Page, running: Site) -> Week:
    return Week(staff, running, "casa-tiberias").open()


def test_a_day_is_copied_to_the_working_days_and_visitors_read_it(week: Week) -> None:
    week.add(0, "9", "17:00")
    expect(week.preview).to_contain_text("Open: ma 09:00-17:00")
    week.day(0).get_by_role("button", name="Kopieer").click()
    week.page.get_by_role("button", name="ma t/m vr").click()
    week.page.get_by_role("button", name="Kopieer", exact=True).click()
    expect(week.preview).to_contain_text("Open: ma-vr 09:00-17:00")
    week.add(2, "19.00", "21 uur")
    expect(week.preview).to_contain_text("wo ook 19:00-21:00")
    week.save()
    assert week.times(2) == [("09:00", "17:00"), ("19:00", "21:00")]
    expect(week.said_in_public().locator("#content, main").first).to_contain_text("19:00-21:00")


def test_copying_twice_adds_nothing_and_replacing_ticks_off_what_was_there(
    staff: Page, running: Site
) -> None:
    week = Week(staff, running, "pauluskerk").open()
    for _time in range(2):
        week.day(0).get_by_role("button", name="Kopieer").click()
        staff.get_by_role("button", name="alle dagen").click()
        staff.get_by_role("button", name="Kopieer", exact=True).click()
    assert [len(week.times(day)) for day in range(7)] == [1] * 7
    week.add(6, "10", "12")
    week.day(0).get_by_role("button", name="Kopieer").click()
    staff.get_by_role("checkbox", name="zondag").check()
    staff.get_by_label("Haal weg wat daar nu staat").check()
    staff.get_by_role("button", name="Kopieer", exact=True).click()
    expect(week.preview).to_contain_text("Open: ma-zo 17:00-18:30")
    expect(week.day(6).locator('[name$="-DELETE"]:checked')).to_have_count(1)


def test_escape_leaves_the_week_as_it_was_and_the_focus_on_the_button(week: Week) -> None:
    before = week.times(1)
    button = week.day(1).get_by_role("button", name="Kopieer")
    button.focus()
    week.page.keyboard.press("Enter")
    expect(week.page.get_by_role("dialog")).to_be_visible()
    week.page.keyboard.press("Escape")
    expect(week.page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    assert week.times(1) == before


def paste(page: Page, text: str) -> None:
    page.get_by_text("Typ of plak een hele week").click()
    page.locator("#pasted-hours").fill(text)
    page.get_by_role("button", name="Vul de rijen").click()


def test_a_pasted_expression_fills_week_special_days_and_policy(staff: Page, running: Site) -> None:
    week = Week(staff, running, "bij-de-provenier").open()
    paste(staff, 'Tu 10:00-12:00, Th 14:00-16:00 "op afspraak"; 2027 Jan 04 off "vrij"; PH off')
    expect(week.preview).to_contain_text("Open: di 10:00-12:00; do 14:00-16:00 op afspraak")
    expect(staff.locator("#id_holiday_policy")).to_have_value("dicht")
    week.save()
    assert week.times(1) == [("10:00", "12:00")]
    expect(staff.locator("#id_special_days-0-reason")).to_have_value("vrij")


def test_what_rows_cannot_say_is_refused_and_the_text_stays(week: Week) -> None:
    before = [week.times(day) for day in range(7)]
    paste(week.page, "week 1-10 Mo 10:00-12:00")
    expect(week.page.locator(".week-said")).to_contain_text("“week”")
    expect(week.page.locator("#pasted-hours")).to_have_value("week 1-10 Mo 10:00-12:00")
    assert [week.times(day) for day in range(7)] == before


def test_rows_that_clash_are_named_while_typing_and_marked_when_saved(week: Week) -> None:
    week.add(5, "9", "12")
    week.add(5, "11", "13")
    clash = "“zaterdag 09:00-12:00” en “zaterdag 11:00-13:00”"
    expect(week.preview).to_contain_text(clash)
    week.save()
    expect(week.page.locator(".hours-row-wrong")).to_have_count(2)
    expect(week.box).to_contain_text(clash)
    assert week.times(5) == [("9", "12"), ("11", "13")]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_editor_fits_and_is_accessible_with_everything_open(week: Week, width: int) -> None:
    week.page.set_viewport_size({"width": width, "height": 900})
    week.add(5, "9", "12")
    week.page.get_by_text("Typ of plak een hele week").click()
    for summary in week.page.locator(".hours-more summary").all():
        if summary.is_visible():
            summary.click()
    room = week.page.evaluate("document.documentElement.scrollWidth")
    assert room <= width
    assert_keeps_to(week.page, RULES, part=".week")
    week.day(5).get_by_role("button", name="Kopieer").click()
    assert_keeps_to(week.page, RULES, part=".week-copy")


def test_without_scripts_the_rows_do_it_all(
    new_context: Callable[..., object], colleagues: object, running: Site
) -> None:
    state = colleagues.cookies_of("redacteur")  # type: ignore[attr-defined]
    context = new_context(java_script_enabled=False, storage_state=state)
    week = Week(context.new_page(), running, "de-weerhaan").open()  # type: ignore[attr-defined]
    row = week.page.locator(".week-new .hours-row").first
    row.get_by_label("Dag", exact=True).select_option("zaterdag")
    row.get_by_label("Van", exact=True).fill("10")
    row.get_by_label("Tot", exact=True).fill("12")
    week.save()
    assert ("10:00", "12:00") in week.times(5)
    expect(week.preview).to_contain_text("za 10:00-12:00")
    expect(week.page.get_by_role("button", name="Kopieer")).to_have_count(0)
