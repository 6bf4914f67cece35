"""What a cell of a file holds, and what no cell may do to who opens it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.exchange.notation import tidy
from places.exchange.widgets import DayWidget

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins so is a formula to a spreadsheet."""

GUARD = "'"


class Unusable:
    """A cell that holds no value that a person typed: a formula, or an error of one."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def __str__(self) -> str:
        return ""


def defused(text: str) -> str:
    """The text behind an apostrophe if a spreadsheet would compute it; ``restored`` undoes it."""
    return GUARD + text if text.startswith(DANGEROUS) or restored(text) != text else text


def restored(text: str) -> str:
    """The text before it was defused."""
    guarded = text.startswith(GUARD) and text[1:].startswith((*DANGEROUS, GUARD))
    return text[1:] if guarded else text


def text_of_cell(value: Any, widget: Any) -> str:
    """What a person meant by the cell. Raises ValidationError where Excel made it unclear."""
    if value is None:
        return ""
    if isinstance(value, str):
        return tidy(restored(value))
    if isinstance(value, Unusable):
        raise ValidationError(value.reason)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, widget)
    return str(int(value)) if float(value).is_integer() else str(value)


def _moment(value: datetime | date | time | timedelta, widget: Any) -> str:
    if isinstance(value, datetime | date) and isinstance(widget, DayWidget):
        return value.isoformat()[:10]
    raise ValidationError(
        _("Excel heeft hier %(shown)s van gemaakt. Maak de cel op als Tekst en typ het opnieuw.")
        % {"shown": _shown(value)}
    )


def _shown(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, time):
        return _("de tijd %s") % f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return _("de tijdsduur %s") % value
    return _("de datum %s") % f"{value:%d-%m-%Y}"
