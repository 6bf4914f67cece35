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

    def of(self, parameter: str) -> list[Option]:
        """The options of one query parameter, in their order."""
        return [option for option in self.by_tag.values() if option.parameter == parameter]

    def among(self, tags: Iterable[str], parameter: str) -> list[Option]:
        """Which options of a parameter these tags name, in the order of the vocabulary."""
        carried = set(tags)
        return [option for option in self.of(parameter) if option.tag in carried]
