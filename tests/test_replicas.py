"""Who reads where, as far as that can be told without a standby."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg2
import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from huiskamers import replicas
from huiskamers.replicas import OF_ONES_OWN, AskedAgain, Replicas, Router
from places.models import Place
from places.models.reading import reading

PLACES = Path(__file__).parent.parent / "places"
WRITE = {"bulk.py", "repeats.py", "attempt.py", "postcode.py", "clashes.py", "work.py", "health.py"}
WRITE |= {"document.py", "derived.py", "copying.py", "tables.py"}
IN_AN_ADDRESS = {
    "slug": "pauluskerk",
    "token": "x",
    "key": uuid.UUID(int=1),
    "width": 320,
    "extension": "jpg",
    "kind": "csv",
    "number": 0,
}


class Silent(psycopg2.OperationalError):
    """Nothing came back."""


class Cancelled(psycopg2.OperationalError):
    """It took too long."""

    pgcode = "57014"


@pytest.fixture
def replicated(settings: Any) -> Iterator[None]:
    settings.REPLICA_URLS = ["postgis:///standby"]
    settings.DATABASE_ROUTERS = ["huiskamers.replicas.Router"]
    yield
    replicas._read_the_primary()


def asked(method: str = "GET", **cookies: str) -> HttpRequest:
    request = RequestFactory().generic(method, "/")
    request.COOKIES.update(cookies)
    return request


@pytest.mark.parametrize(
    ("request_", "may"),
    [
        (asked(), True),
        (asked("HEAD"), True),
        (asked(taal="nl"), True),
        (asked("POST"), False),
        (asked(sessionid="x"), False),
        (asked(csrftoken="x"), False),
    ],
    ids=["a visitor", "a cache", "somebody else's cookie", "a form", "logged in", "opened a form"],
)
def test_a_visitor_may_read_a_standby_unless_known(request_: HttpRequest, may: bool) -> None:
    assert replicas._may_lag(request_) is may


def named(patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, set[str]]]:
    """Names of all addresses but those of the admin, and what they must be told."""
    for one in patterns:
        if isinstance(one, URLPattern) and one.name and isinstance(one.pattern, RoutePattern):
            yield one.name, set(one.pattern.converters)
        elif isinstance(one, URLResolver) and one.namespace != "admin":
            yield from named(one.url_patterns)


@pytest.mark.django_db
def test_every_page_that_takes_a_form_is_known_as_such(client: Client) -> None:
    known = [
        (name, {key: IN_AN_ADDRESS[key] for key in keys})
        for name, keys in named(get_resolver().url_patterns)
        if keys <= set(IN_AN_ADDRESS)
    ]
    take = {
        name for name, keys in known if client.post(reverse(name, kwargs=keys)).status_code < 400
    }
    assert {"suggest_place", "report", "referral", "login"} <= take <= OF_ONES_OWN


def test_names_of_ones_own_are_names() -> None:
    assert {name for name, _keys in named(get_resolver().url_patterns)} >= OF_ONES_OWN


def test_public_statements_of_our_own_read_where_the_request_reads() -> None:
    own = re.compile(r"^from django\.db import .*\bconnection\b", re.MULTILINE)
    elsewhere = {
        file.name
        for file in PLACES.rglob("*.py")
        if own.search(file.read_text()) and not {"importing", "osm_import"} & set(file.parts)
    }
    assert elsewhere <= WRITE


@pytest.mark.usefixtures("replicated")
class TestOneDatabaseARequest:
    def test_the_first_standby_that_may_be_asked_is_kept(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(replicas, "_in_turn", lambda: iter(["away", "default", "other"]))
        monkeypatch.setattr(replicas, "_may_be_asked", lambda alias: alias != "away")
        replicas._reads.set(None)
        assert (Router().db_for_read(Place), reading(), Place.objects.all().db) == (
            "default",
            connection,
            "default",
        )
        monkeypatch.setattr(replicas, "_may_be_asked", lambda _alias: False)
        assert Router().db_for_read(Place) == "default"

    def test_who_writes_reads_on_in_the_primary(self) -> None:
        replicas._reads.set("replica_1")
        Router().db_for_write(Place)
        assert Router().db_for_read(Place) == "default"

    def test_a_standby_has_no_schema_of_its_own(self) -> None:
        assert not Router().allow_migrate("replica_1", "places")
        assert Router().allow_migrate("default", "places")


@pytest.mark.usefixtures("replicated")
class TestAskedAgain:
    @pytest.mark.parametrize(
        ("error", "cause", "answered"),
        [
            (OperationalError(), Silent(), True),
            (InterfaceError(), None, True),
            (OperationalError(), Cancelled(), False),
            (ValueError(), None, False),
        ],
        ids=["away", "closed", "too slow", "our own mistake"],
    )
    def test_what_a_standby_let_go_of(
        self, error: Exception, cause: Exception | None, answered: bool
    ) -> None:
        error.__cause__ = cause
        replicas._reads.set("replica_1")
        assert bool(again(error, lambda _request: HttpResponse(Router().db_for_read(Place)))) is (
            answered
        )
        assert (Router().db_for_read(Place) == "default") is answered

    def test_the_primary_is_not_asked_twice(self) -> None:
        assert again(OperationalError(), lambda _request: HttpResponse()) is None

    def test_nor_is_a_primary_that_is_away_an_error(self) -> None:
        def away(_request: HttpRequest) -> HttpResponse:
            raise OperationalError

        replicas._reads.set("replica_1")
        assert again(OperationalError(), away) is None


def again(error: Exception, view: object) -> HttpResponse | None:
    request = asked()
    request.resolver_match = SimpleNamespace(func=view, args=(), kwargs={})
    return AskedAgain(lambda _request: HttpResponse()).process_exception(request, error)


@pytest.mark.parametrize("middleware", [Replicas, AskedAgain])
def test_without_standbys_nothing_is_in_the_way(
    settings: Any, middleware: type[Replicas | AskedAgain]
) -> None:
    settings.REPLICA_URLS = []
    with pytest.raises(MiddlewareNotUsed):
        middleware(lambda _request: HttpResponse())


@pytest.mark.parametrize(
    ("has_all", "newest", "behind"),
    [(True, 3600.0, 0), (False, 2.0, 2), (False, None, 7), (None, None, 7)],
    ids=["a quiet night", "busy", "nothing came yet", "cut off"],
)
def test_how_far_behind(
    monkeypatch: pytest.MonkeyPatch, has_all: bool | None, newest: float | None, behind: float
) -> None:
    monkeypatch.setattr(replicas.time, "monotonic", lambda: 107.0)
    monkeypatch.setattr(replicas, "_had_all_at", {"replica_1": 100.0})
    assert replicas._seconds_behind("replica_1", has_all, newest) == behind
