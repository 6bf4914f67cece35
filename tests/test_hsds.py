"""`/api/hsds/v3`: every answer is HSDS 3.1, as our own description has it, and has its manners."""

import re
from typing import Any

import pytest
from django.test import Client

from places.api.hsds.description import openapi_document
from places.models import Place
from places.models.hsds_ids import Entity, id_of, id_of_tag, place_of
from tests.asking import EVERYBODY
from tests.hsds import ROOT, asked, assert_valid, contents, ids_of, service_of, told

pytestmark = pytest.mark.django_db

LISTS = ["/services", "/service_at_locations", "/organizations", "/taxonomies", "/taxonomy_terms"]
ADDRESSES = [
    *("", "/", *LISTS, *(f"{one}?per_page=2&page=2" for one in LISTS)),
    *(f"{one}?page=900&search=eten" for one in LISTS),
    *("/services?full=true", "/services?minimal=true", "/service_at_locations?full=true"),
    *("/services?postcode=3014&proximity=900", "/services?waarde=sfeer&open=2026-11-24T17:30"),
    *("/taxonomy_terms?top_only=true", "/services?modified_after=2026-01-01"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_as_described(client: Client, address: str) -> None:
    assert asked(client, address).status_code == 200


@pytest.mark.parametrize("name", ["services", "service_at_locations", "organizations"])
def test_everything_in_a_list_is_there_by_its_id(client: Client, name: str) -> None:
    for one in contents(client, f"/{name}?"):
        assert told(client, f"/{name}/{one['id']}")["id"] == one["id"]


@pytest.mark.parametrize("name", ["taxonomies", "taxonomy_terms"])
def test_every_word_is_there_by_its_id(client: Client, name: str) -> None:
    words = contents(client, f"/{name}?")
    assert [told(client, f"/{name}/{one['id']}") for one in words] == words


def test_a_whole_service_in_a_list_is_the_service_itself(client: Client) -> None:
    services = contents(client, "/services?full=true")
    assert len(services) == EVERYBODY
    for one in services:
        assert told(client, f"/services/{one['id']}") == one


def test_nothing_is_null(client: Client) -> None:
    for address in ("/services?full=true", "/service_at_locations?full=true", "/organizations"):
        answer = client.get(f"{ROOT}{address}{'&' if '?' in address else '?'}per_page=500")
        assert not re.search(rb": ?null", answer.content)


def test_ids_are_of_one_thing_each(client: Client) -> None:
    services = contents(client, "/services?full=true")
    for name in ("schedules", "attributes", "cost_options", "phones"):
        ids = [entry["id"] for one in services for entry in one[name]]
        assert len(ids) == len(set(ids)), name


def test_ids_lead_back_to_their_place() -> None:
    for place in Place.objects.all():
        ids = {entity: id_of(place.uuid, entity) for entity in Entity}
        assert len({place.uuid, *ids.values()}) == 4
        assert {place_of(one, entity) for entity, one in ids.items()} == {place.uuid}


def test_the_database_makes_the_same_ids_as_python(client: Client) -> None:
    service = service_of(client, "bij-de-provenier")
    [at_location] = service["service_at_locations"]
    place = Place.objects.get(slug="bij-de-provenier")
    assert at_location["id"] == str(id_of(place.uuid, Entity.SERVICE_AT_LOCATION))
    assert at_location["location"]["id"] == str(id_of(place.uuid, Entity.LOCATION))
    assert service["organization"]["id"] == str(id_of_tag("netwerk:gaarkeuken-rotterdam"))
    for attribute in service["attributes"]:
        term = attribute["taxonomy_term"]
        parameter = {"Aanbod": "aanbod", "Soorten": "soort"}[term["taxonomy"]]
        assert term["id"] == str(id_of_tag(f"{parameter}:{term['code']}"))


def test_pages_of_a_list_follow_each_other(client: Client) -> None:
    pages = [told(client, f"/services?per_page=25&page={number}") for number in (1, 2, 3)]
    assert [page["size"] for page in pages] == [25, 25, 8]
    assert [page["first_page"] for page in pages] == [True, False, False]
    assert [page["last_page"] for page in pages] == [False, False, True]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(EVERYBODY, 3)}
    assert len({one["id"] for page in pages for one in page["contents"]}) == EVERYBODY


def test_a_page_beyond_the_last_is_empty(client: Client) -> None:
    page = told(client, "/services?page=900")
    assert (page["empty"], page["last_page"], page["contents"]) == (True, True, [])
    assert page["total_items"] == EVERYBODY


def test_little_is_said_of_all_when_that_is_asked(client: Client) -> None:
    page = told(client, "/services?minimal=true")
    assert page["size"] == EVERYBODY
    assert {tuple(one) for one in page["contents"]} == {("id", "name", "status", "last_modified")}


def test_the_first_address_names_the_standard_and_the_description(client: Client) -> None:
    root = told(client, "/")
    assert root["version"] == "3.1"
    document = client.get(root["openapi_url"].removeprefix("http://testserver")).json()
    assert document["openapi"] == "3.1.0"
    assert set(LISTS) <= set(document["paths"])


def test_every_described_answer_forbids_what_it_does_not_name() -> None:
    for name, schema in openapi_document()["components"]["schemas"].items():
        assert schema["additionalProperties"] is False, name


def test_every_parameter_is_described_with_a_valid_example() -> None:
    for path in LISTS:
        for one in openapi_document()["paths"][path]["get"]["parameters"]:
            assert one["description"]
            assert_valid(one["example"], one["schema"])


def test_what_was_archived_is_gone_and_a_draft_never_was(client: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    ids = {name: one[0]["id"] for name, one in ids_of(place).items()}
    for status, code in (("gearchiveerd", 410), ("concept", 404)):
        day = "2026-11-01" if status == "gearchiveerd" else None
        Place.objects.at_address("pauluskerk").update(status=status, archived_on=day)
        for name in ("services", "service_at_locations"):
            answer = asked(client, f"/{name}/{ids[f'hsds_{name[:-1]}']}")
            assert answer.status_code == code
        assert asked(client, f"/organizations/{ids['hsds_organization']}").status_code == 404


def test_where_a_place_went_is_said_in_the_words_of_this_door(client: Client) -> None:
    place, after = (Place.objects.get(slug=slug) for slug in ("pauluskerk", "bij-de-provenier"))
    Place.objects.at_address("pauluskerk").update(
        status="gearchiveerd", archived_on="2026-11-01", successor=after
    )
    gone = asked(client, f"/services/{place.uuid}").json()
    assert gone["opvolger"]["id"] == str(after.uuid)
    assert client.get(gone["opvolger"]["url"]).json()["name"] == "Bij de Provenier"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(method: str) -> None:
    answer = Client(enforce_csrf_checks=True).generic(method, f"{ROOT}/services")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_every_answer_has_the_envelope_of_the_api(client: Client) -> None:
    for address in ("", "/", "/services", "/services/", "/bestaat-niet", "/services?page=x"):
        answer = client.get(ROOT + address)
        assert answer["API-Version"] == "3.1.0"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies
    head: Any = client.head(f"{ROOT}/services")
    assert (head.status_code, head.content) == (200, b"")
    assert client.options(f"{ROOT}/services").status_code == 204


def test_what_is_the_same_is_not_sent_again(client: Client) -> None:
    first = client.get(f"{ROOT}/services")
    again = client.get(f"{ROOT}/services", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
