"""`/api/v1`: every answer is what the OpenAPI document promises, and has the manners of an API."""

import gzip
import json
import re
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from places.api.v1.description import openapi_document
from places.models import Value
from places.models.entry_columns import field_names
from places.models.tally import Tally
from places.open_data.licence import licence
from tests.api import ROOT, asked, assert_valid, names_on, told
from tests.asking import EVERYBODY, listing, names
from tests.edition import settle

pytestmark = pytest.mark.django_db

LISTS = {
    "waarden": "waarde",
    "dilemmas": "dilemma",
    "soorten": "soort",
    "kenmerken": "kenmerk",
    "doelgroepen": "doelgroep",
    "aanbod": "aanbod",
    "talen": "taal",
    "gebieden": "gebied",
    "wijken": "wijk",
    "netwerken": "netwerk",
}
OWN = ["per", "velden", "bbox-crs", "crs", "Accept-Crs"]
"""Parameters that the API has besides those of the filter."""

ADDRESSES = [
    *("/plekken", "/plekken?per=500", "/plekken?velden=slug,naam&pagina=2", "/plekken?bij=3014"),
    *("/plekken?q=xyzzyplugh", "/plekken?open=2026-11-24T17:30&waarde=sfeer"),
    *("/plekken/bij-de-provenier", "/plekken/pauluskerk/openingstijden"),
    *(f"/{name}" for name in LISTS),
    *("/gebieden/noord", "/wijken/provenierswijk", "/", "/crss"),
    *("/wijzigingen", "/wijzigingen?per=5", "/wijzigingen?sinds=2026-11-01"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_as_described(client: Client, address: str) -> None:
    assert asked(client, address).status_code == 200


def test_every_place_says_all_its_fields_and_no_other(client: Client) -> None:
    whole = {"$ref": "#/components/schemas/Place"}
    places = told(client, "/plekken?per=500")["resultaten"]
    assert len(places) == EVERYBODY
    for place in places:
        assert list(place) == field_names()
        assert_valid(place, whole)


def test_every_described_answer_forbids_what_it_does_not_name() -> None:
    for name, schema in openapi_document()["components"]["schemas"].items():
        assert schema["additionalProperties"] is False, name


def test_every_example_is_a_valid_answer() -> None:
    for path, methods in openapi_document()["paths"].items():
        content = methods["get"]["responses"]["200"]["content"]["application/json"]
        assert content["example"], path
        assert_valid(content["example"], content["schema"])


def test_every_parameter_of_the_filter_is_described(client: Client) -> None:
    described = openapi_document()["paths"]["/plekken"]["get"]["parameters"]
    told_names = [one["name"] for one in described]
    assert told_names == [*listing().found.base_filters, *OWN]
    for one in described:
        assert one["description"]
        assert_valid(one["example"], one["schema"])


def test_the_description_says_who_to_ask_and_what_may_be_done(
    client: Client, settings: Any
) -> None:
    settings.CONTACT_EMAIL, settings.DATA_LICENCE = "data@stad.example", "CC-BY-4.0"
    openapi_document.cache_clear()
    document = client.get(f"{ROOT}/openapi.json").json()
    openapi_document.cache_clear()
    assert document["openapi"] == "3.1.0"
    assert document["info"]["contact"]["email"] == "data@stad.example"
    chosen = licence()
    assert chosen is not None
    assert document["info"]["license"] == {"name": chosen.name, "identifier": "CC-BY-4.0"}


def test_the_description_is_served_as_it_is(client: Client) -> None:
    assert client.get(f"{ROOT}/openapi.json").json() == json.loads(json.dumps(openapi_document()))


def test_a_licence_that_was_not_chosen_is_not_claimed() -> None:
    assert "license" not in openapi_document()["info"]


@pytest.mark.parametrize("query", ["", "bij=3014", "q=eten", "sorteer=nagekeken", "gebied=noord"])
def test_a_page_has_the_places_of_the_list_in_the_same_order(client: Client, query: str) -> None:
    assert names_on(client, f"{query}&per=500") == names(query)
    assert names_on(client, query) == names(query)[:25]


def links(client: Client, address: str) -> dict[str, str | None]:
    """The links of a page, as addresses on this host."""
    told_links = client.get(address).json()["_links"]
    return {
        name: link and link["href"].removeprefix("http://testserver")
        for name, link in told_links.items()
    }


def test_links_lead_through_all_pages_and_back(client: Client) -> None:
    query = "per=25&gemeente=rotterdam&q=rotterdam"
    first = links(client, f"{ROOT}/plekken?{query}")
    second = links(client, str(first["next"]))
    third = links(client, str(second["next"]))
    assert (first["prev"], third["next"]) == (None, None)
    assert (second["prev"], second["next"]) == (first["self"], third["self"])
    assert third["self"] == f"{ROOT}/plekken?{query}&pagina=3"


def test_chosen_fields_come_alone(client: Client) -> None:
    [place] = told(client, "/plekken?velden=naam,slug&q=Natuurtalent")["resultaten"]
    assert list(place) == ["slug", "naam"]


def test_beyond_ten_thousand_the_total_is_a_lower_bound(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("places.models.entry_documents.COUNTED", 20)
    page = told(client, "/plekken?per=5&pagina=7&velden=slug")
    assert (page["totaal"], page["totaalIsOndergrens"]) == (20, True)
    assert page["_links"]["next"]


def test_a_state_is_about_the_moment_that_was_asked(client: Client) -> None:
    [place] = told(client, "/plekken?q=Bij+de+Provenier&open=2026-11-24T17:30")["resultaten"]
    assert place["staat"] == "open"


def test_distances_are_those_of_the_list(client: Client) -> None:
    page = told(client, "/plekken?bij=51.92,4.47&velden=slug,afstand")["resultaten"]
    cards = listing("bij=51.92,4.47").cards
    assert [one["afstand"] for one in page] == [
        None if card.place.distance is None else round(card.place.distance) for card in cards
    ]


@pytest.mark.parametrize(("name", "parameter"), LISTS.items())
def test_numbers_in_a_list_are_those_beside_the_options(
    client: Client, name: str, parameter: str
) -> None:
    tally: Tally = listing().tally
    found = told(client, f"/{name}")["resultaten"]
    assert found
    for one in found:
        assert one["aantalPlekken"] == tally.of(f"{parameter}:{one['slug']}")
        places = one["_links"]["plekken"]["href"].removeprefix("http://testserver")
        assert client.get(places).json()["totaal"] == one["aantalPlekken"]


def test_both_sides_of_a_dilemma_are_counted(client: Client) -> None:
    tally: Tally = listing().tally
    for one in told(client, "/dilemmas")["resultaten"]:
        for side in one["kanten"]:
            assert side["aantalPlekken"] == tally.of(f"dilemma:{side['slug']}")


def test_every_answer_says_its_version_and_may_be_read_from_anywhere(client: Client) -> None:
    for address in ("/plekken", "/plekken/bestaat-niet", "/bestaat-niet", "/plekken/", "", "/"):
        answer = client.get(ROOT + address)
        assert answer["API-Version"] == "1.0.0"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        assert not answer.cookies
        assert not {"Cookie", "Accept-Language", ""} & set(answer.get("Vary", "-").split(", "))


def test_a_browser_may_ask_first_whether_it_may_ask(client: Client) -> None:
    answer = client.options(f"{ROOT}/plekken", headers={"origin": "https://elders.example"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/plekken/", "/plekken/pauluskerk/", "/waarden/", "//waarden"])
def test_an_address_with_a_slash_too_many_is_none(client: Client, path: str) -> None:
    answer = client.get(f"{ROOT}{path}?q=samen%20eten")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert "Location" not in answer
    assert answer.json()["detail"]


def test_what_is_the_same_is_not_sent_again(client: Client) -> None:
    first = client.get(f"{ROOT}/waarden", headers={"accept-encoding": "gzip"})
    assert b"coproductie" in gzip.decompress(first.content)
    again = client.get(f"{ROOT}/waarden", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Value.objects.filter(slug="coproductie").update(name="Samen maken")
    settle()
    changed = client.get(f"{ROOT}/waarden", headers={"if-none-match": first["ETag"]})
    assert (changed.status_code, b"Samen maken" in changed.content) == (200, True)


def test_head_has_the_headers_of_get_without_a_body(client: Client) -> None:
    whole, head = client.get(f"{ROOT}/waarden"), client.head(f"{ROOT}/waarden")
    assert head.content == b""
    assert (head.status_code, head["ETag"]) == (200, whole["ETag"])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ["/plekken", "/plekken/pauluskerk", "/openapi.json"])
def test_nothing_can_be_changed(method: str, path: str) -> None:
    answer = Client(enforce_csrf_checks=True).generic(method, ROOT + path)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_database_that_is_away_is_a_problem_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("places.api.v1.places.page_document", away)
    answer = client.get(f"{ROOT}/plekken")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert answer.json()["status"] == 503


def test_a_moment_of_change_is_told_in_utc(client: Client) -> None:
    changed = told(client, "/plekken/pauluskerk")["gewijzigdOp"]
    assert re.search(r"T\d\d:\d\d:\d\dZ$", changed)
