"""What a visitor reads and does on the page with the list and the map."""

import re
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

NUMBER = re.compile(r"\d+")

DRAWN = """[...document.querySelectorAll("#map .map-cluster span, #map .map-house")]
    .reduce((sum, one) => sum + Number(one.textContent || 1), 0)"""


class Directory:
    """The page, in the words of somebody who looks for a place."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.search = page.locator("#q")
        self.open_now = page.locator("#open-now")
        self.totals = page.locator("#totals")
        self.results = page.locator("#results")
        self.names = page.locator("#results article h3")
        self.chips = page.locator(".chip:not(.chip-all)")
        self.markers = page.locator("#map .map-house")
        self.clusters = page.locator("#map .map-cluster")

    def open(self, query: str = "", language: str = "/") -> Self:
        self.page.goto(f"{language}{query}")
        return self

    def numbers(self) -> tuple[int, int]:
        """How many places there are, and how many of them are on the map."""
        places, mapped = NUMBER.findall(self.totals.text_content() or "")
        return int(places), int(mapped)

    def place(self, name: str) -> Locator:
        """The card of a place in the list."""
        return self.page.locator("#results article").filter(has_text=name)

    def marker(self, name: str) -> Locator:
        """The house of a place on the map."""
        return self.page.locator(f'#map .map-house[aria-label^="{name}, "]')

    def group(self, parameter: str) -> Locator:
        """The options of one kind, unfolded."""
        group = self.page.locator(f"#filter-{parameter}")
        for fold in (self.page.locator("#meer"), group):
            if fold.get_attribute("open") is None:
                fold.locator("> summary").click()
        return group

    def option(self, parameter: str, value: str) -> Locator:
        """One choice, unfolded."""
        self.group(parameter)
        return self.page.locator(f'label:has(> input[name="{parameter}"][value="{value}"])')

    def count(self, option: Locator) -> int:
        """The number of places that a choice says it leaves."""
        return int(option.locator(".option-count").inner_text())

    def every_name(self) -> list[str]:
        """The names on this page and on all that follow."""
        names = self.names.all_inner_texts()
        following = self.page.locator("a[rel=next]")
        while following.count():
            self.page.goto(following.get_attribute("href") or "")
            names += self.names.all_inner_texts()
        return names

    def map_data(self) -> list[dict[str, Any]]:
        """The features that the map has for this page's address."""
        answer = self.page.request.get(f"/kaart.geojson?{urlsplit(self.page.url).query}")
        return [feature["properties"] for feature in answer.json()["features"]]

    def drawn(self) -> int:
        """The number of places that the houses and clusters on the map stand for."""
        return int(self.page.evaluate(f"() => {DRAWN}"))

    def await_map(self) -> Self:
        """Until the map rests and shows all that the list can locate."""
        at_rest = "!document.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim')"
        self.page.wait_for_function(
            f"(places) => {at_rest} && {DRAWN} === places", arg=self.numbers()[1]
        )
        return self

    def await_totals(self, text: str) -> Self:
        expect(self.totals).to_have_text(text)
        return self


def mapped(features: list[dict[str, Any]]) -> int:
    """The number of places that points and clusters stand for."""
    return sum(feature.get("aantal", 1) for feature in features)
