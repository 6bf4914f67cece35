"""Which column each heading of a file means."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from places.exchange.column import Column
from places.exchange.columns import COLUMNS
from places.exchange.rights import columns_to_import


@dataclass
class Headings:
    """The columns of a file by their position; ``unknown`` headings mean nothing to us."""

    columns: dict[int, Column]
    unknown: list[str]
    width: int


def understood(headings: list[str], user: Any, *, ignore_unknown: bool) -> Headings:
    """The headings as columns. Raises ValidationError with everything that is wrong with them."""
    known = _by_heading()
    found = [known.get(heading.casefold()) for heading in headings]
    unknown = [h for h, column in zip(headings, found, strict=True) if h and column is None]
    columns = {at: column for at, column in enumerate(found) if column is not None}
    problems = [*_doubles(columns), *_forbidden(columns, user)]
    if unknown and not ignore_unknown:
        problems.append(
            _("Deze kolommen kennen we niet: %s. Verander de kop, of kies dat we ze overslaan.")
            % _quoted(unknown)
        )
    if problems or not columns:
        raise ValidationError(problems or [_("Geen enkele kop is een kolom die wij kennen.")])
    _identifying({column.name for column in columns.values()})
    return Headings(columns, unknown, len(headings))


def dutch_heading(column: Column) -> str:
    """The heading in a file, whatever the language of the page."""
    with translation.override("nl"):
        return column.label


def _by_heading() -> dict[str, Column]:
    """By Dutch heading, by the heading in the active language, by English name."""
    known: dict[str, Column] = {}
    for column in COLUMNS.values():
        for heading in (column.name, column.label, dutch_heading(column)):
            known[heading.casefold()] = column
    return known


def _doubles(columns: dict[int, Column]) -> list[str]:
    times = Counter(column.label for column in columns.values())
    doubles = [label for label, count in times.items() if count > 1]
    return [_("Deze kolommen staan er vaker dan één keer: %s.") % _quoted(doubles)] * bool(doubles)


def _forbidden(columns: dict[int, Column], user: Any) -> list[str]:
    allowed = columns_to_import(user)
    no = [column.label for column in columns.values() if column not in allowed]
    return [_("Deze kolommen mag je niet invoeren: %s.") % _quoted(no)] * bool(no)


def _identifying(names: set[str]) -> None:
    if "uuid" in names or {"name", "postcode"} <= names:
        return
    raise ValidationError(
        _("Zonder de kolom UUID zijn de kolommen Naam en Postcode nodig om een plek te herkennen.")
    )


def _quoted(words: list[str]) -> str:
    return ", ".join(f"‘{word[:60]}’" for word in words)
