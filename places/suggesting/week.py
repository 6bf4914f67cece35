"""Opening hours as a visitor reads and writes them: without sources and translations."""

from django.core.exceptions import ValidationError

from places.models import OpeningHours
from places.week_notation import hours_text, read_hours

ASIDE = ("note_en", "cost_en", "sign_up_en", "source", "source_date")
"""What a row says beside the hours themselves."""

SAID = (
    "weekday", "opens", "closes", "mode", "note", "cost", "sign_up", "valid_from", "valid_until"
)  # fmt: skip


def plain_week(whole: str) -> str:
    """The hours alone, of a text that holds all that is known."""
    rows = read_hours(whole)
    for row in rows:
        for name in ASIDE:
            setattr(row, name, "")
    return hours_text(rows)


def whole_week(plain: str, whole: str) -> str:
    """What a visitor made of the hours, where rows that stayed keep what is known beside them.

    A text that cannot be read is given back as it is; a row that changed has no source yet.
    """
    try:
        rows = read_hours(plain)
    except ValidationError:
        return plain
    known = {_said(row): row for row in read_hours(whole)}
    return hours_text([known.get(_said(row), row) for row in rows])


def _said(row: OpeningHours) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in SAID)
