"""The default source: the postcodes of CBS at PDOK, here played by a server on this machine."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError

from places.models import Postcode
from tests.cities import collection, feature, square, told

pytestmark = pytest.mark.django_db

asked: list[str] = []


class Pages(BaseHTTPRequestHandler):
    """Three postcodes, each on a page of its own, with a link to the next."""

    def do_GET(self) -> None:
        asked.append(self.path)
        number = int(self.path.partition("page=")[2] or 0)
        document = collection(
            feature(square(number, degrees=True), postcode=2636 + number, jaarcode=2024)
        )
        if number < 2:
            address = f"{self.path.split('&page')[0]}&page={number + 1}"
            document["links"] = [{"rel": "self", "href": "."}, {"rel": "next", "href": address}]
        self.send_response(200 if number < 3 else 404)
        self.end_headers()
        self.wfile.write(json.dumps(document).encode())

    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture
def pdok(settings: Any) -> Iterator[str]:
    asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/postcode4/items"
    settings.POSTCODES_URL = f"{address}?f=json&limit=1&bbox={{bbox}}"
    yield address
    server.shutdown()
    server.server_close()


def test_all_pages_are_read_and_dated_by_the_year_that_each_postcode_bears(pdok: str) -> None:
    assert "postcodes: 3 gemaakt" in told("load_postcodes")
    found = Postcode.objects.values_list("code", "source", "source_date")
    assert list(found) == [(str(code), pdok, "2024") for code in (2636, 2637, 2638)]
    assert "0 gemaakt, 0 bijgewerkt, 3 ongewijzigd" in told("load_postcodes")


@pytest.mark.usefixtures("pdok")
def test_the_surroundings_of_our_areas_are_asked_for() -> None:
    told("load_postcodes")
    box = parse_qs(urlsplit(asked[0]).query)["bbox"][0]
    west, south, east, north = (float(degrees) for degrees in box.split(","))
    assert 3.9 < west < 4.2 < 4.5 < east < 4.8  # Hoek van Holland to Nesselande
    assert 51.7 < south < 51.87 < 51.95 < north < 52.1


def test_the_default_address_asks_cbs_at_pdok_for_one_year(settings: Any) -> None:
    address = urlsplit(settings.POSTCODES_URL)
    assert (address.netloc, address.path) == (
        "api.pdok.nl",
        "/cbs/postcode4/ogc/v1/collections/postcode4/items",
    )
    assert parse_qs(address.query)["jaarcode"] == ["2024"]
    assert "bbox={bbox}" in address.query


def test_a_source_that_breaks_off_changes_nothing(pdok: str, settings: Any) -> None:
    settings.POSTCODES_URL = f"{pdok}?page=3"
    with pytest.raises(CommandError, match="is niet te lezen"):
        told("load_postcodes")
    assert not Postcode.objects.exists()


def test_without_an_address_a_file_is_asked_for(settings: Any) -> None:
    settings.POSTCODES_URL = ""
    with pytest.raises(CommandError, match="POSTCODES_URL is leeg"):
        told("load_postcodes")
