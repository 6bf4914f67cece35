"""`/plekken.atom`, read back as a reader of feeds does."""

from datetime import date
from typing import Any
from xml.etree.ElementTree import fromstring

import feedparser
import pytest
from django.test import Client

from places.feeds.atom import PER_PAGE
from places.models import Place, SpecialDay
from tests.asking import names
from tests.crowd import crowded
from tests.edition import settle

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client: Client, address: str = "/plekken.atom") -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def link(thing: Any, rel: str) -> str:
    return next((one.href for one in thing.links if one.rel == rel), "")


def walked(client: Client, query: str = "") -> list[Any]:
    """The entries of all pages."""
    entries, address = [], f"/plekken.atom{query}"
    while address:
        page = read(client, address)
        entries += page.entries
        address = link(page.feed, "next").removeprefix("http://testserver")
    return entries


def changed(slug: str, **fields: Any) -> Place:
    place = Place.objects.get(slug=slug)
    for name, value in fields.items():
        setattr(place, name, value)
    place.save()
    settle()
    return place


@pytest.mark.parametrize("query", ["", "wijk=cool", "gebied=noord&aanbod=samen-eten", "q=eten"])
def test_the_feed_has_the_places_of_the_list(client: Client, query: str) -> None:
    assert sorted(one.title for one in walked(client, f"?{query}")) == sorted(names(query))


def test_what_changed_last_comes_first_whatever_the_order_asked(client: Client) -> None:
    changed("pauluskerk", phone="010 123 4567")
    changed("de-brug", phone="010 123 4567")
    for query in ("", "?sorteer=naam", "?bij=Cool&sorteer=afstand", "?q=de"):
        titles = [one.title for one in walked(client, query)]
        assert titles.index("De Brug") == 0, query
    assert [one.title for one in walked(client)][:2] == ["De Brug", "Pauluskerk"]


def test_a_day_off_is_a_change_too(client: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    SpecialDay.objects.create(
        place=place, first_day=date(2026, 12, 28), last_day=date(2026, 12, 30), reason="Vakantie"
    )
    settle()
    assert read(client).entries[0].title == "Pauluskerk"


def test_an_entry_is_known_by_its_uuid_and_says_when_it_changed(client: Client) -> None:
    place = changed("pauluskerk", phone="010 123 4567")
    entry = read(client).entries[0]
    assert entry.id == f"urn:uuid:{place.uuid}"
    assert entry.published < entry.updated
    assert read(client).feed.updated == entry.updated


def test_an_entry_says_what_it_is_and_where_and_when_it_was_checked(client: Client) -> None:
    html = next(one for one in walked(client) if one.title == "Pauluskerk").content[0].value
    assert "Mauritsweg 20, 3012 JR Rotterdam" in html
    assert "Oude Westen, Centrum, Rotterdam" in html
    assert "Nog niet nagekeken." in html


def test_an_entry_leads_to_the_page_in_both_languages_and_to_the_same_as_data(
    client: Client,
) -> None:
    entry = next(one for one in walked(client) if one.title == "Pauluskerk")
    told = {(one.type, one.get("hreflang")): one.href for one in entry.links}
    assert told == {
        ("text/html", "nl"): "http://testserver/plekken/pauluskerk/",
        ("text/html", "en"): "http://testserver/en/plekken/pauluskerk/",
        ("application/json", None): "http://testserver/api/v1/plekken/pauluskerk",
        ("text/calendar", None): "http://testserver/plekken/pauluskerk.ics",
    }


def test_a_place_that_is_no_longer_public_is_no_entry(client: Client) -> None:
    changed("pauluskerk", status="gearchiveerd", archived_on=date(2026, 9, 1))
    assert "Pauluskerk" not in [one.title for one in walked(client)]


def exactly(number: int) -> None:
    """So many places are published, all of them in the feed."""
    crowded(2 * number)
    keys = list(Place.objects.published().by_name().values_list("pk", flat=True))
    Place.objects.with_keys(keys[number:]).update(status="concept")
    settle()


def test_the_pages_of_a_feed_lead_to_each_other(client: Client) -> None:
    exactly(2 * PER_PAGE + 1)
    first, last = read(client), read(client, "/plekken.atom?pagina=3")
    assert (len(first.entries), len(last.entries)) == (PER_PAGE, 1)
    assert link(first.feed, "next") == "http://testserver/plekken.atom?pagina=2"
    assert (link(first.feed, "previous"), link(last.feed, "next")) == ("", "")
    assert link(last.feed, "previous") == "http://testserver/plekken.atom?pagina=2"
    assert link(last.feed, "first") == link(first.feed, "self") == "http://testserver/plekken.atom"
    assert first.feed.id == last.feed.id


def test_walking_the_pages_gives_every_place_once(client: Client) -> None:
    exactly(2 * PER_PAGE + 1)
    ids = [one.id for one in walked(client)]
    assert len(ids) == len(set(ids)) == 2 * PER_PAGE + 1


def test_a_full_last_page_is_the_last(client: Client) -> None:
    exactly(PER_PAGE)
    assert link(read(client).feed, "next") == ""


def test_the_feed_says_what_it_is_of(client: Client) -> None:
    feed = read(client, "/plekken.atom?wijk=cool&pagina=1&leeg=").feed
    assert feed.title == "Huiskamers Rotterdam: Cool"
    assert feed.author == "Huiskamers Rotterdam"
    assert feed.id == "http://testserver/plekken.atom?wijk=cool"
    assert link(feed, "alternate") == "http://testserver/?wijk=cool"


def test_a_feed_without_entries_is_one_all_the_same(client: Client) -> None:
    parsed = read(client, "/plekken.atom?q=xyzzyplugh")
    assert parsed.entries == []
    assert parsed.feed.updated


def test_the_licence_is_said_when_there_is_one(client: Client, settings: Any) -> None:
    assert "rights" not in read(client).feed
    settings.DATA_LICENCE = "CC0-1.0"
    feed = read(client).feed
    assert "CC0" in feed.rights
    assert link(feed, "license") == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_what_an_editor_types_is_text_and_no_markup(client: Client) -> None:
    changed("de-brug", name="A & B <b>\x0b\x1f\ufffe]]>", description="<script>x</script>")
    answer = client.get("/plekken.atom")
    entry = fromstring(answer.content).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "A & B <b>   ]]>"
    assert "&lt;script&gt;" in (entry.findtext(f"{ATOM}content") or "")


def test_a_long_description_is_cut_short(client: Client) -> None:
    changed("de-brug", description="woord " * 500)
    assert len(read(client).entries[0].content[0].value) < 600


@pytest.mark.parametrize("query", ["wijk=atlantis", "open=banaan", "pagina=0", "pagina=2"])
def test_what_cannot_be_read_is_a_problem(client: Client, query: str) -> None:
    answer = client.get(f"/plekken.atom?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert query.partition("=")[0] in answer.json()["errors"]


def test_a_reader_that_is_up_to_date_gets_nothing(client: Client) -> None:
    settle()
    answer = client.get("/plekken.atom")
    again = {"if-none-match": answer["ETag"]}
    assert client.get("/plekken.atom", headers=again).status_code == 304
    changed("de-brug", phone="010 123 4567")
    assert client.get("/plekken.atom", headers=again).status_code == 200
