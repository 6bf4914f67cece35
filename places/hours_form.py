"""The rows of the week and of special days as staff fill them in."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.clashes import clash, clashes, rows_weighed_together
from places.hours_preview import preview
from places.models import OpeningHours, SpecialDay
from places.models.hours import Weekday

MOST_ROWS = 40
"""Of a place; more than any week needs, and less than a form may send."""

ROW_IS_GONE = gettext_lazy(
    "Iemand anders heeft deze rij intussen weggehaald. Vink “weg” aan, en zet hem zo nodig in een "
    "nieuwe rij."
)

TIME = forms.TimeInput(
    format="%H:%M", attrs={"placeholder": "17:00", "autocomplete": "off", "maxlength": 8}
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.u]?(\d{2}))?(?:\s*(?:uur|u))?", re.ASCII | re.IGNORECASE)
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ClockField(forms.TimeField):
    """A time as it is said: ``9``, ``9.30``, ``9u30``, ``17:00``.

    Not the browser's own field for times, which speaks of PM to whoever has an English browser.
    """

    default_error_messages = {"invalid": gettext_lazy("Geef een tijd, zoals 17:00.")}

    def to_python(self, value: Any) -> time | None:
        found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
        clock: time | None = super().to_python(
            self.spelled(*found.groups("00")) if found else value
        )
        return clock

    def spelled(self, hour: str, minute: str) -> str:
        return f"{hour}:{minute}"


class EndField(ClockField):
    """Likewise; ``24:00`` is midnight."""

    def spelled(self, hour: str, minute: str) -> str:
        return super().spelled("00" if (hour, minute) == ("24", "00") else hour, minute)


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row of which the first fields are at hand, and the others folded away."""

    at_hand: tuple[str, ...]
    more: tuple[str, ...] = ()
    english: tuple[str, ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in {*self.at_hand, *self.more, *self.english} & set(self.fields):
            self.fields[name].help_text = ""  # said once, above all rows

    def add_error(self, field: str | None, error: Any) -> None:
        """A row that is gone is said where it stands; its key is not in sight."""
        if field == "id":
            field, error = None, ROW_IS_GONE
        super().add_error(field, error)

    def fields_at_hand(self) -> list[BoundField]:
        return [self[name] for name in self.at_hand if name in self.fields]

    def more_fields(self) -> list[BoundField]:
        return [self[name] for name in self.more if name in self.fields]

    def english_fields(self) -> list[BoundField]:
        return [self[name] for name in self.english if name in self.fields]

    def filled_in(self) -> list[str]:
        """The labels of what is folded away but not empty."""
        return [str(field.label) for field in self.more_fields() if field.value()]

    def more_is_wrong(self) -> bool:
        """Whether something that is folded away was refused."""
        return any(name in self.errors for name in (*self.more, *self.english))

    @property
    def words(self) -> str:
        """Which row this is, to those who do not see where it stands."""
        return str(self.instance) if self.instance.pk else _("nieuwe rij")


class HoursForm(RowForm):
    """A period of the week."""

    at_hand = ("weekday", "opens", "closes", "mode", "note")
    more = ("cost", "sign_up", "valid_from", "valid_until", "source", "source_date")
    english = ("note_en", "cost_en", "sign_up_en")

    class Meta:
        model = OpeningHours
        fields = [
            *("weekday", "opens", "closes", "mode", "note"),
            *("cost", "sign_up", "valid_from", "valid_until", "source", "source_date"),
            *("note_en", "cost_en", "sign_up_en"),
        ]
        labels = {"source_date": gettext_lazy("Datum van de bron")}
        field_classes = {"opens": ClockField, "closes": EndField}
        widgets = {"opens": TIME, "closes": TIME, "valid_from": DATE, "valid_until": DATE}


class SpecialDayForm(RowForm):
    """Days that beat the week; without a last day it is one day."""

    at_hand = ("first_day", "last_day", "opens", "closes", "mode", "reason")
    english = ("reason_en",)

    class Meta:
        model = SpecialDay
        fields = ["first_day", "last_day", "opens", "closes", "mode", "reason", "reason_en"]
        field_classes = {"opens": ClockField, "closes": EndField}
        widgets = {"first_day": DATE, "last_day": DATE, "opens": TIME, "closes": TIME}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "last_day" in self.fields:
            self.fields["last_day"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("last_day") and "last_day" not in self.errors:
            data["last_day"] = data.get("first_day")
        return data


class RowsThatFit(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows that clash are refused and marked, also with what somebody else has added since."""

    def clean(self) -> None:
        super().clean()
        forms = self._forms_that_stay()
        rows = [form.instance for form in forms] + self._rows_of_others()
        refusals = []
        for one, other in clashes(rows):
            refusals.append(clash(rows[one], rows[other]))
            for number in (one, other):
                if number < len(forms):
                    forms[number].add_error(None, refusals[-1])
        if refusals:
            raise ValidationError(refusals)

    def save(self, commit: bool = True) -> Any:
        """The rows are weighed when all are there, so that two may take each other's place."""
        with rows_weighed_together():
            return super().save(commit)

    def _forms_that_stay(self) -> list[Any]:
        """What is good by itself and will be there when the form is saved."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and (form.has_changed() or form.instance.pk)
            and form not in self.deleted_forms
        ]

    def _rows_of_others(self) -> list[Any]:
        """Rows of this place that were not there yet when the form was opened."""
        known = {form.instance.pk for form in self.initial_forms}
        return [row for row in self.get_queryset() if row.pk not in known]


@dataclass(frozen=True)
class DayRows:
    """A day of the week with its rows; without a number: rows of no day yet."""

    number: int | None
    name: str
    forms: list[Any]


class WeekFormSet(RowsThatFit):
    """The rows of the week, by day, and what visitors will read."""

    def days(self) -> list[DayRows]:
        """Monday to Sunday, then what stands on no day yet."""
        by_day: dict[str, list[Any]] = {}
        for form in self.forms:
            weekday = form["weekday"].value()
            by_day.setdefault("" if weekday is None else str(weekday), []).append(form)
        days = [
            DayRows(day.value, str(day.label), by_day.pop(str(day.value), [])) for day in Weekday
        ]
        rest = [form for forms in by_day.values() for form in forms]
        return [*days, DayRows(None, _("Nieuwe tijden"), rest)]

    def preview(self) -> list[str]:
        """The same sentences as while typing, of what stands in the form now."""
        if self.is_bound:
            rows = [form.instance for form in self._forms_that_stay()]
        else:
            rows = [form.instance for form in self.initial_forms]
        return preview(rows, self.instance.hours_complete, timezone.localdate())
