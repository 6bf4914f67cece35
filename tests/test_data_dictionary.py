"""The dictionary names every field that leaves, and nothing else."""

from typing import Any

import pytest
from django.test import Client

from places.exchange.columns import COLUMNS
from places.files.dictionary import API, CSV, DOORS, GEOJSON, GPKG, OSM, XLSX, everything
from places.files.flat import FIELDS
from places.files.meanings import MEANINGS, UNITS
from places.files.osm_tags import TAGS
from places.files.table import names
from places.models.entry_columns import field_names
from tests.files import table, taken

pytestmark = pytest.mark.django_db

EXPECTED = {
    API: field_names(),
    GEOJSON: list(FIELDS),
    GPKG: list(FIELDS),
    CSV: names(),
    XLSX: names(),
    OSM: list(TAGS),
}


def resources(client: Client) -> dict[str, Any]:
    package = client.get("/open-data/velden.json").json()
    return {one["name"]: one for one in package["resources"]}


@pytest.mark.parametrize("door", DOORS)
def test_every_field_of_a_door_is_explained_and_no_other(door: str) -> None:
    entries = [entry for entry in everything() if door in entry.doors]
    assert sorted(entry.key for entry in entries) == sorted(EXPECTED[door])
    assert not [entry.name for entry in entries if len(entry.meaning) < 5]


def test_no_meaning_is_of_nothing() -> None:
    assert set(MEANINGS) == {*field_names(), *FIELDS}
    assert set(UNITS) <= {*field_names(), *COLUMNS}


def test_what_is_not_public_is_not_mentioned(client: Client) -> None:
    hidden = [column.name for column in COLUMNS.values() if not column.public]
    assert len(hidden) == 6
    said = client.get("/open-data/velden.json").content.decode()
    assert not [name for name in hidden if f'"{name}"' in said]


def test_the_schema_of_the_csv_is_that_of_the_file(client: Client) -> None:
    [row, *_more] = table(taken(client, "csv"))
    schema = resources(client)["csv"]["schema"]
    assert [field["name"] for field in schema["fields"]] == list(row)
    assert schema["primaryKey"] in row


def test_a_table_holds_what_its_schema_says(client: Client) -> None:
    fields = resources(client)["csv"]["schema"]["fields"]
    for row in table(taken(client, "csv")):
        for field in fields:
            text = row[field["name"]]
            if field["type"] == "number" and text:
                float(text.replace(field["decimalChar"], "."))
            if field["type"] == "integer" and text:
                int(text)
            if "constraints" in field and text:
                assert text in field["constraints"]["enum"]
            if field["type"] == "boolean":
                assert text in ("ja", "nee")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_people_can_read_it(client: Client, prefix: str) -> None:
    html = client.get(f"{prefix}/open-data/velden/").content.decode()
    for name in (*field_names(), "Breedtegraad", "ref:huiskamers"):
        assert f"<code>{name}</code>" in html
