"""`manage.py import_osm`: what is proposed of an object, and to whom it is left."""

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command

from places.models import Place, Suggestion
from tests.cities import collection, statistical, told, written
from tests.openstreetmap import CENTRE, STOEL, element, imported, pauluskerk, suggested

pytestmark = pytest.mark.django_db


def test_an_unknown_place_is_proposed_and_not_made(tmp_path: Path) -> None:
    before = Place.objects.count()
    said = imported(tmp_path, element())
    assert "1 voorgesteld als nieuwe plek" in said
    made = suggested()
    assert (made.kind, made.origin, made.place, made.email) == ("nieuw", "osm", None, "")
    assert made.proposed["name"] == "Buurtkamer De Stoel"
    assert Place.objects.count() == before


def test_it_names_object_version_day_and_licence(tmp_path: Path) -> None:
    imported(tmp_path, element())
    made = suggested()
    assert made.source == ("OpenStreetMap node/1, versie 7, © OpenStreetMap contributors, ODbL 1.0")
    assert (made.source_date, made.reference) == ("2026-10-01", "node/1")
    assert made.object_url == "https://www.openstreetmap.org/node/1"


def test_the_point_and_what_is_around_it_become_columns(tmp_path: Path) -> None:
    imported(tmp_path, element())
    said = suggested().proposed
    assert (said["lat"], said["lon"]) == ("51,9171000", "4,4691000")
    assert (said["location_precision"], said["area"]) == ("adres", "Oude Westen")
    assert said["city"] == "Rotterdam"


@pytest.mark.parametrize(
    ("tags", "column", "text"),
    [
        ({"contact:phone": "+31 10 123 45 67"}, "phone", "+31 10 123 45 67"),
        ({"contact:email": "stoel@voorbeeld.example"}, "email", "stoel@voorbeeld.example"),
        ({"website": "stoel.example"}, "website", "stoel.example"),
        ({"addr:street": "Stoelstraat"}, "street", "Stoelstraat"),
        ({"alt_name": "De Stoel;Het Stoeltje"}, "name_variants", "De Stoel, Het Stoeltje"),
        ({"operator": "SOL"}, "organisation", "SOL"),
        ({"start_date": "2015-03"}, "since", "2015"),
        ({"description": "Soep en stoelen"}, "description", "Soep en stoelen"),
        ({"wheelchair": "limited"}, "note", "Beperkt toegankelijk met een rolstoel."),
        ({"community_centre:for": "senior;woman"}, "audiences", "vrouwen, ouderen"),
        ({"name": "Huis van de Wijk Stoel"}, "kind", "huis van de wijk"),
        ({"community_centre": "village_hall"}, "kind", "buurthuis"),
        ({"community_centre": "youth_centre"}, "kind", "jongerenplek"),
    ],
)
def test_a_tag_becomes_a_column(
    tmp_path: Path, tags: dict[str, str], column: str, text: str
) -> None:
    imported(tmp_path, element(tags=CENTRE | tags))
    assert suggested().proposed[column] == text


@pytest.mark.parametrize(
    ("tags", "column"),
    [
        ({"operator": "Stichting Onbekend"}, "organisation"),
        ({"start_date": "1932", "building": "yes"}, "since"),
        ({"start_date": "~1950"}, "since"),
        ({"community_centre": "cultural_centre"}, "kind"),
        ({}, "kind"),
        ({"wheelchair": "yes"}, "note"),
    ],
)
def test_what_we_would_have_to_guess_is_left_empty(
    tmp_path: Path, tags: dict[str, str], column: str
) -> None:
    imported(tmp_path, element(tags=CENTRE | tags))
    assert column not in suggested().proposed


def test_an_operator_that_we_do_not_know_is_told_to_staff(tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"operator": "Stichting Onbekend"}))
    assert "Stichting Onbekend" in suggested().remark


def test_a_wheelchair_becomes_a_trait_with_its_source(tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"wheelchair": "no"}))
    assert suggested().proposed["traits"] == (
        "rolstoeltoegankelijk: nee | bron: OpenStreetMap node/1 | gelezen: 2026-10-01"
    )


@pytest.mark.parametrize("key", ["phone", "email", "website", "addr:postcode"])
def test_what_cannot_be_read_stays_as_it_is_and_is_said(tmp_path: Path, key: str) -> None:
    said = imported(tmp_path, element(tags=CENTRE | {key: "a b://"}))
    column = key.removeprefix("addr:")
    assert suggested().proposed[column] == "a b://"
    assert "als tekst bewaard: 1" in said
    assert "a b://" in suggested().remark


