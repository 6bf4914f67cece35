"""A pasted week, as the fields of rows: in the language of OpenStreetMap, or as people type."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.forms import model_to_dict
from django.utils.translation import gettext as _

from places.models import OpeningHours, SpecialDay
from places.osm_reading import read_osm
from places.week_notation import read_hours

# Days in Dutch never look like days in that language: "wo", "do" and "vr" against "We" and "Fr".
_DUTCH = re.compile(
    r"\s*(ma|di|wo|do|vr|za|zo|elke dag|dagelijks|werkdagen|weekend)", re.IGNORECASE
)


class Pasted(TypedDict):
    """Rows as fields of the form; a policy only when the text has one."""

    hours: list[dict[str, Any]]
    special_days: list[dict[str, Any]]
    holiday_policy: str


def read_pasted(text: str, today: date) -> Pasted:
    """Raises a ValidationError that says in Dutch what cannot be read."""
    if not text.strip():
        raise ValidationError(_("Plak of typ eerst openingstijden."))
    if _DUTCH.match(text):
        return {"hours": _fields(read_hours(text)), "special_days": [], "holiday_policy": ""}
    reading = read_osm(text, today)
    days = reading.special_day_rows()
    for day in days:
        day.reason = day.reason or plain_reason(day)
    return {
        "hours": _fields(reading.hours_rows()),
        "special_days": _fields(days),
        "holiday_policy": reading.holiday_policy or "",
    }


def plain_reason(day: SpecialDay) -> str:
    """For a day of which the text gives none; the form asks for one, and visitors read it."""
    return _("andere tijden") if day.opens else _("bijzondere dag")


def _fields(rows: Sequence[OpeningHours | SpecialDay]) -> list[dict[str, Any]]:
    """As the inputs of the form want them: 17:00, 2026-12-25, and nothing for None."""
    return [
        {
            name: _input(value)
            for name, value in model_to_dict(row).items()
            if name not in ("id", "place")
        }
        for row in rows
    ]


def _input(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
