"""Coordinates in degrees, and in RD for whoever asks; each answer says in what."""

from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.test import Client

from places.coordinates import to_rd
from places.models import Area, Place
from tests.api import ROOT, asked, told

pytestmark = pytest.mark.django_db

OGC = "http://www.opengis.net/def/crs"
CRS84, ETRS89, RD = f"{OGC}/OGC/1.3/CRS84", f"{OGC}/EPSG/0/4258", f"{OGC}/EPSG/0/28992"
PLACE = "/plekken/bij-de-provenier"
LOCATED = ["/plekken", PLACE, "/gebieden", "/gebieden/noord", "/wijken", "/wijken/cool"]
DEGREES = [4.4742, 51.92771]


def point(answer: Any) -> list[float]:
    return answer.json()["locatie"]["coordinates"]


@pytest.fixture
def boundary() -> Polygon:
    """What Noord gets for a boundary, in RD."""
    box = Polygon.from_bbox((4.46, 51.92, 4.48, 51.94))
    box.srid = 4326
    to_rd(box)
    Area.objects.filter(slug="noord", level="gebied").update(boundary=MultiPolygon(box))
    return box


@pytest.mark.parametrize("address", LOCATED)
def test_whoever_asks_nothing_gets_degrees_and_is_told_so(client: Client, address: str) -> None:
    answer = asked(client, address)
    assert answer["Content-Crs"] == f"<{CRS84}>"
    assert "Accept-Crs" in answer["Vary"]


@pytest.mark.parametrize("address", LOCATED)
def test_whoever_asks_for_rd_gets_it_and_is_told_so(client: Client, address: str) -> None:
    by_header = asked(client, address, **{"accept-crs": "epsg:28992"})
    by_parameter = asked(client, f"{address}?crs={RD}")
    assert by_header["Content-Crs"] == by_parameter["Content-Crs"] == f"<{RD}>"
    if address not in ("/plekken", "/gebieden", "/wijken"):
        assert by_header.content == by_parameter.content


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("epsg:4326", CRS84),
        ("CRS84", CRS84),
        (f"<{CRS84}>", CRS84),
        ("*", CRS84),
        ("EPSG:4258", ETRS89),
        ("urn:ogc:def:crs:EPSG::28992", RD),
        ("https://www.opengis.net/def/crs/EPSG/9.9.1/28992", RD),
        ("epsg:31370, epsg:28992;q=0.5", RD),
    ],
)
def test_a_reference_system_has_several_names(client: Client, said: str, given: str) -> None:
    assert asked(client, PLACE, **{"accept-crs": said})["Content-Crs"] == f"<{given}>"


def test_a_point_in_rd_is_the_one_we_keep(client: Client) -> None:
    kept = Place.objects.get(slug="bij-de-provenier").location
    assert kept
    x, y = point(asked(client, PLACE, **{"accept-crs": "epsg:28992"}))
    assert (x, y) == pytest.approx((kept.x, kept.y), abs=0.06)
    assert point(asked(client, PLACE, **{"accept-crs": "epsg:4258"})) == DEGREES
    assert point(asked(client, PLACE)) == DEGREES


def test_geojson_says_nothing_but_type_and_coordinates(client: Client) -> None:
    place = told(client, f"{PLACE}?crs={RD}")
    assert set(place["locatie"]) == {"type", "coordinates"}


def test_middle_and_boundary_of_an_area_are_in_rd_too(client: Client, boundary: Polygon) -> None:
    area = told(client, f"/gebieden/noord?crs={RD}")
    assert area["midden"]["coordinates"][0] > 50_000
    [[ring]] = area["grens"]["coordinates"]
    assert ring == [pytest.approx(corner, abs=0.06) for corner in boundary.coords[0]]
    degrees = told(client, "/gebieden/noord")["grens"]["coordinates"][0][0]
    assert degrees[0] == pytest.approx([4.46, 51.92], abs=1e-5)


