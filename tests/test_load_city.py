"""The first filling of an empty database."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from places.models import Area, Kind, Place
from tests.cities import AREA_TABLE, place, told, written

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("empty_site")
def test_an_empty_database_gets_words_areas_and_places_a_line_each() -> None:
    lines = told("load_city").splitlines()
    assert (Kind.objects.count(), Area.objects.count(), Place.objects.count()) == (16, 113, 58)
    assert len(lines) == 3
    assert lines[2].startswith("plekken: 58 gemaakt")


def test_a_second_time_changes_nothing_and_brings_nothing_back() -> None:
    Place.objects.get(name="De Brug").delete()
    Place.objects.filter(name="Pauluskerk").update(phone="010-0000000")
    assert "plekken: al geladen, niets veranderd" in told("load_city")
    assert not Place.objects.filter(name="De Brug").exists()
    assert Place.objects.get(name="Pauluskerk").phone == "010-0000000"


@pytest.mark.usefixtures("empty_site")
def test_a_half_finished_first_time_is_finished(tmp_path: Path) -> None:
    broken = written(tmp_path, "places.json", [place("De Stal", wijk="Nergens")])
    with pytest.raises(CommandError, match="Nergens"):
        told("load_city", places=broken)
    assert (Area.objects.count(), Place.objects.count()) == (113, 0)
    told("load_city")
    assert Place.objects.count() == 58


@pytest.mark.usefixtures("empty_site")
def test_another_city_is_other_files(tmp_path: Path) -> None:
    areas = written(tmp_path, "areas.csv", AREA_TABLE)
    places = written(tmp_path, "places.json", [place("De Stal", wijk="Cool", gebied="Centrum")])
    told("load_city", areas=areas, places=places)
    assert Place.objects.get().tags == ["gebied:centrum", "gemeente:voorbeeldstad", "wijk:cool"]
