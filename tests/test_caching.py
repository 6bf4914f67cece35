"""What caches in front of the site are told, and made to forget."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from places.models import Area
from places.purging import PurgeError, tell
from tests.edition import settle
from tests.entries import changed, entry
from tests.schedules import local

pytestmark = pytest.mark.django_db

PLACE = "bij-de-provenier"
TEN_TO_FIVE = local("2026-11-25T16:50")
PUBLIC = ["/", "/plekken/pauluskerk/", "/waarden/", "/wijken/", "/over/", "/insluiten/lijst/"]
PUBLIC += ["/kaart.geojson", "/api/v1/plekken", "/plekken.atom", "/open-data/", "/robots.txt"]


@pytest.fixture
def purged(settings: Any) -> Iterator[list[str]]:
    """What a cache of this machine was told to forget."""
    told: list[str] = []

    class Cache(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            told.append(self.headers["Surrogate-Key"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Nothing on standard error."""

    with HTTPServer(("127.0.0.1", 0), Cache) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.CACHE_PURGE_URL = f"http://127.0.0.1:{server.server_port}/"
        yield told
        server.shutdown()


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_answer_is_of_nobody_and_must_be_asked_for_again(
    address: str, client: Client
) -> None:
    answer = client.get(address, headers={"accept-language": "en", "cookie": "iets=anders"})
    assert not answer.cookies
    assert not {"Cookie", "Accept-Language"} & set(answer["Vary"].split(", "))
    assert answer["Cache-Control"] == "public, no-cache"
    assert not {"CDN-Cache-Control", "Surrogate-Key"} & set(answer.headers)


@pytest.mark.parametrize("address", ["/verwijzen/", "/aanmelden/", "/inloggen/"])
def test_a_form_is_not_validated(address: str, client: Client) -> None:
    answer = client.get(address)
    assert not answer.has_header("ETag")
    assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize(("limit", "fresh", "stale"), [(60, 30, 30), (10, 5, 5), (300, 270, 30)])
def test_a_cache_is_as_far_behind_as_it_may_be(
    limit: int, fresh: int, stale: int, client: Client, settings: Any, monkeypatch: Any
) -> None:
    settings.PUBLIC_MAX_AGE = limit
    monkeypatch.setattr(timezone, "now", lambda: TEN_TO_FIVE)
    answer = client.get("/")
    assert answer["Cache-Control"] == f"public, max-age=0, must-revalidate, s-maxage={fresh}"
    assert answer["CDN-Cache-Control"] == (
        f"public, max-age={fresh}, stale-while-revalidate={stale}, stale-if-error=3600"
    )


def test_no_cache_keeps_a_lamp_lit_beyond_closing_time(
    client: Client, settings: Any, monkeypatch: Any
) -> None:
    settings.PUBLIC_MAX_AGE = 3600
    monkeypatch.setattr(timezone, "now", lambda: TEN_TO_FIVE)
    assert "s-maxage=600" in client.get("/")["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/", "alles lijst"),
        ("/plekken/pauluskerk/", "alles lijst"),
        ("/api/v1/plekken/pauluskerk", "alles plek-pauluskerk"),
        ("/plekken/pauluskerk/kaartje/", "alles plek-pauluskerk"),
    ],
)
def test_an_answer_names_what_it_is_made_of(
    address: str, names: str, client: Client, settings: Any
) -> None:
    settings.PUBLIC_MAX_AGE = 60
    assert client.get(address)["Surrogate-Key"] == names


def test_who_begins_to_follow_has_everything_forgotten(purged: list[str]) -> None:
    tell(None)
    assert purged == ["alles"]


def test_lists_and_the_place_that_changed_are_forgotten(purged: list[str]) -> None:
    told = tell(None)
    changed(entry(), note="Bel aan.")
    settle()
    assert tell(told) != told
    assert purged[1:] == [f"lijst plek-{PLACE}"]


def test_a_place_that_moved_is_forgotten_at_both_addresses(purged: list[str]) -> None:
    told = tell(None)
    changed(entry(), slug="bij-de-buren")
    settle()
    tell(told)
    assert set(purged[1].split()) == {"lijst", f"plek-{PLACE}", "plek-bij-de-buren"}


def test_a_word_may_be_anywhere(purged: list[str]) -> None:
    told = tell(None)
    Area.objects.filter(slug="cool").update(name="Cool-Zuid")
    settle()
    tell(told)
    assert purged[1:] == ["alles"]


def test_nothing_is_forgotten_where_nothing_changed(purged: list[str]) -> None:
    told = tell(None)
    assert tell(told) == told
    assert len(purged) == 1


def test_what_could_not_be_told_is_told_later(settings: Any) -> None:
    settings.CACHE_PURGE_URL = "http://127.0.0.1:1/"
    with pytest.raises(PurgeError, match="CACHE_PURGE_URL"):
        tell(None)


def test_the_command_tells_once_and_says_what_it_needs(settings: Any, purged: list[str]) -> None:
    call_command("purge_caches", once=True)
    assert purged == ["alles"]
    settings.CACHE_PURGE_URL = ""
    with pytest.raises(CommandError, match="CACHE_PURGE_URL"):
        call_command("purge_caches", once=True)
