"""The form on which staff weigh a suggestion: take over, edit first, or decline with a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.models import Confirmation, Place, Suggestion
from places.suggesting.deciding import accept, accept_new, checked, decline
from places.suggesting.differences import Difference, differences
from places.suggesting.sender import long_text, on_our_lines

ACCEPT, DECLINE = "overnemen", "afwijzen"
MAKE = (Place.Status.DRAFT, Place.Status.PUBLISHED)
CONFIRM = (Confirmation.How.PHONE, Confirmation.How.VISIT)


@dataclass(frozen=True)
class Choice:
    """A difference with the box to take it over and the text to edit."""

    difference: Difference
    take: forms.BoundField
    text: forms.BoundField


class HandlingForm(forms.Form):
    """One box and one text per proposed column, and a word for the sender."""

    words = long_text(
        gettext_lazy("Antwoord"),
        gettext_lazy("De afzender krijgt dit te lezen als er een e-mailadres bij staat."),
    )

    def __init__(self, suggestion: Suggestion, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.suggestion = suggestion
        if suggestion.origin == Suggestion.Origin.OPENSTREETMAP:
            self.fields["words"].help_text = _(
                "Mag leeg blijven. Verandert het daar, dan staat dit bij een volgend voorstel."
            )
        self.differences = differences(suggestion)
        for one in self.differences:
            self.fields |= _fields(one)

    def choices(self) -> Iterator[Choice]:
        """What is proposed, column by column."""
        for one in self.differences:
            yield Choice(one, self[f"take-{one.key}"], self[f"text-{one.key}"])

    def decide(self, decision: str, by: Any) -> bool:
        """Do what was decided. False: nothing was done, and the form says why.

        Raises AlreadyHandledError when somebody else was first.
        """
        if not self.is_valid():
            return False
        try:
            self._do(decision, by, on_our_lines(self.cleaned_data["words"]))
        except ValidationError as error:
            self._tell(error)
        return not self.errors

    def _do(self, decision: str, by: Any, words: str) -> None:
        kind = self.suggestion.kind
        if decision == DECLINE:
            self._decline(by, words)
        elif decision in CONFIRM and kind == Suggestion.Kind.STILL_TRUE:
            checked(self.suggestion, by, decision, words)
        elif decision in MAKE and kind == Suggestion.Kind.NEW:
            accept_new(self.suggestion, by, self._taken(), decision, words)
        elif decision == ACCEPT and kind == Suggestion.Kind.CORRECTION:
            accept(self.suggestion, by, self._taken(), self._shown(), words)
        else:
            raise ValidationError(_("Kies wat je met dit voorstel doet."))

    def _decline(self, by: Any, words: str) -> None:
        nobody_reads = self.suggestion.origin == Suggestion.Origin.OPENSTREETMAP
        if not (words or nobody_reads or self.suggestion.kind == Suggestion.Kind.STILL_TRUE):
            raise ValidationError({"words": _("Schrijf op waarom je het niet overneemt.")})
        decline(self.suggestion, by, words)

    def _taken(self) -> dict[str, str]:
        """The texts of the columns that were ticked, as edited."""
        keys = [one.key for one in self.differences if self.cleaned_data[f"take-{one.key}"]]
        if self.differences and not keys:
            raise ValidationError(_("Vink aan wat je overneemt, of wijs het voorstel af."))
        return {key: on_our_lines(self.cleaned_data[f"text-{key}"]) for key in keys}

    def _shown(self) -> dict[str, str]:
        """What the page said that the entry says now, of the columns that were ticked."""
        said = {key: self.data.get(f"now-{key}") for key in self._taken()}
        return {key: on_our_lines(text) for key, text in said.items() if text is not None}

    def _tell(self, error: ValidationError) -> None:
        """Each reason beside its text; what is about no text of this page stands above."""
        reasons = getattr(error, "error_dict", None) or {NON_FIELD_ERRORS: error.error_list}
        for key, errors in reasons.items():
            name = key if key in self.fields else f"text-{key}"
            self.add_error(name if name in self.fields else None, errors)


def _fields(one: Difference) -> dict[str, forms.Field]:
    lines = min(max(2, one.proposed.count("\n") + 1), 14)
    usable = not (one.unreadable or one.is_overtaken or one.is_done)
    return {
        f"take-{one.key}": forms.BooleanField(label=_("Neem over"), required=False, initial=usable),
        f"text-{one.key}": forms.CharField(
            label=one.label, required=False, initial=one.proposed, widget=_box(lines)
        ),
    }


def _box(lines: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": lines, "autocomplete": "off"})
