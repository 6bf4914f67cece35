"""A process gives again what it gave as long as the version holds, of what all may ask."""

import gzip
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places import repeats, whole_answers
from places.repeats import BESIDE, LONGEST_NAME, OF_A_BODY, Repeat, Shelf
from places.validators import MadeOf, validated
from tests.browser.pages import EVERY
from tests.edition import NAMING_IT, shows_an_edit
from tests.entries import changed, entry

pytestmark = pytest.mark.django_db

ZIPPED = {"accept-encoding": "gzip"}
ODD = ("?", "thanks", "suggest", "report", "refer", "sheet", "not found", "unknown", "closed")
PAGES = [path for kind, path in EVERY.items() if not any(one in kind + path for one in ODD)]
PAGES += ["/?wijk=cool&pagina=1", "/?open=nu", "/kaart.geojson", "/insluiten/lijst/?gebied=noord"]
PAGES += ["/plekken/pauluskerk.ics", "/plekken.atom", "/robots.txt", "/sitemap.xml"]
"""Every kind of page that is not about what one person asks or sends."""


@pytest.fixture(autouse=True)
def _shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests are no transaction, as far as can be seen."""
    for module in (repeats, whole_answers):
        monkeypatch.setattr(module, "is_one_transaction", lambda: False)
    monkeypatch.setattr(repeats, "shelf", Shelf())


def kept() -> int:
    """How many answers are kept."""
    return len(repeats.shelf.answers)


def headers_of(answer: HttpResponse) -> dict[str, str]:
    """All but the date of a change, which is not said within its own second."""
    return {name: said for name, said in answer.headers.items() if name != "Last-Modified"}


@pytest.mark.parametrize("address", [*PAGES, "/api/v1/plekken/pauluskerk"])
def test_a_repeat_is_the_same_and_takes_one_statement(address: str, client: Client) -> None:
    first = client.get(address, headers=ZIPPED)
    with CaptureQueriesContext(connection) as statements:
        again = client.get(address, headers=ZIPPED)
    assert again.content == first.content
    assert headers_of(again) == headers_of(first)
    assert kept() == 1
    assert len(statements) <= 1  # none where no data are in it


@pytest.mark.parametrize("address", PAGES)
def test_who_has_it_hears_so_under_the_same_policy(address: str, client: Client) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert headers_of(again) == {
        name: said for name, said in headers_of(first).items() if name not in OF_A_BODY
    }


@pytest.mark.parametrize("address", ["/kaart.geojson", "/plekken/pauluskerk/", "/insluiten/lijst/"])
def test_who_has_it_hears_what_caches_are_told(address: str, client: Client, settings: Any) -> None:
    settings.PUBLIC_MAX_AGE = 60
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again["CDN-Cache-Control"].startswith("public, max-age=")
    assert again["Surrogate-Key"] == first["Surrogate-Key"]


def test_who_cannot_unpack_gets_it_plain(client: Client) -> None:
    packed, plain = client.get("/", headers=ZIPPED), client.get("/")
    assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize("address", NAMING_IT)
def test_an_edit_shows_on_the_next_request(address: str, client: Client) -> None:
    assert shows_an_edit(client, address)


@pytest.mark.parametrize(
    "address",
    [
        *("/?q=eten", "/?bij=3014", "/kaart.geojson?bbox=4.4,51.9,4.5,52"),
        *("/?wijk=Jan+Jansen", f"/robots.txt?thema={'x' * 61}", f"/?wijk={LONGEST_NAME * 'x'}"),
        *("/?wijk=cool&taal=spaans", "/?x=1", "/?wijk=x&wijk=y", "/verwijzen/", "/bestaat-niet/"),
    ],
)
def test_what_one_person_may_have_asked_is_not_kept(address: str, client: Client) -> None:
    client.get(address)
    assert kept() == 0


def test_a_part_of_a_page_is_another_answer(client: Client) -> None:
    whole, part = client.get("/"), client.get("/", headers={"hx-request": "true"})
    assert len(part.content) < len(whole.content)
    assert client.get("/", headers={"hx-request": "true"}).content == part.content


def test_of_another_name_of_the_site_it_is_another_answer(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    for host in ("127.0.0.1", "localhost"):
        found = client.get("/api/v1/plekken/pauluskerk", headers={"host": host})
        assert f"http://{host}/api/v1/plekken/pauluskerk" in found.content.decode()


def test_a_header_that_says_nothing_is_not_one_that_is_missing(client: Client) -> None:
    client.get("/api/v1/gebieden")
    assert client.get("/api/v1/gebieden", headers={"accept-crs": ""}).status_code == 406


def test_a_condition_that_must_hold_is_left_to_the_view(client: Client) -> None:
    client.get("/")
    assert client.get("/", headers={"if-match": '"x"'}).status_code == 412


def test_without_a_database_the_view_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_asked: object) -> None:
        raise OperationalError

    client.get("/")
    monkeypatch.setattr(repeats, "version_at", away)
    assert client.get("/").status_code == 200


def test_within_a_transaction_nothing_is_repeated(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/plekken/bij-de-provenier/")
    monkeypatch.setattr(repeats, "is_one_transaction", lambda: True)
    changed(entry(), name="Bij de Nieuwe Naam")
    assert "Bij de Nieuwe Naam" in client.get("/plekken/bij-de-provenier/").content.decode()


def test_the_oldest_goes_when_there_is_no_room() -> None:
    shelf, made = Shelf(room=2 * (BESIDE + 4)), MadeOf(None, None)  # type: ignore[arg-type]
    for name in ("a", "b", "c"):
        shelf.get(("a",))
        shelf.put((name,), Repeat(made, {}, b"1234", {}))
    assert set(shelf.answers) == {("a",), ("c",)}
    assert shelf.taken == shelf.room


def test_what_is_put_twice_takes_room_once() -> None:
    shelf, made = Shelf(), MadeOf(None, None)  # type: ignore[arg-type]
    for body in (b"1234", b"12"):
        shelf.put(("a",), Repeat(made, {}, body, {}))
    assert (shelf.taken, len(shelf.answers)) == (BESIDE + 2, 1)


def test_an_answer_may_depend_only_on_headers_by_which_it_is_kept() -> None:
    with pytest.raises(ValueError, match="X-Colour"):
        validated(by=("X-Colour",))
