"""What load_places refuses, and what it says then."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from places.models import Organisation, Place, Source
from tests.cities import AREA_TABLE, place, told, written

pytestmark = pytest.mark.django_db


def refusal(folder: Path, document: Any) -> str:
    with pytest.raises(CommandError) as refused:
        told("load_places", written(folder, "places.json", document))
    return str(refused.value)


def test_every_refusal_is_told_with_row_and_name_and_nothing_is_loaded(tmp_path: Path) -> None:
    before = (Place.objects.count(), Source.objects.count(), Organisation.objects.count())
    good = place("De Stal", organisation="De Boeren")
    said = refusal(tmp_path, [good, place("Kroeg", kind="kroeg", since="ooit"), place("")])
    assert "rij 2, Kroeg: soort ‘kroeg’ is niet bekend; wel: huis van de wijk, huiskamer" in said
    assert "rij 2, Kroeg: ‘since’ is geen getal" in said
    assert "rij 3, zonder naam: naam: Dit veld kan niet leeg zijn" in said
    assert said.endswith("Er is niets geladen.")
    assert before == (Place.objects.count(), Source.objects.count(), Organisation.objects.count())


POINT = {"lat": 51.9, "lon": 4.48}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"offers": ["bingo"]}, "aanbod ‘bingo’ is niet bekend; wel: samen eten"),
        ({"audiences": ["reuzen"]}, "doelgroep ‘reuzen’ is niet bekend"),
        ({"values": ["winst"]}, "waarde ‘winst’ is niet bekend"),
        ({"dilemmas": ["kip of ei"]}, "dilemma ‘kip of ei’ is niet bekend"),
        ({"telefoon": "010"}, "onbekend veld ‘telefoon’"),
        ({"uuid": "abc"}, "‘abc’ is geen UUID"),
        ({"sources": []}, "er is geen bron"),
        ({"sources": ["krant", "krant"]}, "elke bron heeft een eigen titel"),
        ({"sources": [{"title": "krant", "as_of": "vorig jaar"}]}, "datum: Geef een jaar (2025)"),
        ({"website": "stal"}, "website: "),
        ({"postcode": "3014RA"}, "postcode: Schrijf de postcode als 3014 RA."),
        ({"phone": "0" * 21}, "telefoon: "),
        ({"phone": 10}, "‘phone’ is geen tekst"),
        ({"note": "a\x00b"}, "‘note’ is geen tekst"),
        ({"offers": "samen eten"}, "‘offers’ is geen lijst"),
        ({"offers": [1]}, "in ‘offers’ staat iets dat geen tekst is"),
        ({"hours_complete": "ja"}, "‘hours_complete’ is niet waar of onwaar"),
        ({"since": 1970.5}, "‘since’ is geen jaartal"),
        ({"since": 10**400}, "‘since’ is geen getal"),
        ({"holiday_policy": "soms"}, "op feestdagen: "),
        ({"wijk": "Nergenshuizen"}, "wijk ‘Nergenshuizen’ is niet bekend in"),
        ({"gebied": "Noord", "wijk": "Cool"}, "wijk ‘Cool’ is niet bekend in Noord"),
        ({"gemeente": "Nergens"}, "gemeente ‘Nergens’ is niet bekend"),
        ({"quote": "Kom d’r in!"}, "wie zei het: Dit veld kan niet leeg zijn"),
        (POINT, "bij precisie address en street horen lat en lon"),
        ({"location_precision": "address"}, "bij precisie address en street horen lat en lon"),
        ({"location_precision": "ongeveer"}, "‘location_precision’ is address, street"),
        (
            {"lat": 4.48, "lon": 51.9, "location_precision": "address"},
            "lat 4.48, lon 51.9 ligt niet in Nederland",
        ),
        (
            {"lat": float("nan"), "lon": 4.48, "location_precision": "street"},
            "‘lat’ is geen getal",
        ),
    ],
)
def test_a_wrong_field_is_refused_with_its_reason(
    fields: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    assert f"rij 1, De Stal: {reason}" in refusal(tmp_path, [place("De Stal", **fields)])


GOOD = {"days": "ma", "opens": "10:00", "closes": "12:00", "mode": "inloop"}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"days": "maandag"}, "‘days’ is zoals ma-vr of ma,di,vr"),
        ({"days": ""}, "‘days’ is zoals ma-vr of ma,di,vr"),
        ({"opens": None}, "‘opens’ is een tijd zoals 17:30"),
        ({"opens": "25:00"}, "‘opens’ is een tijd zoals 17:30"),
        ({"closes": "half zes"}, "‘closes’ is een tijd zoals 18:30, of leeg"),
        ({"mode": "open"}, "‘mode’ is inloop, afspraak of activiteit"),
        ({"as_of": "november"}, "datum: Geef een jaar (2025)"),
        ({"prijs": "2 euro"}, "onbekend veld ‘prijs’"),
    ],
)
def test_wrong_hours_are_refused_with_their_number(
    wrong: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    said = refusal(tmp_path, [place("De Stal", hours=[GOOD | {"days": "di"}, GOOD | wrong])])
    assert f"rij 1, De Stal: openingstijd 2: {reason}" in said


def test_overlapping_hours_of_one_mode_are_refused_and_of_two_modes_are_not(tmp_path: Path) -> None:
    overlap = GOOD | {"opens": "11:00"}
    both_modes = place("De Stal", hours=[GOOD, overlap | {"mode": "activiteit"}])
    said = refusal(tmp_path, [both_modes, place("De Schuur", hours=[GOOD, overlap])])
    assert "rij 2, De Schuur: twee openingstijden van dezelfde soort overlappen" in said
    assert "De Stal" not in said


def test_hours_that_run_past_sunday_night_into_monday_overlap_with_it(tmp_path: Path) -> None:
    night = {"days": "zo", "opens": "23:00", "closes": "02:00", "mode": "inloop"}
    early = {"days": "ma", "opens": "01:00", "closes": "03:00", "mode": "inloop"}
    assert "overlappen" in refusal(tmp_path, [place("De Stal", hours=[night, early])])


def test_a_place_that_stands_in_the_file_twice_is_refused_on_both_rows(tmp_path: Path) -> None:
    said = refusal(tmp_path, [place("De Stal"), place("De Schuur"), place("De Stal")])
    assert "rij 1, De Stal: deze plek staat vaker in het bestand" in said
    assert "rij 3, De Stal: deze plek staat vaker in het bestand" in said


@pytest.mark.parametrize("row", ["De Stal", None, 3, ["De Stal"]])
def test_a_row_that_is_no_place_is_refused(row: Any, tmp_path: Path) -> None:
    assert "rij 1, zonder naam: dit is geen plek met velden" in refusal(tmp_path, [row])


@pytest.mark.parametrize("text", ['{"places": []}', "null", "geen json", "[" * 100_000])
def test_a_document_that_is_no_list_of_places_is_refused(text: str, tmp_path: Path) -> None:
    assert "places.json is geen" in refusal(tmp_path, text)


def test_a_name_that_two_wijken_share_is_refused_without_more_to_go_by(tmp_path: Path) -> None:
    told("load_areas", written(tmp_path, "areas.csv", AREA_TABLE))
    said = refusal(tmp_path, [place("De Stal", city="Elders", wijk="Cool")])
    assert "wijk ‘Cool’ komt vaker voor in Elders" in said
