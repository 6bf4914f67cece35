"""How many are open at a moment is kept: it is what an honest look at each place finds."""

from datetime import datetime

import pytest
from django.db import connection, transaction
from django.db.models import Q
from hypothesis import given, settings
from hypothesis import strategies as st

from places.models import Place
from places.models.openness import kept_open_at, open_at
from places.models.tally import Options
from places.schedule import Schedule
from tests.edition import settle
from tests.schedules import moments, schedules
from tests.test_openness import store

pytestmark = pytest.mark.django_db


@settings(max_examples=60, deadline=None)
@given(st.lists(schedules(), min_size=2, max_size=6), st.lists(moments(), min_size=3, max_size=6))
def test_so_many_are_open_as_opened_and_did_not_close(
    all_schedules: list[Schedule], asked: list[datetime]
) -> None:
    with transaction.atomic():
        store(all_schedules).update(status="gepubliceerd")
        for moment in asked:
            assert said(moment) == counted(moment)
        settle()
        for moment in asked:
            assert said(moment) == counted(moment)
        transaction.set_rollback(True)


def test_a_day_off_of_many_years_is_kept_as_far_as_ten() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO places_specialday (place_id, first_day, last_day, mode, reason, reason_en)"
            " SELECT id, '2026-01-01', '9999-12-31', 'inloop', '', '' FROM places_place LIMIT 1"
            " RETURNING place_id"
        )
        cursor.execute("SELECT count(*) FROM places_strokes_of_days(%s)", cursor.fetchone())
        assert cursor.fetchone()[0] < 14 * 3700


def said(moment: datetime) -> int:
    kept = kept_open_at(moment)
    options = Options(None, {"open:nu": open_at(moment)}, {"open:nu": kept} if kept else {})
    return Place.objects.published().tally([], options).of("open:nu")


def counted(moment: datetime) -> int:
    open_now: Q = open_at(moment)
    return Place.objects.published().meeting(open_now).count()
