"""Values and dilemmas as pages say them, and the places that speak about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from places.cards import Card
from places.counts import count_text
from places.models import Dilemma, PlaceDilemma, PlaceValue, Value
from places.portrait.stands import language_of, position_words
from places.provenance import dated
from places.selection import Survey, select, tag_url


@dataclass(frozen=True)
class ValueSummary:
    """A value in the list of values."""

    name: str
    url: str
    meaning: str
    count: str


@dataclass(frozen=True)
class DilemmaSummary:
    """A dilemma in the list of dilemmas."""

    name: str
    url: str
    pole_a: str
    pole_b: str
    count: str


@dataclass(frozen=True)
class Side:
    """One pole of a dilemma, and how many places stand near it."""

    name: str
    text: str
    number: int
    count: str
    url: str


@dataclass(frozen=True)
class Shown:
    """A place that shows a value or stands somewhere in a dilemma, in its own words."""

    card: Card
    text: str
    text_language: str
    source: str
    position_words: str


def value_summaries(now: datetime) -> list[ValueSummary]:
    """All values, each with how many places show it."""
    survey = Survey(now)
    return [
        ValueSummary(one.label, one.get_absolute_url(), one.means, survey.count(one.tag))
        for one in Value.objects.all()
    ]


def dilemma_summaries(now: datetime) -> list[DilemmaSummary]:
    """All dilemmas, each with how many places speak about it."""
    survey = Survey(now)
    return [
        DilemmaSummary(
            one.label, one.get_absolute_url(), one.one_side, one.other_side, survey.count(one.tag)
        )
        for one in Dilemma.objects.all()
    ]


def sides(dilemma: Dilemma, now: datetime) -> list[Side]:
    """Both poles, the one as honourable as the other."""
    tally = Survey(now).tally
    poles = (
        (f"{dilemma.tag}:a", dilemma.one_side, dilemma.one_side_text),
        (f"{dilemma.tag}:b", dilemma.other_side, dilemma.other_side_text),
    )
    return [
        Side(name, text, tally.of(tag), count_text(tally.of(tag)), tag_url(tag))
        for tag, name, text in poles
    ]


def places_showing(value: Value, now: datetime) -> list[Shown]:
    """The first page of places that show a value."""
    cards = select(value.tag, now).cards
    rows = PlaceValue.objects.of_places(value, [card.place for card in cards])
    return _shown(cards, rows)


def places_standing(dilemma: Dilemma, now: datetime) -> list[Shown]:
    """The first page of places that speak about a dilemma."""
    cards = select(dilemma.tag, now).cards
    rows = PlaceDilemma.objects.of_places(dilemma, [card.place for card in cards])
    return _shown(cards, rows)


def _shown(cards: list[Card], rows: Iterable[PlaceValue | PlaceDilemma]) -> list[Shown]:
    by_place: Mapping[int, PlaceValue | PlaceDilemma] = {row.place_id: row for row in rows}
    return [_one_shown(card, by_place[card.place.pk]) for card in cards]


def _one_shown(card: Card, row: PlaceValue | PlaceDilemma) -> Shown:
    return Shown(
        card=card,
        text=row.spoken_words,
        text_language=language_of(row.words_en),
        source=dated(row.source, row.source_date),
        position_words=_position_words(row) if isinstance(row, PlaceDilemma) else "",
    )


def _position_words(row: PlaceDilemma) -> str:
    poles = row.dilemma.one_side, row.dilemma.other_side
    return position_words(row.position, row.spoken_words, *poles)
