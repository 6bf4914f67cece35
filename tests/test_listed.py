"""What cards read in one statement of their own is what the places themselves say."""

import pytest
from django.contrib.gis.db.models.functions import Transform
from django.utils.translation import override

from places.models import Place
from places.models.listed import listed, nearest_others
from tests.asking import found

pytestmark = pytest.mark.django_db

QUERIES = ["", "bij=3014", "sorteer=nagekeken", "q=rotterdam", "waarde=sfeer", "open=nu"]
ALONG = ("hours_values", "special_days_values", "source_title", "source_date", "distance")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("query", QUERIES)
def test_what_is_listed_is_what_the_places_say(query: str, language: str) -> None:
    with override(language):
        asked = found(query)
        point = asked.near.point if asked.near else None
        honest = asked.qs.with_timetable().with_newest_source().with_distance(point)
        slowly = list(honest.annotate(degrees=Transform("location", 4326)))
        quickly = listed(asked.selected.keys(0, len(slowly)), point)
    assert quickly == slowly
    for one, other in zip(quickly, slowly, strict=True):
        assert [getattr(one, name) for name in ALONG] == [getattr(other, name) for name in ALONG]
        assert (one.location, one.tags, one.slug) == (other.location, other.tags, other.slug)
        degrees = (other.degrees.y, other.degrees.x) if other.degrees else (None, None)
        assert (one.latitude, one.longitude) == degrees


def test_a_page_is_a_part_of_the_whole() -> None:
    everything = listed(found("").selected.keys(0, 100), None)
    assert listed(found("").selected.keys(25, 30), None) == everything[25:30]


def test_what_a_card_does_not_say_can_be_asked() -> None:
    one = listed(Place.objects.at_address("pauluskerk").page_keys(0, 1), None)[0]
    assert one.description == Place.objects.get(slug="pauluskerk").description


def test_the_nearest_others_are_the_nearest_published_ones_but_the_place_itself() -> None:
    Place.objects.filter(slug="huis-van-de-wijk-de-nieuwe-gaffel").update(status="concept")
    for place in Place.objects.exclude(location=None):
        others = Place.objects.published().other_than(place).by_distance(place.location)
        quickly = nearest_others(place.pk, 3)
        assert quickly == listed(others.page_keys(0, 3), place.location)
        assert [one.distance for one in quickly] == sorted(one.distance for one in quickly)
