"""Places as files: what is in them, read back by who would read them."""

import io
import json
from typing import Any

import pytest
from django.contrib.gis.gdal import DataSource
from django.test import Client
from openpyxl import load_workbook

from places.coordinates import rd_point
from places.files.flat import FIELDS
from places.files.formats import FORMATS
from places.files.osm_tags import KINDS, TAGS
from places.models import Kind, OpeningHours, Place, PlaceTrait, Trait
from tests.asking import EVERYBODY, LOCATED
from tests.exchange import trial
from tests.files import asked, layer, sheet, table, taken, uuids
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

KEYS = list(FORMATS)
TABLES = ["csv", "xlsx"]


def place(slug: str = "pauluskerk") -> Place:
    return Place.objects.get(slug=slug)


def feature(client: Client, slug: str = "pauluskerk") -> dict[str, Any]:
    """What the GeoJSON says of one place."""
    features = json.loads(taken(client, "geojson"))["features"]
    [found] = [one for one in features if one["properties"]["slug"] == slug]
    return dict(found)


def tags(client: Client, slug: str = "pauluskerk") -> dict[str, str]:
    """The tags of one place."""
    elements = json.loads(taken(client, "osm"))["elements"]
    [found] = [one for one in elements if one["tags"]["ref:huiskamers"] == str(place(slug).uuid)]
    return dict(found["tags"])


@pytest.mark.parametrize("key", KEYS)
def test_every_published_place_is_in_the_file_in_order(client: Client, key: str) -> None:
    expected = [str(one.uuid) for one in Place.objects.published().by_name()]
    assert uuids(key, taken(client, key)) == expected


@pytest.mark.parametrize("key", KEYS)
def test_no_place_at_all_is_a_good_file(client: Client, key: str) -> None:
    assert uuids(key, taken(client, key, "q=xyzzyplugh")) == []


@pytest.mark.parametrize("key", TABLES)
def test_staff_bring_the_file_in_again_and_nothing_changes(client: Client, key: str) -> None:
    report = trial(logged_in(colleague("redacteur")), taken(client, key))
    counts = {"geweigerd": 0, "nieuw": 0, "gewijzigd": 0, "gelijk": EVERYBODY}
    assert report["problems"] == []
    assert report["counts"] == counts


@pytest.mark.parametrize("key", TABLES)
def test_what_excel_would_compute_is_defused_and_comes_back_unchanged(
    client: Client, key: str
) -> None:
    Place.objects.at_address("pauluskerk").update(
        name='=HYPERLINK("http://x")', description="'@som", phone="+31104666722", street="-1+1"
    )
    rows = {"csv": table, "xlsx": sheet}[key](taken(client, key))
    [row] = [one for one in rows if one["UUID"] == str(place().uuid)]
    assert row["Naam"] == '\'=HYPERLINK("http://x")'
    assert row["Telefoon"] == "'+31104666722"
    report = trial(logged_in(colleague("redacteur")), taken(client, key))
    assert report["counts"]["gelijk"] == EVERYBODY


def test_the_two_tables_say_the_same(client: Client) -> None:
    assert sheet(taken(client, "xlsx")) == [
        {heading: text.replace("\r\n", "\n") for heading, text in row.items()}
        for row in table(taken(client, "csv"))
    ]


def test_what_is_a_number_is_one_in_a_workbook(client: Client) -> None:
    data = taken(client, "xlsx", "velden=since,postcode,lat,lon&q=pauluskerk")
    [row] = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=2, values_only=True)
    assert row == (1979, "3012 JR", 51.9182, 4.4716)


def test_a_feature_is_a_place_with_flat_properties(client: Client) -> None:
    found = feature(client)
    assert found["id"] == found["properties"]["uuid"] == str(place().uuid)
    assert list(found["properties"]) == list(FIELDS)
    assert not [v for v in found["properties"].values() if isinstance(v, dict)]
    assert found["properties"]["gemeente"] == "Rotterdam"
    lon, lat = found["geometry"]["coordinates"]
    assert rd_point(lon, lat).distance(place().location) < 0.2  # type: ignore[union-attr]


