"""Areas from a table, and several municipalities on one site."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from places.models import Area, Place
from tests.cities import AREA_TABLE, place, told, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_city(tmp_path: Path) -> None:
    """Voorbeeldstad beside Rotterdam."""
    told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))


@pytest.mark.usefixtures("second_city")
def test_a_name_that_another_municipality_took_gets_the_name_of_its_own() -> None:
    added = Area.objects.filter(code__regex="^(WK|BU)9901").order_by("code")
    assert [(area.level, area.slug) for area in added] == [
        ("wijk", "cool-voorbeeldstad"),
        ("wijk", "oosteinde"),
        ("wijk", "weide"),
        ("gebied", "centrum-voorbeeldstad"),
        ("gebied", "weide"),
    ]
    assert Area.objects.get(code="BU05990112").slug == "cool"


@pytest.mark.usefixtures("second_city")
def test_places_in_wijken_of_one_name_are_told_apart_by_municipality(tmp_path: Path) -> None:
    told("load_places", written(tmp_path, "places.json", [place("De Stal", wijk="Cool")]))
    assert [found.name for found in Place.objects.tagged("gemeente:voorbeeldstad")] == ["De Stal"]
    assert [found.name for found in Place.objects.tagged("wijk:cool-voorbeeldstad")] == ["De Stal"]
    in_rotterdam = Place.objects.tagged("wijk:cool", "gemeente:rotterdam")
    assert [found.name for found in in_rotterdam] == ["Leger des Heils Schiedamsesingel"]


@pytest.mark.usefixtures("second_city")
def test_a_gebied_has_its_centre_amid_its_wijken_and_its_inhabitants_with_their_date() -> None:
    centrum = Area.objects.get(code="WK990101")
    assert centrum.centre.distance(Area.objects.get(code="BU99010101").centre) == pytest.approx(
        500, abs=10
    )
    assert (centrum.inhabitants, str(centrum.inhabitants_on)) == (2500, "2026-01-01")
    assert Area.objects.get(code="WK990102").inhabitants is None


@pytest.mark.usefixtures("second_city")
def test_a_second_load_changes_nothing(tmp_path: Path) -> None:
    said = told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))
    assert "wijken: 0 gemaakt, 0 bijgewerkt, 3 ongewijzigd" in said
    assert "gebieden: 0 gemaakt, 0 bijgewerkt, 2 ongewijzigd" in said


@pytest.mark.usefixtures("second_city")
def test_newer_numbers_replace_older_ones_and_not_the_other_way_round(tmp_path: Path) -> None:
    newer = AREA_TABLE.replace("2500,2026-01-01", "2700,2027-01-01")
    told("load_areas", written(tmp_path, "newer.csv", newer))
    told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))
    assert Area.objects.get(code="WK990101").inhabitants == 2700


@pytest.mark.usefixtures("second_city")
def test_a_name_that_an_editor_gave_stays_and_is_reported(tmp_path: Path) -> None:
    Area.objects.filter(code="BU99010102").update(name="Oostkant")
    said = told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))
    assert "BU99010102 heet hier Oostkant en in de bron Oosteinde: naam gelaten" in said
    assert Area.objects.get(code="BU99010102").name == "Oostkant"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (
            ("51.9934,4.3607", "4.3607,51.9934"),
            "rij 3, Oosteinde: lat 4.3607, lon 51.9934 ligt niet",
        ),
        (("51.9934", "ten noorden"), "rij 3, Oosteinde: lat en lon zijn geen getallen"),
        (("BU99010102", ""), "rij 3, Oosteinde: elke rij heeft een code"),
        (("2026-01-01,BU99010102", ",BU99010102"), "rij 3, Oosteinde: het aantal inwoners"),
        (("wijk_code", "code"), "Deze kolommen ontbreken: wijk_code"),
    ],
    ids=["swapped", "no number", "no code", "no date", "no column"],
)
def test_a_refused_row_is_named_and_nothing_is_loaded(
    wrong: tuple[str, str], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(CommandError) as refused:
        told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE.replace(*wrong)))
    assert reason in str(refused.value)
    assert not Area.objects.filter(code__endswith="GM9901").exists()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match=r"nergens\.csv is niet te lezen"):
        told("load_areas", "nergens.csv")
