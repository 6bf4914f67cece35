"""The files of `manage.py import_osm`: every form is read, and a bad one is one clear sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError

from places.models import Suggestion
from places.osm_import import overpass
from places.osm_import.files import read_objects
from places.osm_import.kinds import Selection
from places.osm_import.objects import OsmObject
from tests.cities import told
from tests.openstreetmap import CENTRE, STOEL, answer, element, extract

WEST, SOUTH = STOEL


def read(path: str, *extra: str) -> dict[str, OsmObject]:
    """The wanted objects of a file by reference."""
    selection = Selection(extra)
    return {one.reference: one for one in read_objects(Path(path), selection.keys, selection.wants)}


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"])
def test_an_extract_gives_points_in_the_middle_of_what_was_drawn(
    tmp_path: Path, ending: str
) -> None:
    found = read(extract(tmp_path / f"klein{ending}"))
    assert set(found) == {"node/1", "way/1", "relation/1"}
    for reference in ("way/1", "relation/1"):
        one = found[reference]
        assert (one.longitude, one.latitude) == pytest.approx((WEST + 0.0005, SOUTH + 0.0005))


def test_an_extract_gives_version_and_day(tmp_path: Path) -> None:
    found = read(extract(tmp_path / "klein.osm.pbf"))
    assert (found["node/1"].version, found["node/1"].day) == (7, "2026-10-01")
    assert (found["way/1"].version, found["way/1"].day) == (1, "")


def test_a_way_without_its_nodes_has_no_point(tmp_path: Path) -> None:
    path = tmp_path / "los.osm"
    tag = '<tag k="amenity" v="library"/>'
    path.write_text(f'<osm version="0.6"><way id="5"><nd ref="9"/>{tag}</way></osm>')
    assert read(str(path))["way/5"].longitude is None


def test_more_tags_and_any_value_are_found_in_an_extract(tmp_path: Path) -> None:
    path = extract(tmp_path / "klein.osm.pbf")
    assert "way/2" in read(path, "highway=*")
    assert "way/2" not in read(path, "highway=primary")


@pytest.mark.parametrize(
    "where",
    [
        {"lat": SOUTH, "lon": WEST},
        {"center": {"lat": SOUTH, "lon": WEST}},
        {"bounds": {"minlat": SOUTH, "maxlat": SOUTH, "minlon": WEST, "maxlon": WEST}},
        {"geometry": [{"lat": SOUTH, "lon": WEST}, None]},
    ],
)
def test_overpass_says_in_four_ways_where_something_is(
    tmp_path: Path, where: dict[str, Any]
) -> None:
    path = answer(tmp_path, {"type": "way", "id": 1, "tags": CENTRE} | where)
    one = read(path)["way/1"]
    assert (one.longitude, one.latitude) == pytest.approx(STOEL)


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(SOUTH, WEST), ("4.4", "51.9"), (None, None), (1e999, 51.9)]
)
def test_what_is_no_dutch_point_is_none(tmp_path: Path, longitude: Any, latitude: Any) -> None:
    path = answer(tmp_path, element(at=(longitude, latitude)))
    assert read(path)["node/1"].longitude is None


def test_an_object_that_comes_twice_keeps_its_point(tmp_path: Path) -> None:
    bare = {"type": "node", "id": 1, "tags": CENTRE}
    assert read(answer(tmp_path, element(), bare))["node/1"].longitude == WEST


@pytest.mark.parametrize(
    "odd", [None, 5, "node", [], {}, {"type": "node"}, {"type": "node", "id": True, "tags": {}},
            {"type": "count", "id": 0, "tags": {"amenity": "library"}}]
)  # fmt: skip
def test_what_is_no_object_is_passed_over(tmp_path: Path, odd: Any) -> None:
    assert set(read(answer(tmp_path, odd, element()))) == {"node/1"}


def test_what_a_database_cannot_hold_is_taken_out(tmp_path: Path) -> None:
    path = answer(tmp_path, element(tags=CENTRE | {"name": "A\x00 \ud800B\n C"}))
    assert read(path)["node/1"].tags["name"] == "A B C"


BAD_FILES = {
    "half.json": b'{"elements": [',
    "lijst.json": b"[]",
    "niets.json": b'{"elements": 5}',
    "binair.json": b"\xff\xfe\x00",
    "diep.json": b"[" * 100_000,
    "pagina.osm": b"<html><body>Too many requests</body></html>",
    "half.osm": b'<osm version="0.6"><node id="1"',
    "letters.osm": b'<osm version="0.6"><node id="x" lat="1" lon="5"/></osm>',
    "leeg.osm.pbf": b"",
    "rommel.osm.pbf": b"<html></html>" * 99,
    "tabel.csv": b"naam",
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_in_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BAD_FILES[name])
    with pytest.raises(CommandError, match=name) as refusal:
        told("import_osm", str(path))
    assert str(refusal.value).endswith("Er is niets voorgesteld.")


@pytest.mark.django_db
def test_half_an_extract_proposes_nothing_of_its_first_half(tmp_path: Path) -> None:
    path = Path(extract(tmp_path / "klein.osm.pbf"))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(CommandError, match="niet te lezen"):
        told("import_osm", str(path))
    assert not Suggestion.objects.exists()


@pytest.mark.django_db
def test_an_answer_that_overpass_could_not_finish_is_refused(tmp_path: Path) -> None:
    path = answer(tmp_path, element(), remark="runtime error: Query timed out")
    with pytest.raises(CommandError, match="Query timed out"):
        told("import_osm", path)


@pytest.mark.django_db
def test_a_file_that_would_not_fit_in_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overpass, "LARGEST", 10)
    with pytest.raises(CommandError, match=r"neem een \.osm\.pbf"):
        told("import_osm", answer(tmp_path, element()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "words"),
    [({"bbox": "5,4"}, "west,zuid,oost,noord"), ({"tag": ["club"]}, "geen tag zoals")],
)
def test_a_wrong_option_is_refused_in_words(
    tmp_path: Path, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(CommandError, match=words):
        told("import_osm", answer(tmp_path), **options)


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(CommandError, match="is er niet"):
        told("import_osm", "/nergens/te/vinden.json")


def test_a_file_of_nothing_has_nothing(tmp_path: Path) -> None:
    path = tmp_path / "leeg.json"
    path.write_text(json.dumps({"elements": []}))
    assert read(str(path)) == {}
