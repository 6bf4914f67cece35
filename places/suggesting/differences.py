"""What a suggestion would change, against what is published now."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import translation

from places.exchange.columns import COLUMNS
from places.exchange.words import kept_words
from places.models import Place, Suggestion


@dataclass(frozen=True)
class Difference:
    """One column: as it was when it was proposed, as it is now, and as it is proposed."""

    key: str
    label: str
    seen: str
    now: str
    proposed: str
    unreadable: str
    """Why the proposed text cannot be taken over as it stands; empty when it can."""

    @property
    def is_overtaken(self) -> bool:
        """Somebody changed this after the visitor looked."""
        return self.now != self.seen

    @property
    def is_done(self) -> bool:
        """The entry says already what is proposed."""
        return self.now == self.proposed


def differences(suggestion: Suggestion) -> list[Difference]:
    """Every column that the suggestion is about, in the order of an entry."""
    with kept_words():
        return list(_differences(suggestion))


def text_now(place: Place | None, key: str) -> str:
    """What the entry says, in Dutch whatever the language of the page; nothing for no place."""
    if place is None:
        return ""
    with translation.override("nl"):
        return COLUMNS[key].text_of(place).strip()


def why_unreadable(key: str, text: str) -> str:
    """Why this text cannot stand in this column; empty when it can."""
    try:
        COLUMNS[key].read(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _differences(suggestion: Suggestion) -> Iterator[Difference]:
    for key, column in COLUMNS.items():
        if key in suggestion.proposed:
            proposed = str(suggestion.proposed[key])
            yield Difference(
                key=key,
                label=str(column.label),
                seen=str(suggestion.seen.get(key, "")),
                now=text_now(suggestion.place, key),
                proposed=proposed,
                unreadable=why_unreadable(key, proposed),
            )
