"""Staff undo a mistake, take a place out of the list and make one of two, as people do."""

from playwright.sync_api import Page, expect

from tests.browser.site import Site


def change_page(running: Site, slug: str) -> str:
    return f"/beheer/places/place/{running.keys[slug]}/change/"


def test_a_mistake_is_seen_in_the_history_and_undone(staff: Page, running: Site) -> None:
    staff.goto(change_page(running, "hart-voor-carnisse"))
    staff.locator("#id_name").fill("Hart voor Iedereen")
    with staff.expect_navigation():
        staff.locator("input[name=_continue]").last.click()
    staff.get_by_role("link", name="Geschiedenis", exact=True).click()
    expect(staff.locator(".change").first).to_contain_text("Hart voor Iedereen")
    staff.get_by_role("link", name="Terug naar vóór deze wijziging").first.click()
    staff.get_by_role("button", name="Zet alles zo terug").click()
    expect(staff.locator(".messagelist")).to_contain_text("is teruggezet")
    expect(staff.locator("#id_name")).to_have_value("Hart voor Carnisse")


def test_a_place_moves_and_comes_back(staff: Page, running: Site) -> None:
    staff.goto(change_page(running, "dienstencentrum"))
    staff.get_by_role("link", name="Archiveren", exact=True).click()
    staff.get_by_label("verhuisd").check()
    staff.get_by_label("In woorden").fill("Verhuisd naar de overkant.")
    staff.get_by_label("Verder als").fill("Pauluskerk")
    staff.get_by_role("button", name="Naar het archief").click()
    staff.get_by_role("link", name="Bekijk wat bezoekers lezen").click()
    expect(staff.get_by_role("link", name="Verder als: Pauluskerk")).to_be_visible()
    staff.go_back()
    staff.get_by_role("button", name="Terug in de lijst").click()
    expect(staff.locator(".messagelist")).to_contain_text("terug uit het archief")


def test_a_place_that_stood_there_twice_becomes_one(staff: Page, running: Site) -> None:
    staff.goto(change_page(running, "creatief-beheer"))
    staff.get_by_role("link", name="Samenvoegen", exact=True).click()
    staff.get_by_label("Naam", exact=True).fill("schiemond")
    staff.get_by_role("button", name="Zoek de plek").click()
    staff.get_by_role("link", name="Huis van de Wijk Schiemond").click()
    staff.get_by_role("group", name="Naam", exact=True).get_by_role("radio").nth(1).check()
    staff.get_by_role("button", name="Voeg samen").click()
    expect(staff.locator(".messagelist")).to_contain_text("is samengevoegd met")
    staff.goto("/plekken/creatief-beheer/")
    expect(staff.get_by_role("heading", level=1)).to_have_text("Huis van de Wijk Schiemond")
