"""Postcodes from a table or from GeoJSON: what is taken in, and what is refused and why."""

import html
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.db import IntegrityError, transaction
from django.test import Client

from places.importing import postcodes
from places.models import Postcode
from tests.cities import collection, feature, square, told, written

pytestmark = pytest.mark.django_db

# The same points as PostGIS has them in RD: (92325, 438459), (92236, 438516), (91382, 436717).
TABLE = """\
postcode,lat,lon
3036,51.931065,4.475915
3036 HA,51.931567,4.474611
3014ra,51.915302,4.462528
"""


def load(folder: Path, document: Any, name: str = "postcodes.csv") -> str:
    return told("load_postcodes", written(folder, name, document))


def refusal(folder: Path, document: Any, name: str = "postcodes.csv") -> str:
    """Why it is refused; and then nothing is written."""
    with pytest.raises(CommandError) as refused:
        load(folder, document, name)
    assert not Postcode.objects.exists()
    return str(refused.value)


def known() -> dict[str, tuple[int, int]]:
    """Hectometres in RD New by postcode."""
    return {
        one.code: (round(one.point.x / 100), round(one.point.y / 100))
        for one in Postcode.objects.all()
    }


ROTTERDAM = {"3014 RA": (914, 4367), "3036": (923, 4385), "3036 HA": (922, 4385)}


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        f"\ufeff{TABLE}",
        TABLE.replace(",", ";"),
        TABLE.replace(",", ";").replace(".", ","),  # a Dutch spreadsheet
        TABLE.replace("\n", "\r\n").upper(),
        f"{TABLE}\n,,\n\n",
        "postcode;x;y\n3036;92325;438459\n3036 HA;92236;438516\n3014 RA;91382;436717\n",
        'wijk,"Y","X","Postcode"\n,438459,92325,3036\n,438516,92236,3036HA\n,436717,91382,3014RA\n',
    ],
    ids=["plain", "BOM", "semicolon", "comma", "capitals", "empty rows", "RD", "other order"],
)
def test_every_form_of_the_table_gives_the_same_postcodes(table: str, tmp_path: Path) -> None:
    assert "postcodes: 3 gemaakt, 0 bijgewerkt, 0 ongewijzigd" in load(tmp_path, table)
    assert known() == ROTTERDAM


def test_every_postcode_passes_its_own_checks(tmp_path: Path) -> None:
    load(tmp_path, TABLE, "postcodes-2025.csv")
    for one in Postcode.objects.all():
        one.full_clean()
        assert (one.source, one.source_date) == ("postcodes-2025.csv", "2025")


def test_the_database_keeps_a_postcode_as_one_writes_it(tmp_path: Path) -> None:
    load(tmp_path, TABLE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Postcode.objects.filter(code="3036").update(code="3036ha")


def test_a_second_load_changes_nothing(tmp_path: Path) -> None:
    load(tmp_path, TABLE)
    assert "0 gemaakt, 0 bijgewerkt, 3 ongewijzigd" in load(tmp_path, TABLE)


def test_what_moved_moves_and_what_is_not_in_the_file_stays(tmp_path: Path) -> None:
    load(tmp_path, TABLE)
    said = load(tmp_path, "postcode,x,y\n3036,92425,438459\n3037,91800,438900\n")
    assert "1 gemaakt, 1 bijgewerkt, 0 ongewijzigd" in said
    assert known() == {**ROTTERDAM, "3036": (924, 4385), "3037": (918, 4389)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("303,51.9,4.4", "rij 5, 303: dit is geen postcode zoals 3014 of 3014 RA"),
        ("0303,51.9,4.4", "rij 5, 0303: dit is geen postcode"),
        ("3036 HAB,51.9,4.4", "rij 5, 3036 HAB: dit is geen postcode"),
        (",51.9,4.4", "rij 5, zonder postcode: dit is geen postcode"),
        ("3037,4.4,51.9", "rij 5, 3037: de coördinaten liggen niet in Nederland"),
        ("3037,92000,437000", "rij 5, 3037: de coördinaten liggen niet in Nederland"),
        ("3037,nan,inf", "rij 5, 3037: de coördinaten liggen niet in Nederland"),
        ("3037,,4.4", "rij 5, 3037: de coördinaten zijn geen twee getallen"),
        ("3037", "rij 5, 3037: de coördinaten zijn geen twee getallen"),
        ("3037,51.9,hier", "rij 5, 3037: de coördinaten zijn geen twee getallen"),
        ("3036ha,51.9,4.4", "rij 5, 3036 HA: deze postcode staat vaker in de bron"),
    ],
)
def test_a_wrong_row_is_named_with_its_reason(row: str, reason: str, tmp_path: Path) -> None:
    said = refusal(tmp_path, f"{TABLE}{row}\n")
    assert reason in said
    assert said.endswith("Er is niets veranderd.")


