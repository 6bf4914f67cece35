"""From metres of the Dutch grid to the units of a small drawing, and discs that keep apart."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.gis.geos import Point, Polygon

from places.models.area import RD_NEW

WIDTH, HEIGHT = 480, 320
"""Units of the drawing; printed, a unit is about a fifth of a millimetre."""

MARGIN = 44
"""Units between the outermost spot and the edge: a disc and its number."""

NARROWEST = 700.0
"""Metres that the drawing shows at least, so that streets keep a human size."""

APART = 36
"""Units between the middles of two discs."""

ROUNDS = 200
SWERVE = 0.6
"""Radians that a disc strays at most from the straight way out."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The part of the country that is drawn: north-west corner, and metres to a unit."""

    west: float
    north: float
    metres: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> "Frame":
        """The smallest that holds these points within its margin; at least one is given."""
        xs, ys = [point.x for point in points], [point.y for point in points]
        metres = max(
            (max(xs) - min(xs)) / (WIDTH - 2 * MARGIN),
            (max(ys) - min(ys)) / (HEIGHT - 2 * MARGIN),
            NARROWEST / WIDTH,
        )
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        return cls(middle[0] - metres * WIDTH / 2, middle[1] + metres * HEIGHT / 2, metres)

    def spot(self, x: float, y: float) -> Spot:
        """Where a point of the grid is drawn: units from the left and from the top."""
        return (x - self.west) / self.metres, (self.north - y) / self.metres

    @property
    def box(self) -> Polygon:
        """All that is drawn, in metres of the grid."""
        east = self.west + WIDTH * self.metres
        south = self.north - HEIGHT * self.metres
        box = Polygon.from_bbox((self.west, south, east, self.north))
        box.srid = RD_NEW
        return box


def kept_apart(spots: Sequence[Spot], fixed: Iterable[Spot] = ()) -> list[Spot]:
    """The same spots, moved no more than needed so that their discs touch neither each other
    nor what is fixed, and all within the drawing."""
    placed = [_inside(spot) for spot in spots]
    obstacles = list(fixed)
    for turn in range(ROUNDS):
        crowded = [_push(placed, obstacles, index, turn) for index in range(len(placed))]
        if not any(crowded):
            break
    return placed


def _push(placed: list[Spot], obstacles: list[Spot], index: int, turn: int) -> bool:
    """Move one disc away from whatever is too near; whether anything was.

    It swerves, otherwise by turn and disc: straight on, discs in a row or in a corner would stay
    in each other's way for ever.
    """
    others = [*placed[:index], *placed[index + 1 :], *obstacles]
    x, y = placed[index]
    shift_x = shift_y = 0.0
    for number, (other_x, other_y) in enumerate(others):
        distance = math.hypot(x - other_x, y - other_y)
        if distance >= APART - 0.5:
            continue
        apart = distance > 0.01
        away = math.atan2(y - other_y, x - other_x) if apart else index * 2.4 + number + turn
        away += SWERVE * math.sin(turn * (index + 1))
        shift_x += math.cos(away) * (APART - distance) * 0.6
        shift_y += math.sin(away) * (APART - distance) * 0.6
    placed[index] = _inside((x + shift_x, y + shift_y))
    return bool(shift_x or shift_y)


def _inside(spot: Spot) -> Spot:
    edge = MARGIN / 2
    return min(max(spot[0], edge), WIDTH - edge), min(max(spot[1], edge), HEIGHT - edge)
