"""From where somebody is to a place: how far, in which direction, and what lies between."""

import math
from dataclasses import dataclass

from django.contrib.gis.geos import Point
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.geocoding import Near
from places.referral.dates_in_words import in_a_row
from places.travel import Travel, metres_text
from places.water import wide_waters_between

HERE = 25.0
"""Metres within which there is no direction to speak of."""

COMPASS = (
    gettext_lazy("noorden"),
    gettext_lazy("noordoosten"),
    gettext_lazy("oosten"),
    gettext_lazy("zuidoosten"),
    gettext_lazy("zuiden"),
    gettext_lazy("zuidwesten"),
    gettext_lazy("westen"),
    gettext_lazy("noordwesten"),
)
"""Clockwise, an eighth of a turn each."""


@dataclass(frozen=True)
class Setting:
    """Where one sets out, and how one goes."""

    start: Near
    travel: Travel


def journey(setting: Setting, place: Point) -> str:
    """``Vanaf Gaffelstraat is het ongeveer 870 m, 11 minuten lopen, naar het noorden.``"""
    start = setting.start.point
    metres = start.distance(place)
    if metres < HERE:
        return _("Dit is vlak bij %(start)s.") % {"start": setting.start.label}
    words = {
        "start": setting.start.label,
        "how_far": setting.travel.words(metres),
        "direction": direction(start, place),
    }
    return _("Vanaf %(start)s is het %(how_far)s, naar het %(direction)s.") % words


def water_remark(start: Point, place: Point) -> str:
    """That the way is longer than the crow's flight tells; empty without a wide water."""
    names = wide_waters_between(start, place)
    if not names:
        return ""
    water = in_a_row(list(dict.fromkeys(name or _("water") for name in names)))
    return _("Let op: er ligt breed water tussen (%(water)s). De route is langer.") % {
        "water": water
    }


def bearing(start: Point, place: Point) -> str:
    """``870 m naar het noordoosten``, as the crow flies, or that it is the same spot."""
    metres = start.distance(place)
    if metres < HERE:
        return _("op dezelfde plek")
    words = {"metres": metres_text(metres), "direction": direction(start, place)}
    return _("%(metres)s naar het %(direction)s") % words


def direction(start: Point, place: Point) -> str:
    """The nearest of eight points of the compass; north of the grid is north enough."""
    turn = math.atan2(place.x - start.x, place.y - start.y) / math.tau
    return str(COMPASS[round(turn * 8) % 8])
