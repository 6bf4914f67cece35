"""The areas from which a team may set out: all, or of a whole country those near the chosen one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy

from places.choices import Choice
from places.facets import CHOOSE_FIRST, MANY
from places.models.option import Word
from places.vocabulary import Vocabulary

LEVELS = {
    "gemeente": gettext_lazy("Gemeente"),
    "gebied": gettext_lazy("Gebieden"),
    "wijk": gettext_lazy("Wijken"),
}
"""The largest first: of a name that two levels have, the largest is meant."""

NARROWED = ("gebied", "wijk")


@dataclass(frozen=True)
class Level:
    """Areas of one level to choose from."""

    label: str
    options: list[Choice]


class Starts:
    """Of more than ``MANY`` gebieden or wijken nobody reads a list: then a gemeente comes first,
    and after that what lies in it and beside it. With all 8,800 of a country the page was 714 kB
    and took 27 ms more.
    """

    def __init__(self, vocabulary: Vocabulary, chosen: str) -> None:
        self._words, self._chosen = vocabulary.words, chosen
        self._narrowed = [name for name in NARROWED if len(self._words.of(name)) > MANY]
        self._line = list(self._upwards())

    @property
    def levels(self) -> list[Level]:
        """Gebieden and wijken; where those are too many also gemeenten."""
        levels, larger = list[Level](), list[str]()
        for name in LEVELS if self._narrowed else list(LEVELS)[1:]:
            offered = [one for one in self._offered(name) if not self._is_one_of(larger, one.value)]
            options = [Choice(one.value, one.name, one.value == self._chosen) for one in offered]
            levels += [Level(str(LEVELS[name]), options)] if options else []
            larger.append(name)
        return levels

    @property
    def hint(self) -> str:
        """What to choose first; empty if it was chosen, or if everything is offered."""
        return str(CHOOSE_FIRST["wijk"]) if self._narrowed and not self._line else ""

    def _is_one_of(self, levels: list[str], slug: str) -> bool:
        return any(f"{level}:{slug}" in self._words.by_tag for level in levels)

    def _offered(self, name: str) -> list[Word]:
        if name not in self._narrowed:
            return self._words.of(name)
        return sorted(one for one in self._near if one.parameter == name)

    @cached_property
    def _near(self) -> set[Word]:
        """What lies beside the chosen area or those around it, or anywhere in it."""
        tags = {*self._words.directly_in(self._line), *self._words.inside(self._line[:1])}
        return {self._words.by_tag[tag] for tag in tags}

    def _upwards(self) -> Iterator[str]:
        """The tags of the chosen area and of all that it lies in."""
        named = (f"{name}:{self._chosen}" for name in LEVELS)
        tag = next((tag for tag in named if tag in self._words.by_tag), "")
        while tag:
            yield tag
            tag = self._words.by_tag[tag].parent
