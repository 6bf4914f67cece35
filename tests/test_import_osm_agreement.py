"""Our own file in the form of OpenStreetMap, read again: it agrees with the list it was made of."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from places.models import Audience, Place, PlaceTrait, SpecialDay, Suggestion, Trait
from tests.cities import told, written
from tests.openstreetmap import CENTRE, imported, suggested

pytestmark = pytest.mark.django_db


def our_file(client: Client, folder: Path) -> str:
    """The path of the whole list as anybody can take it along."""
    answer = client.get("/plekken.osm.json")
    return written(folder, "plekken.osm.json", answer.getvalue().decode())


def test_our_own_file_proposes_nothing(client: Client, tmp_path: Path) -> None:
    said = told("import_osm", our_file(client, tmp_path), verbosity=2)
    assert not Suggestion.objects.exists(), said
    assert "staat er al, niets nieuws" in said


def test_it_proposes_nothing_of_a_place_of_which_much_is_known(
    client: Client, tmp_path: Path
) -> None:
    place = Place.objects.get(slug="huis-van-de-wijk-schiemond")
    place.name_variants, place.since, place.phone = ["De Schie"], 1998, "010 123 45 67"
    place.description, place.holiday_policy = "Lang en breed. " * 40, "dicht"
    place.save()
    place.audiences.set(Audience.objects.all())
    for trait in Trait.objects.all():
        PlaceTrait.objects.create(place=place, trait=trait, answer="ja")
    day = date(2026, 12, 24)
    SpecialDay.objects.create(place=place, first_day=day, last_day=day, reason="Kerstavond")
    told("import_osm", our_file(client, tmp_path))
    assert not Suggestion.objects.exists()


def test_what_somebody_filled_in_in_our_file_is_what_is_proposed(
    client: Client, tmp_path: Path
) -> None:
    path = Path(our_file(client, tmp_path))
    text = path.read_text("utf-8").replace('"name": "Het PrachtHuis"', '"name": "Het Prachthuys"')
    path.write_text(text, "utf-8")
    told("import_osm", str(path))
    made = suggested()
    assert str(made.place) == "Het PrachtHuis"
    assert "Het Prachthuys" in made.proposed["name_variants"]
    assert "ODbL" not in made.source


def test_a_number_below_zero_is_not_what_an_object_is_known_by(tmp_path: Path) -> None:
    names = ("De Bank", "De Kruk")
    for name in names:
        tags = CENTRE | {"name": name, "addr:city": "Rotterdam"}
        imported(tmp_path, {"type": "node", "id": -1, "tags": tags})
    assert {one.proposed["name"] for one in Suggestion.objects.all()} == set(names)
    assert not any(one.object_url for one in Suggestion.objects.all())
