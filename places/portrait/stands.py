"""What a place shows of values, traits and dilemmas, said without judging."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from places.models import Place, PlaceDilemma, PlaceTrait, PlaceValue, Trait
from places.provenance import dated


@dataclass(frozen=True)
class TraitLine:
    """A trait, and what is known of it here."""

    name: str
    answer: str
    answer_text: str


@dataclass(frozen=True)
class ValueLine:
    """A value, and how this place shows it."""

    name: str
    url: str
    text: str
    text_language: str
    meaning: str
    source: str


@dataclass(frozen=True)
class DilemmaLine:
    """A dilemma, and where this place stands between its poles."""

    name: str
    url: str
    pole_a: str
    pole_b: str
    position: int | None
    position_words: str
    text: str
    text_language: str
    source: str


def trait_lines(place: Place) -> list[TraitLine]:
    """Every trait of the vocabulary; what nobody has asked is unknown."""
    words = {
        PlaceTrait.Answer.YES: _("ja"),
        PlaceTrait.Answer.NO: _("nee"),
        PlaceTrait.Answer.UNKNOWN: _("onbekend"),
    }
    traits = Trait.objects.answered_at(place)
    return [
        TraitLine(trait.label, trait.answer, words[PlaceTrait.Answer(trait.answer)])
        for trait in traits
    ]


def value_lines(shown: Iterable[PlaceValue]) -> list[ValueLine]:
    """The values that a place shows."""
    return [
        ValueLine(
            name=one.value.label,
            url=one.value.get_absolute_url(),
            text=one.spoken_words,
            text_language=language_of(one),
            meaning=one.value.means,
            source=dated(one.source, one.source_date),
        )
        for one in shown
    ]


def dilemma_lines(stands: Iterable[PlaceDilemma]) -> list[DilemmaLine]:
    """Where a place stands; words, and a position only where one was given."""
    return [
        DilemmaLine(
            name=one.dilemma.label,
            url=one.dilemma.get_absolute_url(),
            pole_a=one.dilemma.one_side,
            pole_b=one.dilemma.other_side,
            position=one.position,
            position_words=position_words(one),
            text=one.spoken_words,
            text_language=language_of(one),
            source=dated(one.source, one.source_date),
        )
        for one in stands
    ]


def position_words(stand: PlaceDilemma) -> str:
    """Where it stands, for those who do not see the line."""
    words = {
        1: _("helemaal “%(pole_a)s”"),
        2: _("dichter bij “%(pole_a)s”"),
        3: _("in het midden"),
        4: _("dichter bij “%(pole_b)s”"),
        5: _("helemaal “%(pole_b)s”"),
    }
    if stand.position is None:
        return "" if stand.spoken_words else _("Waar deze plek precies staat, weten we nog niet.")
    poles = {"pole_a": stand.dilemma.one_side, "pole_b": stand.dilemma.other_side}
    return words[stand.position] % poles


def language_of(row: PlaceValue | PlaceDilemma) -> str:
    """``nl`` when Dutch words stand on a page in another language, else empty."""
    translated = get_language() == "nl" or bool(row.words_en)
    return "" if translated else "nl"
