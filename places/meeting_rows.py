"""Rows of two places that become one: which are the same, and which cannot stand together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from places.history.versions import CONFIDENTIAL, Model, columns

NOT_COMPARED = {"id", "place", "position", "source", "source_date", "as_of"}


@dataclass
class MeetingRows:
    """The rows of one model around the place that is kept and around the one that goes."""

    model: Model
    kept: list[Any]
    gone: list[Any]

    @property
    def differ(self) -> bool:
        """Whether the one that goes says anything that the other does not."""
        return any(not self._has_twin(row) for row in self.gone)

    def clashes(self) -> Iterator[tuple[Any, Any]]:
        """Pairs of which only one can stay: the row that is kept, and the one that is not."""
        for row in self.gone:
            if not self._has_twin(row):
                yield from ((mine, row) for mine in self.kept if self._clash(mine, row))

    def welcome(self) -> list[Any]:
        """The rows that can simply join those that are kept."""
        clashing = [other for _mine, other in self.clashes()]
        return [row for row in self.gone if not self._has_twin(row) and row not in clashing]

    def _has_twin(self, row: Any) -> bool:
        return any(self._says(mine) == self._says(row) for mine in self.kept)

    def _says(self, row: Any) -> list[Any]:
        compared = (one for one in columns(self.model) if one.name not in NOT_COMPARED)
        return [getattr(row, one.attname) for one in compared]

    def _clash(self, mine: Any, other: Any) -> bool:
        if hasattr(mine, "clashes_with"):
            return bool(mine.clashes_with(other))
        return self.model in CONFIDENTIAL or any(
            all(getattr(mine, name) == getattr(other, name) for name in names if name != "place")
            for names in _unique(self.model)
        )


def _unique(model: Model) -> list[tuple[str, ...]]:
    return [
        tuple(one.fields)
        for one in model._meta.constraints
        if isinstance(one, models.UniqueConstraint)
    ]
