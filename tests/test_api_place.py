"""`/api/v1/plekken/<slug>` and its hours: as the page has them, and where a place went."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from places.models import OpeningHours, Photo, Place, SpecialDay
from tests.api import ROOT, asked, told

pytestmark = pytest.mark.django_db

OPEN = "bij-de-provenier"
HOURS = f"/plekken/{OPEN}/openingstijden"
CHRISTMAS = "van=2026-12-24&tot=2026-12-26"


@pytest.fixture
def place() -> Place:
    """Of which all hours are in the test: Thursday, with Christmas to come."""
    found = Place.objects.get(slug=OPEN)
    OpeningHours.objects.filter(place=found).delete()
    OpeningHours.objects.create(
        place=found,
        weekday=3,
        opens=time(22),
        closes=time(2),
        note="met muziek",
        note_en="with music",
        cost="gratis",
    )
    Place.objects.filter(pk=found.pk).update(hours_complete=True, holiday_policy="dicht")
    return found


def archive(slug: str, successor: str) -> None:
    Place.objects.filter(slug=slug).update(
        status="gearchiveerd",
        archived_on="2026-11-01",
        archived_because="verhuisd",
        archived_words="Naar de overkant.",
        successor=Place.objects.get(slug=successor),
    )


def test_a_place_is_the_same_alone_as_in_the_list(client: Client) -> None:
    [listed] = told(client, "/plekken?q=Natuurtalent")["resultaten"]
    assert told(client, "/plekken/natuurtalent") == listed


def test_a_point_is_longitude_and_latitude(client: Client) -> None:
    place = told(client, f"/plekken/{OPEN}")
    assert place["locatie"] == {"type": "Point", "coordinates": [4.4742, 51.92771]}
    assert (place["nauwkeurigheid"], place["afstand"]) == ("adres", None)


def test_traits_that_nobody_asked_about_are_unknown(client: Client) -> None:
    answers = {one["antwoord"] for one in told(client, "/plekken/natuurtalent")["kenmerken"]}
    assert answers <= {"ja", "nee", "onbekend"}
    assert "onbekend" in answers


def test_a_photo_has_the_address_of_its_largest_size(client: Client, place: Place) -> None:
    photo = Photo.objects.create(
        place=place, alt="Een tuin", credit="Mo", consent="mondeling", width=640, height=480
    )
    [told_photo] = told(client, f"/plekken/{OPEN}")["fotos"]
    assert told_photo["url"] == f"http://testserver{photo.address(640, 'jpg')}"
    assert "mondeling" not in str(told_photo)


def test_an_old_address_leads_to_the_new_one(client: Client) -> None:
    place = Place.objects.get(slug=OPEN)
    place.slug = "de-provenier"
    place.save()
    for path in ("", "/openingstijden"):
        answer = asked(client, f"/plekken/{OPEN}{path}?van=2026-12-01")
        new = f"http://testserver{ROOT}/plekken/de-provenier{path}?van=2026-12-01"
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_an_archived_place_says_why_and_where_it_went(client: Client) -> None:
    archive("pauluskerk", OPEN)
    for path in ("", "/openingstijden"):
        answer = asked(client, f"/plekken/pauluskerk{path}")
        assert answer.status_code == 410
        gone = answer.json()
        assert (gone["reden"], gone["detail"]) == ("verhuisd", "Naar de overkant.")
        assert gone["opvolger"]["slug"] == OPEN


def test_an_old_address_of_an_archived_place_leads_to_where_it_says_why(client: Client) -> None:
    place = Place.objects.get(slug=OPEN)
    place.slug = "de-provenier"
    place.save()
    archive("de-provenier", "pauluskerk")
    answer = asked(client, f"/plekken/{OPEN}")
    assert answer.status_code == 301
    assert client.get(answer["Location"]).status_code == 410


def test_a_successor_that_is_not_public_is_not_named(client: Client) -> None:
    archive("pauluskerk", OPEN)
    Place.objects.filter(slug=OPEN).update(status="concept")
    answer = asked(client, "/plekken/pauluskerk")
    assert answer.json()["opvolger"] is None
    assert OPEN not in answer.content.decode()


@pytest.mark.parametrize("path", ["", "/openingstijden"])
def test_a_draft_and_what_never_was_answer_alike(client: Client, path: str) -> None:
    Place.objects.filter(slug=OPEN).update(status="concept")
    draft, nothing = (asked(client, f"/plekken/{slug}{path}") for slug in (OPEN, "bestaat-niet"))
    assert draft.status_code == nothing.status_code == 404
    assert draft.content == nothing.content


def days(client: Client, query: str = CHRISTMAS) -> dict[str, Any]:
    return {day["datum"]: day for day in told(client, f"{HOURS}?{query}")["dagen"]}


def test_hours_are_worked_out_to_moments(client: Client, place: Place) -> None:
    [night] = days(client)["2026-12-24"]["tijden"]
    assert night["begin"] == "2026-12-24T22:00:00+01:00"
    assert night["eind"] == "2026-12-25T02:00:00+01:00"
    assert (night["staat"], night["hoe"], night["kosten"]) == ("open", "inloop", "gratis")
    assert (night["opmerking"], night["opmerkingEn"]) == ("met muziek", "with music")


def test_summer_time_shows_in_the_offset(client: Client, place: Place) -> None:
    [night] = days(client, "van=2026-07-02&tot=2026-07-02")["2026-07-02"]["tijden"]
    assert night["begin"].endswith("+02:00")


def test_a_holiday_closes_where_the_policy_says_so(client: Client, place: Place) -> None:
    christmas = days(client)["2026-12-25"]
    assert (christmas["tijden"], christmas["daarbuiten"]) == ([], "dicht")
    assert (christmas["oorzaak"], christmas["reden"]) == ("feestdag", "Eerste kerstdag")
    assert christmas["feestdagEn"] == "Christmas Day"


def test_a_holiday_of_unknown_policy_leaves_hours_in_doubt(client: Client, place: Place) -> None:
    Place.objects.filter(pk=place.pk).update(holiday_policy="onbekend")
    [row] = days(client, "van=2026-05-14&tot=2026-05-14")["2026-05-14"]["tijden"]
    assert (row["staat"], row["oorzaak"]) == ("onbekend", "feestdag")
    assert row["reden"].startswith("Hemelvaart")


def test_a_special_day_beats_the_week(client: Client, place: Place) -> None:
    day = date(2026, 12, 24)
    SpecialDay.objects.create(
        place=place, first_day=day, last_day=day, reason="Kerstavond", reason_en="Christmas Eve"
    )
    eve = days(client)["2026-12-24"]
    assert (eve["tijden"], eve["daarbuiten"]) == ([], "dicht")
    assert (eve["reden"], eve["redenEn"]) == ("Kerstavond", "Christmas Eve")


def test_without_days_it_is_the_fortnight_to_come(client: Client) -> None:
    told_days = told(client, HOURS)
    assert len(told_days["dagen"]) == 14
    assert told_days["dagen"][0]["datum"] == told_days["van"]


def test_a_leap_year_fits(client: Client) -> None:
    assert len(days(client, "van=2028-01-01&tot=2028-12-31")) == 366


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("van=2026-12-24&tot=2026-12-23", "tot"),
        ("van=2026-01-01&tot=2027-01-02", "tot"),
        ("van=1999-12-31", "van"),
        ("van=9999-12-31", "van"),
        ("tot=2026-02-30", "tot"),
        ("van=20261224", "van"),
        ("van=2026-W52-4", "van"),
        ("van=%00", "van"),
        ("van=" + "9" * 5000, "van"),
    ],
)
def test_days_that_make_no_sense_are_named(client: Client, query: str, parameter: str) -> None:
    answer = asked(client, f"{HOURS}?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [parameter]
