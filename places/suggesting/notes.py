"""What a wijkteam tells staff about a place in confidence; it waits among the suggestions."""

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.models import Place, Suggestion
from places.suggesting.forms import kept
from places.suggesting.sender import long_text, on_our_lines

SUBJECTS = {
    "niet-welkom": gettext_lazy("Cliënt was hier niet welkom"),
    "verhuisd": gettext_lazy("De plek is verhuisd of gesloten"),
    "contact": gettext_lazy("Contact of telefoon klopt niet"),
    "anders": gettext_lazy("Iets anders"),
}


class NoteForm(forms.Form):
    """What it is about, and a few sentences."""

    subject = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        choices=list(SUBJECTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een van de vier.")},
    )
    text = long_text(
        gettext_lazy("Wat moeten we weten?"),
        gettext_lazy("Geen namen of andere gegevens van cliënten. Vertel het zonder."),
        required=True,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.fields["text"].error_messages["required"] = _("Schrijf op wat we moeten weten.")

    def suggestion(self, place: Place, answer_to: str) -> Suggestion:
        """Save it and tell staff; the very same that waits already is not kept again.

        ``answer_to`` is the address of the colleague; it is forgotten as that of any sender.
        """
        with translation.override("nl"):
            subject = str(SUBJECTS[self.cleaned_data["subject"]])
        return kept(
            Suggestion(
                place=place,
                kind=Suggestion.Kind.CORRECTION,
                origin=Suggestion.Origin.TEAM,
                remark=f"{subject}\n\n{on_our_lines(self.cleaned_data['text'])}",
                email=answer_to,
            )
        )