def test_of_several_numbers_the_first_is_proposed_and_the_rest_told(tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"phone": "010 1234567; 010 7654321"}))
    assert suggested().proposed["phone"] == "010 1234567"
    assert "010 7654321" in suggested().remark


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"tags": {"amenity": "community_centre"}}, "heeft geen naam"),
        ({"tags": CENTRE | {"access": "members"}}, "niet voor iedereen toegankelijk"),
        ({"tags": CENTRE | {"end_date": "2020"}}, "bestaat niet meer"),
        ({"at": (5.12, 52.09)}, "ligt niet in onze gebieden"),
        ({"at": (51.91, 4.46)}, "ligt niet in onze gebieden"),
    ],
)
def test_what_is_left_out_is_told_with_its_reason(
    tmp_path: Path, changed: dict[str, Any], reason: str
) -> None:
    said = imported(tmp_path, element(1, **changed), verbosity=2)
    assert f"weggelaten: {reason}" in said
    assert "node/1 " in said
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("tags", [{"amenity": "public_bookcase"}, {"amenity": "place_of_worship"}])
def test_what_is_no_meeting_place_is_not_even_counted(tmp_path: Path, tags: dict[str, str]) -> None:
    assert imported(tmp_path, element(tags=tags | {"name": "X"})).startswith("0 objecten")


def test_more_tags_can_be_asked_for(tmp_path: Path) -> None:
    club = element(tags={"club": "social", "name": "Soos"})
    assert "1 voorgesteld" in imported(tmp_path, club, tag=["club=social"])


def test_a_boundary_says_more_than_the_nearest_middle(tmp_path: Path) -> None:
    imported(tmp_path, element())
    assert "dichtstbijzijnde midden" in suggested().remark
    Suggestion.objects.all().delete()
    told("load_areas", written(tmp_path, "wijken.geojson", collection(*statistical(degrees=True))))
    imported(tmp_path, element(2, at=(4.3660, 51.9934)), element(3, at=(4.3407, 52.02)))
    made = suggested()
    assert (made.proposed["area"], made.proposed["city"]) == ("Oosteinde", "Voorbeeldstad")
    assert "dichtstbijzijnde midden" not in made.remark


def test_a_town_without_a_point_is_enough(tmp_path: Path) -> None:
    imported(tmp_path, {"type": "node", "id": 1, "tags": CENTRE | {"addr:city": "Rotterdam"}})
    assert suggested().proposed["location_precision"] == "wijk"


def test_only_a_box_can_be_asked_for(tmp_path: Path) -> None:
    far = element(2, CENTRE | {"name": "Verder"}, at=(4.50, 51.93))
    said = imported(tmp_path, element(), far, bbox="4.46,51.91,4.48,51.92")
    assert "1 weggelaten: buiten het kader" in said
    assert suggested().proposed["name"] == "Buurtkamer De Stoel"


def test_a_dry_run_says_the_same_and_does_nothing(tmp_path: Path) -> None:
    said = imported(tmp_path, element(), dry_run=True)
    assert "1 voorgesteld als nieuwe plek" in said
    assert "er is niets voorgesteld" in said
    assert not Suggestion.objects.exists()


def test_no_more_than_asked_and_the_next_time_the_rest(tmp_path: Path) -> None:
    both = (element(), element(2, CENTRE | {"name": "Verder"}, at=(4.50, 51.93)))
    assert "1 boven het gevraagde aantal" in imported(tmp_path, *both, limit=1)
    imported(tmp_path, *both, limit=1)
    assert Suggestion.objects.count() == 2


def test_a_place_that_was_mapped_twice_is_proposed_once(tmp_path: Path) -> None:
    said = imported(tmp_path, element(), element(2, at=(STOEL[0] + 0.0002, STOEL[1])))
    assert "1 weggelaten: staat ook als een ander object" in said


def test_nobody_is_mailed(tmp_path: Path) -> None:
    imported(tmp_path, element())
    call_command("mail_staff", verbosity=0)
    assert mail.outbox == []


def test_the_licence_is_said_beside_ours(tmp_path: Path, settings: Any) -> None:
    settings.DATA_LICENCE = "CC0-1.0"
    said = imported(tmp_path, pauluskerk())
    assert "ODbL 1.0" in said
    assert "CC0-1.0" in said
