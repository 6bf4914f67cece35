"""What a wijkteam or staff may know of a place before they call: never for anybody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from places.models import Place
from places.roles import places_to_refer

_TEXTS = ("contact", "intake_notes", "capacity")


@dataclass(frozen=True)
class Briefing:
    """How to refer somebody to one place; each text is empty where nobody wrote it down yet."""

    contact: str = ""
    intake_notes: str = ""
    capacity: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.contact or self.intake_notes or self.capacity)


def briefings(user: Any, places: Iterable[Place]) -> dict[int, Briefing]:
    """By key of the place, for those that this user may know it of; of all in one statement.

    Nothing is asked of the database for a visitor.
    """
    if not user.is_authenticated:
        return {}
    found = places_to_refer(user).with_keys([place.pk for place in places])
    rows = found.values_list("pk", *(f"referral__{text}" for text in _TEXTS))
    return {key: Briefing(*(text or "" for text in texts)) for key, *texts in rows}