def test_a_moment_of_change_is_told_as_the_api_tells_it(client: Client) -> None:
    told = client.get("/api/v1/plekken/pauluskerk").json()["gewijzigdOp"]
    assert feature(client)["properties"]["gewijzigdOp"] == told


def test_a_place_without_a_point_is_a_feature_without_geometry(client: Client) -> None:
    features = json.loads(taken(client, "geojson"))["features"]
    assert len([one for one in features if one["geometry"] is None]) == EVERYBODY - LOCATED


def test_a_traits_answer_is_not_guessed(client: Client) -> None:
    trait = Trait.objects.get(slug="rolstoeltoegankelijk")
    assert "wheelchair" not in tags(client)
    answer = PlaceTrait.objects.create(place=place(), trait=trait, answer="onbekend")
    assert "wheelchair" not in tags(client)
    PlaceTrait.objects.filter(pk=answer.pk).update(answer="nee")
    assert tags(client)["wheelchair"] == "no"
    assert feature(client)["properties"]["kenmerkenNee"] == ["rolstoeltoegankelijk"]
    assert feature(client)["properties"]["kenmerken"] == []


def test_gdal_opens_the_geopackage(client: Client, tmp_path: Any) -> None:
    file = tmp_path / "plekken.gpkg"
    file.write_bytes(taken(client, "gpkg"))
    [found] = DataSource(file)
    types = dict(zip(found.fields, (one.__name__ for one in found.field_types), strict=True))
    assert (found.name, len(found), found.srs.srid) == ("plekken", EVERYBODY, 28992)
    assert list(types) == list(FIELDS)
    assert types["sinds"] == "OFTInteger64"
    assert (types["nagekekenOp"], types["gewijzigdOp"]) == ("OFTDate", "OFTDateTime")


def test_a_geopackage_has_the_points_as_they_are(client: Client) -> None:
    rows = {row["slug"]: row for row in layer(taken(client, "gpkg"))}
    for one in Place.objects.published():
        assert rows[one.slug]["geom"] == (one.location.tuple if one.location else None)
        assert rows[one.slug]["naam"] == one.name


def test_nodes_have_negative_ids_and_a_point_only_where_one_is_known(client: Client) -> None:
    document = json.loads(taken(client, "osm"))
    nodes = document["elements"]
    assert document["version"] == 0.6
    assert [one["id"] for one in nodes] == [-number for number in range(1, EVERYBODY + 1)]
    assert len([one for one in nodes if {"lat", "lon"} <= set(one)]) == LOCATED
    assert {name for one in nodes for name in one["tags"]} <= set(TAGS)
    assert all(0 < len(text) <= 255 for one in nodes for text in one["tags"].values())


def test_every_kind_of_the_shipped_vocabulary_has_tags() -> None:
    assert set(KINDS) == set(Kind.objects.values_list("slug", flat=True))


def test_hours_are_said_only_where_they_are_known_and_fit(client: Client) -> None:
    Place.objects.at_address("pauluskerk").update(hours_complete=True, holiday_policy="gewoon")
    OpeningHours.objects.filter(place=place()).delete()
    assert "opening_hours" not in tags(client)
    OpeningHours.objects.create(place=place(), weekday=0, opens="09:00", closes="12:00")
    assert tags(client)["opening_hours"] == "Mo 09:00-12:00"
    for hour in range(13, 23):
        for day in range(7):
            times = {"opens": f"{hour}:00", "closes": f"{hour}:{day + 1:02}"}
            OpeningHours.objects.create(place=place(), weekday=day, **times)
    assert "opening_hours" not in tags(client)


def test_a_text_too_long_for_excel_is_said_and_the_csv_has_it(client: Client) -> None:
    Place.objects.at_address("pauluskerk").update(description="a" * 33_000)
    answer = asked(client, "xlsx")
    assert answer.status_code == 409
    assert "Beschrijving" in json.loads(answer.whole)["detail"]
    assert "a" * 33_000 in taken(client, "csv").decode()
