"""Kept counts are what an honest count finds, whatever happened to places before."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.gis.geos import Point
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.coordinates import rd_box
from places.models import Area, KeptCount, Offer, Place, PlaceTrait, Trait, tally
from places.models.area import RD_NEW
from places.models.condition import Kept
from places.models.conditions import (
    SearchTerms,
    all_tags,
    any_tag,
    checked_since,
    has_bits,
    inside,
    kept_any_tag,
    kept_checked_since,
    kept_inside,
    kept_matching,
    kept_within,
    matching,
    within,
)
from places.models.openness import kept_open_at, open_at
from places.models.tally import Options
from places.models.wish import Wish
from tests.edition import settle
from tests.entries import entry
from tests.kept import untrue
from tests.rows import rows
from tests.schedules import local

pytestmark = pytest.mark.django_db

SLUGS = ["bij-de-provenier", "pauluskerk", "villa-vonk", "kleyburg"]


MOMENTS = [local("2026-11-23T00:10"), local("2026-11-24T10:30"), local("2026-11-28T23:30")]
CHECKED = date(2025, 11, 22)
WORDS = SearchTerms("rotterdam")
CIRCLE = Point(92_500 - 18_000, 437_500, srid=RD_NEW), 18_000
"""The west of Rotterdam, like the box: so wide that all who lie there are asked for."""
WEST = rd_box(3.2, 51, 4.48, 53)


def options(moment: datetime, tags: list[str] | None) -> Options:
    """These tags or all, whether open at the moment, and whether checked since a day."""
    return Options(
        tags,
        {"open:nu": partial(open_at, moment), "nagekeken:12": partial(checked_since, CHECKED)},
        {"open:nu": open_kept(moment), "nagekeken:12": kept_checked_since(CHECKED)},
    )


def open_kept(moment: datetime) -> Kept:
    kept = kept_open_at(moment)
    assert kept
    return kept


def selections(moment: datetime) -> list[list[Wish]]:
    """Nothing asked, one wish of each kind, and several of them together."""
    offered, of_kind = ["aanbod:samen-eten"], ["soort:huiskamer", "soort:wijktuin"]
    near = ["gebied:noord", "gebied:centrum"]
    of_tags = Wish("aanbod", "aanbod:samen-eten", all_tags(offered), kept=kept_any_tag(offered))
    of_clock = [
        Wish("open", "open", open_at(moment), kept=open_kept(moment)),
        Wish("nagekeken", "12", checked_since(CHECKED), kept=kept_checked_since(CHECKED)),
    ]
    others = [
        Wish("soort", "soort", any_tag(of_kind), kept=kept_any_tag(of_kind)),
        Wish("q", "q", matching(WORDS), kept=kept_matching(WORDS)),
        Wish("straal", "straal", within(*CIRCLE), kept=kept_within(*CIRCLE)),
        Wish("bbox", "bbox", inside(WEST), kept=kept_inside(WEST)),
    ]
    each = [of_tags, *of_clock, *others]
    assert all(wish.kept for wish in each)
    in_areas = Wish("gebied", "gebied", any_tag(near), kept=kept_any_tag(near))
    several = [[of_tags, of_clock[0]], of_clock, others, [*each, in_areas]]
    return [[], *([wish] for wish in (*each, in_areas)), *several]


def said(wishes: Sequence[Wish], options: Options) -> dict[str, int]:
    """What the numbers of what meets the wishes are said to be."""
    by_tag = tally.tally(wishes, options).by_tag
    return {tag: number for tag, number in by_tag.items() if number}


def counted(wishes: Sequence[Wish], options: Options) -> dict[str, int]:
    """The same, one place at a time."""
    published = Place.objects.published().meeting(*(wish.condition for wish in wishes))
    numbers = Counter(tag for place in published for tag in place.tags)
    numbers["totaal"] = len(published)
    numbers["op-de-kaart"] = sum(place.location is not None for place in published)
    for name, condition in options.conditions.items():
        numbers[name] = published.meeting(condition()).count()
    return {tag: number for tag, number in numbers.items() if number}


def assert_said_as_counted(moment: datetime) -> None:
    """Whether bits alone are asked, or hits are so few that they are read, or so many that bits
    are asked of them."""
    for wishes in selections(moment):
        every = options(moment, None)
        numbers = counted(wishes, every)
        with_bits = {tag: number for tag, number in numbers.items() if has_bits(tag)}
        with patch.object(tally, "MOST_SETS", len(wishes)):
            assert said(wishes, options(moment, [*with_bits])) == with_bits
        for few in (0, tally.FEW_HITS):
            with patch.object(tally, "FEW_HITS", few):
                assert said(wishes, every) == numbers


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
    lambda place: place.hours.get_or_create(weekday=2, opens=time(9, 15), closes=time(23, 40)),
    lambda place: place.hours.get_or_create(
        weekday=3, opens=time(22), closes=time(2), valid_until=date(2030, 1, 1)
    ),
    lambda place: place.special_days.get_or_create(
        first_day=date(2026, 1, 1), last_day=date(2030, 1, 1)
    ),
    lambda place: Place.objects.filter(pk=place.pk).update(checked_on=date(2025, 11, 21)),
    lambda place: Place.objects.filter(pk=place.pk).update(checked_on=date(2025, 11, 30)),
    lambda place: Place.objects.filter(pk=place.pk).update(checked_on=date(2025, 12, 1)),
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
@given(
    st.lists(st.tuples(st.sampled_from(DOINGS), st.sampled_from(SLUGS)), max_size=8),
    st.sampled_from(MOMENTS),
)
def test_kept_counts_are_what_is_counted(
    steps: list[tuple[Callable[[Place], Any], str]], moment: datetime
) -> None:
    with transaction.atomic():
        for doing, slug in steps:
            doing(entry(slug))
        assert_said_as_counted(moment)
        settle()
        assert_said_as_counted(moment)
        transaction.set_rollback(True)


def test_of_the_same_tags_are_bits_kept_and_asked() -> None:
    kept = rows(("SELECT tag, places_has_bits(tag) FROM places_keptcount", ()))
    assert {tag.partition(":")[0] for tag, has in kept if not has} >= {"wijk", "opent"}
    told = [tag for tag, _has in kept if tag.partition(":")[0] not in ("opent", "sluit")]
    assert [tag for tag in told if has_bits(tag)] == [tag for tag in told if dict(kept)[tag]]


def test_places_that_go_are_no_longer_counted() -> None:
    Place.objects.all().delete()
    settle()
    assert not KeptCount.objects.filter(number__gt=0).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM places_bitmap WHERE bit_count(bits) > 0")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("status", ["gepubliceerd", "concept"])
def test_a_place_that_went_and_came_back_with_another_key_counts_once_at_most(status: str) -> None:
    place = entry("pauluskerk")
    Place.objects.filter(pk=place.pk).delete()
    Place(uuid=place.uuid, name="Pauluskerk", slug="pauluskerk", status=status).save()
    settle()
    assert untrue() == {}


def test_a_change_counts_on_the_next_page(client: Any) -> None:
    archive(entry(SLUGS[0]))
    assert "57 plekken" in client.get("/").content.decode()
    settle()
    assert "57 plekken" in client.get("/").content.decode()


def test_the_numbers_of_everything_read_no_place_but_for_what_the_clock_decides() -> None:
    with connection.execute_wrapper(_only_kept):
        assert tally.tally([], Options(None, {})).total == 58


def test_one_value_is_counted_without_a_look_at_any_place() -> None:
    sfeer, some = ["waarde:sfeer"], options(MOMENTS[0], ["soort:huiskamer"])
    value = Wish("waarde", *sfeer, all_tags(sfeer), kept=kept_any_tag(sfeer), tags=sfeer)
    with connection.execute_wrapper(_only_kept):
        assert tally.tally([value], some).total > 0


def test_what_a_value_leaves_of_a_common_word_is_looked_at() -> None:
    sfeer, some = ["waarde:sfeer"], options(MOMENTS[0], ["soort:huiskamer"])
    value = Wish("waarde", *sfeer, all_tags(sfeer), kept=kept_any_tag(sfeer), tags=sfeer)
    words = Wish("q", "q", matching(WORDS), kept=kept_matching(WORDS))
    with connection.execute_wrapper(_only_kept), pytest.raises(AssertionError):
        tally.tally([value, words], some)


def _only_kept(execute: Any, sql: str, *rest: Any) -> Any:
    assert "places_place" not in sql
    return execute(sql, *rest)
