"""Entries that may be the same place are found, with what is alike in words."""

from typing import Any

import pytest
from django.db import connection

from places.coordinates import rd_point
from places.duplicates import dialled, possible_duplicates
from places.models import Place

pytestmark = pytest.mark.django_db

ROTTERDAM = (4.4792, 51.9225)


def made(name: str, east: float = 0.0, **fields: Any) -> Place:
    """A published place, so many degrees east of the middle of the city."""
    point = rd_point(ROTTERDAM[0] + east, ROTTERDAM[1])
    slug = name.lower().replace(" ", "-")
    facts = {"slug": slug, "location": point, "location_precision": "adres", **fields}
    return Place.objects.create(name=name, status="gepubliceerd", **facts)


def alike(name: str, **fields: Any) -> list[tuple[str, str]]:
    """Names and reasons of what is found for a place that is not saved yet."""
    place = Place(name=name, **fields)
    return [(one.place.name, one.words) for one in possible_duplicates(place)]


@pytest.mark.parametrize(
    "name",
    ["De Vrolijke Pannekoek", "de vrolijke pannenkoek", "Huis van de Wijk De Vrolijke Pannekoek"],
)
def test_a_name_that_differs_a_little_is_found(name: str) -> None:
    made("De Vrolijke Pannekoek", 0.1)
    assert alike(name)[0][0] == "De Vrolijke Pannekoek"


def test_another_name_counts_too() -> None:
    made("Het Anker", 0.1, name_variants=["De Vrolijke Pannekoek"])
    assert alike("De Vrolijke Pannekoek") == [("Het Anker", "dezelfde naam, afstand onbekend")]


def test_nothing_alike_is_nothing_found() -> None:
    assert alike("Zwembad Xylofoon Quagga") == []


@pytest.mark.parametrize("phone", ["+31 10 765 43 21", "0031107654321", "+31 (0)10-7654321"])
def test_a_number_written_otherwise_is_the_same_number(phone: str) -> None:
    made("Het Anker", phone="010 765 43 21")
    assert ("Het Anker", "hetzelfde telefoonnummer, afstand onbekend") in alike("Qqq", phone=phone)


def test_the_number_of_the_municipality_makes_no_duplicates() -> None:
    made("Het Anker", phone="14 010")
    assert alike("Qqq", phone="14 010") == []


def test_the_same_door_is_said_and_so_is_the_distance() -> None:
    made("Het Anker", postcode="3014 RA", house_number="12a")
    door = {"postcode": "3014 RA", "house_number": "12A", "location": rd_point(*ROTTERDAM)}
    assert ("Het Anker", "hetzelfde adres, op 0 m") in alike("Qqq", **door)


def test_what_is_archived_is_no_duplicate() -> None:
    place = made("Het Gouden Anker")
    place.status, place.archived_on = "gearchiveerd", "2026-01-01"
    place.save()
    assert "Het Gouden Anker" not in [name for name, _words in alike("Het Gouden Anker")]


@pytest.mark.parametrize("phone", ["+31 (0)10 1", "0031 10-1", "010 1", "14 010", "0318 1", ""])
def test_database_and_code_dial_the_same_digits(phone: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT places_dialled(%s)", [phone])
        assert cursor.fetchone()[0] == dialled(phone)


def test_duplicates_are_read_from_indexes() -> None:
    """The planner may choose otherwise for 58 places; forbidden to read them all, it need not."""
    place = made(
        "De Vrolijke Pannekoek", phone="010 765 43 21", postcode="3014 RA", house_number="1"
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Place.objects.lookalikes(place)[:5].explain()
    assert "Seq Scan" not in plan
    assert {"place_by_alike_name", "place_by_phone"} <= set(plan.replace(" ", "\n").split("\n"))
