"""How people go, and how long that takes: estimates from the crow's flight, honestly rounded."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy, ngettext_lazy
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Travel:
    """A way to go; ``docs/verwijzen.md`` says where the numbers come from.

    ``detour`` is how much longer the route is than the crow's flight, ``extra_minutes`` is what
    passes before and between (to the stop, waiting). ``or_walk``: whoever is there sooner on foot
    walks.
    """

    slug: str
    label: Any
    detour: float
    metres_a_minute: float
    minutes_words: Any
    extra_minutes: int = 0
    or_walk: bool = False

    def minutes(self, metres: float) -> int:
        """Whole minutes that suffice for so many metres as the crow flies; at least one."""
        moving = metres * self.detour / self.metres_a_minute
        return max(1, self.extra_minutes + math.ceil(round(moving, 6)))

    def reach(self, minutes: int) -> float:
        """Metres as the crow flies that one gets in so many minutes; the inverse of the above."""
        own = max(0.0, (minutes - self.extra_minutes) * self.metres_a_minute / self.detour)
        return max(own, WALKING.reach(minutes)) if self.or_walk else own

    def words(self, metres: float) -> str:
        """``ongeveer 870 m, 11 minuten lopen`` for so many metres as the crow flies."""
        if self.or_walk and WALKING.minutes(metres) <= self.minutes(metres):
            return WALKING.words(metres)
        words = {
            "distance": metres_text(max(metres * self.detour, 10)),
            "how_long": self.time(metres),
        }
        return _("ongeveer %(distance)s, %(how_long)s") % words

    def time(self, metres: float) -> str:
        """``11 minuten lopen`` for so many metres as the crow flies."""
        return _time(self.slug, self.minutes(metres), get_language())

    @property
    def kilometres_an_hour(self) -> float:
        """The speed on the way itself."""
        return self.metres_a_minute * 60 / 1000


def metres_text(metres: float) -> str:
    """``850 m`` or ``1,2 km``."""
    rounded = round(metres, -1)
    if rounded < 1000:
        return _("%(metres)d m") % {"metres": rounded}
    return _kilometres(round(metres / 1000, 1), get_language())


@lru_cache(maxsize=1024)
def _kilometres(number: float, _language: str | None) -> str:
    """Kept, as the time below is: a list of the nearest says the same few, 0.3 ms a page."""
    return _("%(kilometres)s km") % {"kilometres": number_format(number, 1)}


@lru_cache(maxsize=1024)
def _time(slug: str, minutes: int, _language: str | None) -> str:
    return str(TRAVELS[slug].minutes_words % {"minutes": minutes})


WALKING = Travel(
    "lopen",
    gettext_lazy("lopend"),
    detour=1.3,
    metres_a_minute=80.0,
    minutes_words=ngettext_lazy("%(minutes)d minuut lopen", "%(minutes)d minuten lopen", "minutes"),
)
"""4.8 km/h; streets are usually 1.3 times as long as the crow flies."""

ROLLING = Travel(
    "rolstoel",
    gettext_lazy("met rolstoel of rollator"),
    detour=1.4,
    metres_a_minute=45.0,
    minutes_words=ngettext_lazy(
        "%(minutes)d minuut met rolstoel of rollator",
        "%(minutes)d minuten met rolstoel of rollator",
        "minutes",
    ),
)
"""2.7 km/h: people over 65 who walk with difficulty were measured at 0.76 m/s; round by ramps."""

CYCLING = Travel(
    "fiets",
    gettext_lazy("op de fiets"),
    detour=1.3,
    metres_a_minute=250.0,
    minutes_words=ngettext_lazy(
        "%(minutes)d minuut fietsen", "%(minutes)d minuten fietsen", "minutes"
    ),
)
"""15 km/h."""

TRANSIT = Travel(
    "ov",
    gettext_lazy("met het openbaar vervoer"),
    detour=1.5,
    metres_a_minute=300.0,
    minutes_words=ngettext_lazy(
        "%(minutes)d minuut met het openbaar vervoer",
        "%(minutes)d minuten met het openbaar vervoer",
        "minutes",
    ),
    extra_minutes=12,
    or_walk=True,
)
"""18 km/h between stops, after twelve minutes of walking to the stop and waiting there."""

TRAVELS = {one.slug: one for one in (WALKING, ROLLING, CYCLING, TRANSIT)}
"""By the word in the form."""
