"""What a public answer is a function of at one moment, besides its address: see validators.py."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from places.models.edition import BEFORE_ALL
from places.models.reading import reading
from places.release import released_at
from places.schedule import last_turn, next_turn

_EDITION = """
SELECT number, changed_at,
  ARRAY(SELECT minute FROM places_clock WHERE %s ORDER BY minute) FROM places_edition
"""
"""Plain SQL, for a 304 is made of nothing else: 0.15 ms less than the same by a queryset."""


class Until(Enum):
    """How long an answer holds: until the next release, change of data, day, or turn of a state."""

    RELEASE = "release"
    EDITION = "edition"
    DAY = "day"
    STATE = "state"


class Version(NamedTuple):
    """The edition, since when an answer is as it is, and when it may be otherwise by itself."""

    number: int
    edited_at: datetime
    since: datetime
    turns_at: datetime | None

    @property
    def changed_at(self) -> datetime:
        """When an answer of this version can have become what it is."""
        return max(self.edited_at, self.since, released_at())


def version_at(moment: datetime, until: Until) -> Version:
    """The version at a moment, in one statement; in none for what no data are in."""
    if until is Until.RELEASE:
        return Version(0, BEFORE_ALL, BEFORE_ALL, None)
    with reading().cursor() as cursor:
        cursor.execute(_EDITION, [until is Until.STATE])
        number, edited_at, minutes = cursor.fetchone() or (0, BEFORE_ALL, [])
    if until is Until.EDITION:
        return Version(number, edited_at, BEFORE_ALL, None)
    turns = last_turn(moment, minutes), next_turn(moment, minutes)
    return Version(number, edited_at, *turns)
