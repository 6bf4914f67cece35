"""A process gives again what it gave as long as the version holds, of what all may ask."""

import gzip
from datetime import timedelta
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from huiskamers import wsgi
from huiskamers.seats import Seats
from places import repeats, validators, whole_answers
from places.api import allowance
from places.api.allowance import Ledger
from places.repeats import BESIDE, LONGEST_NAME, OF_A_BODY, Remembers, Repeat, Repeats, Shelf
from places.validators import MadeOf, validated
from tests.browser.pages import EVERY
from tests.edition import NAMING_IT, shows_an_edit
from tests.server import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_connection")]

ZIPPED = {"accept-encoding": "gzip"}
ODD = ("?", "thanks", "suggest", "report", "refer", "sheet", "not found", "unknown", "closed")
PAGES = [path for kind, path in EVERY.items() if not any(one in kind + path for one in ODD)]
PAGES += ["/?wijk=cool&pagina=1", "/?open=nu", "/kaart.geojson", "/insluiten/lijst/?gebied=noord"]
PAGES += ["/plekken/pauluskerk.ics", "/plekken.atom", "/robots.txt", "/sitemap.xml"]
"""Every kind of page that is not about what one person asks or sends."""


@pytest.fixture(autouse=True)
def _shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests are no transaction, as far as can be seen."""
    monkeypatch.setattr(whole_answers, "is_one_transaction", lambda: False)


@pytest.fixture
def visitor() -> Visitor:
    """Whoever comes by way of the server."""
    return Visitor()


def kept() -> int:
    """How many answers are kept."""
    return len(repeats.shelf.answers)


def headers_of(answer: HttpResponse) -> dict[str, str]:
    """All but the date of a change, which is not said within its own second."""
    return {name: said for name, said in answer.headers.items() if name != "Last-Modified"}


@pytest.mark.parametrize("address", [*PAGES, "/api/v1/plekken/pauluskerk"])
def test_a_repeat_is_the_same_and_takes_one_statement(address: str, visitor: Visitor) -> None:
    first = visitor.get(address, headers=ZIPPED)
    with CaptureQueriesContext(connection) as statements:
        again = visitor.get(address, headers=ZIPPED)
    assert again.content == first.content
    assert headers_of(again) == headers_of(first)
    assert kept() == 1
    assert len(statements) <= 1  # none where no data are in it


@pytest.mark.parametrize("address", PAGES)
def test_who_has_it_hears_so_under_the_same_policy(address: str, visitor: Visitor) -> None:
    first = visitor.get(address)
    again = visitor.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert headers_of(again) == {
        name: said for name, said in headers_of(first).items() if name not in OF_A_BODY
    }


@pytest.mark.parametrize("address", ["/kaart.geojson", "/plekken/pauluskerk/", "/insluiten/lijst/"])
def test_who_has_it_hears_what_caches_are_told(
    address: str, visitor: Visitor, settings: Any
) -> None:
    settings.PUBLIC_MAX_AGE = 60
    first = visitor.get(address)
    again = visitor.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again["CDN-Cache-Control"].startswith("public, max-age=")
    assert again["Surrogate-Key"] == first["Surrogate-Key"]


def test_who_cannot_unpack_gets_it_plain(visitor: Visitor) -> None:
    packed, plain = visitor.get("/", headers=ZIPPED), visitor.get("/")
    assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize("address", NAMING_IT)
def test_an_edit_shows_on_the_next_request(address: str, visitor: Visitor) -> None:
    assert shows_an_edit(visitor, address)


@pytest.mark.parametrize(
    "address",
    [
        *("/?q=eten", "/?bij=3014", "/kaart.geojson?bbox=4.4,51.9,4.5,52"),
        *("/?wijk=Jan+Jansen", f"/robots.txt?thema={'x' * 61}", f"/?wijk={LONGEST_NAME * 'x'}"),
        *("/?wijk=cool&taal=spaans", "/?x=1", "/?wijk=x&wijk=y", "/verwijzen/", "/bestaat-niet/"),
    ],
)
def test_what_one_person_may_have_asked_is_not_kept(address: str, visitor: Visitor) -> None:
    visitor.get(address)
    assert kept() == 0


def test_a_part_of_a_page_is_another_answer(visitor: Visitor) -> None:
    whole, part = visitor.get("/"), visitor.get("/", headers={"hx-request": "true"})
    assert len(part.content) < len(whole.content)
    assert visitor.get("/", headers={"hx-request": "true"}).content == part.content


def test_of_another_name_of_the_site_it_is_another_answer(visitor: Visitor, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    for host in ("127.0.0.1", "localhost"):
        found = visitor.get("/api/v1/plekken/pauluskerk", headers={"host": host})
        assert f"http://{host}/api/v1/plekken/pauluskerk" in found.content.decode()


def test_a_header_that_says_nothing_is_not_one_that_is_missing(visitor: Visitor) -> None:
    visitor.get("/api/v1/gebieden")
    assert visitor.get("/api/v1/gebieden", headers={"accept-crs": ""}).status_code == 406


def test_a_condition_that_must_hold_is_left_to_the_view(visitor: Visitor) -> None:
    visitor.get("/")
    assert visitor.get("/", headers={"if-match": '"x"'}).status_code == 412


@pytest.mark.parametrize(
    "said",
    [{"if-none-match": 'W/"x", {tag}'}, {"if-none-match": "*"}, {"if-modified-since": "{date}"}],
    ids=["one of several", "any", "a date"],
)
def test_who_has_it_may_say_so_in_several_ways(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, said: dict[str, str]
) -> None:
    monkeypatch.setattr(validators, "SETTLED", timedelta(0))
    first = visitor.get("/", headers=ZIPPED)
    had = {
        name: text.format(tag=first["ETag"], date=first["Last-Modified"])
        for name, text in said.items()
    }
    with CaptureQueriesContext(connection) as statements:
        again = visitor.get("/", headers={**ZIPPED, **had})
    assert (again.status_code, again.content, len(statements)) == (304, b"", 1)


def test_who_has_another_gets_it_whole(visitor: Visitor) -> None:
    first = visitor.get("/")
    again = visitor.get("/", headers={"if-none-match": '"x"'})
    assert (again.status_code, again.content) == (200, first.content)


def test_who_asks_for_the_headers_alone_is_told_by_the_view(visitor: Visitor) -> None:
    first = visitor.get("/")
    assert headers_of(visitor.head("/")) == headers_of(first)
    assert kept() == 1


def test_a_host_that_is_not_ours_gets_nothing(visitor: Visitor, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    visitor.get("/over/", headers={"host": "127.0.0.1"})
    for _ in range(2):
        assert visitor.get("/over/", headers={"host": "elders.example"}).status_code == 400
    assert kept() == 1


def test_who_asks_without_tls_is_sent_on(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    visitor = Visitor()
    assert visitor.get("/", secure=True).status_code == 200
    assert [visitor.get("/").status_code for _ in range(2)] == [301, 301]


def test_repeats_count_for_what_one_may_ask_in_a_minute(
    visitor: Visitor, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.API_REQUESTS_PER_MINUTE = 3
    monkeypatch.setattr(allowance, "ledger", Ledger())
    answers = [visitor.get("/api/v1/plekken/pauluskerk") for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert [one["RateLimit"].partition("r=")[2][:3] for one in answers] == [
        "2;t",
        "1;t",
        "0;t",
        "0;t",
    ]


def test_the_server_has_repeats_in_front_of_its_seats() -> None:
    seats: Any = wsgi._site.application
    assert isinstance(wsgi._site, Repeats)
    assert isinstance(seats, Seats)
    assert isinstance(seats.application, Remembers)


def test_a_repeat_waits_for_nobody_who_has_a_seat(visitor: Visitor) -> None:
    first = visitor.get("/")
    visitor.application.application = Seats(WSGIHandler(), seats=0, patience=0)
    assert visitor.get("/").content == first.content
    assert visitor.get("/wijken/").status_code == 503


@pytest.mark.parametrize("error", [OperationalError, InterfaceError, ProgrammingError])
def test_without_a_database_the_view_says_so(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def away(*_asked: object) -> None:
        raise error

    visitor.get("/")
    monkeypatch.setattr(repeats.line, "row", away)
    assert visitor.get("/").status_code == 200


def test_within_a_transaction_nothing_is_kept(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_answers, "is_one_transaction", lambda: True)
    visitor.get("/plekken/bij-de-provenier/")
    assert kept() == 0


def test_the_oldest_goes_when_there_is_no_room() -> None:
    shelf, made = Shelf(room=2 * (BESIDE + 4)), MadeOf(None, None)  # type: ignore[arg-type]
    for name in ("a", "b", "c"):
        shelf.get(("a",))
        shelf.put((name,), Repeat(made, {}, b"1234"))
    assert set(shelf.answers) == {("a",), ("c",)}
    assert shelf.taken == shelf.room


def test_what_is_put_twice_takes_room_once() -> None:
    shelf, made = Shelf(), MadeOf(None, None)  # type: ignore[arg-type]
    for body in (b"1234", b"12"):
        shelf.put(("a",), Repeat(made, {}, body))
    assert (shelf.taken, len(shelf.answers)) == (BESIDE + 2, 1)


def test_an_answer_may_depend_only_on_headers_by_which_it_is_kept() -> None:
    with pytest.raises(ValueError, match="X-Colour"):
        validated(by=("X-Colour",))
