"""An ``opening_hours`` expression as columns of an entry: rows where rows can say it, else text."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.osm_import.objects import OsmObject
from places.osm_reading import Reading, read_osm
from places.pasted_hours import plain_reason
from places.week_notation import hours_text, special_days_text

_ONLY_DOUBT = re.compile(r'(24/7\s+)?unknown(\s+"[^"]*")?[\s;]*', re.IGNORECASE)


@dataclass(frozen=True)
class HoursTexts:
    """Texts per column; ``why_text`` says why the expression stands there as it was."""

    texts: dict[str, str]
    why_text: str = ""


def hours_texts(one: OsmObject, today: date) -> HoursTexts:
    """What the object says of its hours; nothing when it says nothing or only that in doubt.

    Whether these are all hours is never proposed: outside them the place would be called closed,
    and nobody asked it.
    """
    expression = one.first("opening_hours")
    if not expression or _ONLY_DOUBT.fullmatch(expression):
        return HoursTexts({})
    try:
        reading = read_osm(expression, today)
    except ValidationError as error:
        return HoursTexts({"hours": expression}, " ".join(error.messages))
    texts = _texts(reading, one, today)
    if not texts:
        return HoursTexts({"hours": expression}, _("die tijden gelden niet meer."))
    return HoursTexts(texts)


def _texts(reading: Reading, one: OsmObject, today: date) -> dict[str, str]:
    rows = [row for row in reading.hours_rows() if not _is_over(row.valid_until, today)]
    for row in rows:
        row.source, row.source_date = f"OpenStreetMap {one.reference}", one.day
    days = [day for day in reading.special_day_rows() if not _is_over(day.last_day, today)]
    for day in days:
        day.reason = day.reason or plain_reason(day)
    texts = {
        "hours": hours_text(rows),
        "special_days": special_days_text(days),
        "holiday_policy": str(reading.holiday_policy or ""),
    }
    return {key: text for key, text in texts.items() if text}


def _is_over(last: date | None, today: date) -> bool:
    return last is not None and last < today
