"""After a referral nothing of a client is in any table, session, cache, log or address."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client

from places.models import Place
from places.referral import answer as answers
from tests import traces
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

ASK, SHEET = "/verwijzen/", "/verwijzen/kaart/"
REST = {
    "hoe": "rolstoel",
    "minuten": "30",
    "dag": ["di"],
    "kenmerk": "gelijkvloers",
    "plek": ["pauluskerk", "bij-de-provenier"],
    "regel-pauluskerk": traces.LINE,
    "werker": traces.WORKER,
    "telefoon": "06 99998888",
}
ADDRESSES = {
    "unknown": "Kanariestraat 77, 9999 QQ",
    "with a city": "kanariestraat 77 Rotterdam",
    "postcode only": "9999QQ",
    "known": "Gaffelstraat 77 Kanariestraat",
    "in disguise": "K\u0000anariestraat 77 9999 QQ",
}


@pytest.fixture
def said() -> Iterator[list[str]]:
    """Every line that is logged, with its traceback; of Django as much as the settings let by."""
    lines: list[str] = []
    listener = _Listener(lines)
    everything, django = logging.getLogger(), logging.getLogger("django")
    level = everything.level
    everything.setLevel(logging.DEBUG)
    for logger in (everything, django):
        logger.addHandler(listener)
    yield lines
    for logger in (everything, django):
        logger.removeHandler(listener)
    everything.setLevel(level)


class _Listener(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def left_behind(said: list[str]) -> list[str]:
    """Whatever can be found of the client: names of tables, what caches hold, lines of logs."""
    with connection.cursor() as cursor:
        tables = traces.kept_in_tables(cursor)
    return [*tables, *traces.kept_in_caches(), *filter(traces.mentioned, said)]


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("door", [ASK, SHEET, "/en/verwijzen/", "/en/verwijzen/kaart/"])
def test_nothing_of_a_client_is_left_behind(said: list[str], door: str, address: str) -> None:
    assert Client().post(door, {**REST, "bij": address}).status_code == 200
    assert left_behind(said) == []


def test_nothing_is_left_behind_by_somebody_who_has_logged_in(said: list[str]) -> None:
    client = logged_in(colleague("wijkteam"))
    for door in (ASK, SHEET):
        assert client.post(door, {**REST, "bij": traces.ADDRESS}).status_code == 200
    decoded = [str(session.get_decoded()) for session in Session.objects.all()]
    assert decoded
    assert left_behind([*said, *decoded]) == []


@pytest.mark.parametrize("error", [RuntimeError("broken"), OperationalError("gone")], ids=repr)
def test_an_error_tells_nothing_either(
    said: list[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_arguments: Any) -> None:
        raise error

    monkeypatch.setattr(answers.Answer, "_shown", fails)
    answer = Client(raise_request_exception=False).post(ASK, {**REST, "bij": traces.ADDRESS})
    assert answer.status_code in (500, 503)
    assert any("/verwijzen/" in line for line in said)
    assert left_behind([*said, answer.content.decode()]) == []


@pytest.mark.parametrize("door", [ASK, SHEET])
def test_the_answer_to_a_post_is_kept_by_nobody(door: str) -> None:
    answer = Client().post(door, {**REST, "bij": traces.ADDRESS})
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.has_header("ETag")
    assert not answer.cookies


@pytest.mark.parametrize("door", [ASK, SHEET])
def test_no_address_on_the_page_tells_who_the_client_is(door: str) -> None:
    text = Client().post(door, {**REST, "bij": ADDRESSES["known"]}).content.decode()
    addresses = [
        part.split('"')[0]
        for name in ("href", "src", "action")
        for part in text.split(f'{name}="')[1:]
    ]
    assert addresses
    assert [one for one in addresses if traces.mentioned(one)] == []


@pytest.mark.parametrize("door", [ASK, SHEET])
def test_no_browser_sends_what_is_typed_to_have_its_spelling_checked(door: str) -> None:
    text = Client().post(door, REST).content.decode()
    typed = re.findall(r'<input[^>]*type="text"[^>]*>|<textarea[^>]*>', text)
    assert typed
    for field in typed:
        assert 'spellcheck="false"' in field
        assert 'autocomplete="off"' in field


def test_these_tests_would_find_what_is_kept(said: list[str], settings: Any) -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": memory}
    Place.objects.filter(slug="pauluskerk").update(description=traces.ADDRESS)
    cache.set("asked", traces.LINE)
    logging.getLogger("django.request").warning("asked for %s", traces.WORKER)
    found = left_behind(said)
    cache.clear()
    assert "places_place" in found
    assert f"asked for {traces.WORKER}" in found
    assert any(one.startswith(":1:asked ") for one in found)
