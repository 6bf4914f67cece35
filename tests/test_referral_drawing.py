"""The small numbered map: true to the ground, readable, and the same in words."""

import math
import re
from itertools import combinations

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from hypothesis import example, given
from hypothesis import strategies as st

from places.geocoding import Near
from places.models import Area, Place
from places.models.area import RD_NEW
from places.referral.drawing import Drawing, Numbered, draw
from places.referral.frame import APART, HEIGHT, WIDTH, Frame, kept_apart
from places.referral.journey import Setting, bearing, direction, journey, water_remark
from places.travel import TRAVELS
from places.water import waters, wide_waters_between

NORTH_OF_THE_MAAS = Point(92_000, 437_000, srid=RD_NEW)  # Centraal Station
SOUTH_OF_THE_MAAS = Point(93_600, 435_000, srid=RD_NEW)  # Feijenoord

spots = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))
metres = st.tuples(st.floats(60_000, 110_000), st.floats(420_000, 450_000))


def numbered(*points: Point, rough: bool = False) -> list[Numbered]:
    return [
        Numbered(number, f"Plek {number}", point, rough)
        for number, point in enumerate(points, start=1)
    ]


def drawn(*points: Point, start: Point | None = None) -> Drawing:
    drawing = draw(numbered(*points), start, "jij bent hier")
    assert drawing
    return drawing


@given(st.lists(metres, min_size=1, max_size=6))
def test_every_point_lies_in_the_frame_north_up_and_to_scale(
    pairs: list[tuple[float, float]],
) -> None:
    points = [Point(*pair, srid=RD_NEW) for pair in pairs]
    frame = Frame.around(points)
    for point in points:
        x, y = frame.spot(point.x, point.y)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
        assert frame.box.covers(point)
    for one, other in combinations(points, 2):
        units = math.dist(frame.spot(one.x, one.y), frame.spot(other.x, other.y))
        assert math.isclose(units * frame.metres, one.distance(other), abs_tol=0.01)


def test_north_is_up_and_east_is_right() -> None:
    frame = Frame.around([NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS])
    north = frame.spot(NORTH_OF_THE_MAAS.x, NORTH_OF_THE_MAAS.y)
    south = frame.spot(SOUTH_OF_THE_MAAS.x, SOUTH_OF_THE_MAAS.y)
    assert north[1] < south[1]
    assert north[0] < south[0]


@given(st.lists(spots, max_size=5), st.lists(spots, max_size=1))
@example([(0.0, 0.0)] * 4, [(22.0, 23.0)])
@example([(30.0, 182.0)] * 2, [(31.0, 182.0)])
def test_discs_never_lie_on_each_other(
    places: list[tuple[float, float]], start: list[tuple[float, float]]
) -> None:
    apart = kept_apart(places, start)
    assert len(apart) == len(places)
    for one, other in combinations(apart, 2):
        assert math.dist(one, other) > APART * 0.8
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in apart)


def test_discs_with_room_stay_where_they_are() -> None:
    far = [(100.0, 100.0), (300.0, 100.0), (200.0, 250.0)]
    assert kept_apart(far) == far


@pytest.mark.django_db
def test_places_at_one_spot_are_moved_apart_with_a_line() -> None:
    one, other = drawn(NORTH_OF_THE_MAAS, NORTH_OF_THE_MAAS).discs
    assert (one.spot_x, one.spot_y) == (other.spot_x, other.spot_y)
    assert one.moved
    assert other.moved
    assert math.dist((one.x, one.y), (other.x, other.y)) >= 30


@pytest.mark.django_db
def test_numbers_on_the_map_are_those_of_the_list() -> None:
    places = numbered(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS)[1:]
    drawing = draw(places, None, "")
    assert drawing
    assert [disc.number for disc in drawing.discs] == [2]
    assert drawing.title.endswith(": 2")


@pytest.mark.django_db
def test_words_tell_distance_and_direction_from_the_start() -> None:
    drawing = drawn(SOUTH_OF_THE_MAAS, start=NORTH_OF_THE_MAAS)
    assert drawing.words == [
        "Hemelsbreed, gezien vanaf “jij bent hier”:",
        "1, Plek 1: 2,6 km naar het zuidoosten.",
    ]


