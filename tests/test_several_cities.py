"""Several municipalities on one site."""

from pathlib import Path

import pytest
from django.test import Client

from tests.asking import EVERYBODY, listing, names
from tests.cities import AREA_TABLE, place, told, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeldstad")]


@pytest.fixture
def voorbeeldstad(db: None, tmp_path: Path) -> None:
    """A second city with one place, in a wijk whose name Rotterdam has too."""
    told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))
    told("load_places", written(tmp_path, "places.json", [place("De Stal", wijk="Cool")]))


def test_with_two_municipalities_one_can_choose() -> None:
    [group] = [group for group in listing().groups if group.param == "gemeente"]
    assert {(option.label, option.number) for option in group.options} == {
        ("Rotterdam", EVERYBODY),
        ("Voorbeeldstad", 1),
    }


def test_a_municipality_holds_its_own_places_only() -> None:
    assert names("gemeente=voorbeeldstad") == ["De Stal"]
    assert len(names("gemeente=rotterdam")) == EVERYBODY
    assert len(names("gemeente=rotterdam&gemeente=voorbeeldstad")) == EVERYBODY + 1


def test_wijken_of_one_name_have_pages_of_their_own(client: Client) -> None:
    assert "De Stal" in client.get("/wijken/cool-voorbeeldstad/").content.decode()
    assert "De Stal" not in client.get("/wijken/cool/").content.decode()
