"""The map that is gathered ahead is the one that is counted, whatever happened to places before."""

import json
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.mapdata import feature_collection, gathered, kept
from places.models import MapCell, MapPoint, Place
from tests.asking import found
from tests.edition import settle
from tests.kept import rows_untrue

pytestmark = pytest.mark.django_db

CROWD, CELLS = 600, 2_000
"""More than a map shows, and than can each be held against all others."""


def somewhere(random: Random) -> Point:
    """In one of two towns, or anywhere in the country; some on each other."""
    x, y, wide = random.choice(
        [(92_000, 437_000, 6_000), (121_000, 487_000, 600), (145_000, 460_000, 120_000)]
    )
    return Point(
        x + random.randint(-50, 50) * wide / 50, y + random.randint(-50, 50) * wide / 50, srid=28992
    )


@pytest.fixture
def crowd() -> None:
    random = Random(6)
    Place.objects.bulk_create(
        Place(
            name=f"Plek {number}",
            slug=f"plek-{number}",
            status="gepubliceerd" if number % 9 else "concept",
            location=somewhere(random),
            location_precision="adres",
        )
        for number in range(CROWD)
    )
    settle()


def change(**values: Any) -> Callable[[str], Any]:
    return lambda slug: Place.objects.filter(slug=slug).update(**values)


def move(slug: str) -> None:
    change(location=somewhere(Random(slug)), location_precision="straat")(slug)


DOINGS: list[Callable[[str], Any]] = [
    move,
    change(name="Een andere naam"),
    change(status="gepubliceerd", archived_on=None),
    change(status="concept", archived_on=None),
    change(status="gearchiveerd", archived_on=date(2026, 11, 1)),
    change(location=None, location_precision="wijk"),
    lambda slug: Place.objects.filter(slug=slug).delete(),
    lambda slug: settle(),
]
steps = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.integers(0, CROWD - 1).map("plek-{}".format)),
    max_size=12,
)
corners = st.tuples(st.floats(3.1, 7.4), st.floats(50.6, 53.8))
in_town = st.tuples(st.floats(4.2, 4.7), st.floats(51.8, 52.0))
sizes = st.floats(-6, 0.7).map(lambda power: 10**power)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A box anywhere, or none."""
    if draw(st.booleans()):
        return ""
    west, south = draw(corners | in_town)
    return f"bbox={west},{south},{west + draw(sizes)},{south + draw(sizes)}"


def trying(examples: int) -> Any:
    quiet = [HealthCheck.function_scoped_fixture]
    return settings(max_examples=examples, deadline=None, suppress_health_check=quiet)


@trying(120)
@given(query=queries(), zoom=st.none() | st.integers(0, 22))
@pytest.mark.usefixtures("crowd")
def test_a_map_gathered_ahead_is_the_one_that_is_counted(query: str, zoom: int | None) -> None:
    asked = found(query)
    drawn = json.loads(feature_collection(asked, zoom))["features"]
    assert kept(asked, zoom) in (None, gathered(asked, zoom))
    assert len(drawn) <= 500
    together = sum(one["properties"].get("aantal", 1) for one in drawn)
    assert together == asked.qs.located().count()


@trying(25)
@given(steps=steps)
@pytest.mark.usefixtures("crowd")
def test_cells_follow_what_happens_to_places(
    steps: list[tuple[Callable[[str], Any], str]],
) -> None:
    with transaction.atomic():
        for doing, slug in steps:
            doing(slug)
        settle()
        assert rows_untrue("cells") == 0
        transaction.set_rollback(True)


@pytest.mark.usefixtures("crowd")
def test_all_that_can_be_drawn_ahead_is() -> None:
    assert kept(found("bbox=4.2,51.8,4.7,52.0"), 12)
    assert kept(found(), None)


@pytest.mark.usefixtures("crowd")
def test_a_change_is_on_the_map_before_it_is_gathered() -> None:
    before = json.loads(feature_collection(found(), 3))["features"]
    change(status="concept")("plek-1")
    after = json.loads(feature_collection(found(), 3))["features"]
    assert after[0]["properties"]["aantal"] == before[0]["properties"]["aantal"] - 1


def test_nothing_stays_of_places_that_go() -> None:
    Place.objects.all().delete()
    settle()
    assert not MapCell.objects.exists()
    assert not MapPoint.objects.exists()
    assert json.loads(feature_collection(found(), None))["features"] == []


def test_many_cells_are_each_found_by_their_index() -> None:
    """By a plan that is made while there are none, as whoever loads a whole country has."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE places_mapcell, places_mappoint")
        cursor.execute("SELECT places_gather_up(ARRAY[1], ARRAY[1])")
        cursor.execute(
            "INSERT INTO places_mappoint (uuid, place_id, location, x, y)"
            " SELECT gen_random_uuid(), n, ST_SetSRID(ST_MakePoint(76.0 * n, 0), 28992), n, n %% 2"
            " FROM generate_series(1, %s) AS n",
            [CELLS],
        )
        cursor.execute("SELECT places_gather_up(array_agg(x), array_agg(y)) FROM places_mappoint")
        cursor.execute(
            "SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_user_tables"
            " WHERE relname IN ('places_mapcell', 'places_mappoint')"
        )
        assert cursor.fetchone()[0] < 20 * CELLS
    assert MapCell.objects.get(level=3).count == CELLS
