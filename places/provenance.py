"""Where facts come from, with dates no more precise than they are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from places.days import day_in_words


@dataclass(frozen=True)
class SourceLine:
    """A source, and when it was read or appeared."""

    title: str
    when: str


def source_lines(pairs: Iterable[tuple[str, str]]) -> list[SourceLine]:
    """One line per title and date, in order, each once."""
    return [
        SourceLine(title, source_date(as_of) or _("datum onbekend"))
        for title, as_of in dict.fromkeys(pairs)
        if title
    ]


def source_date(as_of: str) -> str:
    """``2025-11`` as ``november 2025``; empty stays empty."""
    parts = [int(part) for part in as_of.split("-") if part]
    match parts:
        case [year, month, day]:
            return day_in_words(date(year, month, day))
        case [year, month]:
            return day_in_words(date(year, month, 1), "F Y")
        case _:
            return as_of


def dated(source: str, as_of: str) -> str:
    """A source with its date behind it, when there is one."""
    when = source_date(as_of)
    return f"{source}, {when}" if when else source