def test_a_list_of_areas_is_in_rd_too(client: Client) -> None:
    for area in told(client, f"/wijken?crs={RD}")["resultaten"]:
        x, y = area["midden"]["coordinates"]
        assert 0 < x < 300_000 < y < 625_000


@pytest.mark.parametrize("address", LOCATED)
def test_what_we_cannot_give_is_refused(client: Client, address: str) -> None:
    by_header = asked(client, address, **{"accept-crs": "epsg:31370"})
    assert (by_header.status_code, "Accept-Crs" in by_header["Vary"]) == (406, True)
    assert RD in by_header.json()["detail"]
    assert asked(client, address, **{"accept-crs": ""}).status_code == 406
    assert asked(client, f"{address}?crs={RD}", **{"accept-crs": "rd"}).status_code == 406
    by_parameter = asked(client, f"{address}?crs=epsg:31370")
    assert by_parameter.status_code == 400
    assert list(by_parameter.json()["errors"]) == ["crs"]


@pytest.mark.parametrize("said", ["epsg:²", "epsg:" + "9" * 5000, "\x7f", "<>", ",;q=1", "28992"])
def test_nonsense_for_a_reference_system_is_refused(client: Client, said: str) -> None:
    assert client.get(f"{ROOT}{PLACE}", {"crs": said}).status_code == 400


@pytest.mark.parametrize("address", [f"{PLACE}/openingstijden", "/soorten", "/wijzigingen"])
def test_an_answer_without_coordinates_does_not_mind(client: Client, address: str) -> None:
    answer = asked(client, address, **{"accept-crs": "epsg:31370"})
    assert (answer.status_code, "Content-Crs" in answer) == (200, False)


@pytest.mark.parametrize("address", [PLACE, "/gebieden/noord", "/plekken?q=xyzzyplugh"])
def test_a_tag_is_of_one_reference_system(client: Client, address: str) -> None:
    tag = client.get(ROOT + address)["ETag"]
    known = {"if-none-match": tag}
    same = client.get(ROOT + address, headers=known)
    assert (same.status_code, same["Content-Crs"]) == (304, f"<{CRS84}>")
    assert (
        client.get(ROOT + address, headers=known | {"accept-crs": "epsg:28992"}).status_code == 200
    )


def test_the_links_of_a_page_keep_what_was_asked(client: Client) -> None:
    page = told(client, f"/plekken?crs={RD}&per=5")
    second = page["_links"]["next"]["href"].removeprefix("http://testserver" + ROOT)
    assert asked(client, second)["Content-Crs"] == f"<{RD}>"


def test_a_box_is_in_degrees_whatever_the_answer_is_in(client: Client) -> None:
    box = "bbox=4.46,51.90,4.50,51.93"
    plain, other = told(client, f"/plekken?{box}"), told(client, f"/plekken?{box}&crs={RD}")
    assert plain["totaal"] == other["totaal"] > 0
    assert told(client, f"/plekken?{box}&bbox-crs={CRS84}&crs=")["totaal"] == plain["totaal"]


@pytest.mark.parametrize("query", [f"bbox-crs={RD}", "bbox=92000,436000,93000,437000"])
def test_a_box_in_metres_is_refused(client: Client, query: str) -> None:
    answer = asked(client, f"/plekken?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [query.partition("=")[0]]


def test_the_reference_systems_can_be_asked_for(client: Client) -> None:
    assert told(client, "/crss")["crs"] == [CRS84, ETRS89, RD]


def test_a_browser_may_ask_for_rd_and_read_what_it_got(client: Client) -> None:
    allowed = client.options(f"{ROOT}/plekken")["Access-Control-Allow-Headers"]
    assert "Accept-Crs" in allowed.split(", ")
    exposed = client.get(f"{ROOT}/plekken")["Access-Control-Expose-Headers"]
    assert {"Content-Crs", "Retry-After", "RateLimit"} <= set(exposed.split(", "))
