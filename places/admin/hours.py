"""The week and its exceptions in the form of a place; rows are weighed together."""

from itertools import combinations
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import connection
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _

from places.models import OpeningHours, SpecialDay


class RowsThatFit(BaseInlineFormSet):
    """Rows that clash with each other are refused with a message that names both."""

    def clean(self) -> None:
        super().clean()
        for one, other in combinations(self._rows(), 2):
            if one.clashes_with(other):
                raise ValidationError(
                    _("Deze twee kunnen niet samen: “%(one)s” en “%(other)s”."),
                    params={"one": one, "other": other},
                )

    def save(self, commit: bool = True) -> Any:
        """The rows are weighed when all are there, so that two may take each other's place."""
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            saved = super().save(commit)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        return saved

    def _rows(self) -> list[Any]:
        """What stays when the form is saved and is good by itself."""
        return [
            form.instance
            for form in self.forms
            if form.is_valid()
            and (form.has_changed() or form.instance.pk)
            and form not in self.deleted_forms
        ]


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    formset = RowsThatFit
    extra = 1
    exclude = ["note_en", "cost_en", "sign_up_en"]


class SpecialDayInline(admin.TabularInline):
    model = SpecialDay
    formset = RowsThatFit
    extra = 1
