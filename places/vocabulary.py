"""The options of the filter, looked up by tag; a process keeps them for as long as they hold."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from places.models import Edition, Option

_kept: dict[datetime, "Words"] = {}
"""At most one entry: the words as they last changed. Reading 3,900 of them takes 10 ms."""


class Words:
    """Every word that a place can carry as a tag, at one moment."""

    def __init__(self, options: Iterable[Option]) -> None:
        self.by_tag: Mapping[str, Option] = {option.tag: option for option in options}
        groups: dict[str, list[Option]] = {}
        for option in self.by_tag.values():
            groups.setdefault(option.parameter, []).append(option)
        self.by_parameter: Mapping[str, list[Option]] = groups
        self.rank = {tag: number for number, tag in enumerate(self.by_tag)}


class Vocabulary:
    """Every word that a place can carry as a tag, with its label in the active language."""

    @cached_property
    def _words(self) -> Words:
        """The words of now, from when the first is asked for."""
        changed_at = Edition.objects.words_changed_at()
        words = _kept.get(changed_at) if changed_at else None
        if words is None:
            words = Words(Option.objects.all())
            _keep(words, changed_at)
        return words

    @property
    def by_tag(self) -> Mapping[str, Option]:
        """All options, in their order."""
        return self._words.by_tag

    def __contains__(self, tag: str) -> bool:
        return tag in self.by_tag

    def __getitem__(self, tag: str) -> Option:
        return self.by_tag[tag]

    def of(self, parameter: str) -> list[Option]:
        """The options of one query parameter, in their order."""
        return self._words.by_parameter.get(parameter, [])

    def above(self, option: Option) -> set[str]:
        """The tags of all that an option lies in: of a wijk its gebied and gemeente."""
        if not option.parent:
            return set()
        return {option.parent} | self.above(self[option.parent])

    def among(self, tags: Iterable[str], parameter: str) -> list[Option]:
        """Which options of a parameter these tags name, in the order of the vocabulary."""
        prefix, rank = f"{parameter}:", self._words.rank
        named = (tag for tag in tags if tag.startswith(prefix))
        return [self.by_tag[tag] for tag in sorted(named, key=rank.__getitem__)]


def _keep(words: Words, changed_at: datetime | None) -> None:
    """In the place of what was kept; not from within a transaction that changes them."""
    if changed_at:
        _kept.clear()
        _kept[changed_at] = words
