"""The options of the filter, read at most once per request and looked up by tag."""

from collections.abc import Iterable
from functools import cached_property

from places.models import Option


class Vocabulary:
    """Every word that a place can carry as a tag, with its label in the active language."""

    @cached_property
    def by_tag(self) -> dict[str, Option]:
        """All options, read in one statement when the first is asked for."""
        return {option.tag: option for option in Option.objects.all()}

    def __contains__(self, tag: str) -> bool:
        return tag in self.by_tag

    def __getitem__(self, tag: str) -> Option:
        return self.by_tag[tag]

    @cached_property
    def by_parameter(self) -> dict[str, list[Option]]:
        """The options of each query parameter, in their order."""
        groups: dict[str, list[Option]] = {}
        for option in self.by_tag.values():
            groups.setdefault(option.parameter, []).append(option)
        return groups

    def of(self, parameter: str) -> list[Option]:
        """The options of one query parameter, in their order."""
        return self.by_parameter.get(parameter, [])

    def above(self, option: Option) -> set[str]:
        """The tags of all that an option lies in: of a wijk its gebied and gemeente."""
        if not option.parent:
            return set()
        return {option.parent} | self.above(self[option.parent])

    def among(self, tags: Iterable[str], parameter: str) -> list[Option]:
        """Which options of a parameter these tags name, in the order of the vocabulary."""
        prefix = f"{parameter}:"
        named = (self.by_tag[tag] for tag in tags if tag.startswith(prefix))
        return sorted(named, key=lambda option: (option.position, option.dutch))
