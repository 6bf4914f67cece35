"""What the API may be asked besides the filter: how much, which fields, which days."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from places.api.v1.crs import DEGREES, crs_named
from places.fields import YEARS, FormOfGiven, LeavesOutUnknown, WholeNumber, names_among
from places.filters import PlaceFilter
from places.models.change_documents import Since
from places.models.entry_columns import field_names
from places.schedule import AMSTERDAM

PER_PAGE = 25
MOST_PER_PAGE = 500
MOST_DAYS = 366
FORTNIGHT = timedelta(days=13)
CHANGES_PER_PAGE = 100
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+ -].+)"
)
EDITION = re.compile(r"[0-9]{1,18}")
LAST_TOLD = re.compile(r"([0-9]{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


class FieldNames(LeavesOutUnknown):
    """Names of fields with commas between them; cleans to a list, empty for all fields."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[str]:
        chosen, self.unknown = names_among(value or [], field_names())
        return chosen


class BoxCrsField(forms.CharField):
    """In what the corners of ``bbox`` are: degrees, longitude first, and nothing else."""

    def clean(self, value: str | None) -> None:
        text = super().clean(value)
        if text and crs_named(text) is not DEGREES:
            raise ValidationError(f"Een kader is altijd in lengte en breedte: {DEGREES.uri}.")


PAGE_FIELDS: Mapping[str, forms.Field] = {
    "per": WholeNumber(required=False, min_value=1, max_value=MOST_PER_PAGE),
    "velden": FieldNames(required=False),
    "bbox-crs": BoxCrsField(required=False),
}


class PageForm(FormOfGiven):
    """How large a page is, and what it says of each place."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, PAGE_FIELDS)

    def clean_velden(self) -> list[str]:
        field: Any = self.fields["velden"]
        if complaint := field.complaint():
            raise ValidationError(complaint)
        names: list[str] = self.cleaned_data["velden"]
        return names

    @property
    def size(self) -> int:
        return self.cleaned_data.get("per") or PER_PAGE

    @property
    def names(self) -> list[str]:
        """The fields asked for; all when none is named."""
        return self.cleaned_data.get("velden") or field_names()


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


class SinceField(forms.CharField):
    """An edition, a day or a moment; cleans to where changes begin."""

    def clean(self, value: str | None) -> Since:
        text = super().clean(value)
        if not text:
            return Since()
        if EDITION.fullmatch(text):
            return Since(number=int(text))
        if DAY.fullmatch(text):
            day = _day(text)
            return Since(moment=datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM))
        if not MOMENT.fullmatch(text):
            raise ValidationError(
                "Schrijf een dag als 2026-11-24, een tijd als 2026-11-24T19:30:00Z "
                "(met Z of het verschil met UTC), of de editie die in tot stond."
            )
        return Since(moment=_moment(text))


class LastToldField(forms.CharField):
    """The change that the page before this one ended with, as its link says it."""

    def clean(self, value: str | None) -> tuple[int, UUID] | None:
        text = super().clean(value)
        found = LAST_TOLD.fullmatch(text)
        if text and not found:
            raise ValidationError("Neem dit over uit de link naar de volgende bladzijde.")
        return (int(found[1]), UUID(found[2])) if found else None


class ChangesForm(forms.Form):
    """From where on changes are asked for, and how many at a time."""

    sinds = SinceField(required=False)
    per = WholeNumber(required=False, min_value=1, max_value=MOST_PER_PAGE)
    na = LastToldField(required=False)

    @property
    def since(self) -> Since:
        since: Since = self.cleaned_data["sinds"]
        last = self.cleaned_data["na"]
        return replace(since, after=last) if last else since

    @property
    def size(self) -> int:
        return self.cleaned_data["per"] or CHANGES_PER_PAGE


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


def _moment(text: str) -> datetime:
    """With how far it is from UTC; a plus that an address turned into a space is one again."""
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError as wrong:
        raise ValidationError("Deze tijd bestaat niet.") from wrong
    if moment.year not in YEARS:
        raise ValidationError("Kies een tijd tussen 2000 en 2100.")
    return moment
