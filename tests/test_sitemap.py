"""`/sitemap.xml` and `/robots.txt`: every page that is to be found, and nothing else."""

import re
from collections.abc import Iterator
from urllib.robotparser import RobotFileParser
from xml.etree.ElementTree import Element, fromstring

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.dateparse import parse_datetime

from places.models import Place, Publication
from places.models.crawled import SIZE
from tests.crowd import crowded
from tests.edition import settle

pytestmark = pytest.mark.django_db

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ORIGIN = "http://testserver"


def read(client: Client, address: str) -> Element:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return fromstring(answer.content)


def parts(client: Client) -> list[str]:
    index = read(client, "/sitemap.xml")
    assert index.tag == f"{SITEMAPS}sitemapindex"
    return [loc.text.removeprefix(ORIGIN) for loc in index.iter(f"{SITEMAPS}loc") if loc.text]


def urls(client: Client) -> Iterator[Element]:
    for part in parts(client):
        yield from read(client, part).iter(f"{SITEMAPS}url")


def addresses(client: Client) -> list[str]:
    locs = (url.findtext(f"{SITEMAPS}loc") or "" for url in urls(client))
    return [loc.removeprefix(ORIGIN) for loc in locs]


def test_every_page_in_the_sitemap_is_there_and_may_be_indexed(client: Client) -> None:
    found = addresses(client)
    assert len(found) == len(set(found))
    for address in {*found[:: len(found) // 50], *(one for one in found if one.count("/") < 3)}:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "noindex" not in answer.content.decode(), address


def test_every_public_place_is_in_it_in_both_languages(client: Client) -> None:
    slugs = Place.objects.published().values_list("slug", flat=True)
    expected = {f"{start}/plekken/{slug}/" for slug in slugs for start in ("", "/en")}
    assert {one for one in addresses(client) if "/plekken/" in one} == expected


def test_every_page_names_itself_in_each_language(client: Client) -> None:
    for url in urls(client):
        loc = url.findtext(f"{SITEMAPS}loc")
        told = {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        assert set(told) == {"nl", "en", "x-default"}
        assert loc in (told["nl"], told["en"])
        assert told["x-default"] == told["nl"]


def test_a_page_says_when_its_place_changed(client: Client) -> None:
    Place.objects.get(slug="pauluskerk").save()
    settle()
    [url] = [
        one
        for one in read(client, _part_of("pauluskerk")).iter(f"{SITEMAPS}url")
        if one.findtext(f"{SITEMAPS}loc") == f"{ORIGIN}/plekken/pauluskerk/"
    ]
    changed = parse_datetime(url.findtext(f"{SITEMAPS}lastmod") or "")
    known = Publication.objects.get(slug="pauluskerk").changed_at
    assert changed == known.replace(microsecond=0)


def test_a_place_that_is_gone_is_not_in_it(client: Client) -> None:
    Place.objects.filter(slug="pauluskerk").update(status="concept")
    settle()
    assert "/plekken/pauluskerk/" not in addresses(client)


def test_a_country_comes_in_parts_of_which_none_is_too_large(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 2 * SIZE <= 10_000  # in two languages
    monkeypatch.setattr("places.models.crawled.SIZE", 100)
    crowded(200)
    settle()
    places = [part for part in parts(client) if "plekken" in part]
    assert len(places) > 1
    sizes = [len(list(read(client, part).iter(f"{SITEMAPS}url"))) for part in places]
    assert max(sizes) <= 200
    assert sum(sizes) == 2 * Place.objects.published().count()


def test_a_part_takes_one_statement_and_one_more_to_know_the_edition(client: Client) -> None:
    for address in ("/sitemap.xml", _part_of("pauluskerk")):
        with CaptureQueriesContext(connection) as statements:
            client.get(address)
        assert len(statements) == 2


@pytest.mark.parametrize(
    "part", ["plekken-999999999", "paginas-1", "geheim-0", "accounts-0", "plekken-x"]
)
def test_a_part_that_is_not_there_is_not_found(client: Client, part: str) -> None:
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_the_sitemap_is_asked_for_once(client: Client) -> None:
    for address in ("/sitemap.xml", _part_of("pauluskerk")):
        answer = client.get(address)
        again = {"if-none-match": answer["ETag"]}
        assert client.get(address, headers=again).status_code == 304


def robots(client: Client) -> RobotFileParser:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    parser = RobotFileParser()
    parser.parse(answer.content.decode().splitlines())
    return parser


def test_robots_are_led_to_the_sitemap(client: Client) -> None:
    assert robots(client).site_maps() == [f"{ORIGIN}/sitemap.xml"]


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        *((address, True) for address in ("/", "/en/", "/plekken/pauluskerk/", "/wijken/cool/")),
        *((f"/{name}", True) for name in ("sitemap.xml", "plekken.atom", "plekken.csv")),
        ("/?pagina=2", True),
        ("/en/?pagina=2", True),
        ("/open-data/catalogus.jsonld", True),
        ("/api/v1/openapi.json", True),
        ("/?wijk=cool", False),
        ("/en/?q=eten&wijk=cool", False),
        ("/?pagina=2&wijk=cool", False),
        ("/plekken.csv?wijk=cool", False),
        ("/beheer/", False),
        ("/verwijzen/kaart/", False),
        ("/en/bevestigen/abc/", False),
        ("/plekken/pauluskerk/kaartje/", False),
        ("/api/v1/plekken", False),
    ],
)
def test_robots_may_read_pages_but_no_combinations(
    client: Client, address: str, allowed: bool
) -> None:
    assert may_read(client.get("/robots.txt").content.decode(), address) == allowed


def may_read(robots: str, address: str) -> bool:
    """As RFC 9309 has it: the longest rule that fits decides, and of two the one that allows."""
    rules = [line.partition(": ")[::2] for line in robots.splitlines() if "llow: " in line]
    fitting = [(len(path), kind == "Allow") for kind, path in rules if _fits(path, address)]
    return max(fitting, default=(0, True))[1]


def _fits(path: str, address: str) -> bool:
    return re.match(re.escape(path).replace(r"\*", ".*"), address) is not None


def _part_of(slug: str) -> str:
    key = Place.objects.get(slug=slug).pk
    return f"/sitemap-plekken-{key // SIZE}.xml"
