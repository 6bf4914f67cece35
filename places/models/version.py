"""What a public answer is a function of at one moment, besides its address: see validators.py."""

from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from django.db import InterfaceError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from places.models.edition import BEFORE_ALL, WORDS_CHANGED_AT
from places.models.reading import reading
from places.release import released_at
from places.schedule import last_turn, next_turn

_EDITION = "SELECT number, changed_at{more} FROM places_edition"
EDITION = _EDITION.format(more="")
"""Plain SQL, for a repeat is made of nothing else: 0.06 ms, where a queryset takes 0.23."""

_MINUTES = "ARRAY(SELECT minute FROM places_clock ORDER BY minute)"
"""As long again as the rest, so only asked where it is needed."""

_NO_MINUTES = "'{}'::smallint[]"

_SLUGS = """
WITH changed AS (SELECT uuid, slug FROM places_publication WHERE number > %(number)s)
SELECT slug FROM changed
UNION SELECT former.slug FROM changed JOIN places_place AS place USING (uuid)
  JOIN places_formerslug AS former ON former.place_id = place.id
LIMIT %(most)s
"""


class Until(Enum):
    """How long an answer holds: until the next release, change of data, day, or turn of a state."""

    RELEASE = "release"
    EDITION = "edition"
    DAY = "day"
    STATE = "state"


class Version(NamedTuple):
    """The edition, since when an answer is as it is, and when it may be otherwise by itself.

    ``words_changed_at`` is as ``Edition.objects.words_changed_at()`` says it.
    """

    number: int
    edited_at: datetime
    since: datetime
    turns_at: datetime | None
    words_changed_at: datetime | None

    @property
    def changed_at(self) -> datetime:
        """When an answer of this version can have become what it is."""
        return max(self.edited_at, self.since, released_at())

    def lasts(self, moment: datetime) -> bool:
        """Whether it is the version of a moment too, as long as the edition is the same.

        The minutes of the clock change with the edition alone, so the next turn is known already.
        """
        turned = self.turns_at is not None and self.turns_at <= moment
        return self.since <= moment and not turned


def version_at(moment: datetime, until: Until) -> Version:
    """The version at a moment, in one statement; in none for what no data are in."""
    if until is Until.RELEASE:
        return Version(0, BEFORE_ALL, BEFORE_ALL, None, None)
    # Outside of a transaction nobody has changed words unseen; asking takes half the time.
    words = WORDS_CHANGED_AT if reading().in_atomic_block else "words_changed_at"
    more = f", {words}, {_MINUTES if until is Until.STATE else _NO_MINUTES}"
    number, edited_at, words_changed_at, minutes = _asked(more) or (0, BEFORE_ALL, None, [])
    if until is Until.EDITION:
        return Version(number, edited_at, BEFORE_ALL, None, words_changed_at)
    turns = last_turn(moment, minutes), next_turn(moment, minutes)
    return Version(number, edited_at, *turns, words_changed_at)


def slugs_changed_after(number: int, most: int) -> list[str]:
    """Of places that changed in later editions, the slugs that they have and once had."""
    with reading().cursor() as cursor:
        cursor.execute(_SLUGS, {"number": number, "most": most})
        return [slug for (slug,) in cursor.fetchall()]


def _asked(more: str) -> tuple[Any, ...] | None:
    """The first statement of a request: asked again over a new connection where that one broke.

    Django would ask something else first, to see whether it did.
    """
    database = reading()
    if database.in_atomic_block:
        return _fetched(database, more)
    database.health_check_done = True  # type: ignore[attr-defined]  # not in the stubs
    try:
        return _fetched(database, more)
    except (OperationalError, InterfaceError):
        database.close()
        return _fetched(database, more)


def _fetched(database: BaseDatabaseWrapper, more: str) -> tuple[Any, ...] | None:
    with database.cursor() as cursor:
        cursor.execute(_EDITION.format(more=more))
        found: tuple[Any, ...] | None = cursor.fetchone()
    return found