def test_of_many_wrong_rows_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    said = refusal(tmp_path, TABLE + "x,51.9,4.4\n" * 60).splitlines()
    assert (said[0][:6], said[49][:6]) == ("rij 5,", "rij 54")
    assert said[50:] == ["en nog 10 rijen", "Er is niets veranderd."]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "heeft deze kolommen nodig"),
        ("code,lat,lon\n3036,51.9,4.4\n", "heeft deze kolommen nodig"),
        ("postcode,lat,x\n3036,51.9,4.4\n", "heeft deze kolommen nodig"),
        ("postcode,lat,lon\n", "De bron heeft geen postcodes"),
        (f'postcode,lat,lon\n3036,51.9,"{"4" * 200_000}"\n', "rij 2 is niet te lezen"),
    ],
    ids=["empty", "no postcode", "half a point", "no rows", "a field without an end"],
)
def test_a_table_that_is_none_is_refused(table: str, reason: str, tmp_path: Path) -> None:
    assert reason in refusal(tmp_path, table)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match=r"nergens\.csv is niet te lezen"):
        told("load_postcodes", "nergens.csv")


@pytest.mark.parametrize("degrees", [True, False], ids=["WGS84", "RD"])
@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"postcode": 2636, "jaarcode": 2024}, "2636"),
        ({"postcode4": "2636"}, "2636"),
        ({"POSTCODE_6": "2636AB", "postcode4": 2636}, "2636 AB"),
        ({"PC6": "2636ab"}, "2636 AB"),
    ],
)
def test_a_feature_lies_at_its_centroid(
    properties: Any, code: str, degrees: bool, tmp_path: Path
) -> None:
    load(tmp_path, collection(feature(square(0, degrees=degrees), **properties)), "a.geojson")
    assert known() == {code: (835, 4455)}


HORSESHOE = [(0, 0), (900, 0), (900, 900), (800, 900), (800, 100), (100, 100), (100, 900), (0, 900)]


def test_a_middle_outside_its_own_polygon_is_put_on_it(tmp_path: Path) -> None:
    ring = [[83_000 + x, 445_000 + y] for x, y in [*HORSESHOE, HORSESHOE[0]]]
    bent = feature({"type": "Polygon", "coordinates": [ring]}, postcode=2636)
    load(tmp_path, collection(bent), "a.geojson")
    point = Postcode.objects.get().point
    assert point.x < 83_100 or point.x > 83_800 or point.y < 445_100


def test_a_feature_may_be_a_point(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [4.474611, 51.931567, 0]}
    load(tmp_path, collection(feature(point, postcode6="3036HA")), "a.geojson")
    assert known() == {"3036 HA": ROTTERDAM["3036 HA"]}


def test_of_several_years_the_last_counts(tmp_path: Path) -> None:
    years = [feature(square(n), postcode=2636, jaarcode=2022 + n) for n in (1, 2, 0)]
    said = load(tmp_path, collection(*years), "a.geojson")
    assert "1 gemaakt" in said
    assert "overgeslagen: 2 van een eerder jaar" in said
    assert (known(), Postcode.objects.get().source_date) == ({"2636": (855, 4455)}, "2024")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (feature(square(1), naam="Cool"), "rij 2, zonder postcode: dit is geen postcode"),
        (feature(square(1), postcode=2636), "rij 2, 2636: deze postcode staat vaker"),
        (feature(None, postcode=2637), "rij 2, 2637: er is geen vlak"),
        (
            feature({"type": "Point", "coordinates": ["x"]}, postcode=2637),
            "rij 2, 2637: de coördinaten zijn geen twee getallen",
        ),
        (
            feature({"type": "Point", "coordinates": [51.9, 4.4]}, postcode=2637),
            "rij 2, 2637: de coördinaten liggen niet in Nederland",
        ),
        ("odd", "rij 2, zonder postcode: dit is geen postcode"),
    ],
)
def test_a_wrong_feature_is_named_with_its_reason(wrong: Any, reason: str, tmp_path: Path) -> None:
    right = feature(square(0), postcode=2636)
    assert reason in refusal(tmp_path, collection(right, wrong), "a.geojson")


def test_more_than_a_batch_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("places.models.postcode.BATCH", 7)
    rows = "".join(f"{code},92000,437000\n" for code in range(3000, 3100))
    assert "postcodes: 100 gemaakt" in load(tmp_path, f"postcode,x,y\n{rows}")


def test_without_areas_nobody_knows_which_postcodes_to_fetch(empty_site: None) -> None:
    with pytest.raises(postcodes.Refused, match="Laad eerst de gebieden"):
        postcodes.with_surroundings("https://voorbeeld.invalid/?bbox={bbox}")


def test_a_loaded_postcode_is_near_by_at_every_door(client: Client, tmp_path: Path) -> None:
    unknown = "We kennen “3036 HA” niet"
    assert [unknown in html.unescape(page) for page in doors(client)] == [True, True]
    assert client.get("/kaart.geojson?bij=3036+HA").status_code == 400
    load(tmp_path, TABLE)
    assert [unknown in html.unescape(page) for page in doors(client)] == [False, False]
    assert client.get("/kaart.geojson?bij=3036+HA").status_code == 200


def doors(client: Client) -> list[str]:
    """The directory, and the answer to a referral."""
    answers = [client.get("/?bij=3036+HA"), client.post("/verwijzen/", {"bij": "3036 HA"})]
    return [answer.content.decode() for answer in answers]
