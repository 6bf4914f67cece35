"""The query string: what it finds, in which order, and what it says of bad values."""

from datetime import datetime

import pytest

from places.models import Place
from places.schedule import AMSTERDAM
from tests.asking import EVERYBODY, LOCATED, found, names

pytestmark = pytest.mark.django_db

PROVENIERSPLEIN = "51.9277,4.4742"


def test_without_wishes_every_published_place_is_found_by_name() -> None:
    everybody = names()
    assert len(everybody) == EVERYBODY
    assert everybody[:2] == ["Aktiegroep Oude Westen", "Bewonersgroep Kralingen-West"]


def test_a_draft_is_never_found() -> None:
    Place.objects.filter(slug="pauluskerk").update(status="concept")
    assert "Pauluskerk" not in names()


def test_the_moment_of_the_brochure_finds_exactly_three_open_places() -> None:
    assert set(names("open=2026-11-24T17:30")) == {
        "Pauluskerk",
        "Bij de Provenier",
        "Leeszaal Rotterdam West",
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("aanbod=samen-eten&aanbod=tuinieren", {"Natuurtalent"}),
        ("waarde=sfeer&waarde=coproductie", {"Thuis in West"}),
        ("doelgroep=ouderen&aanbod=bewegen", {"Kleyburg"}),
        ("dilemma=gastheerschap", {"Humanitas-Akropolis"}),
        ("netwerk=buurtbuik&wijk=afrikaanderwijk", {"BuurtBuik Rotterdam Zuid"}),
        ("soort=leeszaal&soort=speelplek", {"Leeszaal Rotterdam West", "Speelcentrum Weena"}),
        ("kenmerk=gelijkvloers", set()),
        ("taal=spaans", set()),
    ],
)
def test_repeated_values_all_hold_or_any_holds(query: str, expected: set[str]) -> None:
    assert set(names(query)) == expected


def test_a_gebied_holds_the_places_of_its_wijken_and_those_without_a_wijk() -> None:
    assert {"Bij de Provenier", "Wijkpastoraat Oude Noorden"} <= set(names("gebied=noord"))
    assert "Pit010" in names("gebied=ijsselmonde")


def test_nearest_come_first_and_unknown_distances_last() -> None:
    near = found(f"bij={PROVENIERSPLEIN}").qs.with_distance(
        found(f"bij={PROVENIERSPLEIN}").near.point
    )
    distances = [place.distance for place in near]
    known = [distance for distance in distances if distance is not None]
    assert near[0].name == "Bij de Provenier"
    assert known == sorted(known)
    assert distances[LOCATED:] == [None] * (EVERYBODY - LOCATED)


def test_a_radius_counts_metres_and_leaves_out_places_without_a_point() -> None:
    assert names(f"bij={PROVENIERSPLEIN}&straal=100") == ["Bij de Provenier"]


def test_a_box_keeps_only_located_places_inside_it() -> None:
    assert set(names("bbox=4.470,51.927,4.476,51.929")) == {"Bij de Provenier"}


def test_recently_checked_places_come_first_when_asked() -> None:
    Place.objects.filter(slug="welschen-2").update(checked_on="2026-11-01")
    assert names("sorteer=nagekeken")[0] == "Welschen 2"


@pytest.mark.parametrize(("months", "expected"), [("6", 1), ("12", 2)])
def test_checked_within_months_counts_back_from_today(months: str, expected: int) -> None:
    Place.objects.filter(slug="welschen-2").update(checked_on="2026-05-24")
    Place.objects.filter(slug="pauluskerk").update(checked_on="2025-11-24")
    assert len(names(f"nagekeken={months}")) == expected


def test_months_are_counted_in_the_time_of_the_city() -> None:
    Place.objects.filter(slug="welschen-2").update(checked_on="2026-05-24")
    just_after_midnight = datetime(2026, 11, 25, 0, 30, tzinfo=AMSTERDAM)
    assert not found("nagekeken=6", just_after_midnight).qs.exists()


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("waarde=banaan", "waarde"),
        ("open=banaan", "open"),
        ("open=2026-11-24T17:30:00", "open"),
        ("open=2026-11-24T17:30%2B01:00", "open"),
        ("open=9999-12-31T23:59", "open"),
        ("nagekeken=7", "nagekeken"),
        ("bij=9999ZZ", "bij"),
        ("bij=0,0", "bij"),
        ("straal=800", "straal"),
        ("bij=3014&straal=0", "straal"),
        ("bij=3014&straal=ver", "straal"),
        ("bbox=1,2,3", "bbox"),
        ("bbox=5,52,4,51", "bbox"),
        ("bbox=nan,51,5,52", "bbox"),
        ("bbox=inf,51,5,52", "bbox"),
        ("sorteer=sterren", "sorteer"),
        ("sorteer=afstand", "sorteer"),
        ("sorteer=relevantie", "sorteer"),
        ("pagina=-1", "pagina"),
        ("pagina=een", "pagina"),
        ("q=" + "x" * 10_000, "q"),
        ("q=%00", "q"),
        ("q=!!!", "q"),
    ],
)
def test_a_bad_value_is_dropped_alone_with_a_reason(query: str, parameter: str) -> None:
    asked = found(f"{query}&aanbod=tuinieren")
    assert list(asked.errors) == [parameter]
    assert [place.name for place in asked.qs] == ["Natuurtalent"]


def test_of_repeated_slugs_only_the_unknown_one_is_dropped() -> None:
    asked = found("aanbod=tuinieren&aanbod=vliegen")
    assert "vliegen" in asked.errors["aanbod"][0]
    assert [place.name for place in asked.qs] == ["Natuurtalent"]


def test_unknown_parameters_and_empty_values_are_ignored() -> None:
    asked = found("kleur=rood&q=&bij=&straal=&open=&waarde=")
    assert not asked.errors
    assert len(asked.qs) == EVERYBODY


def test_a_date_beats_the_now_beside_it() -> None:
    assert found("open=nu&open=2026-11-24T17:30").moment.hour == 17
