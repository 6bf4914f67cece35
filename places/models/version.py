"""What a public answer is a function of at one moment, besides its address: see validators.py."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from places.models.edition import BEFORE_ALL, moment_of, words_said
from places.models.reading import Along, read_along, reading
from places.release import released_at
from places.schedule import last_turn, next_turn

EDITION = "SELECT number, changed_at FROM places_edition"
"""Plain SQL, for a repeat is made of nothing else: 0.06 ms, where a queryset takes 0.23."""

_VERSION, _WITH_MINUTES = "places_version(false)", "places_version(true)"

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


class Awaited:
    """The version of an answer that is being made at a moment, and of no data in no statement."""

    def __init__(self, moment: datetime, until: Until) -> None:
        self.moment, self.until = moment, until

    @cached_property
    def version(self) -> Version:
        """As it came along with what was read first, or else was before that."""
        if self.until is Until.RELEASE:
            return Version(0, BEFORE_ALL, BEFORE_ALL, None, None)
        if not (said := self._along.value()):
            return self._version(0, BEFORE_ALL, None, [])
        number, edited, words, *minutes = said
        return self._version(
            number, moment_of(edited), moment_of(words) if words else None, minutes
        )

    @contextmanager
    def while_made(self) -> Iterator[None]:
        """For as long as the answer is made: what it is made of is no older than the version."""
        if self.until is Until.RELEASE:
            yield
        else:
            with read_along(self._along), words_said(self._words):
                yield

    @cached_property
    def _along(self) -> Along:
        return Along(_WITH_MINUTES if self.until is Until.STATE else _VERSION)

    def _version(
        self, number: int, edited_at: datetime, words: datetime | None, minutes: list[int]
    ) -> Version:
        if self.until is Until.EDITION:
            return Version(number, edited_at, BEFORE_ALL, None, words)
        turns = last_turn(self.moment, minutes), next_turn(self.moment, minutes)
        return Version(number, edited_at, *turns, words)

    def _words(self) -> tuple[str, datetime | None]:
        changed_at = self.version.words_changed_at
        return self._along.alias, changed_at


def version_at(moment: datetime, until: Until) -> Version:
    """The version at a moment, in one statement; in none for what no data are in."""
    return Awaited(moment, until).version


def slugs_changed_after(number: int, most: int) -> list[str]:
    """Of places that changed in later editions, the slugs that they have and once had."""
    with reading().cursor() as cursor:
        cursor.execute(_SLUGS, {"number": number, "most": most})
        return [slug for (slug,) in cursor.fetchall()]
