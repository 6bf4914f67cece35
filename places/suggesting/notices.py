"""Telling colleagues what waits for them: at once, or once a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.urls import reverse

from places.mail import send, send_all
from places.models import Colleague, Notice, Report, Suggestion
from places.suggesting.scope import reports_for, suggestions_for


def announce(item: Suggestion | Report) -> None:
    """Once this is stored, mail the colleagues who want to know at once and may handle it."""
    transaction.on_commit(partial(_tell_at_once, item))


def handling_url(item: Suggestion | Report) -> str:
    """Where staff handle it."""
    return reverse(f"admin:places_{item._meta.model_name}_change", args=[item.pk])


@dataclass(frozen=True)
class Summary:
    """What waits for one colleague."""

    colleague: Colleague
    suggestions: list[Suggestion]
    reports: list[Report]

    @property
    def count(self) -> int:
        """How many things wait."""
        return len(self.suggestions) + len(self.reports)

    def send(self, day: date) -> bool | None:
        """Mail it; None when the colleague had one today. One that failed may be tried again."""
        notice, is_first = Notice.objects.get_or_create(user=self.colleague.user, day=day)
        if not is_first:
            return None
        went = send("summary", self.colleague.user.email, self._context())
        if not went:
            notice.delete()
        return went

    def _context(self) -> dict[str, object]:
        items: list[Suggestion | Report] = [*self.suggestions, *self.reports]
        lines = [{"item": one, "url": handling_url(one)} for one in items]
        return {"count": self.count, "lines": lines}


def summaries() -> Iterator[Summary]:
    """For every colleague who wants mail once a day: what waits, if anything does.

    What was read from a file waits for nobody and is not mailed.
    """
    for colleague in Colleague.objects.wanting(Colleague.Notices.DAILY):
        suggestions = (
            suggestions_for(colleague.user).from_people().waiting().select_related("place")
        )
        reports = reports_for(colleague.user).waiting().select_related("place")
        summary = Summary(colleague, list(suggestions), list(reports))
        if summary.count:
            yield summary


def _tell_at_once(item: Suggestion | Report) -> None:
    visible = reports_for if isinstance(item, Report) else suggestions_for
    wanting = Colleague.objects.wanting(Colleague.Notices.AT_ONCE)
    addresses = [one.user.email for one in wanting if visible(one.user).contains(item)]
    if addresses:
        send_all("waiting", addresses, {"item": item, "url": handling_url(item)})
