"""How many are open at a moment is kept: it is what an honest look at each place finds."""

from datetime import date, datetime, time
from functools import partial

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from places.cards import schedule_of
from places.models import Place
from places.models.condition import Kept
from places.models.openness import kept_open_at, open_at
from places.models.tally import Options, tally
from places.schedule import HolidayPolicy, Mode, Schedule, SpecialDay, State
from tests.edition import settle
from tests.rows import rows
from tests.schedules import local, moments, row, schedules
from tests.test_openness import NAMES_OF_HOLIDAYS, store

pytestmark = pytest.mark.django_db


@settings(max_examples=60, deadline=None)
@given(st.lists(schedules(), min_size=2, max_size=6), st.lists(moments(), min_size=3, max_size=6))
def test_so_many_are_open_as_opened_and_did_not_close(
    all_schedules: list[Schedule], asked: list[datetime]
) -> None:
    with transaction.atomic():
        store(all_schedules).update(status="gepubliceerd")
        for moment in asked:
            assert_kept_as_looked_at(moment)
        settle()
        for moment in asked:
            assert_kept_as_looked_at(moment)
        transaction.set_rollback(True)


HOURS = [("10:00", "16:00"), ("18:00", "03:00"), ("14:00", "14:00"), ("00:00", "00:00")]


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"])
def test_around_a_holiday_those_are_open_whose_rows_hold(day: str) -> None:
    weeks = [tuple(row(weekday, *hours) for weekday in range(7)) for hours in HOURS]
    places = store(Schedule(week, holiday_policy=one) for week in weeks for one in HolidayPolicy)
    kept = {place.pk: schedule_of(place) for place in places.with_timetable()}
    for moment in (
        local(f"{day}T{hour:02}:{minute}") for hour in range(24) for minute in ("00", "30")
    ):
        surely_open = places.meeting(open_at(moment)).values_list("pk", flat=True)
        states = {key: one.status(moment, NAMES_OF_HOLIDAYS).state for key, one in kept.items()}
        assert set(surely_open) == {key for key in kept if states[key] is State.OPEN}


FOREVER = [
    ("dicht", (None, None), Mode.WALK_IN),
    ("andere tijden", (time(11), time(1)), Mode.WALK_IN),
    ("op afspraak", (time(11), time(15)), Mode.APPOINTMENT),
]


@pytest.mark.parametrize(("hours", "mode"), [pytest.param(*one[1:], id=one[0]) for one in FOREVER])
def test_until_further_notice_is_kept_as_a_week_and_not_day_by_day(
    hours: tuple[time | None, time | None], mode: Mode
) -> None:
    for_ages = SpecialDay(date(2026, 11, 26), date(2199, 12, 31), *hours, mode, "verbouwing")
    short = SpecialDay(date(2026, 12, 3), date(2026, 12, 3), time(10), time(2), reason="feest")
    week = tuple(row(weekday, "18:00", "03:00") for weekday in range(7))
    places = store([Schedule(week, special_days=(for_ages,)), Schedule(week, (short,))])
    places.update(status="gepubliceerd")
    settle()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM places_dated_stroke")
        assert cursor.fetchone()[0] < 150
    for day in ("2026-11-25", "2026-11-26", "2026-11-27", "2026-12-03", "2126-12-04", "2199-12-30"):
        for hour in (0, 1, 2, 3, 10, 12, 18, 23):
            assert_kept_as_looked_at(local(f"{day}T{hour:02}:00"))


def assert_kept_as_looked_at(moment: datetime) -> None:
    """The number of them, and the bits of all and of some."""
    open_then = set(Place.objects.published().meeting(open_at(moment)).values_list("pk", flat=True))
    assert said(moment) == len(open_then)
    if kept := kept_open_at(moment):
        some = {*list(open_then)[:2], Place.objects.published()[0].pk}
        assert set_bits(kept, "NULL") == open_then
        assert set_bits(kept, f"ARRAY{sorted(some)}::bigint[]") == open_then & some


def said(moment: datetime) -> int:
    kept = kept_open_at(moment)
    open_now = {"open:nu": partial(open_at, moment)}
    options = Options(None, open_now, {"open:nu": kept} if kept else {})
    return tally([], options).of("open:nu")


def set_bits(kept: Kept, among: str) -> set[int]:
    """The keys of places that these pieces stand for."""
    pieces = kept.pieces.format(among=among)
    sql = (
        f"SELECT chunk * 8192 + number FROM {pieces}, generate_series(0, 8191) AS number "
        "WHERE get_bit(bits, number) = 1"
    )
    return {key for (key,) in rows((sql, kept.values))}
