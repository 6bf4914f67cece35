"""Telling staff something about a place."""

from django import forms
from django.utils.translation import gettext_lazy as _

from places.models import Place, Report
from places.suggesting.notices import announce
from places.suggesting.sender import SenderForm, long_text, on_our_lines


class ReportForm(SenderForm):
    """A complaint, a worry or thanks; only staff read it."""

    tone = forms.ChoiceField(
        label=_("Wat wil je melden?"),
        choices=Report.Tone.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie.")},
    )
    text = long_text(
        _("Wat wil je vertellen?"),
        _("Schrijf liever geen namen van bezoekers of buren op."),
        required=True,
    )
    field_order = ["tone", "text", "sender_email"]

    def __init__(self, data: object = None) -> None:
        super().__init__(data)
        self.fields["text"].error_messages["required"] = _("Schrijf op wat je wilt vertellen.")

    def report(self, place: Place) -> Report:
        """Save it and tell staff; the very same that waits already is not kept again."""
        made = Report(
            place=place,
            tone=self.cleaned_data["tone"],
            text=on_our_lines(self.cleaned_data["text"]),
            email=self.cleaned_data["sender_email"],
        )
        kept, is_new = Report.objects.keep(made)
        if is_new:
            announce(kept)
        return kept
