"""What every page tells search engines: its one address, its other language, or to leave it out."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from places.models import Place
from tests.test_canaries import NAMED, OPEN, addresses
from tests.test_sitemap import addresses as addresses_in_the_sitemap

pytestmark = pytest.mark.django_db

ORIGIN = "http://testserver"
WORDS = NAMED | {"confirm": [{"token": "geraden"}]}


class Head(HTMLParser):
    """The links of a page, whether it may be kept, and its linked data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.robots, self.data, self._in_data = "", "", False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "link":
            self.links.append(said)
        if tag == "meta" and said.get("name") == "robots":
            self.robots = said["content"]
        self._in_data = said.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        self.data += data if self._in_data else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def of(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == rel]

    @property
    def languages(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}


def head(client: Client, address: str) -> Head:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return Head(answer.content.decode())


def pages(client: Client) -> dict[str, Head]:
    """Every page of the site that is there and is a whole page."""
    found = {}
    for address in dict.fromkeys(one for one in addresses(Words()) if one.endswith("/")):
        answer = client.get(address)
        if answer.status_code == 200 and b"<head>" in answer.content:
            found[address] = Head(answer.content.decode())
    return found


class Words(dict[str, Any]):
    """What addresses are asked with; those with keys of the database are left out."""

    def __missing__(self, name: str) -> list[Any]:
        return WORDS.get(name, [])


@pytest.fixture
def walked(client: Client) -> dict[str, Head]:
    found = pages(client)
    assert {"/", "/en/", "/waarden/", f"/en/plekken/{OPEN}/", "/open-data/"} <= set(found)
    return found


def test_every_page_to_keep_has_one_address_in_each_language(walked: dict[str, Head]) -> None:
    for address, page in walked.items():
        if "noindex" in page.robots:
            continue
        assert page.of("canonical") == [ORIGIN + address]
        dutch = address.removeprefix("/en") or "/"
        english = f"{ORIGIN}/en{dutch}"
        languages = {"nl": ORIGIN + dutch, "en": english, "x-default": ORIGIN + dutch}
        assert page.languages == languages, address


def test_a_page_is_in_the_sitemap_or_not_to_be_kept(
    client: Client, walked: dict[str, Head]
) -> None:
    listed = set(addresses_in_the_sitemap(client))
    left_out = {address for address, page in walked.items() if "noindex" in page.robots}
    assert set(walked) - left_out <= listed
    assert not left_out & listed
    forms = {f"/plekken/{OPEN}/wijziging/", f"/plekken/{OPEN}/melden/", "/en/verwijzen/"}
    assert forms | {"/inloggen/", "/aanmelden/", "/insluiten/lijst/"} <= left_out


@pytest.mark.parametrize(
    ("asked", "canonical", "kept"),
    [
        ("/?sorteer=nagekeken", "/", True),
        ("/?open=banaan&onbekend=1&wijk=", "/", True),
        ("/?pagina=1", "/", True),
        ("/?pagina=2&sorteer=naam", "/?pagina=2", True),
        ("/?pagina=999", "/", True),
        ("/en/?pagina=2", "/en/?pagina=2", True),
        ("/?wijk=cool&sorteer=naam", "/?wijk=cool", False),
        ("/en/?taal=turks&q=eten&open=banaan", "/en/?q=eten&taal=turks", False),
        ("/?bij=3014", "/?bij=3014", False),
    ],
)
def test_a_list_is_known_by_its_shortest_address_and_kept_when_it_is_whole(
    client: Client, asked: str, canonical: str, kept: bool
) -> None:
    page = head(client, asked)
    assert page.of("canonical") == [ORIGIN + canonical]
    assert ("noindex" not in page.robots) == kept
    assert page.languages["nl"] == ORIGIN + canonical.replace("/en/", "/")
    assert bool(page.data) == kept


def test_the_pages_of_the_list_lead_to_each_other(client: Client) -> None:
    assert head(client, "/").of("prev") == []
    assert head(client, "/").of("next") == ["/?pagina=2"]
    assert head(client, "/?pagina=2").of("prev") == ["/"]
    assert head(client, "/?pagina=3").of("next") == []


def test_the_whole_list_names_every_place_once_in_order(client: Client) -> None:
    items = [
        item
        for number in (1, 2, 3)
        for item in json.loads(head(client, f"/?pagina={number}").data)["itemListElement"]
    ]
    assert [item["position"] for item in items] == list(range(1, 59))
    slugs = Place.objects.published().by_name().values_list("slug", flat=True)
    assert [item["url"] for item in items] == [f"{ORIGIN}/plekken/{slug}/" for slug in slugs]


def test_a_list_leads_to_its_feed_its_agenda_and_its_data(client: Client) -> None:
    links = head(client, "/?wijk=cool&pagina=1").links
    told = {
        link["type"]: link["href"] for link in links if link["rel"] == "alternate" if "type" in link
    }
    assert told["application/atom+xml"] == "/plekken.atom?wijk=cool"
    assert told["text/calendar"] == "/plekken.ics?wijk=cool"
    assert told["application/json"] == "/api/v1/plekken?wijk=cool"


def test_a_place_leads_to_its_agenda_and_its_data(client: Client) -> None:
    html = client.get("/plekken/pauluskerk/").content.decode()
    told = {link["href"] for link in Head(html).links if link["rel"] == "alternate"}
    assert {"/plekken/pauluskerk.ics", "/api/v1/plekken/pauluskerk"} <= told
    assert 'href="/plekken/pauluskerk.ics">Zet in je agenda</a>' in html
    assert "Zet in je agenda" not in client.get("/plekken/casa-tiberias/").content.decode()
