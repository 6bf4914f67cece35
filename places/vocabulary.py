"""The options of the filter, looked up by tag; a process keeps them for as long as they hold."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property

from django.utils.translation import get_language

from places.models import Edition, Option
from places.models.option import Word

_kept: dict[tuple[datetime, str | None], "Words"] = {}
"""By language the words as they last changed. Reading 3,900 of them takes 10 ms."""


class Words:
    """Every word that a place can carry as a tag, at one moment and in one language.

    What a word is called is settled once: a page of the directory says three hundred of them, and
    to ask for the active language each time took 0.6 ms.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self.by_tag: Mapping[str, Word] = {word.tag: word for word in words}
        self._by_parameter: dict[str, list[Word]] = {}
        self._within: dict[str, list[str]] = {}
        for word in self.by_tag.values():
            self._by_parameter.setdefault(word.parameter, []).append(word)
            self._within.setdefault(word.parent, []).append(word.tag)

    def of(self, parameter: str) -> list[Word]:
        """The options of one query parameter, in their order."""
        return self._by_parameter.get(parameter, [])

    def named(self, tags: Iterable[str]) -> dict[str, list[Word]]:
        """The options that these tags name, by parameter, in the order of the vocabulary.

        A place may be read a moment after the words; a word that came in between is left out.
        """
        by_tag, named = self.by_tag, dict[str, list[Word]]()
        for word in sorted([by_tag[tag] for tag in tags if tag in by_tag]):
            named.setdefault(word.parameter, []).append(word)
        return named

    def inside(self, tags: Iterable[str]) -> Iterator[str]:
        """The tags of all that lies in one of these: of a gemeente its gebieden and their wijken.

        Looked up from above: to ask each of 3,200 wijken what it lies in took 13 ms of a page.
        """
        for tag in tags:
            within = self._within.get(tag, [])
            yield from within
            yield from self.inside(within)

    def directly_in(self, tags: Iterable[str]) -> Iterator[str]:
        """The tags of what lies in one of these with nothing in between."""
        for tag in tags:
            yield from self._within.get(tag, [])


class Vocabulary:
    """Every word that a place can carry as a tag, with its label in the active language."""

    def __init__(self) -> None:
        self._read: dict[str | None, Words] = {}

    @cached_property
    def _changed_at(self) -> datetime | None:
        return Edition.objects.words_changed_at()

    @property
    def words(self) -> Words:
        """The words of now, from when the first is asked for, in the active language."""
        language = get_language()
        words = self._read.get(language)
        if words is None:
            words = self._read[language] = _kept_words(self._changed_at, language)
        return words

    @property
    def by_tag(self) -> Mapping[str, Word]:
        """All options, in their order."""
        return self.words.by_tag

    def __contains__(self, tag: str) -> bool:
        return tag in self.by_tag

    def __getitem__(self, tag: str) -> Word:
        return self.by_tag[tag]

    def of(self, parameter: str) -> list[Word]:
        """The options of one query parameter, in their order."""
        return self.words.of(parameter)

    def inside(self, tags: Iterable[str]) -> set[str]:
        """The tags of all that lies in one of these."""
        return set(self.words.inside(tags))

    def among(self, tags: Iterable[str], parameter: str) -> list[Word]:
        """Which options of a parameter these tags name, in the order of the vocabulary."""
        return self.words.named(tags).get(parameter, [])


def _kept_words(changed_at: datetime | None, language: str | None) -> Words:
    """As they were kept, or read anew; not kept from within a transaction that changes them."""
    if changed_at is None:
        return Words(Option.objects.in_words())
    words = _kept.get((changed_at, language))
    if words is None:
        for former in [one for one in list(_kept) if one[0] != changed_at]:
            _kept.pop(former, None)
        words = _kept[changed_at, language] = Words(Option.objects.in_words())
    return words
