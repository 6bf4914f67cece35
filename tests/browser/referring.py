"""`/verwijzen/` as somebody at a kitchen table meets it."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

HOME = "Proveniersstraat 77, 3033 CJ Rotterdam"


class Referring:
    """The form and its answer in one window."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.address = page.locator("#bij")
        self.title = page.locator("#antwoord-titel")
        self.places = page.locator(".referral-place")
        self.chosen = page.locator("#gekozen")
        self.boxes = page.locator("input[name=plek]:checked")

    def open(self, query: str = "", language: str = "/") -> Self:
        self.page.goto(f"{language}verwijzen/{query}")
        return self

    def fill_in(self, address: str = HOME) -> Self:
        """A client who walks, at most half an hour, on Tuesday afternoon."""
        self.address.fill(address)
        self.page.get_by_label("lopend").check()
        self.page.locator("#minuten").select_option("30")
        self.page.get_by_label("dinsdag").check()
        self.page.get_by_label("middag").check()
        return self

    def ask(self) -> Self:
        self.page.get_by_role("button", name="Zoek plekken").click()
        expect(self.title).to_be_visible()
        expect(self.page.locator("#verwijzing[aria-busy=true]")).to_have_count(0)
        return self

    def choose(self, *names: str) -> Self:
        for name in names:
            self.place(name).get_by_role("checkbox").check()
        return self

    def place(self, name: str) -> Locator:
        """The place of this name in the answer."""
        link = self.page.get_by_role("link", name=name, exact=True)
        return self.places.filter(has=link)

    def names(self) -> list[str]:
        return self.page.locator(".referral-place h4").all_inner_texts()

    def make_sheet(self) -> Page:
        self.page.get_by_role("button", name="Maak het blad").click()
        self.page.wait_for_url("**/verwijzen/kaart/")
        return self.page
