"""What became of one row of a file, and what would become of it."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from places.exchange.column import Staged
from places.exchange.columns import Difference
from places.models import Place

SHOWN = 300
"""Longer texts are cut where a difference is shown."""


class Fate(models.TextChoices):
    """What a row does."""

    REFUSED = "geweigerd", _("geweigerd")
    NEW = "nieuw", _("nieuw")
    CHANGED = "gewijzigd", _("gewijzigd")
    SAME = "gelijk", _("gelijk")


@dataclass
class Outcome:
    """A row with its place as it would be; ``staged`` is what is to be written around it."""

    number: int
    name: str
    fate: Fate = Fate.SAME
    place: Place | None = None
    changes: list[Difference] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    staged: list[Staged] = field(default_factory=list)

    def refuse(self, *reasons: str) -> None:
        """Say why this row cannot be taken."""
        self.fate = Fate.REFUSED
        self.problems += reasons

    def old(self, change: Difference) -> str:
        """What stood there; with a new place nothing did."""
        return "" if self.fate is Fate.NEW else change.old

    def fingerprint(self) -> str:
        """The same as long as the row would do the same to the same."""
        said: list[Any] = [[c.column.name, self.old(c), c.new] for c in self.changes]
        told = json.dumps([self.fate.value, self.name, said, self.problems])
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def shown(self) -> dict[str, Any]:
        """As the page shows it, and as it is compared when the user confirms."""
        return {
            "number": self.number,
            "name": self.name,
            "fate": self.fate.value,
            "label": str(self.fate.label),
            "slug": self.place.slug if self.place else "",
            "key": self.place.pk if self.place and self.fate != Fate.NEW else None,
            "problems": self.problems,
            "changes": [
                {"label": c.column.label, "old": _cut(self.old(c)), "new": _cut(c.new)}
                for c in self.changes
            ],
            "fingerprint": self.fingerprint(),
        }


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
