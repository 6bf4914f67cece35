"""A small numbered map of our own: lines and words, so that it prints in black and white."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.gis.geos import Point
from django.utils.translation import gettext as _

from places.referral.frame import HEIGHT, WIDTH, Frame, Spot, kept_apart
from places.referral.journey import bearing
from places.referral.map_ground import Ground, Label, Names, ground

LENGTHS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
"""Metres of the scale bar."""

DOT = 4


@dataclass(frozen=True)
class Numbered:
    """What is to be drawn of a place."""

    number: int
    name: str
    point: Point
    rough: bool


@dataclass(frozen=True)
class Disc:
    """A number on the map; ``x, y`` where it stands, ``spot_x, spot_y`` what it is about."""

    number: int
    x: int
    y: int
    spot_x: int
    spot_y: int
    rough: bool

    @property
    def moved(self) -> bool:
        """Far enough from its spot to need a line."""
        return abs(self.x - self.spot_x) + abs(self.y - self.spot_y) > DOT


@dataclass(frozen=True)
class Beginning:
    """Where one sets out; the label only where there is room, as it stands below the map too."""

    x: int
    y: int
    text: str
    label: Label | None


@dataclass(frozen=True)
class Drawing:
    """Everything that the SVG says, in whole units; ``title`` and ``words`` say it in words."""

    discs: list[Disc]
    beginning: Beginning | None
    ground: Ground
    scale_units: int
    scale_text: str
    title: str
    words: list[str]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def some_are_rough(self) -> bool:
        """Whether a dashed disc needs explaining."""
        return any(disc.rough for disc in self.discs)


def draw(places: Sequence[Numbered], start: Point | None, start_label: str) -> Drawing | None:
    """The map of these places, and of where one sets out; None without a place to draw."""
    if not places:
        return None
    beginnings = [start] if start else []
    frame = Frame.around([*beginnings, *(place.point for place in places)])
    discs = _discs(places, start, frame)
    names = Names([(disc.x, disc.y) for disc in discs])
    beginning = _beginning(start, start_label, frame, names)
    metres, units = _scale(frame)
    return Drawing(
        discs=discs,
        beginning=beginning,
        ground=ground(frame, names),
        scale_units=units,
        scale_text=f"{metres // 1000} km" if metres >= 1000 else f"{metres} m",
        title=_title(places),
        words=list(_words(places, start, start_label)),
    )


def _discs(places: Sequence[Numbered], start: Point | None, frame: Frame) -> list[Disc]:
    spots = [frame.spot(place.point.x, place.point.y) for place in places]
    fixed = [frame.spot(start.x, start.y)] if start else []
    return [
        Disc(place.number, *_whole(at), *_whole(spot), place.rough)
        for place, spot, at in zip(places, spots, kept_apart(spots, fixed), strict=True)
    ]


def _beginning(start: Point | None, text: str, frame: Frame, names: Names) -> Beginning | None:
    if start is None:
        return None
    x, y = _whole(frame.spot(start.x, start.y))
    names.taken.append((x - 12, y - 12, x + 12, y + 12))
    return Beginning(x, y, text, names.beside(text, x, y))


def _scale(frame: Frame) -> tuple[int, int]:
    """The longest round number of metres that fits in a third, and its units."""
    fitting = [length for length in LENGTHS if length / frame.metres <= WIDTH / 3]
    metres = max(fitting, default=LENGTHS[0])
    return metres, round(metres / frame.metres)


def _title(places: Sequence[Numbered]) -> str:
    numbers = ", ".join(str(place.number) for place in places)
    return _("Kaartje met genummerde plekken: %(numbers)s") % {"numbers": numbers}


def _words(places: Sequence[Numbered], start: Point | None, start_label: str) -> Iterator[str]:
    """Each place as seen from the start, or else from the first of the others."""
    origin = start or places[0].point
    others = places if start else places[1:]
    if others:
        seen_from = start_label if start else f"{places[0].number}, {places[0].name}"
        yield _("Hemelsbreed, gezien vanaf “%(from)s”:") % {"from": seen_from}
    for place in others:
        yield f"{place.number}, {place.name}: {bearing(origin, place.point)}."


def _whole(spot: Spot) -> tuple[int, int]:
    return round(spot[0]), round(spot[1])
