"""The answer of the database is the answer of `places.schedule`, for any hours at any moment."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from places.cards import schedule_of
from places.models import OpeningHours, Place, SpecialDay
from places.models.openness import open_at, state_at
from places.models.place import PlaceQuerySet
from places.public_holidays import holidays_between
from places.schedule import HolidayPolicy, Mode, Schedule, State
from places.schedule import SpecialDay as OtherDay
from tests.schedules import WEDNESDAY, complete, local, moments, row, schedules

pytestmark = pytest.mark.django_db

NAMES_OF_HOLIDAYS = holidays_between(date(2025, 1, 1), date(2027, 12, 31), "nl")
PAULUSKERK = Schedule(tuple(row(day, "17:00", "18:30", Mode.ACTIVITY) for day in range(5)))
SLAGHEKBUURT = Schedule((row(WEDNESDAY, "12:00", None, Mode.ACTIVITY),))


Row = TypeVar("Row", OpeningHours, SpecialDay)


def store(all_schedules: Iterable[Schedule]) -> PlaceQuerySet:
    """Places with these schedules; rows that the database would refuse as overlapping are left."""
    numbered = list(enumerate(all_schedules))
    places = Place.objects.bulk_create(
        Place(
            slug=f"plek-{uuid4()}",
            name=f"Plek {number}",
            holiday_policy=schedule.holiday_policy,
            hours_complete=schedule.complete,
        )
        for number, schedule in numbered
    )
    for place, (_number, schedule) in zip(places, numbered, strict=True):
        hours = (OpeningHours(place=place, **asdict(period)) for period in schedule.periods)
        OpeningHours.objects.bulk_create(without_clashes(hours))
        special = (SpecialDay(place=place, **asdict(each)) for each in schedule.special_days)
        SpecialDay.objects.bulk_create(without_clashes(special))
    return Place.objects.filter(pk__in=[place.pk for place in places])


def without_clashes(rows: Iterable[Row]) -> list[Row]:
    """The rows that can stand beside all that came before them."""
    kept: list[Row] = []
    for each in rows:
        if not any(each.clashes_with(other) for other in kept):
            kept.append(each)
    return kept


def states(places: PlaceQuerySet, moment: datetime) -> dict[int, str]:
    return dict(places.annotate(state=state_at(moment)).values_list("pk", "state"))


def state_of(schedule: Schedule, moment: str) -> str:
    (state,) = states(store([schedule]), local(moment)).values()
    return state


@settings(max_examples=40, deadline=None)
@given(st.lists(schedules(), min_size=6, max_size=12), st.lists(moments(), min_size=8, max_size=12))
def test_the_database_and_the_plain_values_give_the_same_state(
    all_schedules: list[Schedule], all_moments: list[datetime]
) -> None:
    with transaction.atomic():
        places = store(all_schedules)
        kept = {place.pk: schedule_of(place) for place in places.with_timetable()}
        for moment in all_moments:
            expected = {
                pk: schedule.status(moment, NAMES_OF_HOLIDAYS).state
                for pk, schedule in kept.items()
            }
            assert states(places, moment) == expected
            surely_open = places.meeting(open_at(moment)).values_list("pk", flat=True)
            assert set(surely_open) == {pk for pk in kept if expected[pk] is State.OPEN}
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-24T17:30", State.OPEN),
        ("2026-11-24T18:30", State.UNKNOWN),
        ("2026-11-28T17:30", State.UNKNOWN),
        ("2027-04-27T17:30", State.UNKNOWN),
        ("2025-04-26T17:30", State.UNKNOWN),
    ],
    ids=["at the meal", "after it", "on Saturday", "Koningsdag 2027", "Koningsdag 2025"],
)
def test_pauluskerk_is_open_for_its_meal_and_else_unknown(moment: str, expected: State) -> None:
    assert state_of(PAULUSKERK, moment) == expected


@pytest.mark.parametrize("moment", ["2026-11-25T11:59", "2026-11-25T12:00", "2026-11-25T23:59"])
def test_slaghekbuurt_from_twelve_is_never_surely_open(moment: str) -> None:
    assert state_of(SLAGHEKBUURT, moment) == State.UNKNOWN


def test_a_complete_slaghekbuurt_is_closed_before_twelve_only() -> None:
    assert state_of(complete(*SLAGHEKBUURT.periods), "2026-11-25T11:59") == State.CLOSED
    assert state_of(complete(*SLAGHEKBUURT.periods), "2026-11-25T12:00") == State.UNKNOWN


@pytest.mark.parametrize("schedule", [Schedule(), complete()], ids=["incomplete", "complete"])
def test_a_place_without_hours_is_unknown(schedule: Schedule) -> None:
    assert state_of(schedule, "2026-11-24T17:30") == State.UNKNOWN


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (HolidayPolicy.CLOSED, State.CLOSED),
        (HolidayPolicy.AS_USUAL, State.OPEN),
        (HolidayPolicy.UNKNOWN, State.UNKNOWN),
    ],
)
def test_kings_day_of_2025_was_a_saturday(policy: HolidayPolicy, expected: State) -> None:
    saturdays = Schedule((row(5, "10:00", "16:00"),), holiday_policy=policy)
    assert state_of(saturdays, "2025-04-26T11:00") == expected


def test_other_hours_beat_the_holiday_and_the_week() -> None:
    kings_day = date(2027, 4, 27)
    market = OtherDay(kings_day, kings_day, time(10), time(12), reason="vrijmarkt")
    schedule = Schedule(PAULUSKERK.periods, (market,), HolidayPolicy.CLOSED)
    assert state_of(schedule, "2027-04-27T11:00") == State.OPEN
    assert state_of(schedule, "2027-04-27T17:30") == State.UNKNOWN
