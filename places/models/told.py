"""What rows beside it say of one place, for its own page: all of it from one statement.

Eight statements that the ORM composed anew for each page took 9 of its 20 ms; this takes less than
one. ``tests/test_portrayed.py`` holds it to what the ORM would say.
"""

import json
from dataclasses import dataclass
from uuid import UUID

from places.bilingual import Bilingual
from places.models.photo import Photo
from places.models.reading import reading

Dated = tuple[str, str]
"""A source with its date."""


@dataclass(frozen=True)
class ToldTrait:
    """A trait of the vocabulary, with what is known of it here."""

    name: str
    name_en: str
    answer: str

    label = Bilingual("name")


@dataclass(frozen=True)
class ToldValue:
    """A value, and how the place shows it."""

    slug: str
    name: str
    name_en: str
    meaning: str
    meaning_en: str
    words: str
    words_en: str
    source: str
    source_date: str

    label = Bilingual("name")
    means = Bilingual("meaning")
    spoken_words = Bilingual("words")


@dataclass(frozen=True)
class ToldDilemma:
    """A dilemma, and where the place stands."""

    slug: str
    name: str
    name_en: str
    pole_a: str
    pole_a_en: str
    pole_b: str
    pole_b_en: str
    position: int | None
    words: str
    words_en: str
    source: str
    source_date: str

    label = Bilingual("name")
    one_side = Bilingual("pole_a")
    other_side = Bilingual("pole_b")
    spoken_words = Bilingual("words")


@dataclass(frozen=True)
class ToldQuote:
    """The place in its own words."""

    text: str
    said_by: str
    source: str
    source_date: str


@dataclass(frozen=True)
class Told:
    """Everything in the order in which a page shows it.

    Photos are without their consent and who added them, which stay inside.
    """

    traits: list[ToldTrait]
    values: list[ToldValue]
    dilemmas: list[ToldDilemma]
    quotes: list[ToldQuote]
    photos: list[Photo]
    sources: list[Dated]
    hours_sources: list[Dated]


def told_of(key: int) -> Told:
    """What is told of the place with this key."""
    with reading().cursor() as cursor:
        cursor.execute("SELECT places_told(%s)", [key])
        return told(cursor.fetchone()[0])


def told(document: str) -> Told:
    """What ``places_told`` says in ``places/sql/pages.sql``."""
    parts = json.loads(document)
    traits, values, dilemmas, quotes, photos, sources, hours = (part or [] for part in parts)
    return Told(
        traits=[ToldTrait(**row) for row in traits],
        values=[ToldValue(**row) for row in values],
        dilemmas=[ToldDilemma(**row) for row in dilemmas],
        quotes=[ToldQuote(**row) for row in quotes],
        photos=[Photo(**row | {"key": UUID(row["key"])}) for row in photos],
        sources=[(title, as_of) for title, as_of in sources],
        hours_sources=[(title, as_of) for title, as_of in hours],
    )
