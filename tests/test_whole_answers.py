"""A repeat is read from a cache that processes share; it is never stale, and tells of nobody."""

import gzip
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from huiskamers.caches import ANSWERS
from huiskamers.caches import caches as caches_of
from places import whole_answers
from places.models.reading import reading
from tests.edition import NAMING_IT, shows_an_edit

pytestmark = pytest.mark.django_db

ZIPPED = {"accept-encoding": "gzip"}
TABLE = "antwoorden"


@pytest.fixture(autouse=True)
def _shelf(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cache in the database, and tests that are no transaction as far as it can see."""
    settings.CACHES = caches_of(f"database:{TABLE}")
    monkeypatch.setattr(whole_answers, "shelf", whole_answers.Shelf())
    monkeypatch.setattr(whole_answers, "is_one_transaction", lambda: False)
    call_command("createcachetable", verbosity=0)
    yield
    caches[ANSWERS].close()


def kept() -> int:
    """How many answers are in the cache."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TABLE}")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize(
    "address", ["/", "/en/", "/?wijk=cool&pagina=1", "/?open=nu", "/plekken/pauluskerk/"]
)
def test_a_repeat_is_the_same_and_takes_two_statements(address: str, client: Client) -> None:
    first = client.get(address)
    with CaptureQueriesContext(connection) as statements:
        again = client.get(address)
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    assert len(statements) == 2  # the version, and the answer


def test_what_is_kept_is_kept_compressed_for_who_can_read_that(client: Client) -> None:
    plain, first, again = (client.get("/", headers=one) for one in ({}, ZIPPED, ZIPPED))
    assert first["Content-Encoding"] == again["Content-Encoding"] == "gzip"
    assert gzip.decompress(again.content) == gzip.decompress(first.content) == plain.content


@pytest.mark.parametrize("address", NAMING_IT)
def test_an_edit_shows_on_the_next_request(address: str, client: Client) -> None:
    assert shows_an_edit(client, address)


@pytest.mark.parametrize(
    "address",
    [
        "/?q=eten",
        "/?bij=3014",
        "/kaart.geojson?bbox=4.4,51.9,4.5,52",
        "/?taal=turks&wijk=cool",
        "/?taal=turks&taal=pools",
        "/?open=2026-11-24T17:30",
        "/?utm_source=brief",
        "/verwijzen/?taal=turks",
        "/plekken/er-is-geen-plek/",
    ],
)
def test_what_somebody_put_together_is_not_kept(address: str, client: Client) -> None:
    client.get(address)
    assert kept() == 0


def test_what_is_posted_is_not_kept(client: Client) -> None:
    client.post("/verwijzen/", {"bij": "3014"})
    assert kept() == 0


def test_within_a_transaction_nothing_is_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_answers, "is_one_transaction", lambda: reading().in_atomic_block)
    client.get("/")
    assert kept() == 0


def test_without_the_cache_pages_are_made_and_that_is_said_once(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(whole_answers.log, "warning", said.append)
    settings.CACHES = caches_of("redis://127.0.0.1:1/0")
    pages = [client.get(address) for address in ("/", "/", "/over/")]
    assert [page.status_code for page in pages] == [200] * 3
    assert [words[:34] for words in said] == ["The cache of CACHE_URL is away, pa"]


def test_a_cache_that_does_not_answer_is_left_alone_for_a_while(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CACHES = caches_of("redis://127.0.0.1:1/0")
    client.get("/")
    settings.CACHES = caches_of(f"database:{TABLE}")
    client.get("/")
    assert kept() == 0
    later = time.monotonic() + whole_answers.REST
    monkeypatch.setattr(time, "monotonic", lambda: later)
    client.get("/")
    assert kept() == 1


def test_without_a_setting_there_is_no_cache() -> None:
    assert ANSWERS not in caches_of("")


@pytest.mark.parametrize("url", ["memcached://elders", "database:een; twee", "redis"])
def test_a_cache_that_is_none_is_refused_when_the_site_starts(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL"):
        caches_of(url)
