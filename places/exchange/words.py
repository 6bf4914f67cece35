"""The words that a file may use for what the database knows: terms, organisations, areas."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from places.models import Area

SHOWN = 20
"""More words than this are not summed up when one is not known."""


class Lexicon:
    """The rows of one model, each with the words that mean it; the first that is clear is said."""

    def __init__(self, model: type[Model]) -> None:
        self.title = str(model._meta.verbose_name)
        rows: Any = model._default_manager.all()
        if model is Area:
            rows = Area.objects.with_family()
        self._words: dict[Any, list[str]] = {row: _words_of(row) for row in rows}
        times = Counter(key for words in self._words.values() for key in _keys(words))
        self._by_word = {
            key: row
            for row, words in self._words.items()
            for key in _keys(words)
            if times[key] == 1
        }
        self._unclear = {key for key, count in times.items() if count > 1}

    def word(self, row: Any) -> str:
        """The shortest word that means this row and no other."""
        words = self._words.get(row) or _words_of(row)
        return next((w for w in words if w.casefold() not in self._unclear), words[-1])

    def find(self, word: str) -> Any:
        """The row that is meant. Raises ValidationError, naming the words that are known."""
        key = " ".join(word.split()).casefold()
        if key in self._by_word:
            return self._by_word[key]
        facts = {"title": self.title, "word": word, "known": ", ".join(self._known(key))}
        if key in self._unclear:
            raise ValidationError(
                _("%(title)s ‘%(word)s’ is er vaker; kies uit: %(known)s.") % facts
            )
        if not facts["known"]:
            raise ValidationError(_("%(title)s ‘%(word)s’ is niet bekend.") % facts)
        raise ValidationError(_("%(title)s ‘%(word)s’ is niet bekend; wel: %(known)s.") % facts)

    def sorted(self, rows: Any) -> list[Any]:
        """These rows in the order of the vocabulary."""
        order = {row: number for number, row in enumerate(self._words)}
        return sorted(rows, key=lambda row: order.get(row, len(order)))

    def few(self) -> str:
        """All words, unless they are too many to sum up."""
        return ", ".join(self.word(row) for row in self._words) if len(self._words) <= SHOWN else ""

    def _known(self, key: str) -> list[str]:
        meant = [row for row, words in self._words.items() if key in _keys(words)]
        known = [self.word(row) for row in meant or self._words]
        return known if len(known) <= SHOWN else []


_kept: ContextVar[dict[type[Model], Lexicon] | None] = ContextVar("words", default=None)


@contextmanager
def kept_words() -> Iterator[None]:
    """Within, every vocabulary is read once; else for every cell anew."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def lexicon(model: type[Model]) -> Lexicon:
    """The words of a model."""
    kept = _kept.get()
    if kept is None:
        return Lexicon(model)
    if model not in kept:
        kept[model] = Lexicon(model)
    return kept[model]


def _words_of(row: Any) -> list[str]:
    if not isinstance(row, Area):
        return [row.name, row.slug]
    above = [area.name for area in row.above()]
    places = [", ".join([row.get_level_display(), *above[start:]]) for start in (-1, 0)]
    exact = [f"{row.name} ({where})" for where in places]
    return [row.name, f"{row.name} ({row.get_level_display()})", *exact, row.code]


def _keys(words: list[str]) -> set[str]:
    return {word.casefold() for word in words}
