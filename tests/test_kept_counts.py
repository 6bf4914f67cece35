"""Kept counts are what an honest count finds, whatever happened to places before."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Area, KeptCount, Offer, Place, PlaceTrait, Trait
from places.models.conditions import SearchTerms, all_tags, any_tag, checked_since, matching
from places.models.openness import open_at
from places.models.tally import Wish
from tests.edition import settle
from tests.entries import entry

pytestmark = pytest.mark.django_db

KEPT_BITS = """
SELECT tag, chunk, bits::text FROM places_bitmap WHERE bit_count(bits) > 0 ORDER BY 1, 2
"""
HONEST_BITS = """
SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1)::text
FROM places_place AS place, unnest(places_counted_as(place)) AS tag
WHERE status = 'gepubliceerd' AND places_has_bits(tag) GROUP BY 1, 2 ORDER BY 1, 2
"""
SLUGS = ["bij-de-provenier", "pauluskerk", "villa-vonk", "kleyburg"]


def extra() -> dict[str, Any]:
    return {
        "open:nu": open_at(timezone.now()),
        "nagekeken:12": checked_since(date(2025, 11, 22)),
    }


def selections() -> list[list[Wish]]:
    """Nothing asked, one wish of each kind, and all of them together."""
    wishes = [
        Wish("aanbod", "aanbod:samen-eten", all_tags(["aanbod:samen-eten"])),
        Wish("q", "q", matching(SearchTerms("rotterdam"))),
        Wish("gebied", "gebied", any_tag(["gebied:noord", "gebied:centrum"])),
    ]
    return [[], *([wish] for wish in wishes), wishes]


def said(wishes: Sequence[Wish] = ()) -> dict[str, int]:
    """What the numbers of what meets the wishes are said to be."""
    by_tag = Place.objects.published().tally(wishes, extra()).by_tag
    return {tag: number for tag, number in by_tag.items() if number}


def counted(wishes: Sequence[Wish] = ()) -> dict[str, int]:
    """The same, one place at a time."""
    published = Place.objects.published().meeting(*(wish.condition for wish in wishes))
    numbers = Counter(tag for place in published for tag in place.tags)
    numbers["totaal"] = len(published)
    numbers["op-de-kaart"] = sum(place.location is not None for place in published)
    for name, condition in extra().items():
        numbers[name] = published.filter(condition).count()
    return {tag: number for tag, number in numbers.items() if number}


def archive(place: Place) -> None:
    Place.objects.filter(pk=place.pk).update(status="gearchiveerd", archived_on=date(2026, 11, 1))


def publish(place: Place) -> None:
    Place.objects.filter(pk=place.pk).update(status="gepubliceerd", archived_on=None)


def move(place: Place) -> None:
    place.area = Area.objects.order_by("?").first()
    place.save()


DOINGS: list[Callable[[Place], Any]] = [
    archive,
    publish,
    move,
    lambda place: place.offers.set(Offer.objects.all()[:3]),
    lambda place: place.offers.clear(),
    lambda place: PlaceTrait.objects.update_or_create(
        place=place, trait=Trait.objects.first(), defaults={"answer": "ja"}
    ),
    lambda place: Place.objects.filter(pk=place.pk).update(
        location=None, location_precision="wijk"
    ),
    lambda place: Offer.objects.filter(slug="samen-eten").update(slug="eten"),
    lambda place: Offer.objects.filter(slug="eten").update(slug="samen-eten"),
    lambda place: settle(),
]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(DOINGS), st.sampled_from(SLUGS)), max_size=8))
def test_kept_counts_are_what_is_counted(
    steps: list[tuple[Callable[[Place], Any], str]],
) -> None:
    with transaction.atomic():
        for doing, slug in steps:
            doing(entry(slug))
        for wishes in selections():
            assert said(wishes) == counted(wishes)
        settle()
        for wishes in selections():
            assert said(wishes) == counted(wishes)
        transaction.set_rollback(True)


def test_places_that_go_are_no_longer_counted() -> None:
    Place.objects.all().delete()
    settle()
    assert not KeptCount.objects.filter(number__gt=0).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM places_bitmap WHERE bit_count(bits) > 0")
        assert cursor.fetchone() == (0,)


def test_a_place_that_went_and_came_back_with_another_key_counts_once() -> None:
    place = entry("pauluskerk")
    Place.objects.filter(pk=place.pk).delete()
    Place(uuid=place.uuid, name="Pauluskerk", slug="pauluskerk", status="gepubliceerd").save()
    settle()
    with connection.cursor() as cursor:
        cursor.execute(KEPT_BITS)
        kept = cursor.fetchall()
        cursor.execute(HONEST_BITS)
        assert kept == cursor.fetchall()


def test_of_a_draft_that_goes_nothing_is_remembered() -> None:
    Place.objects.create(name="Kladje", slug="kladje")
    settle()
    Place.objects.filter(slug="kladje").delete()
    settle()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM places_gone")
        assert cursor.fetchone() == (0,)


def test_a_change_counts_on_the_next_page(client: Any) -> None:
    archive(entry(SLUGS[0]))
    assert "57 plekken" in client.get("/").content.decode()
    settle()
    assert "57 plekken" in client.get("/").content.decode()


def test_the_numbers_of_everything_read_no_place_but_for_what_the_clock_decides() -> None:
    with connection.execute_wrapper(_only_kept):
        assert Place.objects.published().tally([], {}).total == 58


def _only_kept(execute: Any, sql: str, *rest: Any) -> Any:
    assert "places_place" not in sql
    return execute(sql, *rest)
