"""`/kaart.geojson`: points and clusters that agree with the list."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.gis.geos import Point
from django.test import Client

from places.ground import drawn, ground
from places.models import Area, Place
from tests.asking import LOCATED, listing
from tests.edition import settle

pytestmark = pytest.mark.django_db

CITY = "bbox=4.0,51.8,4.7,52.0"


def features(client: Client, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"/kaart.geojson?{query}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)["features"]


def places_in(found: list[dict[str, Any]]) -> int:
    """Points plus what clusters say they hold."""
    return sum(feature["properties"].get("aantal", 1) for feature in found)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "zoom=0",
        "zoom=19",
        f"{CITY}&zoom=12",
        f"{CITY}&zoom=9",
        "bbox=4.46,51.91,4.48,51.92&zoom=15",
        "aanbod=samen-eten&zoom=11",
        "q=noord",
        "open=2026-11-24T17:30",
        "gebied=noord&soort=wijktuin",
    ],
)
def test_points_and_clusters_add_up_to_what_the_list_locates(client: Client, query: str) -> None:
    assert places_in(features(client, query)) == listing(query).tally.mapped


def test_far_away_everything_is_one_cluster_and_close_by_nothing_is(client: Client) -> None:
    assert [one["properties"]["aantal"] for one in features(client, "zoom=3")] == [LOCATED]
    assert not [one for one in features(client, "zoom=19") if "aantal" in one["properties"]]


def test_a_point_says_what_its_marker_needs(client: Client) -> None:
    [feature] = features(client, "q=Bij+de+Provenier&open=2026-11-24T17:30")
    assert feature["geometry"] == {"type": "Point", "coordinates": [4.4742, 51.92771]}
    assert feature["properties"] == {
        "slug": "bij-de-provenier",
        "naam": "Bij de Provenier",
        "soort": "wijkrestaurant",
        "symbool": "table",
        "precisie": "adres",
        "staat": "open",
    }


def test_the_box_of_a_cluster_finds_just_its_places_in_the_list(client: Client) -> None:
    clusters = [
        one["properties"] for one in features(client, "zoom=12") if "aantal" in one["properties"]
    ]
    assert clusters
    for cluster in clusters:
        box = ",".join(map(str, cluster["bbox"]))
        assert listing(f"bbox={box}").tally.total >= cluster["aantal"]


def test_page_and_order_mean_nothing_on_a_map(client: Client) -> None:
    assert places_in(features(client, "pagina=99&sorteer=afstand")) == LOCATED


def test_never_more_than_five_hundred_features(client: Client) -> None:
    Place.objects.bulk_create(
        Place(
            name=f"Plek {number}",
            slug=f"plek-{number}",
            status="gepubliceerd",
            location=Point(
                80_000 + number * 37 % 30_000, 430_000 + number * 91 % 30_000, srid=28992
            ),
            location_precision="adres",
        )
        for number in range(2000)
    )
    found = features(client, "zoom=18")
    assert len(found) <= 500
    assert places_in(found) == LOCATED + 2000


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("bbox=1,2,3", "bbox"),
        ("open=banaan", "open"),
        ("waarde=banaan", "waarde"),
        ("zoom=ver", "zoom"),
        ("zoom=23", "zoom"),
        ("zoom=-1", "zoom"),
        ("zoom=²", "zoom"),
        ("zoom=" + "9" * 5000, "zoom"),
    ],
)
def test_a_bad_value_is_a_problem_that_names_it(client: Client, query: str, parameter: str) -> None:
    answer = client.get(f"/kaart.geojson?{quote(query, safe='=&,')}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert list(answer.json()["errors"]) == [parameter]


def test_the_ground_has_water_and_every_area(client: Client) -> None:
    kinds = [
        one["properties"]["soort"] for one in client.get("/kaart-grond.geojson").json()["features"]
    ]
    assert (kinds.count("gebied"), kinds.count("wijk")) == (21, 91)
    assert kinds.count("water") >= 5


def test_the_ground_follows_its_areas(client: Client) -> None:
    def names() -> set[str]:
        features = client.get("/kaart-grond.geojson").json()["features"]
        return {one["properties"].get("naam") for one in features}

    assert "Cool" in names()
    Area.objects.filter(slug="cool").update(name="Koel")
    assert "Koel" in names()
    settle()
    assert "Koel" in names()
    assert ground() == drawn()
