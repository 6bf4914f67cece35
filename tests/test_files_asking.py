"""How files are asked for: parameters, headers, one snapshot, little memory, what goes wrong."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from places.exchange.words import kept_words
from places.files import spool, table
from places.files.formats import FORMATS
from places.models import Place, file_rows
from places.models.file_rows import Reading
from places.views.files import places_file
from tests.crowd import crowded
from tests.edition import settle
from tests.files import address, asked, taken, uuids

pytestmark = pytest.mark.django_db

KEYS = list(FORMATS)


@pytest.mark.parametrize("key", KEYS)
def test_a_file_has_a_name_with_its_date_and_is_for_everybody(client: Client, key: str) -> None:
    answer = asked(client, key)
    assert answer["Content-Type"] == FORMATS[key].media_type
    assert answer["Content-Disposition"].startswith('attachment; filename="plekken-20')
    assert answer["Content-Disposition"].endswith(f'.{FORMATS[key].extension}"')
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def test_a_licence_is_linked_to_when_there_is_one(client: Client, settings: Any) -> None:
    assert "Link" not in asked(client, "csv")
    settings.DATA_LICENCE = "CC0-1.0"
    expected = '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"'
    assert asked(client, "csv")["Link"] == expected


@pytest.mark.parametrize("key", KEYS)
def test_bad_parameters_are_named(client: Client, key: str) -> None:
    answer = asked(client, key, "straal=900&soort=kasteel&velden=geheim")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert set(json.loads(answer.whole)["errors"]) == {"straal", "soort", "velden"}


def test_a_page_means_nothing_to_a_file(client: Client) -> None:
    assert taken(client, "csv", "pagina=x") == taken(client, "csv")


@pytest.mark.parametrize(
    ("key", "names", "found"),
    [
        ("csv", "lat,uuid", ["UUID", "Breedtegraad"]),
        ("geojson", "naam,uuid", ["uuid", "naam"]),
        ("osm", "wheelchair, name", ["name"]),
    ],
)
def test_a_file_can_have_fewer_fields(
    client: Client, key: str, names: str, found: list[str]
) -> None:
    data = taken(client, key, f"q=pauluskerk&velden={names}")
    if key == "csv":
        assert data.decode("utf-8-sig").splitlines()[0] == ";".join(f'"{one}"' for one in found)
        return
    [one] = next(v for v in json.loads(data).values() if isinstance(v, list))
    assert list(one.get("properties") or one["tags"]) == found


def test_the_order_is_that_of_the_filter(client: Client) -> None:
    query = "bij=3014&straal=3000"
    page = client.get(f"/api/v1/plekken?{query}&per=500&velden=uuid").json()
    assert uuids("csv", taken(client, "csv", query)) == [o["uuid"] for o in page["resultaten"]]


@pytest.mark.parametrize("key", KEYS)
def test_asking_for_the_headers_makes_no_file(
    client: Client, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FORMATS[key].load(), "written", None)
    answer = client.head(address(key))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["Content-Type"] == FORMATS[key].media_type


def test_what_did_not_change_is_not_made_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle()
    tag = asked(client, "csv")["ETag"]
    monkeypatch.setattr(table, "written", None)
    answer = asked(client, "csv", headers={"if-none-match": tag})
    assert answer.status_code == 304


def test_a_script_elsewhere_may_ask_for_validators(client: Client) -> None:
    answer = client.options(address("csv"))
    assert answer.status_code == 204
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]
    assert client.post(address("csv")).status_code == 405


@pytest.mark.parametrize("key", KEYS)
def test_a_file_may_come_compressed(client: Client, key: str) -> None:
    answer = asked(client, key, headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert answer.whole.startswith(b"\x1f\x8b")


def test_a_chunk_takes_as_many_statements_as_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_rows, "CHUNK", 20)
    taken_by = []
    for places in (20, 40):
        found = Place.objects.with_keys(_keys(places))
        with CaptureQueriesContext(connection) as statements:
            assert len(list(Reading().places(found))) == places
        taken_by.append(len(statements))
    assert taken_by[1] - taken_by[0] == 11  # a place's own row and ten kinds of rows around it


def _keys(number: int) -> list[int]:
    return [one.pk for one in Place.objects.published()[:number]]


def test_no_more_than_a_chunk_is_read_ahead() -> None:
    """Memory is flat whatever the number of places."""
    crowded(3_000)
    statements = CaptureQueriesContext(connection)
    made = table.lines(Reading().places(Place.objects.published().by_name()), _everything())
    with statements, kept_words():
        assert len(list(islice(made, 1 + file_rows.CHUNK))) == 1 + file_rows.CHUNK
    weeks = [one for one in statements if 'FROM "places_openinghours"' in one["sql"]]
    assert len(weeks) == 1


def _everything() -> Any:
    return type("Everything", (), {"names": table.names()})()


@pytest.mark.parametrize("key", KEYS)
def test_what_breaks_halfway_is_said_and_never_half_a_file(
    client: Client, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(reading: Reading, found: Any) -> Iterator[Any]:
        yield from islice(whole(reading, found), 3)
        raise OperationalError("weg")

    whole = Reading.places
    monkeypatch.setattr(Reading, "places", broken)
    answer = asked(client, key)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert answer["Content-Type"] == "application/problem+json"
    assert "ETag" not in answer


def test_who_comes_while_a_file_is_made_waits_or_hears_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "PATIENCE", 0.01)
    with spool.one_at_a_time():
        assert asked(client, "csv").status_code == 503
    assert asked(client, "csv").status_code == 200


def test_files_that_nobody_reads_leave_threads_for_pages(client: Client) -> None:
    with spool.a_hand(), spool.a_hand():
        refused = asked(client, "csv")
        assert (refused.status_code, refused["Retry-After"]) == (503, "30")
        assert client.get("/over/").status_code == 200
    assert asked(client, "csv").status_code == 200


def test_what_could_not_be_made_holds_no_thread(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(table, "written", Mock(side_effect=OperationalError("weg")))
        for _ in range(spool.AT_ONCE + 1):
            assert asked(client, "csv").status_code == 503
    assert asked(client, "csv").status_code == 200


@pytest.mark.parametrize("key", KEYS)
def test_a_file_is_gone_when_the_client_went_away(rf: RequestFactory, key: str) -> None:
    answer: Any = places_file(rf.get(address(key)), key=key)
    file = answer.file_to_stream
    assert not file.closed
    with pytest.raises(spool.BusyError), spool.a_hand(), spool.a_hand():
        pass
    answer.close()
    answer.close()
    assert file.closed
    with spool.a_hand(), spool.a_hand():
        pass
