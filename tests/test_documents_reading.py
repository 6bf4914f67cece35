"""A function of the database reads whole documents; it says what the honest statement says."""

from datetime import UTC, datetime

import pytest
from django.contrib.gis.geos import Point
from django.db import connection

from places.models import FormerSlug, Place
from places.models import entry_documents as documents
from places.models.area import RD_NEW
from places.models.entry_columns import Asked
from places.models.entry_gaps import Column, places_in
from tests.entries import changed, entry

pytestmark = pytest.mark.django_db

MOMENTS = [
    datetime(2026, 11, 24, 18, 30, tzinfo=UTC),
    datetime(2027, 4, 27, 10, tzinfo=UTC),  # Koningsdag
]
EVERYWHERE = Column("SELECT ARRAY(SELECT id FROM places_place ORDER BY name, id), 7::bigint")


def rows(question: Column) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(*question)
        return cursor.fetchall()


@pytest.mark.parametrize("point", [None, Point(92_000, 437_000, srid=RD_NEW)], ids=str)
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_what_is_read_is_what_would_be_written(moment: datetime, point: Point | None) -> None:
    asked = Asked(moment, moment.date(), point, {}, "")
    read = rows(documents._of_kept(EVERYWHERE, asked))
    assert read == rows(documents._written(EVERYWHERE, asked, [*documents.ALL]))
    assert len(places_in(str(read[0][2]))) == Place.objects.count()


@pytest.mark.parametrize("slug", ["pauluskerk", "zo-heette-het", "kent-niemand"])
def test_a_place_is_found_where_every_door_finds_it(slug: str) -> None:
    FormerSlug.objects.create(place=entry("bij-de-provenier"), slug="zo-heette-het")
    found = documents.document_at(slug, Asked(MOMENTS[0], MOMENTS[0].date(), None, {}, ""), [])
    place = Place.objects.at_address(slug).first()
    assert (found and found.slug) == (place and place.slug)


def test_a_slug_that_another_place_once_had_is_that_of_who_has_it() -> None:
    FormerSlug.objects.create(place=entry("bij-de-provenier"), slug="pauluskerk")
    asked = Asked(MOMENTS[0], MOMENTS[0].date(), None, {}, "")
    found = documents.document_at("pauluskerk", asked, [*documents.ALL])
    assert found is not None
    assert found.slug == "pauluskerk"


def test_within_a_transaction_it_says_what_was_changed() -> None:
    changed(entry("pauluskerk"), name="Een andere naam")
    asked = Asked(MOMENTS[0], MOMENTS[0].date(), None, {}, "")
    found = documents.document_at("pauluskerk", asked, [*documents.ALL])
    assert found is not None
    assert "Een andere naam" in found.json


@pytest.mark.parametrize("start", [0, 5, 50, 500])
@pytest.mark.parametrize("point", [Point(92_000, 437_000), Point(92_310, 436_950)], ids=str)
def test_the_nearest_of_all_are_those_of_the_index(point: Point, start: int) -> None:
    Place.objects.filter(pk__in=Place.objects.located()[:9]).update(location=Point(92_100, 437_000))
    places = Place.objects.published().by_distance(point)
    keys = list(places.values_list("pk", flat=True)[start : start + 7])
    bounds = (point.x, point.y, start, start + 7)
    assert rows(Column("SELECT places_nearest(%s, %s, %s, %s)", bounds)) == [(keys,)]


@pytest.mark.parametrize("start", [0, 5, 50, 500])
def test_all_by_name_are_those_of_the_index(start: int) -> None:
    places = Place.objects.published().by_name()
    keys = list(places.values_list("pk", flat=True)[start : start + 7])
    assert rows(Column("SELECT places_by_name(%s, %s)", (start, start + 7))) == [(keys,)]
