"""What clients of HSDS write in a query string, read strictly."""

import re
from datetime import datetime
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from places.fields import YEARS
from places.schedule import AMSTERDAM

TRUTHS = {"true": True, "false": False}
POSTCODE = re.compile(r"\d{4} ?([A-Za-z]{2})?", re.ASCII)
AHEAD_OF_UTC = re.compile(r" (?=\d{2}:?\d{2}$)")
"""What a plus becomes in an address in which nobody wrote it as %2B."""


class Truth(forms.CharField):
    """``true`` or ``false``; not given is false."""

    def clean(self, value: str | None) -> bool:
        text = super().clean(value)
        if text and text not in TRUTHS:
            raise ValidationError("Schrijf true of false.")
        return TRUTHS.get(text, False)


class Moment(forms.CharField):
    """A day or a moment of ISO 8601; without a difference with UTC it is the time in Amsterdam."""

    def clean(self, value: str | None) -> datetime | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(AHEAD_OF_UTC.sub("+", text))
        except ValueError as wrong:
            raise ValidationError("Schrijf een moment als 2026-11-24T17:30:00Z.") from wrong
        if moment.year not in YEARS:
            raise ValidationError("Kies een moment tussen 2000 en 2100.")
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)


class Postcode(forms.CharField):
    """Four digits, with or without the letters."""

    def clean(self, value: str | None) -> str:
        text = str(super().clean(value))
        if text and not POSTCODE.fullmatch(text):
            raise ValidationError("Schrijf een postcode als 3033 CJ of 3033.")
        return text


class Ids(forms.Field):
    """Any number of UUIDs; cleans to a list."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[UUID]:
        return [_id(text) for text in value or [] if text]


class Id(forms.CharField):
    """One UUID."""

    def clean(self, value: str | None) -> UUID | None:
        text = super().clean(value)
        return _id(text) if text else None


class Format(forms.CharField):
    """JSON; HSDS also names ndjson, which we do not offer."""

    def clean(self, value: str | None) -> str:
        text = super().clean(value) or "json"
        if text != "json":
            raise ValidationError("Alleen json; alles komt bladzijde voor bladzijde.")
        return "json"


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise ValidationError("Schrijf een UUID.") from wrong
