"""The JSON-LD of a place, read as a search engine reads it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from places.models import Organisation, Place, PlaceTrait, Trait
from places.portrait.structured_hours import special_hours, weekly_hours
from places.public_holidays import holidays_between
from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay, local_moment
from tests.schedules import MONDAY, TUESDAY, complete, holidays, row, schedules

TODAY, A_YEAR = date(2026, 10, 20), 366
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
KINGS_DAY = date(2027, 4, 27)
Times = Counter[tuple[datetime, datetime | None]]
NEARLY_A_DAY = timedelta(hours=23, minutes=59)


def machine_hours(week: list[Any], special: list[Any]) -> Times:
    """What a reader of schema.org makes of every day of the coming year."""
    found: Times = Counter()
    for day in (TODAY + timedelta(days=offset) for offset in range(A_YEAR)):
        beats = [one for one in special if _valid(one, day)]
        name = f"https://schema.org/{DAYS[day.weekday()]}"
        ordinary = [one for one in week if one["dayOfWeek"] == name and _valid(one, day)]
        found.update(_times(beats or ordinary, day))
    return found


def _valid(one: Mapping[str, str], day: date) -> bool:
    first, last = one.get("validFrom", "0000"), one.get("validThrough", "9999")
    return first <= day.isoformat() <= last


def _times(said: list[Any], day: date) -> Iterator[tuple[datetime, datetime | None]]:
    for one in said:
        opens, closes = time.fromisoformat(one["opens"]), one.get("closes")
        if closes is None:
            yield local_moment(datetime.combine(day, opens)), None
        elif (opens, closes) != (time(), "00:00"):
            yield from _span(day, opens, time.fromisoformat(closes))


def _span(day: date, opens: time, closes: time) -> Iterator[tuple[datetime, datetime | None]]:
    """Over midnight when it closes earlier than it opens; a minute less than a day is a day."""
    begin = datetime.combine(day, opens)
    end = datetime.combine(day, closes) + timedelta(days=closes < opens)
    if end - begin == NEARLY_A_DAY:
        end = begin + timedelta(days=1)
    if local_moment(begin) < local_moment(end):
        yield local_moment(begin), local_moment(end)


def our_hours(schedule: Schedule, names: Mapping[date, str]) -> Times:
    """When one may walk in, by our own arithmetic; holidays of which nobody knows as the week."""
    as_week = schedule.holiday_policy is not HolidayPolicy.CLOSED
    return Counter(
        (one.begin, one.end if one.end_known else None)
        for offset in range(A_YEAR)
        for one in schedule.intervals(TODAY + timedelta(days=offset), {} if as_week else names)
        if one.mode is not Mode.APPOINTMENT
    )


def as_days(row: Any) -> Any:
    """A row that lasts a minute less than a day is read as 24 hours; here it is none."""
    if row.opens is None or row.closes is None:
        return True
    opens, closes = (datetime.combine(TODAY, each) for each in (row.opens, row.closes))
    return (closes - opens) % timedelta(days=1) != NEARLY_A_DAY


@settings(max_examples=200, deadline=None)
@given(schedule=schedules(), strange=holidays())
def test_machines_read_the_hours_of_a_complete_place_as_they_are(
    schedule: Schedule, strange: dict[date, str]
) -> None:
    periods = (*filter(as_days, schedule.periods), row(MONDAY, "10:00", "12:00"))
    specials = [one for one in schedule.special_days if as_days(one)]
    whole = Schedule(periods, tuple(specials), schedule.holiday_policy, complete=True)
    names = holidays_between(TODAY, TODAY + timedelta(days=A_YEAR), "nl") | strange
    read = machine_hours(weekly_hours(whole, TODAY), special_hours(whole, TODAY, names))
    assert read == our_hours(whole, names)


@settings(max_examples=50, deadline=None)
@given(schedule=schedules(), today=st.sampled_from([TODAY, date(2027, 1, 1)]))
def test_of_an_incomplete_place_machines_only_read_when_it_is_closed(
    schedule: Schedule, today: date
) -> None:
    part = Schedule(schedule.periods, schedule.special_days, schedule.holiday_policy)
    assert weekly_hours(part, today) == []
    said = special_hours(part, today, holidays_between(today, today + timedelta(366), "nl"))
    assert {(one["opens"], one["closes"]) for one in said} <= {("00:00", "00:00")}


def test_a_holiday_that_changes_nothing_is_not_named() -> None:
    week = complete(row(MONDAY, "10:00", "12:00"), holiday_policy=HolidayPolicy.CLOSED)
    said = special_hours(week, TODAY, {KINGS_DAY: "Koningsdag"})
    assert said == []


def test_a_holiday_that_closes_says_its_name() -> None:
    week = complete(row(TUESDAY, "10:00", "12:00"), holiday_policy=HolidayPolicy.CLOSED)
    [said] = special_hours(week, TODAY, {KINGS_DAY: "Koningsdag"})
    assert said == {
        "@type": "OpeningHoursSpecification",
        "opens": "00:00",
        "closes": "00:00",
        "description": "Koningsdag",
        "validFrom": "2027-04-27",
        "validThrough": "2027-04-27",
    }


def test_day_and_night_is_said_as_search_engines_do() -> None:
    [said] = weekly_hours(complete(row(MONDAY, "00:00", "00:00")), TODAY)
    assert (said["opens"], said["closes"]) == ("00:00", "23:59")


def test_what_is_over_is_not_said() -> None:
    past = Period(MONDAY, time(10), time(12), valid_until=date(2026, 10, 19))
    gone = SpecialDay(date(2026, 10, 1), date(2026, 10, 19), reason="verbouwing")
    assert weekly_hours(complete(past), TODAY) == []
    assert special_hours(complete(past, special_days=(gone,)), TODAY, {}) == []


def document(client: Client, slug: str, prefix: str = "") -> Any:
    html = client.get(f"{prefix}/plekken/{slug}/").content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.django_db
def test_a_place_is_the_same_thing_in_both_languages(client: Client) -> None:
    dutch, english = document(client, "pauluskerk"), document(client, "pauluskerk", "/en")
    uuid = Place.objects.get(slug="pauluskerk").uuid
    assert dutch["@id"] == english["@id"] == f"urn:uuid:{uuid}"
    assert dutch["identifier"]["value"] == str(uuid)
    assert dutch["mainEntityOfPage"]["inLanguage"] == "nl"
    assert english["mainEntityOfPage"]["@id"] == "http://testserver/en/plekken/pauluskerk/"


@pytest.mark.django_db
def test_a_place_lies_in_its_wijk_and_that_in_the_municipality(client: Client) -> None:
    wijk = document(client, "pauluskerk")["containedInPlace"]
    line = [wijk, wijk["containedInPlace"], wijk["containedInPlace"]["containedInPlace"]]
    assert [one["name"] for one in line] == ["Oude Westen", "Centrum", "Rotterdam"]


@pytest.mark.django_db
def test_a_kind_that_schema_org_knows_is_named_and_no_other(client: Client) -> None:
    base = ["CivicStructure", "Organization"]
    assert document(client, "leeszaal-rotterdam-west")["@type"] == [*base, "Library"]
    assert document(client, "pauluskerk")["@type"] == base


@pytest.mark.django_db
def test_yes_and_no_are_said_and_unknown_is_not(client: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    for trait, answer in zip(Trait.objects.all()[:3], ["ja", "nee", "onbekend"], strict=True):
        PlaceTrait.objects.update_or_create(place=place, trait=trait, defaults={"answer": answer})
    features = document(client, "pauluskerk")["amenityFeature"]
    assert [one["value"] for one in features] == [True, False]


@pytest.mark.django_db
def test_free_is_said_only_of_all_the_hours_there_are(client: Client) -> None:
    slug = "leeszaal-rotterdam-west"
    place = Place.objects.get(slug=slug)
    assert "isAccessibleForFree" not in document(client, slug)
    place.hours.update(cost="gratis")
    assert document(client, slug)["isAccessibleForFree"] is True
    Place.objects.filter(slug=slug).update(hours_complete=False)
    assert "isAccessibleForFree" not in document(client, slug)


@pytest.mark.django_db
def test_who_runs_a_place_and_what_may_be_done_with_the_page_is_said(
    client: Client, settings: Any
) -> None:
    runs = Organisation.objects.get(slug="sol")
    Place.objects.filter(slug="pauluskerk").update(organisation=runs)
    assert document(client, "pauluskerk")["parentOrganization"]["name"] == runs.name
    assert "license" not in document(client, "pauluskerk")["mainEntityOfPage"]
    settings.DATA_LICENCE = "CC-BY-4.0"
    page = document(client, "pauluskerk")["mainEntityOfPage"]
    assert page["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert datetime.fromisoformat(page["dateModified"]).tzinfo
