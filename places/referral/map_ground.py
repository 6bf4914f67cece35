"""What lies under the numbers of a small map: water, borders and names, from our own data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from django.contrib.gis.geos import GeometryCollection, GEOSGeometry, LineString, Polygon

from places.models import Area
from places.referral.frame import HEIGHT, WIDTH, Frame
from places.water import waters

NEAR_BY = 7_000.0
"""Metres; a drawing that shows no more has room for the names of wijken, others for gebieden."""

LEAST_WATER = 900
"""Square units that water must cover to be named."""

DISC = 18
LETTER, LINE = 7, 15
"""Units that a letter is wide and a line of text is high."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """Text and its middle, in whole units."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Ground:
    """Paths as SVG writes them, and names."""

    water: list[str]
    borders: list[str]
    water_names: list[Label]
    area_names: list[Label]


@dataclass
class Names:
    """Keeps names off the numbers and off each other: what finds no room is left out."""

    discs: list[tuple[int, int]]
    taken: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.taken += [(x - DISC, y - DISC, x + DISC, y + DISC) for x, y in self.discs]
        self.taken += [(WIDTH - 36, 0, WIDTH, 48), (0, HEIGHT - 34, WIDTH / 3 + 20, HEIGHT)]

    def at(self, text: str, x: float, y: float) -> Label | None:
        """A name with its middle here, if there is room."""
        box = _around(text, x, y)
        inside = box[0] >= 2 and box[1] >= 2 and box[2] <= WIDTH - 2 and box[3] <= HEIGHT - 2
        if not inside or any(_overlap(box, other) for other in self.taken):
            return None
        self.taken.append(box)
        return Label(text, round(x), round(y))

    def beside(self, text: str, x: int, y: int) -> Label | None:
        """A name next to a sign, where there is room for it."""
        half = len(text) * LETTER / 2 + 6
        middle = min(max(x, half), WIDTH - half)
        places = [(middle, y + 24), (middle, y - 22), (x + half + 12, y), (x - half - 12, y)]
        return next((label for one in places if (label := self.at(text, *one))), None)


def ground(frame: Frame, names: Names) -> Ground:
    """What lies in the frame, clipped to it and no finer than can be printed."""
    box = frame.box
    water = list(_water(frame, box))
    wide = WIDTH * frame.metres
    level = Area.Level.NEIGHBOURHOOD if wide <= NEAR_BY else Area.Level.DISTRICT
    areas = list(Area.objects.in_box(box, level))
    water_names = list(_named_water(water, frame, names))
    return Ground(
        water=[path for _name, shape in water if (path := _filled(shape, frame))],
        borders=[path for area in areas if (path := _border(area.outline, box, frame))],
        water_names=water_names,
        area_names=list(_named_areas(areas, frame, names)),
    )


def _water(frame: Frame, box: Polygon) -> Iterator[tuple[str, GEOSGeometry]]:
    for water in waters():
        seen = water.shape.intersection(box)
        if not seen.empty:
            yield water.name, seen.simplify(frame.metres, preserve_topology=True)


def _named_water(
    water: list[tuple[str, GEOSGeometry]], frame: Frame, names: Names
) -> Iterator[Label]:
    for name, shape in water:
        if not name or shape.area < LEAST_WATER * frame.metres**2:
            continue
        middle = shape.point_on_surface
        if label := names.at(name, *frame.spot(middle.x, middle.y)):
            yield label


def _named_areas(areas: Iterable[Area], frame: Frame, names: Names) -> Iterator[Label]:
    for area in areas:
        if label := names.at(area.name, *frame.spot(area.centre.x, area.centre.y)):
            yield label


def _filled(shape: GEOSGeometry, frame: Frame) -> str:
    rings = chain.from_iterable(part for part in _parts(shape) if isinstance(part, Polygon))
    return "".join(_path(ring.coords, frame) + "Z" for ring in rings)


def _border(outline: GEOSGeometry | None, box: Polygon, frame: Frame) -> str:
    """The outline as a line, so that the edge of the drawing is not taken for a border."""
    if outline is None:
        return ""
    seen = outline.boundary.intersection(box).simplify(frame.metres)
    lines = (part for part in _parts(seen) if isinstance(part, LineString))
    return "".join(_path(line.coords, frame) for line in lines)


def _parts(shape: GEOSGeometry) -> Iterator[GEOSGeometry]:
    if not isinstance(shape, GeometryCollection):
        yield shape
        return
    for part in shape:
        yield from _parts(part)


def _path(coordinates: Iterable[Sequence[float]], frame: Frame) -> str:
    """Whole units; points in a row that fall together are one."""
    spots = (frame.spot(x, y) for x, y in coordinates)
    whole = groupby((round(x), round(y)) for x, y in spots)
    return "M" + "L".join(f"{x} {y}" for (x, y), _same in whole)


def _around(text: str, x: float, y: float) -> Box:
    half = len(text) * LETTER / 2 + 3
    return x - half, y - LINE / 2 - 1, x + half, y + LINE / 2 + 1


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
