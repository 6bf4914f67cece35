"""Every answer is valid under the official schemas, in which nothing else may stand.

Runs where HSDS_SCHEMAS names a folder with the compiled schemas; see docs/hsds.md.
"""

import pytest
from django.test import Client

from tests.asking import EVERYBODY
from tests.entries import entry
from tests.hsds import OFFICIAL, assert_official, contents, service_of, told
from tests.hsds_places import everything_known

pytestmark = [pytest.mark.django_db, OFFICIAL]

LISTS = {
    "/services?": "service_list",
    "/services?minimal=true": "service_list",
    "/services?full=true": "service",
    "/service_at_locations?": "service_at_location_list",
    "/service_at_locations?full=true": "service_at_location",
    "/organizations?": "organization_list",
}
SINGLES = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "organizations": "organization",
}


@pytest.mark.parametrize(("address", "schema"), LISTS.items())
def test_a_list_is_official(client: Client, address: str, schema: str) -> None:
    everything_known(entry())
    listed = contents(client, address)
    assert listed
    for one in listed:
        assert_official(one, schema)


@pytest.mark.parametrize(("name", "schema"), SINGLES.items())
def test_each_of_all_places_is_official(client: Client, name: str, schema: str) -> None:
    everything_known(entry())
    listed = contents(client, f"/{name}?")
    assert len(listed) == EVERYBODY or name == "organizations"
    for one in listed:
        assert_official(told(client, f"/{name}/{one['id']}"), schema)


def test_every_word_is_official(client: Client) -> None:
    service = {"name": "x", "status": "active"}
    for term in contents(client, "/taxonomy_terms?"):
        attribute = {"id": term["id"], "taxonomy_term": term}
        assert_official({**service, "id": term["id"], "attributes": [attribute]}, "service")


def test_what_is_not_official_is_found(client: Client) -> None:
    service = service_of(client, "bij-de-provenier")
    location = service["service_at_locations"][0]["location"]
    for wrong in ({"langitude": 4.4}, {"latitude": None}, {"location_type": "huis"}):
        changed = {**service["service_at_locations"][0], "location": {**location, **wrong}}
        with pytest.raises(AssertionError):
            assert_official({**service, "service_at_locations": [changed]}, "service")