@pytest.mark.django_db
def test_without_a_start_words_tell_where_the_others_are_from_the_first() -> None:
    drawing = drawn(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS)
    assert drawing.beginning is None
    assert drawing.words == [
        "Hemelsbreed, gezien vanaf “1, Plek 1”:",
        "2, Plek 2: 2,6 km naar het zuidoosten.",
    ]


def test_without_points_there_is_no_map() -> None:
    assert draw([], NORTH_OF_THE_MAAS, "hier") is None


@pytest.mark.django_db
def test_the_river_is_drawn_and_named_where_it_flows() -> None:
    ground = drawn(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS).ground
    assert ground.water
    assert "Nieuwe Maas" in [label.text for label in ground.water_names]


@pytest.mark.django_db
def test_the_scale_bar_is_as_long_as_it_says() -> None:
    drawing = drawn(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS)
    frame = Frame.around([NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS])
    assert drawing.scale_text == "1 km"
    assert abs(drawing.scale_units * frame.metres - 1000) < frame.metres


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        ((0, 100), "noorden"),
        ((100, 100), "noordoosten"),
        ((100, 0), "oosten"),
        ((100, -100), "zuidoosten"),
        ((0, -100), "zuiden"),
        ((-100, -100), "zuidwesten"),
        ((-100, 0), "westen"),
        ((-100, 100), "noordwesten"),
        ((-1, 100), "noorden"),
    ],
)
def test_directions_of_the_compass(shift: tuple[int, int], words: str) -> None:
    start = NORTH_OF_THE_MAAS
    assert direction(start, Point(start.x + shift[0], start.y + shift[1])) == words


def test_the_same_spot_has_no_direction() -> None:
    assert bearing(NORTH_OF_THE_MAAS, NORTH_OF_THE_MAAS) == "op dezelfde plek"


def setting(start: Point, travel: str = "lopen") -> Setting:
    return Setting(Near(start, "Gaffelstraat"), TRAVELS[travel])


def test_a_journey_says_how_far_how_long_and_where_to() -> None:
    place = Point(NORTH_OF_THE_MAAS.x + 300, NORTH_OF_THE_MAAS.y, srid=RD_NEW)
    said = journey(setting(NORTH_OF_THE_MAAS), place)
    assert said == "Vanaf Gaffelstraat is het ongeveer 390 m, 5 minuten lopen, naar het oosten."
    assert "rolstoel" in journey(setting(NORTH_OF_THE_MAAS, "rolstoel"), place)


def test_the_river_between_two_banks_makes_the_way_longer() -> None:
    assert "Nieuwe Maas" in wide_waters_between(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS)
    said = water_remark(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS)
    assert "breed water" in said
    assert "Nieuwe Maas" in said


@pytest.mark.django_db
def test_two_places_on_one_bank_have_no_water_between_them() -> None:
    slugs = ("pauluskerk", "bij-de-provenier")
    one, other = (Place.objects.get(slug=slug).location for slug in slugs)
    assert one
    assert other
    assert wide_waters_between(one, other) == []


def test_a_small_river_with_many_bridges_is_not_wide() -> None:
    wide = {water.name: water.is_wide for water in waters()}
    assert wide["Nieuwe Maas"]
    assert not wide["Rotte"]


@pytest.mark.django_db
def test_no_name_lies_on_a_number_or_on_another_name() -> None:
    drawing = drawn(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS, start=NORTH_OF_THE_MAAS)
    labels = [*drawing.ground.area_names, *drawing.ground.water_names]
    assert labels
    for label in labels:
        for disc in drawing.discs:
            assert abs(label.y - disc.y) > 15 or abs(label.x - disc.x) > 15
    for one, other in combinations(labels, 2):
        assert abs(one.y - other.y) > 12 or abs(one.x - other.x) > 20


@pytest.mark.django_db
def test_a_border_is_drawn_as_a_line_within_the_frame() -> None:
    square = Polygon.from_bbox((91_500, 436_500, 92_500, 440_000))
    Area.objects.at_level("wijk").update(boundary=MultiPolygon(square, srid=RD_NEW))
    [border, *_more] = drawn(NORTH_OF_THE_MAAS, SOUTH_OF_THE_MAAS).ground.borders
    numbers = [int(number) for number in re.findall(r"-?\d+", border)]
    assert max(numbers) <= WIDTH
    assert min(numbers) >= 0
    assert "Z" not in border
