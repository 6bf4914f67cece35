"""What a place shows of values, traits and dilemmas, said without judging."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huiskamers.fixed_urls import slug_url
from places.models import PlaceTrait
from places.models.told import ToldDilemma, ToldTrait, ToldValue
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


def trait_lines(traits: Iterable[ToldTrait]) -> list[TraitLine]:
    """Every trait of the vocabulary; what nobody has asked is unknown."""
    words = {
        PlaceTrait.Answer.YES: _("ja"),
        PlaceTrait.Answer.NO: _("nee"),
        PlaceTrait.Answer.UNKNOWN: _("onbekend"),
    }
    return [
        TraitLine(trait.label, trait.answer, words[PlaceTrait.Answer(trait.answer)])
        for trait in traits
    ]


def value_lines(shown: Iterable[ToldValue]) -> list[ValueLine]:
    """The values that a place shows."""
    return [
        ValueLine(
            name=one.label,
            url=slug_url("value", one.slug),
            text=one.spoken_words,
            text_language=language_of(one.words_en),
            meaning=one.means,
            source=dated(one.source, one.source_date),
        )
        for one in shown
    ]


def dilemma_lines(stands: Iterable[ToldDilemma]) -> list[DilemmaLine]:
    """Where a place stands; words, and a position only where one was given."""
    return [
        DilemmaLine(
            name=one.label,
            url=slug_url("dilemma", one.slug),
            pole_a=one.one_side,
            pole_b=one.other_side,
            position=one.position,
            position_words=position_words(
                one.position, one.spoken_words, one.one_side, one.other_side
            ),
            text=one.spoken_words,
            text_language=language_of(one.words_en),
            source=dated(one.source, one.source_date),
        )
        for one in stands
    ]


def position_words(position: int | None, words: str, one_side: str, other_side: str) -> str:
    """Where it stands, for those who do not see the line; nothing where only words tell it."""
    said = {
        1: _("helemaal “%(pole_a)s”"),
        2: _("dichter bij “%(pole_a)s”"),
        3: _("in het midden"),
        4: _("dichter bij “%(pole_b)s”"),
        5: _("helemaal “%(pole_b)s”"),
    }
    if position is None:
        return "" if words else _("Waar deze plek precies staat, weten we nog niet.")
    return said[position] % {"pole_a": one_side, "pole_b": other_side}


def language_of(words_en: str) -> str:
    """``nl`` when Dutch words stand on a page in another language, else empty."""
    return "" if get_language() == "nl" or words_en else "nl"
