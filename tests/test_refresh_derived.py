"""`refresh_derived` makes right whatever went wrong with what the database keeps."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from places.models import Edition, KeptCount, OpeningHours, Place, Publication, Quote, Source
from tests.edition import settle
from tests.entries import entry, rows_around
from tests.kept import KEPT_AND_HONEST, untrue

pytestmark = pytest.mark.django_db

DAMAGE = {
    "tags": "UPDATE places_place SET tags = '{soort:x}' WHERE id % 3 = 0",
    "words": "UPDATE places_place SET search = NULL WHERE id % 3 = 0",
    "hours": "UPDATE places_place SET half_hours = '{7}', surely_open = '{}', otherwise = '{}'",
    "a draft": "UPDATE places_place SET status = 'concept' WHERE id % 3 = 0",
    "a place that is gone": "DELETE FROM places_place WHERE slug = 'pauluskerk'",
    "publications": "UPDATE places_publication SET counted = '{x}', place_id = -place_id",
    "nothing told": "DELETE FROM places_publication",
    "counts": "UPDATE places_keptcount SET number = number + 1",
    "no counts": "DELETE FROM places_keptcount",
    "bits": "UPDATE places_bitmap SET bits = ~bits",
    "bits of the clock": "UPDATE places_clock_bitmap SET bits = ~bits",
    "dated strokes": "INSERT INTO places_dated_stroke VALUES ('x', 1)",
    "points": "UPDATE places_mappoint SET x = x + 1, place_id = 0 WHERE place_id % 3 = 0",
    "cells": "UPDATE places_mapcell SET count = count + 1, feature = ''",
    "documents": "UPDATE places_document SET text = '{}'",
    "documents of another day": "UPDATE places_document SET days = '[2020-01-01,2020-02-01)'",
    "no documents": "DELETE FROM places_document",
    "no known words": "DELETE FROM places_known_word",
    "no minutes": "DELETE FROM places_clock",
    "checks": "UPDATE places_place SET checked_on = '2019-01-01'",
}
"""What nobody does to a database, without a word to its triggers."""


def damaged(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = origin")


def refreshed() -> str:
    said = StringIO()
    call_command("refresh_derived", stdout=said)
    settle()
    return said.getvalue()


@pytest.mark.parametrize("sql", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_went_wrong_is_made_right(sql: str) -> None:
    assert untrue() == {}
    damaged(sql)
    assert untrue() != {}
    refreshed()
    assert untrue() == {}


@pytest.mark.parametrize(
    ("before", "after"), [("gepubliceerd", "concept"), ("concept", "gepubliceerd")]
)
def test_what_comes_or_goes_unseen_while_all_is_made_anew_waits_for_the_next_time(
    before: str, after: str
) -> None:
    Place.objects.filter(slug="pauluskerk").update(status="concept")
    settle()
    Place.objects.filter(slug="pauluskerk").update(status=before)
    settle()
    damaged(f"UPDATE places_place SET status = '{after}' WHERE slug = 'pauluskerk'")
    with connection.cursor() as cursor:
        cursor.callproc("places_refresh_together")
    refreshed()
    assert untrue() == {}


def test_every_kept_thing_is_damaged_by_one_of_these() -> None:
    for sql in DAMAGE.values():
        damaged(sql)
    assert untrue().keys() == KEPT_AND_HONEST.keys()


def test_places_that_are_right_are_not_told_to_have_changed() -> None:
    damaged("UPDATE places_place SET tags = '{}' WHERE slug = 'pauluskerk'")
    before = Edition.objects.now().number
    assert refreshed() == "plekken die niet klopten: 1\n"
    changed = Publication.objects.after(before)
    assert [one.slug for one in changed] == ["pauluskerk"]


def test_who_keeps_an_answer_learns_that_it_may_be_another() -> None:
    before = Edition.objects.now()
    refreshed()
    now = Edition.objects.now()
    assert now.number > before.number
    assert now.words_changed_at > before.words_changed_at


def test_nothing_is_kept_of_a_database_that_was_flushed() -> None:
    call_command("flush", interactive=False)
    settle()
    assert untrue() == {}
    assert not KeptCount.objects.filter(number__gt=0).exists()


def test_an_emptied_table_of_places_is_told() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE places_place CASCADE")
    settle()
    assert untrue() == {}
    assert not Publication.objects.filter(withdrawn_at=None).exists()


@pytest.mark.parametrize("model", [OpeningHours, Quote, Source])
def test_a_row_that_goes_to_another_place_changes_both(model: type[Source]) -> None:
    row = next(one for one in rows_around(entry("pauluskerk")) if isinstance(one, model))
    row.save()
    settle()
    before = Edition.objects.now().number
    model.objects.filter(pk=row.pk).update(place=Place.objects.get(slug="villa-vonk"))
    settle()
    changed = Publication.objects.after(before)
    assert {one.slug for one in changed} == {"pauluskerk", "villa-vonk"}
    assert untrue() == {}
