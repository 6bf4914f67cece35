"""Who changed what, and which changes belong together."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Door(models.TextChoices):
    """How a change came in."""

    ADMIN = "beheer", _("in het beheer")
    IMPORT = "invoer", _("uit een bestand")
    SUGGESTION = "voorstel", _("uit een voorstel")
    MERGE = "samenvoegen", _("bij het samenvoegen")
    RESTORE = "herstel", _("teruggezet")
    SYSTEM = "systeem", _("door het systeem")


@dataclass(frozen=True)
class Change:
    """What one person does at once: all rows that it touches share its id in the history."""

    door: str
    by: AbstractBaseUser | None = None
    words: str = ""
    id: uuid.UUID = field(default_factory=uuid.uuid4)


_current: ContextVar[Change | None] = ContextVar("change", default=None)


@contextmanager
def one_change(door: str, by: Any = None, words: str = "") -> Iterator[Change]:
    """Everything saved within belongs to one change; the innermost one counts.

    ``by`` is a user or None; somebody who is not logged in counts as None.
    """
    known = by if getattr(by, "is_authenticated", False) else None
    change = Change(door, known, words)
    token = _current.set(change)
    try:
        yield change
    finally:
        _current.reset(token)


def change_id() -> uuid.UUID:
    """The id of the change that is going on, or a new one."""
    change = _current.get()
    return change.id if change else uuid.uuid4()


def change_door() -> str:
    """The door of the change that is going on."""
    change = _current.get()
    return change.door if change else Door.SYSTEM


class Changed(models.Model):
    """What every historical row says beside when and by whom."""

    change = models.UUIDField(_("wijziging"), default=change_id, editable=False, db_index=True)
    door = models.CharField(
        _("hoe"), max_length=12, choices=Door.choices, default=change_door, editable=False
    )

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """History of a model, with user, words and door of the change that is going on.

    ``without`` names fields that the database derives, or that say nothing about the place.
    """

    def __init__(self, *, without: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(excluded_fields=list(without), bases=[Changed], **options)

    def get_history_user(self, instance: models.Model) -> AbstractBaseUser | None:
        change = _current.get()
        return change.by if change else None

    def get_change_reason_for_object(
        self, instance: models.Model, history_type: str, using: str
    ) -> str | None:
        change = _current.get()
        return (change.words or None) if change else None
