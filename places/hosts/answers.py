"""What a host answers: it is all true, or this is how it should read."""

from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from places.hosts.links import request_of
from places.models import Confirmation, HostRequest, Place, Suggestion
from places.models.confirmation import Role, confirm
from places.models.suggestion import SuggestionQuerySet
from places.suggesting import CorrectionForm


class Answer(StrEnum):
    """What a host has said so far."""

    NONE = ""
    TRUE = "klopt"
    CHANGED = "wijziging"


def answer_to(asked: HostRequest) -> Answer:
    """What the host answered to this request."""
    if asked.answered_at is None:
        return Answer.NONE
    changed = _suggestions(asked).since(asked.asked_at).exists()
    return Answer.CHANGED if changed else Answer.TRUE


@transaction.atomic
def confirm_by_link(token: str, moment: datetime) -> None:
    """The host says that all is true; said again it changes nothing. Raises LinkRefused."""
    asked = request_of(token, moment, lock=True)
    if asked.answered_at is None:
        day = timezone.localdate(moment)
        confirm(asked.place, day, Role.HOST, Confirmation.How.LINK)
        _note_answer(asked, moment)


@transaction.atomic
def correct_by_link(token: str, form: CorrectionForm, moment: datetime) -> None:
    """What the host changed becomes a suggestion; sent twice it is one. Raises LinkRefused."""
    asked = request_of(token, moment, lock=True)
    try:
        _suggest(asked, form)
    except _SaidBefore:
        return
    _note_answer(asked, moment)


class _SaidBefore(Exception):  # noqa: N818 - nothing is wrong
    """The same already waits for staff."""


@transaction.atomic
def _suggest(asked: HostRequest, form: CorrectionForm) -> None:
    """Keep it and tell staff; neither when it repeats what waits, for both are rolled back."""
    made = form.suggestion(Suggestion.Origin.HOST)
    if made and _suggestions(asked).waiting().repeated_by(made).exists():
        raise _SaidBefore


def _suggestions(asked: HostRequest) -> SuggestionQuerySet:
    return Suggestion.objects.from_hosts().about(Place.objects.with_key(asked.place_id))


def _note_answer(asked: HostRequest, moment: datetime) -> None:
    asked.answered_at = moment
    asked.save(update_fields=["answered_at"])
