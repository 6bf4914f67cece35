"""A resident types, narrows down, looks, goes back: without the page being loaded again."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.directory import Directory
from tests.browser.walls import Walls

TUESDAY_AT_HALF_PAST_FIVE = "?open=2026-11-24T17:30"
OPEN_THEN = ["Bij de Provenier", "Leeszaal Rotterdam West", "Pauluskerk"]
THEN = "open op dinsdag 24 november, 17:30"


@pytest.fixture
def directory(page: Page) -> Directory:
    """The page as one first comes upon it, marked so that a reload shows."""
    directory = Directory(page).open()
    page.evaluate("window.isStillTheSamePage = true")
    return directory


def is_still_the_same_page(directory: Directory) -> bool:
    return bool(directory.page.evaluate("window.isStillTheSamePage ?? false"))


def test_typing_eating_together_in_noord_finds_bij_de_provenier(directory: Directory) -> None:
    directory.search.press_sequentially("samen eten in Noord")
    expect(directory.names).to_have_text(["Bij de Provenier"])
    directory.await_totals("1 plek, 1 op de kaart")
    expect(directory.page).to_have_url(
        re.compile(r"/\?q=samen(\+|%20)eten(\+|%20)in(\+|%20)Noord$")
    )
    assert is_still_the_same_page(directory)


def test_typing_moves_chips_and_map_along(directory: Directory) -> None:
    directory.search.press_sequentially("samen eten in Noord")
    expect(directory.chips).to_contain_text(["“samen eten in Noord”"])
    expect(directory.marker("Bij de Provenier")).to_be_visible()
    expect(directory.markers).to_have_count(1)
    expect(directory.clusters).to_have_count(0)


def test_a_slow_answer_takes_no_typed_letter_and_no_focus(directory: Directory) -> None:
    held: list[Route] = []
    directory.page.route("**/?q=*", lambda route: held.append(route))
    with directory.page.expect_request("**/?q=*"):
        directory.search.press_sequentially("sam")
    with directory.page.expect_request("**/?q=samen*eten"):
        directory.search.press_sequentially("en eten")
    directory.search.press_sequentially(" in Noord")
    for route in held:
        route.continue_()
    directory.page.unroute("**/?q=*")
    expect(directory.names).to_have_text(["Bij de Provenier"])
    expect(directory.search).to_have_value("samen eten in Noord")
    expect(directory.search).to_be_focused()


def test_a_slip_of_the_finger_still_finds(directory: Directory) -> None:
    directory.search.press_sequentially("paulskerk")
    expect(directory.names).to_contain_text(["Pauluskerk"])


def test_three_places_are_open_on_tuesday_at_half_past_five(page: Page) -> None:
    directory = Directory(page).open(TUESDAY_AT_HALF_PAST_FIVE)
    expect(directory.names).to_have_text(OPEN_THEN)
    expect(directory.totals).to_have_text("3 plekken, 2 op de kaart")
    expect(page.locator("#results .state")).to_have_text(
        ["open tot 18:00", "open tot 19:00", "open tot 18:30"]
    )


def test_day_and_time_can_be_chosen(directory: Directory) -> None:
    directory.page.get_by_text("Op dag en tijd").click()
    directory.page.get_by_label("Welke plekken zijn dan zeker open?").fill("2026-11-24T17:30")
    expect(directory.names).to_have_text(OPEN_THEN)
    expect(directory.chips).to_contain_text([THEN])
    assert is_still_the_same_page(directory)


def test_open_now_and_another_time_exclude_each_other(directory: Directory) -> None:
    directory.page.get_by_text("Op dag en tijd").click()
    moment = directory.page.get_by_label("Welke plekken zijn dan zeker open?")
    moment.fill("2026-11-24T17:30")
    directory.open_now.check()
    expect(moment).to_have_value("")
    expect(directory.chips).to_contain_text(["nu open"])
    moment.fill("2026-11-24T17:30")
    expect(directory.chips).to_contain_text([THEN])
    expect(directory.open_now).not_to_be_checked()


def test_a_chip_takes_its_filter_off(page: Page) -> None:
    directory = Directory(page).open("?gebied=noord&q=eten")
    directory.chips.filter(has_text="Noord").click()
    expect(page).to_have_url(re.compile(r"/\?q=eten$"))
    expect(directory.chips).to_contain_text(["“eten”"])


def test_everything_can_be_taken_off_at_once(page: Page) -> None:
    directory = Directory(page).open("?gebied=noord&q=eten")
    page.get_by_role("link", name="Alles weghalen").click()
    expect(page).to_have_url(re.compile(r"/$"))
    expect(directory.totals).to_have_text("58 plekken, 40 op de kaart")


def test_back_undoes_a_choice(directory: Directory) -> None:
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    directory.page.go_back()
    expect(directory.totals).to_have_text("58 plekken, 40 op de kaart")
    expect(directory.chips).to_have_count(0)
    expect(directory.page.locator("#gebied-noord")).not_to_be_checked()


def test_forward_makes_the_choice_again(directory: Directory) -> None:
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    found = directory.names.all_inner_texts()
    directory.page.go_back()
    directory.await_totals("58 plekken, 40 op de kaart")
    directory.page.go_forward()
    expect(directory.names).to_have_text(found)
    expect(directory.page.locator("#gebied-noord")).to_be_checked()


def test_back_from_a_place_returns_to_what_was_found(page: Page) -> None:
    directory = Directory(page).open("?q=samen+eten+in+Noord")
    page.get_by_role("link", name="Bij de Provenier").click()
    page.wait_for_url("**/plekken/bij-de-provenier/")
    page.go_back()
    expect(directory.names).to_have_text(["Bij de Provenier"])
    expect(directory.search).to_have_value("samen eten in Noord")


def test_a_shared_address_opens_what_was_found(directory: Directory, page: Page) -> None:
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    directory.search.press_sequentially("huis")
    expect(directory.chips).to_contain_text(["“huis”", "Noord"])
    found = directory.names.all_inner_texts()
    elsewhere = Directory(page.context.new_page()).open(page.url.partition("/")[2])
    assert elsewhere.names.all_inner_texts() == found
    expect(elsewhere.search).to_have_value("huis")


def test_nothing_found_says_which_wish_to_let_go_of(page: Page) -> None:
    directory = Directory(page).open("?q=zwembad&gebied=noord")
    expect(directory.totals).to_have_text("0 plekken, 0 op de kaart")
    way_out = page.locator(".nothing").get_by_role("link", name=re.compile("^zonder “zwembad”$"))
    promised = int(re.findall(r"\d+", way_out.locator("..").inner_text())[0])
    way_out.click()
    expect(directory.chips).to_have_text([re.compile("Noord")])
    assert directory.numbers()[0] == promised


def test_nothing_found_shows_the_nearest_places(page: Page) -> None:
    directory = Directory(page).open("?q=zwembad&gebied=noord")
    expect(directory.names).to_have_count(3)
    # Nobody said where she is, so no distance is told.
    expect(directory.results.locator(".place-card-distance")).to_have_count(0)


def test_another_language_keeps_the_filters(page: Page) -> None:
    directory = Directory(page).open("?gebied=noord&q=eten")
    found = directory.names.all_inner_texts()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/\?gebied=noord&q=eten$"))
    expect(directory.names).to_have_text(found)


def test_a_lost_connection_is_told_beside_the_form(directory: Directory, walls: Walls) -> None:
    directory.page.route("**/?q=*", lambda route: route.abort("connectionfailed"))
    directory.search.press_sequentially("eten")
    expect(directory.page.locator("#search-message")).to_contain_text("Er kwam geen antwoord")
    walls.complaints.clear()  # the browser tells it in its own way too


def test_the_message_about_a_lost_connection_goes_when_it_is_back(
    directory: Directory, walls: Walls
) -> None:
    directory.page.route("**/?q=*", lambda route: route.abort("connectionfailed"))
    directory.search.press_sequentially("eten")
    expect(directory.page.locator("#search-message")).not_to_be_empty()
    directory.page.unroute("**/?q=*")
    directory.search.press_sequentially(" in Noord")
    expect(directory.chips).to_contain_text(["“eten in Noord”"])
    expect(directory.page.locator("#search-message")).to_be_empty()
    walls.complaints.clear()  # the browser tells it in its own way too
