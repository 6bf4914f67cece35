"""What is said of a place outside its own page, in Dutch and true whatever the day."""

import re

from django.utils.formats import date_format

from places.models import Place

_UNSAYABLE = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufffd\U00010000-\U0010ffff]"
)
"""What XML cannot hold, and what some reader of lines would take for the end of one."""


def sayable(text: str) -> str:
    """The text without control characters; lines end in a line feed only."""
    return _UNSAYABLE.sub(" ", text.replace("\r\n", "\n"))


def checked_words(place: Place) -> str:
    """When somebody checked the entry and who did, without how long ago that is."""
    if not place.checked_on:
        return "Nog niet nagekeken."
    day = date_format(place.checked_on, "j F Y")
    by = f" door {place.get_checked_by_display()}" if place.checked_by else ""
    return f"Nagekeken op {day}{by}."


def address_words(place: Place) -> str:
    """Street, number, postcode and city, as far as they are known."""
    return ", ".join(filter(None, [place.address, f"{place.postcode} {place.city}".strip()]))
