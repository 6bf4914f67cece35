"""What was chosen for a sheet: which places, in what order, and what the worker wrote."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from places.referral.asking import ReferralFilter

MOST = 5
"""Places that fit on two sides of A4, and in a head."""

LONGEST = 200
"""Characters of a line that the worker writes; a name or a number is shorter."""

LONGEST_NAME = 80

LOOKED_UP = 50
"""Addresses of places that are looked up at most; nobody chooses so many."""

PLACE, LINE, ASK, WORKER, PHONE = "plek", "regel-", "vraag-", "werker", "telefoon"
ORDER = "volgorde"
BUTTONS = ("omhoog", "omlaag", "weg")
CARRIED = frozenset((*ReferralFilter.base_filters, "meer"))
"""What travels along; in a form a field of any other name could take the place of its methods."""

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}", re.ASCII)


@dataclass(frozen=True)
class Typed:
    """What somebody typed: as it stands in the field, as it fits on paper, and what is wrong."""

    raw: str = ""
    most: int = LONGEST

    @property
    def fit(self) -> str:
        """On one line, without what cannot be printed, no longer than there is room for."""
        return _printable(self.raw)[: self.most].rstrip()

    @property
    def complaint(self) -> str:
        """Empty if all of it fits."""
        length = len(_printable(self.raw))
        if length <= self.most:
            return ""
        words = {"length": length, "most": self.most}
        return (
            _("Dit zijn %(length)d tekens; op het blad passen er %(most)d. Maak het korter.")
            % words
        )


@dataclass(frozen=True)
class Choice:
    """Slugs in order, each once; texts by slug; and the questions, which travel along."""

    slugs: tuple[str, ...] = ()
    lines: Mapping[str, Typed] = field(default_factory=dict)
    asks: Mapping[str, Typed] = field(default_factory=dict)
    worker: Typed = Typed()
    phone: Typed = Typed()
    moved: str = ""
    button: str = ""
    rest: tuple[tuple[str, str], ...] = ()

    def line(self, slug: str) -> Typed:
        """The worker's own line about a place."""
        return self.lines.get(slug, Typed())

    def ask(self, slug: str) -> Typed:
        """Whom the worker says to ask for."""
        return self.asks.get(slug, Typed(most=LONGEST_NAME))

    def texts_of_others(self, slugs: set[str]) -> Iterator[tuple[str, str]]:
        """Fields about places that are not among these: written once, and not to be lost."""
        for prefix, texts in ((LINE, self.lines), (ASK, self.asks)):
            for slug, typed in texts.items():
                if slug not in slugs and typed.raw:
                    yield prefix + slug, typed.raw


def public_choice(data: QueryDict) -> Choice:
    """What an address says: places and nothing else."""
    return Choice(_chosen(data))


def workers_choice(data: QueryDict) -> Choice:
    """What the form says, after the button that was pressed."""
    button = next((name for name in BUTTONS if data.get(name)), "")
    moved = data.get(button, "") if button else ""
    return Choice(
        slugs=_after(button, moved, _in_order(data)),
        lines=_texts(data, LINE, LONGEST),
        asks=_texts(data, ASK, LONGEST_NAME),
        worker=Typed(data.get(WORKER, ""), LONGEST_NAME),
        phone=Typed(data.get(PHONE, ""), LONGEST_NAME),
        moved=moved,
        button=button,
        rest=tuple(_rest(data)),
    )


def _in_order(data: QueryDict) -> tuple[str, ...]:
    """As they stood on the sheet before; what was chosen since comes last."""
    chosen = _chosen(data)
    stood = set(chosen).intersection(data.getlist(ORDER))
    before = (slug for slug in data.getlist(ORDER) if slug in stood)
    return tuple(dict.fromkeys([*before, *chosen]))


def _chosen(data: QueryDict) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in data.getlist(PLACE) if SLUG.fullmatch(one)))


def _after(button: str, moved: str, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """The order after one place went up or down, or away."""
    if moved not in slugs:
        return slugs
    at = slugs.index(moved)
    others = [*slugs[:at], *slugs[at + 1 :]]
    if button != "weg":
        others.insert(max(0, at - 1) if button == "omhoog" else at + 1, moved)
    return tuple(others)


def _texts(data: QueryDict, prefix: str, most: int) -> dict[str, Typed]:
    return {
        name.removeprefix(prefix): Typed(data.get(name, ""), most)
        for name in data
        if name.startswith(prefix) and SLUG.fullmatch(name.removeprefix(prefix))
    }


def _rest(data: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in data.lists():
        if name in CARRIED:
            yield from ((name, value) for value in values)


def _printable(text: str) -> str:
    """White space as one space; no control characters and no halves of letters."""
    whole = "".join(one for one in text if one.isspace() or unicodedata.category(one)[0] != "C")
    return " ".join(whole.split())
