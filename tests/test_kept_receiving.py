"""What places tell by themselves of parts of days is what an honest look at their rows finds."""

from datetime import date

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from places.models import Place
from places.models.place import PlaceQuerySet
from places.models.receiving import doubt_of_receiving
from places.models.wish import Doubt
from places.schedule import Mode, Part, Schedule, Slot, State, match, slots
from tests.schedules import TUESDAY, complete, dates, row, schedules
from tests.test_openness import store

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
TUESDAY_AFTERNOON = [Slot(TUESDAY, Part.AFTERNOON)]
asked_slots = st.builds(
    slots,
    st.lists(st.integers(0, 6), min_size=1, max_size=3),
    st.lists(st.sampled_from(Part), max_size=2),
)


def told(places: PlaceQuerySet, doubt: Doubt) -> dict[int, int | None]:
    """By key; None where the place does not tell."""
    return dict(places.annotate(told=doubt.told).values_list("pk", "told"))


def looked_at(doubt: Doubt) -> dict[int, int]:
    """By key what the rows say, of all that may receive people."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {doubt.rows.format(among='NULL')}", doubt.values)
        return dict(cursor.fetchall())


@settings(max_examples=80, deadline=None)
@given(st.lists(schedules(), min_size=3, max_size=8), asked_slots, dates)
def test_who_tells_says_what_the_rows_say(
    all_schedules: list[Schedule], asked: list[Slot], today: date
) -> None:
    with transaction.atomic():
        places, doubt = store(all_schedules), doubt_of_receiving(asked, today)
        seen = looked_at(doubt)
        for key, said in told(places, doubt).items():
            if said is not None:
                assert said == min(seen.get(key, 0), 2)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("opens", "closes", "mode", "expected"),
    [
        ("13:00", "17:00", Mode.WALK_IN, 1),
        ("22:00", "23:00", Mode.WALK_IN, 0),
        ("13:00", "17:00", Mode.APPOINTMENT, None),
        ("13:00", None, Mode.WALK_IN, None),
        ("09:00", "12:20", Mode.WALK_IN, None),
        ("12:05", "12:20", Mode.WALK_IN, None),
    ],
)
def test_only_what_the_place_knows_is_told(
    opens: str, closes: str | None, mode: Mode, expected: int | None
) -> None:
    evening = row(TUESDAY, "20:00", "21:00", Mode.ACTIVITY)
    places = store([complete(evening, row(TUESDAY, opens, closes, mode))])
    assert set(told(places, doubt_of_receiving(TUESDAY_AFTERNOON, TODAY)).values()) == {expected}


def test_who_does_not_know_all_hours_may_receive_people_at_any_time() -> None:
    unknown = store([Schedule((row(0, "20:00", "21:00"),)), complete()])
    assert set(told(unknown, doubt_of_receiving(TUESDAY_AFTERNOON, TODAY)).values()) == {2}


def test_a_night_by_appointment_is_kept_of_both_its_days() -> None:
    store([complete(row(6, "22:00", "07:00", Mode.APPOINTMENT))])
    newest = Place.objects.order_by("-pk")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT half_hours FROM places_place WHERE id = %s", [newest.values_list("pk")[0][0]]
        )
        assert set(cursor.fetchone()[0]) == {-2, -8}


@pytest.mark.parametrize("opens", ["23:20", "23:40", "00:00"])
def test_what_closes_at_midnight_is_open_that_evening(opens: str) -> None:
    until_midnight, evening = complete(row(TUESDAY, opens, "00:00")), Slot(TUESDAY, Part.EVENING)
    assert match(until_midnight, evening, TODAY, {}).state is State.OPEN
    (place,) = store([until_midnight])
    assert looked_at(doubt_of_receiving([evening], TODAY))[place.pk] == 1
