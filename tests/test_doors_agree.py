"""All doors find the same places, whatever is asked: pages, map, API, files, feed, agenda, HSDS."""

import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Option, Place
from tests.files import address, taken, uuids

pytestmark = pytest.mark.django_db

OTHERS = [
    *("open=2026-11-24T17:30", "nagekeken=12", "q=noord", "q=samen+eten", "q=pauluskrek"),
    *("bij=3014", "bij=3014&straal=3000", "bij=51.92,4.47", "bij=Noord&sorteer=naam"),
    *("bbox=4.46,51.90,4.50,51.93", "sorteer=nagekeken"),
]
CARD = re.compile(r'<article class="place-card [^>]* data-slug="([\w-]+)"')
ENTRY = re.compile(r"<id>urn:uuid:([0-9a-f-]+)</id>")
EVENT = re.compile(r"UID:([0-9a-f-]{36})")


def wishes() -> st.SearchStrategy[str]:
    """Query strings of known options and of everything else that can be asked."""
    tags = [option.tag.replace(":", "=", 1) for option in Option.objects.all()]
    chosen = st.lists(st.sampled_from(tags), max_size=2, unique=True)
    others = st.lists(st.sampled_from(OTHERS), max_size=2, unique=True)
    return st.builds(lambda *parts: "&".join(parts[0] + parts[1]), chosen, others)


def asking(**more: Any) -> Any:
    """How a property is tried out with a client that all examples share."""
    quiet = [HealthCheck.function_scoped_fixture]
    return settings(deadline=None, suppress_health_check=quiet, **more)


def of_api(client: Client, query: str, per: int) -> list[str]:
    """The keys on all pages of the API together; each page says the same total."""
    keys: list[str] = []
    number, total = 1, 1
    while (number - 1) * per < total:
        asked = f"/api/v1/plekken?{query}&per={per}&velden=uuid&pagina={number}"
        page = client.get(asked).json()
        assert number == 1 or page["totaal"] == total
        total, number = page["totaal"], number + 1
        keys += [one["uuid"] for one in page["resultaten"]]
    assert len(keys) == total
    return keys


def of_pages(client: Client, query: str) -> list[str]:
    """The keys of the cards on all pages of the directory."""
    slugs: list[str] = []
    for number in range(1, 4):
        html = client.get(f"/?{query}&pagina={number}").content.decode()
        more = CARD.findall(html)
        if not more or more[0] in slugs:
            break
        slugs += more
    known = {one.slug: str(one.uuid) for one in Place.objects.published()}
    return [known[slug] for slug in slugs]


def of_map(client: Client, query: str) -> int:
    """How many places stand on the map, those in clusters too."""
    drawn = client.get(f"/kaart.geojson?{query}").json()["features"]
    return sum(one["properties"].get("aantal", 1) for one in drawn)


@asking(max_examples=40)
@given(data=st.data())
def test_all_doors_find_the_same_places(client: Client, data: st.DataObject) -> None:
    query = data.draw(wishes())
    keys = of_api(client, query, data.draw(st.integers(7, 60)))
    assert uuids("csv", taken(client, "csv", query)) == keys
    assert keys == [] or of_pages(client, query) == keys  # nothing: others that are near
    located = {str(one.uuid) for one in Place.objects.published().located()}
    assert of_map(client, query) == len(located & set(keys))


@asking(max_examples=8)
@given(data=st.data())
def test_all_files_have_the_same_places_in_the_same_order(
    client: Client, data: st.DataObject
) -> None:
    query = data.draw(wishes())
    keys = of_api(client, query, 500)
    for key in ("geojson", "xlsx", "gpkg", "osm"):
        assert uuids(key, taken(client, key, query)) == keys, (key, query)


@asking(max_examples=8)
@given(data=st.data())
def test_feed_agenda_and_hsds_have_the_same_places(client: Client, data: st.DataObject) -> None:
    query = data.draw(wishes())
    keys = set(of_api(client, query, 500))
    feed = client.get(f"/plekken.atom?{query}").content.decode()
    assert set(ENTRY.findall(feed)) == keys
    told = client.get(f"/api/hsds/v3/services?{query}&per_page=500").json()
    assert told["total_items"] == len(keys)
    agenda = client.get(f"/plekken.ics?{query}").content.decode().replace("\r\n ", "")
    assert set(EVENT.findall(agenda)) <= keys


@pytest.mark.parametrize("query", ["straal=9", "soort=kasteel", "bbox=1,2", "open=gisteren"])
def test_all_doors_for_machines_refuse_the_same(client: Client, query: str) -> None:
    reasons = client.get(f"/api/v1/plekken?{query}").json()["errors"]
    assert reasons
    for one in (address("csv", query), f"/kaart.geojson?{query}", f"/plekken.atom?{query}"):
        answer = client.get(one)
        assert answer.status_code == 400, one
        assert answer.json()["errors"] == reasons, one
