"""Places from a file: all or none, and never over what is there."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from places.models import FormerSlug, Organisation, Place
from tests.cities import place, told, written

pytestmark = pytest.mark.django_db


def loaded(folder: Path, *places: Any) -> str:
    return told("load_places", written(folder, "places.json", list(places)))


def rotterdam(name: str, **fields: Any) -> dict[str, Any]:
    return place(name, **{"city": "Rotterdam", **fields})


def hours(days: str = "ma", opens: str = "10:00", **fields: Any) -> dict[str, Any]:
    return {"days": days, "opens": opens, "mode": "inloop", **fields}


def test_a_place_with_only_a_name_and_a_source_is_loaded_and_public(tmp_path: Path) -> None:
    assert "plekken: 1 gemaakt, 0 bestonden al" in loaded(tmp_path, place("De Stal"))
    stal = Place.objects.published().get(name="De Stal")
    assert (stal.slug, stal.location_precision, stal.checked_on) == ("de-stal", "onbekend", None)
    assert [str(source) for source in stal.sources.all()] == ["eigen waarneming, 2026"]


def test_the_shipped_places_are_not_loaded_twice() -> None:
    shipped = settings.BASE_DIR / "fixtures" / "places.json"
    assert "plekken: 0 gemaakt, 58 bestonden al" in told("load_places", str(shipped))


def test_a_place_that_an_editor_changed_is_left_alone_even_when_renamed(tmp_path: Path) -> None:
    loaded(tmp_path, place("De Stal", phone="010-1111111"))
    Place.objects.filter(name="De Stal").update(name="De Nieuwe Stal", phone="010-2222222")
    assert "0 gemaakt, 1 bestonden al" in loaded(tmp_path, place("De Stal", phone="010-1111111"))
    assert Place.objects.get(name="De Nieuwe Stal").phone == "010-2222222"


def test_a_place_is_known_by_its_uuid_and_else_by_name_and_city(tmp_path: Path) -> None:
    bridge = Place.objects.get(name="De Brug")
    by_uuid = rotterdam("Anders", uuid=str(bridge.uuid))
    assert "0 gemaakt, 2 bestonden al" in loaded(tmp_path, by_uuid, rotterdam("Pauluskerk"))
    assert "1 gemaakt, 0 bestonden al" in loaded(tmp_path, place("Pauluskerk"))


def test_an_address_that_is_or_was_in_use_is_not_given_out_again(tmp_path: Path) -> None:
    Place.objects.filter(name="De Brug").update(slug="brug")
    assert FormerSlug.objects.filter(slug="de-brug").exists()
    loaded(tmp_path, place("De Brug"), place("De Brug", city="Elders"))
    slugs = Place.objects.filter(name="De Brug").order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["brug", "de-brug-voorbeeldstad", "de-brug-elders"]


def test_a_third_place_of_one_name_in_one_city_gets_a_number(tmp_path: Path) -> None:
    identities = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(3)]
    loaded(tmp_path, *(place("De Stal", uuid=identity) for identity in identities))
    slugs = Place.objects.filter(name="De Stal").order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["de-stal", "de-stal-voorbeeldstad", "de-stal-voorbeeldstad-2"]


def test_words_may_be_slugs_or_names_in_any_case(tmp_path: Path) -> None:
    words = {"kind": "Huis van de Wijk", "offers": ["samen-eten", "samen eten", "Taal"]}
    loaded(
        tmp_path, place("De Stal", audiences=["dak- en thuislozen"], languages=["Turks"], **words)
    )
    assert Place.objects.get(name="De Stal").tags == [
        "aanbod:samen-eten",
        "aanbod:taal",
        "doelgroep:dak-en-thuislozen",
        "soort:huis-van-de-wijk",
        "taal:turks",
    ]


def test_an_organisation_that_is_not_known_is_made_once(tmp_path: Path) -> None:
    said = loaded(tmp_path, *(place(name, organisation="De Boeren") for name in ("Stal", "Schuur")))
    assert "nieuwe organisaties: De Boeren" in said
    assert Organisation.objects.get(name="De Boeren").places.count() == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"wijk": "Cool", "gebied": "Centrum"}, "wijk cool"),
        ({"wijk": "cool"}, "wijk cool"),
        ({"gebied": "Centrum"}, "gebied centrum"),
        ({}, "gemeente rotterdam"),
        ({"city": "Hoek van Holland", "wijk": "Dorp", "gemeente": "Rotterdam"}, "wijk dorp"),
        ({"city": "Hoek van Holland", "wijk": "Dorp"}, "wijk dorp"),
    ],
    ids=lambda names: ", ".join(names.values()) if isinstance(names, dict) else None,
)
def test_a_place_lies_in_the_smallest_area_that_is_named(
    names: dict[str, str], expected: str, tmp_path: Path
) -> None:
    loaded(tmp_path, rotterdam("De Stal", **names))
    area = Place.objects.get(name="De Stal").area
    assert area is not None
    assert f"{area.level} {area.slug}" == expected


def test_a_village_that_is_no_municipality_gives_no_area(tmp_path: Path) -> None:
    loaded(tmp_path, place("De Stal", city="Elders"))
    assert Place.objects.get(name="De Stal").area is None


@pytest.mark.parametrize(("given", "kept"), [("address", "adres"), ("street", "straat")])
def test_a_point_is_kept_in_rd_with_its_precision(given: str, kept: str, tmp_path: Path) -> None:
    fields = {"lat": 52.1551744, "lon": 5.38720621, "location_precision": given}
    loaded(tmp_path, place("De Stal", **fields))
    stal = Place.objects.get(name="De Stal")
    assert stal.location_precision == kept
    assert stal.location is not None
    # the church tower of Amersfoort, from which the Dutch grid is measured
    assert stal.location.coords == pytest.approx((155_000, 463_000), abs=1)


def test_a_quote_is_kept_with_who_said_it_and_the_first_source(tmp_path: Path) -> None:
    words = {"quote": "Kom d’r in!", "quote_as": "De boer", "values": ["sfeer"]}
    sources = [{"title": "streekblad", "as_of": "2025-11"}, "boerderij.example"]
    loaded(tmp_path, place("De Stal", **{**words, "sources": sources}))
    quote = Place.objects.get(name="De Stal").quotes.get()
    kept = (quote.text, quote.said_by, quote.source, quote.source_date)
    assert kept == ("Kom d’r in!", "De boer", "streekblad", "2025-11")
    value = quote.place.place_values.get()
    assert (value.source, value.words) == ("eigen uitspraak in streekblad", "")


def test_sources_may_be_plain_texts_with_a_date_at_the_end(tmp_path: Path) -> None:
    sources = ["brochure (Werkplaats, 2015)", "krant 2015/09", "nr 0001", "lijst 2025"]
    loaded(tmp_path, place("De Stal", sources=sources))
    kept = Place.objects.get(name="De Stal").sources.values_list("title", "as_of")
    assert list(kept) == [
        ("brochure (Werkplaats)", "2015"),
        ("krant", "2015-09"),
        ("nr 0001", ""),
        ("lijst", "2025"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (hours("ma-wo"), ["maandag vanaf 10:00", "dinsdag vanaf 10:00", "woensdag vanaf 10:00"]),
        (hours("vr, ma"), ["maandag vanaf 10:00", "vrijdag vanaf 10:00"]),
        (hours("zo-ma"), ["maandag vanaf 10:00", "zondag vanaf 10:00"]),
        (hours("ma", closes="02:00"), ["maandag 10:00-02:00"]),
        (hours("ma", closes="24:00"), ["maandag 10:00-00:00"]),
        (hours("ma", closes=None), ["maandag vanaf 10:00"]),
    ],
    ids=lambda value: value["days"] if isinstance(value, dict) else None,
)
def test_days_and_times_become_weekly_rows(row: Any, expected: list[str], tmp_path: Path) -> None:
    loaded(tmp_path, place("De Stal", hours=[row]))
    assert [str(kept) for kept in Place.objects.get(name="De Stal").hours.all()] == expected


def test_hours_keep_cost_sign_up_source_and_date(tmp_path: Path) -> None:
    texts = {"cost": "2 euro", "sign_up": "bel even", "note": "Lunch", "source": "stal.example"}
    row = {**hours(), **texts, "mode": "op afspraak", "as_of": "2025-11"}
    loaded(tmp_path, place("De Stal", hours=[row, {**hours("di"), "as_of": "onbekend"}]))
    monday, tuesday = Place.objects.get(name="De Stal").hours.all()
    assert (monday.mode, monday.source_date, tuesday.source_date) == ("afspraak", "2025-11", "")
    assert {name: getattr(monday, name) for name in texts} == texts


def test_a_longer_file_takes_no_more_statements(tmp_path: Path) -> None:
    counts = []
    for number in (2, 40):
        rows = [
            place(f"Stal {number}.{row}", offers=["taal"], hours=[hours()]) for row in range(number)
        ]
        with CaptureQueriesContext(connection) as statements:
            loaded(tmp_path, *rows)
        counts.append(len(statements))
    assert counts[0] == counts[1]
