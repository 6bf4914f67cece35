"""Boundaries from GeoJSON: dialects, grids, mending, topology, and the places inside."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.core.management import CommandError

from places.models import Area, Place
from tests import cities
from tests.cities import collection, feature, square, statistical, told, written

pytestmark = pytest.mark.django_db

SQUARE_KILOMETRE = 1_000_000


def loaded(folder: Path, *features: Any, epsg: int | None = None, **options: Any) -> str:
    return told(
        "load_areas", written(folder, "a.geojson", collection(*features, epsg=epsg)), **options
    )


def refusal(folder: Path, *features: Any, epsg: int | None = None) -> str:
    with pytest.raises(CommandError) as refused:
        loaded(folder, *features, epsg=epsg)
    return str(refused.value)


@pytest.fixture
def second_city(tmp_path: Path) -> None:
    """Voorbeeldstad with its names and centres, still without boundaries."""
    told("load_areas", written(tmp_path, "areas.csv", cities.AREA_TABLE))


@pytest.mark.usefixtures("second_city")
@pytest.mark.parametrize("degrees", [True, False], ids=["WGS84", "RD"])
@pytest.mark.parametrize("dialect", [cities.statistical, cities.municipal])
def test_both_dialects_in_both_grids_give_the_same_boundaries(
    dialect: Any, degrees: bool, tmp_path: Path
) -> None:
    said = loaded(tmp_path, *dialect(degrees=degrees))
    assert "wijken: 0 gemaakt, 3 bijgewerkt, 0 ongewijzigd" in said
    west = Area.objects.get(code="BU99010101").boundary
    assert west.area == pytest.approx(SQUARE_KILOMETRE, rel=0.001)
    assert west.extent == pytest.approx((83_000, 445_000, 84_000, 446_000), abs=1)


@pytest.mark.parametrize("epsg", [28992, 4326])
def test_a_declared_grid_is_believed(epsg: int, tmp_path: Path) -> None:
    loaded(tmp_path, *statistical(degrees=epsg == 4326), epsg=epsg)
    assert Area.objects.get(code="BU99010101").boundary.area == pytest.approx(
        SQUARE_KILOMETRE, rel=0.001
    )


def test_areas_not_known_yet_are_made_with_all_that_they_lie_in(tmp_path: Path) -> None:
    said = loaded(tmp_path, *statistical())
    assert "gemeenten: 1 gemaakt" in said
    assert "gebieden: 2 gemaakt" in said
    east = Area.objects.get(code="BU99010102")
    assert [area.name for area in (east, *east.above())] == [
        "Oosteinde",
        "Centrum",
        "Voorbeeldstad",
    ]
    assert east.centre.within(east.boundary)


def test_a_gebied_and_a_municipality_are_drawn_from_their_parts(tmp_path: Path) -> None:
    said = loaded(tmp_path, *statistical())
    assert "getekend uit de delen: Centrum, Voorbeeldstad, Weide" in said
    areas = [Area.objects.get(code=code).boundary.area for code in ("WK990101", "GM9901")]
    assert areas == [2 * SQUARE_KILOMETRE, 3 * SQUARE_KILOMETRE]


def test_a_gebied_is_not_drawn_as_long_as_a_part_has_no_boundary(tmp_path: Path) -> None:
    told("load_areas", written(tmp_path, "areas.csv", cities.AREA_TABLE))
    loaded(tmp_path, statistical()[0])
    assert Area.objects.get(code="WK990101").boundary is None


def test_a_second_load_changes_nothing(tmp_path: Path) -> None:
    loaded(tmp_path, *statistical(degrees=True))
    assert "wijken: 0 gemaakt, 0 bijgewerkt, 3 ongewijzigd" in loaded(
        tmp_path, *statistical(degrees=True)
    )


def test_inhabitants_are_those_of_the_first_of_january_of_the_vintage(tmp_path: Path) -> None:
    loaded(tmp_path, *statistical(aantal_inwoners=1250, jaar=2025))
    area = Area.objects.get(code="BU99010101")
    assert (area.inhabitants, str(area.inhabitants_on)) == (1250, "2025-01-01")


def test_the_older_attribute_names_and_codes_with_a_year_are_read_too(tmp_path: Path) -> None:
    loaded(tmp_path, *statistical(aantalInwoners=1250, jrstatcode="2024BU99010101"))
    assert str(Area.objects.get(code="BU99010101").inhabitants_on) == "2024-01-01"


@pytest.mark.parametrize("sentinel", [-99997, -99999999, "-99995.0", None])
def test_a_negative_number_of_inhabitants_is_unknown(sentinel: Any, tmp_path: Path) -> None:
    loaded(tmp_path, *statistical(aantal_inwoners=sentinel, jaar=2025))
    assert Area.objects.get(code="BU99010101").inhabitants is None


def test_water_and_other_municipalities_are_passed_over(tmp_path: Path) -> None:
    water, *land = statistical()
    water["properties"]["water"] = "JA"
    land[0]["properties"]["gemeentecode"] = "GM9902"
    said = loaded(tmp_path, water, *land, municipality="GM9901")
    assert "overgeslagen: 1 water" in said
    assert "overgeslagen: 1 in een andere gemeente" in said
    assert Area.objects.filter(code__startswith="BU9901").count() == 1


BOW_TIE = [
    [83_000, 445_000],
    [84_000, 446_000],
    [84_000, 445_000],
    [83_000, 446_000],
    [83_000, 445_000],
]
SPIKE = [
    [83_000, 445_000],
    [83_000, 446_000],
    [84_000, 446_000],
    [84_000, 445_000],
    [84_500, 445_000],
    [83_000, 445_000],
]


def drawn(ring: Any) -> Any:
    properties = statistical()[0]["properties"]
    return feature({"type": "Polygon", "coordinates": [ring]}, **properties)


def test_a_bow_tie_is_refused_with_its_name_and_reason(tmp_path: Path) -> None:
    said = refusal(tmp_path, drawn(BOW_TIE), *statistical()[1:])
    assert "BU99010101 Cool: de grens kruist zichzelf (83500 445500), en herstel verandert" in said
    assert not Area.objects.filter(code__endswith="GM9901").exists()


def test_the_rest_is_loaded_when_that_is_asked_for(tmp_path: Path) -> None:
    said = loaded(tmp_path, drawn(BOW_TIE), *statistical()[1:], partial=True)
    assert "geweigerd: BU99010101 Cool: de grens kruist zichzelf" in said
    assert Area.objects.filter(code__startswith="BU9901").count() == 2


def test_a_flaw_that_hardly_changes_the_area_is_mended_and_reported(tmp_path: Path) -> None:
    assert "hersteld: BU99010101 Cool: de grens kruist zichzelf" in loaded(tmp_path, drawn(SPIKE))
    boundary = Area.objects.get(code="BU99010101").boundary
    assert boundary.valid
    assert boundary.area == pytest.approx(SQUARE_KILOMETRE)


@pytest.mark.parametrize(
    ("ring", "reason"),
    [
        (BOW_TIE[:3], "een ring is niet gesloten"),
        (BOW_TIE[:4], "een ring is niet gesloten"),
        ([["a", "b"]] * 4, "een ring is niet gesloten"),
        (
            [[lat, lon] for lon, lat in square(0, degrees=True)["coordinates"][0]],
            "niet in Nederland",
        ),
        ([[0, 0], [0, 9], [9, 9], [0, 0]], "niet in Nederland"),
        ([[400, 400], [400, 999], [999, 999], [400, 400]], "niet in Nederland"),
    ],
    ids=["two points", "open", "no numbers", "swapped", "ocean", "no grid"],
)
def test_an_outline_that_is_none_is_refused(ring: Any, reason: str, tmp_path: Path) -> None:
    said = refusal(tmp_path, drawn(ring))
    assert "BU99010101 Cool: " in said
    assert reason in said


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ({"naam": "Cool"}, "vlak 1: dit zijn geen velden van CBS of een gemeente: naam"),
        ({"buurtcode": "0599", "buurtnaam": "Cool"}, "vlak 1: ‘GM99’ is geen code van CBS"),
        (
            {"buurtcode": "BU99010101", "buurtnaam": "Cool"},
            "GM9901 : de bron noemt dit zonder naam",
        ),
    ],
    ids=["unknown fields", "no code", "parents without a name"],
)
def test_attributes_that_make_no_area_are_refused(
    properties: Any, reason: str, tmp_path: Path
) -> None:
    assert reason in refusal(tmp_path, feature(square(0), **properties))


def test_an_area_without_an_outline_or_given_twice_is_refused(tmp_path: Path) -> None:
    first, second, third = statistical()
    said = refusal(tmp_path, first, first, second, {**third, "geometry": None})
    assert "BU99010101 Cool: dit gebied staat vaker in de bron" in said
    assert "BU99010201 Weide: er is geen vlak als grens" in said


def test_a_strange_grid_is_refused(tmp_path: Path) -> None:
    assert "Dit coördinatenstelsel kennen we niet" in refusal(tmp_path, *statistical(), epsg=3857)


def test_a_document_that_is_no_geojson_is_refused(tmp_path: Path) -> None:
    for text in ("<html>", "[]", '{"features": 3}'):
        with pytest.raises(CommandError, match="is geen"):
            told("load_areas", written(tmp_path, "a.geojson", text))


def test_overlapping_wijken_are_reported_with_how_much_they_share(tmp_path: Path) -> None:
    wide, *others = statistical()
    said = loaded(tmp_path, {**wide, "geometry": square(0, width=1100)}, *others)
    assert "overlap: wijk Cool en Oosteinde delen 100000 m² (10.0%)" in said
    assert "sluiten op elkaar aan" not in said


def test_wijken_that_fit_are_reported_to_fit(tmp_path: Path) -> None:
    assert "grenzen: sluiten op elkaar aan" in loaded(tmp_path, *statistical())


def test_a_hole_between_wijken_is_reported(tmp_path: Path) -> None:
    first, *others = statistical()
    hole = [
        [x, y]
        for x, y in [(83_200, 445_200), (83_300, 445_200), (83_300, 445_300), (83_200, 445_200)]
    ]
    first["geometry"]["coordinates"].append(hole)
    said = loaded(tmp_path, first, *others)
    assert "gaten tussen wijken van Voorbeeldstad: 1, samen 5000 m², het grootste 5000 m²" in said


def test_a_wijk_that_sticks_out_of_its_gebied_is_reported(tmp_path: Path) -> None:
    gebied = feature(
        square(0), wijkcode="WK990101", wijknaam="Centrum", gemeentenaam="Voorbeeldstad"
    )
    said = loaded(tmp_path, gebied, *statistical())
    assert "buiten: wijk Oosteinde ligt voor 100.0% buiten Centrum" in said


def at(column: float, **fields: Any) -> Place:
    return Place.objects.create(
        slug=f"plek-{column}",
        name=f"Plek {column}",
        location=Point(cities.WEST + 1000 * column, cities.SOUTH + 500, srid=28992),
        location_precision="adres",
        **fields,
    )


def test_places_get_the_smallest_area_that_holds_them(tmp_path: Path) -> None:
    told("load_areas", written(tmp_path, "areas.csv", cities.AREA_TABLE))
    without, with_city = at(0.5), at(1.5, area=Area.objects.get(code="GM9901"))
    assert "plekken: 2 aan een gebied gekoppeld, 0 tegenspraken" in loaded(tmp_path, *statistical())
    without.refresh_from_db()
    with_city.refresh_from_db()
    assert [str(without.area), str(with_city.area)] == ["Cool", "Oosteinde"]
    assert "wijk:cool-voorbeeldstad" in without.tags
    assert without.history.latest().area == without.area


def test_an_area_that_an_editor_chose_stays_and_the_contradiction_is_reported(
    tmp_path: Path,
) -> None:
    pernis = Area.objects.get(level="wijk", name="Pernis")
    chosen = at(0.5, area=pernis)
    said = loaded(tmp_path, *statistical())
    assert "Plek 0.5: ligt op de kaart in Cool, Centrum, Voorbeeldstad" in said
    assert "maar Pernis, Pernis, Rotterdam is gekozen: gelaten" in said
    chosen.refresh_from_db()
    assert chosen.area == pernis


def test_a_smaller_area_than_the_boundaries_know_is_no_contradiction(tmp_path: Path) -> None:
    told("load_areas", written(tmp_path, "areas.csv", cities.AREA_TABLE))
    at(0.5, area=Area.objects.get(code="BU99010101"))
    gebied = feature(
        square(0), wijkcode="WK990101", wijknaam="Centrum", gemeentenaam="Voorbeeldstad"
    )
    assert "plekken: 0 aan een gebied gekoppeld, 0 tegenspraken" in loaded(tmp_path, gebied)
