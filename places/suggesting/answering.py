"""Staff answer a report or close it, with a word; once."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from places.mail import send
from places.models import Report
from places.suggesting.deciding import AlreadyHandledError


def answer(report: Report, by: Any, status: str, words: str) -> Report:
    """Handled as answered or closed; an answer goes to the sender who left an address.

    What is only closed is a note among colleagues. The address is forgotten either way.
    """
    with transaction.atomic():
        held = Report.objects.select_for_update(of=["self"]).select_related("place")
        held = held.get(pk=report.pk)
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
