"""Choosing among words of the vocabulary in the rows of a form."""

from typing import Any

from django.forms import BaseInlineFormSet, Field, ModelForm


class RowsOfWords(BaseInlineFormSet):
    """Rows that each choose from the same list, which is read once for all of them."""

    word = ""
    """The field that chooses."""

    def add_fields(self, form: ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        field: Any = form.fields[self.word]
        if not hasattr(self, "_words"):
            self._words = list(field.choices)
        field.choices = self._words


def without_shortcuts(field: Field | None) -> Any:
    """The field without the icons that add or change what it chooses from."""
    widget: Any = getattr(field, "widget", None)
    for shortcut in ("add", "change", "delete", "view"):
        if hasattr(widget, f"can_{shortcut}_related"):
            setattr(widget, f"can_{shortcut}_related", False)
    return field
