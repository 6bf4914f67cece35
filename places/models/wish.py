"""Something that a visitor asks of a place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Expression, Q

from places.models.condition import Condition, Kept
from places.models.squares import Extent


@dataclass(frozen=True)
class Doubt:
    """How sure it is that places meet a condition: SQL for rows of a key and a number, 1 for sure.

    Places without a row do not meet it. ``{among}`` stands where keys of places may be given, so
    that only they are looked at, or NULL. ``told`` is what the place itself tells: the same number,
    0 where it does not meet the condition, and null where only the rows can say.
    """

    rows: str
    values: tuple[Any, ...]
    told: Expression


@dataclass(frozen=True)
class Wish:
    """Something that the visitor asks of a place.

    ``instead``: another choice of this parameter would come in the place of this one (any of them,
    or one of them), so that its own options are counted as if this wish were not there.
    ``perhaps``: the condition holds, or nobody knows whether it does; None where what is not known
    to hold does not. ``doubt`` says both at once, and is asked in the place of ``perhaps``.
    ``kept``: who meets it, where that was kept. ``tags``: it asks for any of these and nothing
    else; ``extent``: for a part of the map that lies within; ``common``: for words that many places
    have (``places.models.squares``).
    """

    parameter: str
    key: str
    condition: Condition = field(compare=False)
    instead: bool = False
    perhaps: Q | None = field(default=None, compare=False)
    doubt: Doubt | None = field(default=None, compare=False)
    kept: Kept | None = field(default=None, compare=False)
    tags: Sequence[str] = field(default=(), compare=False)
    extent: Callable[[], Extent] | None = field(default=None, compare=False)
    common: bool = field(default=False, compare=False)

    @property
    def not_ruled_out(self) -> Q:
        """What a place must be to be left after all that is known."""
        return Q(self.condition) if self.perhaps is None else self.perhaps
