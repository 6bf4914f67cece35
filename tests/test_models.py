"""What the database guards, and what it derives by itself."""

from datetime import time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from places.models import Area, Kind, Offer, OpeningHours, Place, PlaceDilemma, SpecialDay

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place.objects.get(slug="casa-tiberias")


def row(place: Place, weekday: int, opens: str, closes: str | None, **more: Any) -> OpeningHours:
    return OpeningHours(
        place=place,
        weekday=weekday,
        opens=time.fromisoformat(opens),
        closes=time.fromisoformat(closes) if closes else None,
        **more,
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((0, "09:00", "12:00"), (0, "11:00", "13:00")),
        ((6, "22:00", "02:00"), (0, "01:00", "03:00")),
        ((2, "10:00", "10:00"), (3, "09:00", "09:30")),
        ((4, "12:00", None), (4, "23:00", "23:30")),
    ],
    ids=["same day", "sunday night", "24 hours", "end unknown"],
)
def test_rows_of_one_mode_may_not_overlap(
    place: Place, first: tuple[int, str, str], second: tuple[int, str, str]
) -> None:
    row(place, *first).save()
    with pytest.raises(ValidationError, match="overlapt"):
        row(place, *second).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row(place, *second).save()


@pytest.mark.parametrize(
    "second",
    [
        {"opens": "12:00", "closes": "13:00"},
        {"opens": "10:00", "closes": "11:00", "mode": "activiteit"},
        {"opens": "10:00", "closes": "11:00", "valid_from": "2027-01-01"},
    ],
    ids=["touching", "activity inside walk-in", "other season"],
)
def test_rows_that_do_not_clash_may_stand_side_by_side(
    place: Place, second: dict[str, Any]
) -> None:
    row(place, 0, "09:00", "12:00", valid_until="2026-12-31").save()
    other = row(place, 0, **second)
    other.full_clean()
    other.save()
    assert place.hours.count() == 2


def test_a_validity_that_ends_before_it_begins_is_refused_in_words(place: Place) -> None:
    backwards = row(place, 0, "09:00", "12:00", valid_from="2027-01-02", valid_until="2027-01-01")
    with pytest.raises(ValidationError, match="voor de begindatum"):
        backwards.full_clean()


def test_a_closed_day_and_other_hours_on_it_contradict_each_other(place: Place) -> None:
    SpecialDay.objects.create(
        place=place, first_day="2026-12-24", last_day="2026-12-26", reason="Kerst"
    )
    extra = SpecialDay(
        place=place,
        first_day="2026-12-25",
        last_day="2026-12-25",
        opens=time(17),
        closes=time(20),
        reason="Kerstdiner",
    )
    with pytest.raises(ValidationError, match="geldt al iets anders"):
        extra.full_clean()


@pytest.mark.parametrize(
    "fields",
    [
        {"location_precision": "adres"},
        {"status": "gearchiveerd"},
        {"postcode": "3014RA"},
        {"phone": "0" * 21},
    ],
)
def test_a_place_that_contradicts_itself_is_refused(place: Place, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        setattr(place, name, value)
    with pytest.raises(ValidationError):
        place.full_clean()


@pytest.mark.parametrize("position", [0, 6])
def test_a_position_lies_between_one_and_five(position: int) -> None:
    stand = PlaceDilemma.objects.all()[0]
    stand.position = position
    with pytest.raises(IntegrityError), transaction.atomic():
        stand.save()


def tags(slug: str) -> list[str]:
    return Place.objects.get(slug=slug).tags


def test_tags_follow_every_door_in_the_same_transaction(place: Place) -> None:
    place.kind = Kind.objects.get(slug="buurthuis")
    place.save()
    place.offers.add(Offer.objects.get(slug="samen-eten"))
    assert tags(place.slug) == ["aanbod:samen-eten", "gemeente:rotterdam", "soort:buurthuis"]
    place.offers.clear()
    Place.objects.filter(pk=place.pk).update(kind=None)
    assert tags(place.slug) == ["gemeente:rotterdam"]


@pytest.mark.parametrize(
    ("position", "expected"),
    [(None, []), (1, [":a"]), (2, [":a"]), (3, []), (4, [":b"]), (5, [":b"])],
)
def test_a_pole_is_a_tag_only_on_its_side(position: int | None, expected: list[str]) -> None:
    PlaceDilemma.objects.filter(place__slug="humanitas-akropolis").update(position=position)
    found = [tag for tag in tags("humanitas-akropolis") if tag.startswith("dilemma:")]
    assert found == [
        "dilemma:gastheerschap",
        *(f"dilemma:gastheerschap{pole}" for pole in expected),
    ]


def test_a_place_in_a_wijk_is_in_its_gebied_and_municipality_too() -> None:
    assert {"wijk:cool", "gebied:centrum", "gemeente:rotterdam"} <= set(
        tags("leger-des-heils-schiedamsesingel")
    )


def test_renaming_an_area_or_a_word_reaches_its_places() -> None:
    Area.objects.filter(slug="cool", level="wijk").update(slug="cool-zuid", name="Cool Zuid")
    Offer.objects.filter(slug="ontbijt").update(slug="brunch", name="brunch")
    place = Place.objects.get(slug="leger-des-heils-schiedamsesingel")
    assert {"wijk:cool-zuid", "aanbod:brunch"} <= set(place.tags)


def test_minutes_of_the_week_wrap_round_sunday_night() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT places_week_minutes(6, '22:00', '02:00')::text")
        assert cursor.fetchone() == ("{[0,120),[9960,10080)}",)
