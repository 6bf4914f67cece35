"""`/beheer/adres/`: staff type an address, and the Locatieserver (here one of our own) knows it."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from places import locatieserver
from places.models import Area
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

URL = "/beheer/adres/"
GAFFELSTRAAT = {
    "id": "adr-1",
    "weergavenaam": "Gaffelstraat 63A, 3014RC Rotterdam",
    "straatnaam": "Gaffelstraat",
    "huis_nlt": "63A",
    "postcode": "3014RC",
    "woonplaatsnaam": "Rotterdam",
    "buurtcode": "BU05990111",
    "centroide_rd": "POINT(91600.1 436900.2)",
}
Knowing = Callable[..., list[str]]


@pytest.fixture
def knowing(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Knowing:
    """Let the Locatieserver know these documents (or raise), and list what it was asked."""

    def answer(*documents: Any) -> list[str]:
        asked: list[str] = []

        def urlopen(address: str, timeout: float) -> io.BytesIO:
            asked.append(address)
            if documents and isinstance(documents[0], Exception):
                raise documents[0]
            return io.BytesIO(json.dumps({"response": {"docs": list(documents)}}).encode())

        settings.LOCATIESERVER_URL = "https://locatieserver.invalid"
        monkeypatch.setattr(locatieserver, "_silent_until", 0.0)
        monkeypatch.setattr(locatieserver.urllib.request, "urlopen", urlopen)
        return asked

    return answer


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def test_typing_gives_addresses_to_choose_from(editor: Client, knowing: Knowing) -> None:
    asked = knowing(GAFFELSTRAAT)
    found = editor.get(URL, {"q": "gaffelstraat 63"}).json()["suggestions"]
    assert found == [{"id": "adr-1", "label": "Gaffelstraat 63A, 3014RC Rotterdam"}]
    assert asked[0].startswith("https://locatieserver.invalid/suggest?q=gaffelstraat+63&fq=type")


def test_a_choice_brings_every_field_of_the_address(editor: Client, knowing: Knowing) -> None:
    knowing(GAFFELSTRAAT)
    found = editor.get(URL, {"id": "adr-1"}).json()
    assert found["street"] == "Gaffelstraat"
    assert found["house_number"] == "63A"
    assert found["postcode"] == "3014 RC"
    assert found["city"] == "Rotterdam"
    assert found["area"] == Area.objects.get(name="Oude Westen").pk
    assert (round(found["lat"], 2), round(found["lon"], 2)) == (51.92, 4.47)


def test_an_address_in_a_buurt_we_do_not_have_has_no_wijk(editor: Client, knowing: Knowing) -> None:
    knowing(GAFFELSTRAAT | {"buurtcode": "BU03630000"})
    assert editor.get(URL, {"id": "adr-1"}).json()["area"] is None


def test_two_letters_are_too_few_to_ask_anybody(editor: Client, knowing: Knowing) -> None:
    asked = knowing(GAFFELSTRAAT)
    assert editor.get(URL, {"q": "ga"}).json() == {"suggestions": []}
    assert asked == []


@pytest.mark.parametrize("question", [{"q": "gaffelstraat"}, {"id": "adr-1"}])
def test_when_nobody_answers_staff_are_told_to_type_it_themselves(
    editor: Client, knowing: Knowing, question: dict[str, str]
) -> None:
    knowing(TimeoutError("slow"))
    answer = editor.get(URL, question)
    words = "De adressenzoeker is nu niet bereikbaar. Vul het adres zelf in."
    assert answer.json() == {"message": words}


def test_an_address_that_is_gone_is_said_so(editor: Client, knowing: Knowing) -> None:
    knowing()
    assert editor.get(URL, {"id": "adr-9"}).status_code == 404


@pytest.mark.parametrize("odd", [{"weergavenaam": "zonder sleutel"}, "odd"])
def test_an_odd_document_is_left_out(editor: Client, knowing: Knowing, odd: Any) -> None:
    knowing(odd)
    assert editor.get(URL, {"q": "gaffelstraat"}).json() == {"suggestions": []}


def test_only_who_may_change_places_searches(client: Client, knowing: Knowing) -> None:
    asked = knowing(GAFFELSTRAAT)
    assert client.get(URL, {"q": "gaffelstraat"}).status_code == 302
    assert logged_in(colleague("wijkteam")).get(URL, {"q": "gaffelstraat"}).status_code == 403
    assert asked == []
