"""Staff answer a report or close it, with a word; once."""

from functools import partial
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.mail import send
from places.models import Report
from places.suggesting.deciding import AlreadyHandledError
from places.suggesting.sender import long_text, on_our_lines


class AnswerForm(forms.Form):
    """A word, and whether it is an answer to the sender or a note among colleagues."""

    words = long_text(gettext_lazy("Antwoord of reden"), required=True)

    def __init__(self, report: Report, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.report = report
        self.fields["words"].error_messages["required"] = _("Schrijf een antwoord of een reden op.")

    def handle(self, decision: str, by: Any) -> bool:
        """Answer or close. False: nothing was done, and the form says why.

        Raises AlreadyHandledError when somebody else was first.
        """
        if not self.is_valid():
            return False
        if decision not in (Report.Status.ANSWERED, Report.Status.CLOSED):
            self.add_error(None, _("Kies: beantwoorden of afsluiten."))
            return False
        answer(self.report, by, decision, on_our_lines(self.cleaned_data["words"]))
        return True


def answer(report: Report, by: Any, status: str, words: str) -> Report:
    """Handled as answered or closed; an answer goes to the sender who left an address.

    What is only closed is a note among colleagues. The address is forgotten either way.
    """
    with transaction.atomic():
        held = Report.objects.select_for_update().get(pk=report.pk)
        if held.status != Report.Status.OPEN:
            raise AlreadyHandledError(held)
        address, held.email = held.email, ""
        held.status, held.words = status, words
        held.handled_by, held.handled_at = by, timezone.now()
        held.save()
        if address and status == Report.Status.ANSWERED:
            context = {"report": held, "place": held.place}
            transaction.on_commit(partial(send, "report_answered", address, context))
    return held
