"""The default source: the areas of CBS at PDOK, here played by a server on this machine."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.management import CommandError

from places.models import Area
from tests.cities import collection, statistical, told

pytestmark = pytest.mark.django_db


class Pages(BaseHTTPRequestHandler):
    """Each wijk on a page of its own, with a link to the next."""

    def do_GET(self) -> None:
        number = int(self.path.partition("page=")[2] or 0)
        document = collection(statistical(aantal_inwoners=100)[number])
        if number < 2:
            document["links"] = [
                {"rel": "next", "href": f"{self.path.split('&')[0]}&page={number + 1}"}
            ]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(document).encode())

    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture
def pdok(settings: Any) -> Iterator[None]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.AREAS_URL = f"http://127.0.0.1:{server.server_port}/wijken-en-buurten-2025/buurten?gemeente={{gemeente}}"
    yield
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("pdok")
def test_all_pages_are_read_and_dated_by_the_year_in_the_address() -> None:
    told("load_areas", municipality="GM9901")
    areas = Area.objects.filter(code__startswith="BU9901")
    assert {(area.inhabitants, str(area.inhabitants_on)) for area in areas} == {(100, "2025-01-01")}
    assert areas.count() == 3


@pytest.mark.usefixtures("pdok")
def test_a_server_that_answers_with_another_municipality_changes_nothing() -> None:
    with pytest.raises(CommandError, match="De bron heeft geen gebieden"):
        told("load_areas", municipality="GM0599")
    assert not Area.objects.filter(code__endswith="GM9901").exists()


def test_a_source_that_does_not_answer_is_named_and_nothing_changes(settings: Any) -> None:
    settings.AREAS_URL = "http://127.0.0.1:9/{collection}/{gemeente}"
    with pytest.raises(CommandError, match=r"127\.0\.0\.1:9/wijken/GM0599 is niet te lezen"):
        told("load_areas")


def test_without_an_address_a_file_is_asked_for(settings: Any) -> None:
    settings.AREAS_URL = ""
    with pytest.raises(CommandError, match="AREAS_URL is leeg"):
        told("load_areas")
