"""The week and its exceptions in the form of a place."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.http import HttpRequest

from places.admin.pages import PlacePages
from places.clashes import CLASH
from places.hours_form import MOST_ROWS, HoursForm, RowsThatFit, SpecialDayForm, WeekFormSet
from places.models import OpeningHours, SpecialDay


class RowsOfHours(admin.TabularInline):
    """Rows with a template of their own; our script adds rows, Django's stays away."""

    extra = 2
    max_num = MOST_ROWS

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": ["css/beheer_hours.css"]},
            js=[Script("js/beheer/week.js", type="module")],  # type: ignore[list-item]
        )


class OpeningHoursInline(RowsOfHours):
    model = OpeningHours
    form = HoursForm
    formset = WeekFormSet
    template = "admin/places/hours/week.html"


class SpecialDayInline(RowsOfHours):
    model = SpecialDay
    form = SpecialDayForm
    formset = RowsThatFit
    extra = 1
    template = "admin/places/hours/special_days.html"


class HoursPages(PlacePages):
    """Saves a place again when the database refused a row for one that just came in."""

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        """The second time the form itself sees the other row, and says so beside ours."""
        try:
            return super().changeform_view(request, *args, **options)
        except ValidationError as error:
            if getattr(error, "code", "") != CLASH:
                raise
            return super().changeform_view(request, *args, **options)
