"""Schedules, added up as a client of HSDS does, are the hours that our own API works out.

Known differences, left out here: in the nights in which the clock jumps a schedule has clock times
and our API moments; and a holiday of which nobody knows whether a place is open has hours in our
API (with the state `onbekend`), but no rule in HSDS.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from places.cards import schedule_of
from places.models import Place
from places.models.hsds_columns import WHOLE_SERVICE
from places.models.hsds_documents import Asked, place_entry
from places.public_holidays import holidays_between
from places.schedule import AMSTERDAM, Cause, Schedule
from tests.entries import entry
from tests.hsds import contents
from tests.hsds_places import everything_known
from tests.schedules import DAYS_LONG, FIRST_DAYS, NIGHTS_OF_THE_JUMP, schedules
from tests.test_openness import store

pytestmark = pytest.mark.django_db

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE_DAY = timedelta(days=1)
FORTNIGHT = 14
BEGINNING = FIRST_DAYS[0] - timedelta(days=2)
JUMPS = {night + offset for night in NIGHTS_OF_THE_JUMP for offset in (-ONE_DAY, timedelta())}


class Opening(NamedTuple):
    """Beginning, end (none if nobody knows) and how one may come in."""

    begin: datetime
    end: datetime | None
    way: str


def added_up(rules: list[dict[str, Any]], days: list[date]) -> list[Opening]:
    """What the rules say of these days, as RFC 5545 reads them and by nothing else."""
    found = (opening(rule, day) for rule in rules for day in days if holds(rule, day))
    return sorted(found, key=str)


def holds(rule: dict[str, Any], day: date) -> bool:
    first, last = rule.get("valid_from", "0001-01-01"), rule.get("valid_to", "9999-12-31")
    weekday = BYDAY[day.weekday()]
    return first <= day.isoformat() <= last and weekday in rule.get("byday", "").split(",")


def opening(rule: dict[str, Any], day: date) -> Opening:
    begin, end = at(day, rule["opens_at"]), None
    if "closes_at" in rule:
        end = at(day, rule["closes_at"])
        end += ONE_DAY if end <= begin else timedelta()
        whole = begin.time() == time(0) and end.time() == time(23, 59)
        end += timedelta(minutes=1) if whole and "24 uur" in rule["notes"] else timedelta()
    return Opening(begin, end, rule["attending_type"].removeprefix("op "))


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock[:5]), AMSTERDAM)


def days_from(first: date, many: int) -> list[date]:
    return [first + offset * ONE_DAY for offset in range(many)]


def worked_out(client: Client, slug: str, days: list[date]) -> list[Opening]:
    """What our API says of these days."""
    query = f"van={days[0]}&tot={days[-1]}"
    said = client.get(f"/api/v1/plekken/{slug}/openingstijden?{query}").json()["dagen"]
    return sorted(
        (
            Opening(
                datetime.fromisoformat(one["begin"]),
                datetime.fromisoformat(one["eind"]) if one["eindBekend"] else None,
                one["hoe"],
            )
            for day in said
            for one in day["tijden"]
            if one["oorzaak"] != "feestdag"
        ),
        key=str,
    )


@pytest.mark.parametrize("ahead", [0, 35, 150], ids=["now", "Christmas", "spring"])
def test_the_schedules_of_all_places_are_the_hours_of_our_api(client: Client, ahead: int) -> None:
    everything_known(entry())
    today = timezone.now().astimezone(AMSTERDAM).date()
    days = [day for day in days_from(today + ahead * ONE_DAY, FORTNIGHT) if day not in JUMPS]
    openings = 0
    for service in contents(client, "/services?full=true"):
        slug = Place.objects.get(uuid=service["id"]).slug
        expected = worked_out(client, slug, days)
        assert added_up(service["schedules"], days) == expected, slug
        openings += len(expected)
    assert openings > 50


def described(place: Place, today: date) -> list[dict[str, Any]]:
    """The schedules of one place as they are on a day."""
    found = place_entry(place.uuid, Asked(today, "https://plek.example/", {}), WHOLE_SERVICE)
    assert found
    rules: list[dict[str, Any]] = json.loads(found.json)["schedules"]
    return rules


def resolved(schedule: Schedule, days: list[date]) -> Iterator[Opening]:
    """The same by the description of opening hours on plain values."""
    holidays = holidays_between(BEGINNING, BEGINNING + timedelta(days=365), "nl")
    for day in days:
        for one in schedule.day(day, holidays).intervals:
            if one.cause != Cause.HOLIDAY:
                yield Opening(one.begin, one.end if one.end_known else None, one.mode)


@settings(max_examples=40, deadline=None)
@given(st.lists(schedules(), min_size=3, max_size=6))
def test_any_hours_added_up_are_what_they_were(all_schedules: list[Schedule]) -> None:
    days = [day for first in FIRST_DAYS for day in days_from(first, DAYS_LONG) if day not in JUMPS]
    with transaction.atomic():
        for place in store(all_schedules).with_timetable():
            expected = sorted(resolved(schedule_of(place), days), key=str)
            assert added_up(described(place, BEGINNING), days) == expected
        transaction.set_rollback(True)
