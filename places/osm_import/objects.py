"""One object of OpenStreetMap as a file gives it, and what it is known by."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from places.coordinates import in_the_netherlands

TYPES = ("node", "way", "relation")
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"

OUR_REFERENCE = "ref:huiskamers"
"""The tag with the UUID of one of our places, as our own file has it."""

LONGEST = 2000
"""Letters of one value; OpenStreetMap itself stops at 255, exports of others may not."""

_NEVER_SHOWN = {"Cc", "Cs", "Zl", "Zp"}
_ABOUT_TEN_METRES = 4


@dataclass(frozen=True)
class OsmObject:
    """A node, way or relation; of the last two a point in the middle. WGS84, None if unknown.

    ``day`` is the ISO date of its last edit, or of the file when the object has none.
    """

    type: str
    number: int
    tags: Mapping[str, str]
    longitude: float | None = None
    latitude: float | None = None
    version: int | None = None
    day: str = ""

    @property
    def is_there(self) -> bool:
        """Whether OpenStreetMap has it; what is only meant for it has a number below zero."""
        return self.number > 0

    @property
    def reference(self) -> str:
        """``node/123``, as OpenStreetMap's own addresses have it.

        A number below zero means something else in the next file; then name and place tell.
        """
        if self.is_there:
            return f"{self.type}/{self.number}"
        return f"{self.type}/-{self.fingerprint(['name', OUR_REFERENCE])[:20]}"

    @property
    def source(self) -> str:
        """What a fact from here names as its source, with what the licence asks."""
        if not self.is_there:
            return "Bestand in de vorm van OpenStreetMap, daar nog niet te vinden"
        version = f", versie {self.version}" if self.version else ""
        return f"OpenStreetMap {self.reference}{version}, {ATTRIBUTION}"

    def first(self, *keys: str) -> str:
        """The value of the first of these keys that has one."""
        return next((self.tags[key] for key in keys if self.tags.get(key)), "")

    def fingerprint(self, keys: Iterable[str]) -> str:
        """The same as long as these tags are and the object did not move more than ten metres."""
        point = [
            None if degrees is None else round(degrees, _ABOUT_TEN_METRES)
            for degrees in (self.longitude, self.latitude)
        ]
        said = [(key, self.tags[key]) for key in sorted(keys) if key in self.tags]
        return hashlib.sha256(json.dumps([point, said]).encode()).hexdigest()


def plain(text: object) -> str:
    """A value in one line, without what a database or a page cannot hold."""
    shown = "".join(
        " " if unicodedata.category(letter) in _NEVER_SHOWN else letter
        for letter in str(text)[:LONGEST]
    )
    return " ".join(shown.split())


def plain_tags(tags: Iterable[tuple[object, object]]) -> dict[str, str]:
    """Tags of which key and value say something."""
    read = ((plain(key), plain(value)) for key, value in tags)
    return {key: value for key, value in read if key and value}


def dutch_point(longitude: object, latitude: object) -> tuple[float, float] | None:
    """The two as numbers if they can be a point in the Netherlands."""
    if isinstance(longitude, bool) or isinstance(latitude, bool):
        return None
    if not isinstance(longitude, int | float) or not isinstance(latitude, int | float):
        return None
    known = in_the_netherlands(longitude, latitude)
    return (float(longitude), float(latitude)) if known else None


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
    """The middle of the box around points, as Overpass gives a centre; None of no points."""
    known = list(points)
    if not known:
        return None
    east, north = ([point[axis] for point in known] for axis in (0, 1))
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
