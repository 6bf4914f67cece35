"""What the API may be asked besides the filter: how much, which fields, which days."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from places.fields import YEARS, LeavesOutUnknown, WholeNumber
from places.filters import PlaceFilter
from places.models.entry_columns import field_names

PER_PAGE = 25
MOST_PER_PAGE = 500
FURTHEST = 10**9
"""No directory has so many pages; numbers beyond it are no less wrong."""

MOST_DAYS = 366
FORTNIGHT = timedelta(days=13)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FieldNames(LeavesOutUnknown):
    """Names of fields with commas between them; cleans to a list, empty for all fields."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[str]:
        given = [name.strip() for one in value or [] for name in one.split(",")]
        known = field_names()
        self.unknown = [name for name in dict.fromkeys(given) if name and name not in known]
        return [name for name in known if name in given]


class PageForm(forms.Form):
    """How large a page is, and what it says of each place."""

    per = WholeNumber(required=False, min_value=1, max_value=MOST_PER_PAGE)
    velden = FieldNames(required=False)

    def clean_velden(self) -> list[str]:
        field: Any = self.fields["velden"]
        if complaint := field.complaint():
            raise ValidationError(complaint)
        names: list[str] = self.cleaned_data["velden"]
        return names

    @property
    def size(self) -> int:
        return self.cleaned_data["per"] or PER_PAGE

    @property
    def names(self) -> list[str]:
        """The fields asked for; all when none is named."""
        return self.cleaned_data["velden"] or field_names()


class DayField(forms.CharField):
    """A date as 2026-11-24."""

    def clean(self, value: str | None) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        if not DAY.fullmatch(text):
            raise ValidationError("Schrijf een dag als 2026-11-24.")
        return _day(text)


class DaysForm(forms.Form):
    """From and up to and including which day; two weeks from today when nothing is said."""

    van = DayField(required=False)
    tot = DayField(required=False)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if self.errors:
            return given
        first = given["van"] or self.today
        last = given["tot"] or min(first + FORTNIGHT, date(YEARS[-1], 12, 31))
        if last < first:
            self.add_error("tot", "De laatste dag ligt voor de eerste.")
        elif (last - first).days >= MOST_DAYS:
            self.add_error("tot", f"Vraag hoogstens {MOST_DAYS} dagen tegelijk.")
        return {"van": first, "tot": last}


def complaints(*asked: forms.Form | PlaceFilter) -> dict[str, list[str]]:
    """The reasons why something cannot be read, per parameter."""
    return {name: [str(one) for one in why] for each in asked for name, why in each.errors.items()}


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise ValidationError("Deze dag bestaat niet.") from wrong
    if day.year not in YEARS:
        raise ValidationError("Kies een dag tussen 2000 en 2100.")
    return day
