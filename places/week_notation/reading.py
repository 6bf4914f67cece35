"""Text as rows, in whatever way people write it; what is not sure is refused, line by line."""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.clashes import refuse_clashes
from places.importing.report import complaints
from places.models.hours import OpeningHours, SpecialDay

from .clock import DATE, read_clock, read_date, read_dates, read_days, without_dashes
from .parts import KEYS, REASON_KEYS, keyed, lines, parts, plain

HOURS_EXAMPLE = "ma-vr 09:00-17:00 | koffie en krant | kosten: gratis"
SPECIAL_DAY_EXAMPLE = "2026-12-24 t/m 2027-01-03 dicht | kerstvakantie"

_VALIDITY = re.compile(
    rf"(?:vanaf\s+(?P<valid_from>{DATE}))?\s*(?:(?:tot en met|t/m)\s+(?P<valid_until>{DATE}))?",
    re.IGNORECASE,
)

MOST_ROWS = 300
"""Far more than any place has; every two of them are held against each other."""

Row = TypeVar("Row", OpeningHours, SpecialDay)


def read_hours(text: str) -> list[OpeningHours]:
    """The weekly rows of a text, unsaved and without a place; ``ma-vr`` gives five.

    Raises a ValidationError with a message for every line that cannot be read or is impossible,
    and one that names both rows when two of them clash.
    """
    return _read(text, _hours_of_line, HOURS_EXAMPLE)


def read_special_days(text: str) -> list[SpecialDay]:
    """The special days of a text, in the same way: ``2026-12-25 dicht | Kerst``."""
    return _read(text, _special_days_of_line, SPECIAL_DAY_EXAMPLE)


def validity(part: str) -> dict[str, str]:
    """The dates of ``vanaf 2026-01-01`` and ``tot en met 2026-06-30``, as text."""
    found = _VALIDITY.fullmatch(part.strip())
    return {key: text for key, text in found.groupdict().items() if text} if found else {}


def _read(text: str, rows_of_line: Callable[[str], list[Row]], example: str) -> list[Row]:
    rows: list[Row] = []
    problems: list[ValidationError] = []
    for number, line in enumerate(lines(text), 1):
        try:
            rows += _complete(rows_of_line(line))
        except ValidationError as error:
            problems.append(_problem(number, line, error, example))
        if len(rows) > MOST_ROWS:
            problems = [ValidationError(_("Dit zijn te veel tijden om te lezen."))]
            break
    if problems:
        raise ValidationError(problems)
    refuse_clashes(rows)
    return rows


def _hours_of_line(line: str) -> list[OpeningHours]:
    head, *rest = parts(line) or [""]
    days, clock = read_days(without_dashes(head))
    texts = _texts(rest, KEYS, "note")
    return [
        OpeningHours(weekday=day, opens=hours.opens, closes=hours.closes, mode=hours.mode, **texts)
        for hours in read_clock(clock)
        for day in days
    ]


def _special_days_of_line(line: str) -> list[SpecialDay]:
    head, *rest = parts(line) or [""]
    first, last, clock = read_dates(without_dashes(head))
    texts = _texts(rest, REASON_KEYS, "reason")
    if clock.strip(" :") in ("dicht", "gesloten"):
        return [SpecialDay(first_day=first, last_day=last, **texts)]
    return [
        SpecialDay(
            first_day=first,
            last_day=last,
            opens=hours.opens,
            closes=hours.closes,
            mode=hours.mode,
            **texts,
        )
        for hours in read_clock(clock)
    ]


def _texts(rest: Iterable[str], keys: dict[str, str], bare: str) -> dict[str, Any]:
    """What the parts after the first say; one without a key is ``bare``."""
    texts: dict[str, Any] = {}
    for part in rest:
        for field, value in _fields(part, keys, bare).items():
            if field in texts:
                raise ValidationError(
                    _("“%(part)s” staat er dubbel; zet het bij elkaar in een deel."),
                    params={"part": plain(part)},
                )
            texts[field] = value
    return texts


def _fields(part: str, keys: dict[str, str], bare: str) -> dict[str, Any]:
    found = keyed(part, keys)
    if found:
        return {found[0]: found[1]}
    dates = validity(part) if bare == "note" else {}
    return {field: read_date(text) for field, text in dates.items()} or {bare: plain(part)}


def _complete(rows: list[Row]) -> list[Row]:
    """Rows that could be saved as far as they go by themselves."""
    for row in rows:
        try:
            row.full_clean(exclude=["place"], validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            raise ValidationError(complaints(row, error)) from None
    return rows


def _problem(number: int, line: str, error: ValidationError, example: str) -> ValidationError:
    return ValidationError(
        _("Regel %(number)d, “%(line)s”: %(problem)s Schrijf bijvoorbeeld: %(example)s"),
        params={
            "number": number,
            "line": line,
            "problem": " ".join(error.messages),
            "example": example,
        },
    )
