"""Every number on the page agrees with every other: totals, cards, map and options."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.directory import Directory, mapped

SELECTIONS = {
    "everything": "",
    "a district": "?gebied=delfshaven",
    "two kinds": "?soort=huiskamer&soort=huis-van-de-wijk",
    "words": "?q=samen+eten",
    "a moment": "?open=2026-11-24T17:30",
    "a circle": "?bij=51.9182,4.4716&straal=1500",
    "a box": "?bbox=4.46,51.91,4.49,51.94",
    "nothing": "?q=zwembad",
}
GROUPS = [
    *("aanbod", "soort", "gebied", "wijk", "waarde"),
    *("kenmerk", "doelgroep", "netwerk", "dilemma"),
]


@pytest.mark.parametrize("query", SELECTIONS.values(), ids=SELECTIONS)
def test_totals_are_the_cards_of_all_pages_and_the_sum_of_the_map(page: Page, query: str) -> None:
    directory = Directory(page).open(query)
    places, located = directory.numbers()
    assert mapped(directory.map_data()) == located
    names = directory.every_name() if places else []
    assert (len(names), len(set(names))) == (places, places)


@pytest.mark.parametrize("query", ["", "?gebied=delfshaven", "?open=2026-11-24T17:30"])
def test_the_map_draws_as_many_places_as_the_totals_say(page: Page, query: str) -> None:
    Directory(page).open(query).await_map()


@pytest.mark.parametrize("parameter", GROUPS)
def test_an_option_leaves_as_many_places_as_it_says(page: Page, parameter: str) -> None:
    directory = Directory(page).open()
    directory.group(parameter)
    option = page.locator(f"#filter-{parameter} label").last
    promised = directory.count(option)
    option.click()
    expect(directory.chips).to_have_count(1)
    assert directory.numbers()[0] == promised
    assert mapped(directory.map_data()) == directory.numbers()[1]


def test_numbers_beside_the_options_follow_every_choice(page: Page) -> None:
    directory = Directory(page).open()
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    for option in directory.group("waarde").locator("label").all()[:4]:
        alone = Directory(page.context.new_page())
        value = option.locator("input").get_attribute("value")
        assert directory.count(option) == alone.open(f"?gebied=noord&waarde={value}").numbers()[0]


def test_a_second_value_is_counted_among_what_the_first_leaves(page: Page) -> None:
    directory = Directory(page).open("?waarde=sfeer")
    second = directory.option("waarde", "coproductie")
    promised = directory.count(second)
    second.click()
    expect(directory.chips).to_have_count(2)
    assert directory.numbers()[0] == promised


def test_groups_of_options_stay_as_the_visitor_left_them(page: Page) -> None:
    directory = Directory(page).open()
    directory.group("waarde")
    page.locator("#filter-aanbod > summary").click()
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    opened = page.locator("details.facet[open]").evaluate_all("all => all.map(one => one.id)")
    assert opened == ["filter-gebied", "filter-waarde"]


def test_the_focus_stays_on_the_option_that_was_chosen(page: Page) -> None:
    directory = Directory(page).open()
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    expect(page.locator("#gebied-noord")).to_be_focused()
    expect(page.locator("#gebied-noord")).to_be_checked()


def test_a_wrong_value_is_told_beside_its_field_and_the_rest_holds(page: Page) -> None:
    directory = Directory(page).open("?open=banaan&gebied=noord")
    expect(page.locator("#fout-open")).to_be_visible()
    expect(page.locator("#fout-open")).not_to_be_empty()
    expect(directory.chips).to_contain_text(["Noord"])


def test_a_wrong_value_leaves_the_map_showing_what_the_list_shows(page: Page) -> None:
    Directory(page).open("?open=banaan&gebied=noord").await_map()


def test_next_and_previous_turn_the_pages(page: Page) -> None:
    directory = Directory(page).open()
    first = directory.names.all_inner_texts()
    page.get_by_role("link", name="Volgende").click()
    expect(page.locator(".pages")).to_contain_text("Bladzijde 2 van 3")
    assert not set(first) & set(directory.names.all_inner_texts())
    page.get_by_role("link", name="Vorige").click()
    expect(directory.names).to_have_text(first)


def test_a_choice_on_page_three_starts_at_the_first_page(page: Page) -> None:
    directory = Directory(page).open("?pagina=3")
    directory.option("gebied", "noord").click()
    expect(directory.chips).to_contain_text(["Noord"])
    assert "pagina" not in page.url
    expect(directory.names).to_have_count(directory.numbers()[0])
