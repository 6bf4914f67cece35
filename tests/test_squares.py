"""Tags beside a part of the map, looked up together: what looking at each place finds."""

import pytest
from django.contrib.gis.geos import Point, Polygon
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.coordinates import Box
from places.models import Option, Place
from places.models.area import RD_NEW
from places.models.conditions import any_tag, inside, within
from places.models.squares import SIDE, around, together
from places.models.wish import Wish
from tests.asking import found
from tests.rows import plan_of

pytestmark = pytest.mark.django_db

EDGE = (23 * SIDE, 109 * SIDE)
"""A corner of four squares, in the middle of Rotterdam."""


def metres() -> st.SearchStrategy[float]:
    """On the edge of a square, next to it, or anywhere."""
    near = st.sampled_from([-SIDE, -1, -1e-6, 0, 1e-6, 1, SIDE])
    return near | st.floats(-9000, 9000)


@st.composite
def wishes_for_tags(draw: st.DrawFn) -> list[Wish]:
    """As a filter has them: each of one parameter."""
    of_parameter: dict[str, list[str]] = {}
    for option in Option.objects.order_by("tag"):
        of_parameter.setdefault(option.tag.partition(":")[0], []).append(option.tag)
    asked = draw(st.lists(st.sampled_from(sorted(of_parameter)), min_size=1, max_size=2))
    some = [draw(st.lists(st.sampled_from(of_parameter[one]), min_size=1)) for one in asked]
    return [
        Wish(parameter, parameter, any_tag(tags), tags=tags)
        for parameter, tags in zip(asked, some, strict=True)
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes_for_tags(), metres(), metres(), metres(), metres())
def test_in_a_box_are_those_that_carry_the_tags_and_lie_in_it(
    tagged: list[Wish], west: float, south: float, east: float, north: float
) -> None:
    edges = EDGE[0] + west, EDGE[1] + south, EDGE[0] + east, EDGE[1] + north
    box = Box(Polygon.from_bbox(edges).coords[0])
    assert_found_as_looked_at(
        [*tagged, Wish("bbox", "bbox", inside(box), extent=lambda: box.extent)]
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes_for_tags(), metres(), metres(), st.integers(1, 9000))
def test_within_a_distance_are_those_that_carry_the_tags_and_are_so_near(
    tagged: list[Wish], east: float, north: float, reach: int
) -> None:
    asked = Point(EDGE[0] + east, EDGE[1] + north, srid=RD_NEW), reach
    wish = Wish("straal", "straal", within(*asked), extent=lambda: around(*asked))
    assert_found_as_looked_at([*tagged, wish])


def assert_found_as_looked_at(wishes: list[Wish]) -> None:
    """Places stand on edges of squares too, and some stand nowhere."""
    shift = "ST_Translate(location, -mod(ST_X(location)::numeric, 4000)::float8, 0)"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE places_place SET location = {shift} WHERE id % 3 = 0")
    places = Place.objects.published()
    looked_at = places.meeting(*(wish.condition for wish in wishes))
    assert set(places.meeting(*together(wishes))) == set(looked_at)
    assert looked_at.count() < places.count()


def test_one_index_is_asked_for_a_tag_in_a_box() -> None:
    asked = "waarde=sfeer&open=2026-11-24T15:00&bbox=4.4,51.88,4.6,52.0&q=de"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    plan = plan_of(found(asked).selected.rows("id"))
    assert "Bitmap Index Scan on place_by_tag" in plan
    assert "place_by_word" not in plan
    assert "places_place_location" not in plan


@pytest.mark.parametrize(
    "asked",
    [
        "waarde=sfeer&bbox=3.5,50.8,7.2,53.5",
        "wijk=agniesebuurt&bbox=4.4,51.88,4.6,52.0",
        "waarde=sfeer&bbox=4.4,51.88,4.6,52.0&bij=53.2,6.5",
    ],
    ids=["much of the country", "a wijk", "distances from elsewhere"],
)
def test_else_each_wish_is_asked_by_itself(asked: str) -> None:
    assert "places_tags_in_square" not in found(asked).selected.rows("id")[0]
