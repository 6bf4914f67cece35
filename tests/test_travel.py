"""How far and how long: honest estimates, whose inverse is the reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.travel import CYCLING, ROLLING, TRANSIT, TRAVELS, WALKING, Travel, metres_text

EVERY_WAY = pytest.mark.parametrize("way", TRAVELS.values(), ids=list(TRAVELS))


@pytest.mark.parametrize(
    ("way", "metres", "words"),
    [
        (WALKING, 515, "ongeveer 670 m, 9 minuten lopen"),
        (WALKING, 10, "ongeveer 10 m, 1 minuut lopen"),
        (WALKING, 1000, "ongeveer 1,3 km, 17 minuten lopen"),
        (ROLLING, 515, "ongeveer 720 m, 17 minuten met rolstoel of rollator"),
        (CYCLING, 3000, "ongeveer 3,9 km, 16 minuten fietsen"),
        (TRANSIT, 3000, "ongeveer 4,5 km, 27 minuten met het openbaar vervoer"),
        (TRANSIT, 515, "ongeveer 670 m, 9 minuten lopen"),
    ],
)
def test_the_route_is_longer_than_the_crow_flies(way: Travel, metres: float, words: str) -> None:
    assert way.words(metres) == words


@pytest.mark.parametrize(
    ("metres", "words"), [(0, "0 m"), (994, "990 m"), (996, "1,0 km"), (1290, "1,3 km")]
)
def test_metres_are_rounded_to_what_is_known(metres: float, words: str) -> None:
    assert metres_text(metres) == words


@EVERY_WAY
@given(minutes=st.integers(1, 180))
def test_whatever_lies_within_reach_takes_no_longer(way: Travel, minutes: int) -> None:
    reach = way.reach(minutes)
    if reach:
        quickest = min(way.minutes(reach), WALKING.minutes(reach) if way.or_walk else 999)
        assert quickest <= minutes < way.minutes(reach + way.metres_a_minute * 2)


def test_who_is_there_sooner_on_foot_reaches_no_less_by_tram() -> None:
    assert TRANSIT.reach(10) == WALKING.reach(10)
