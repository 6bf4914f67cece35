"""Who changed what, and which changes belong together."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.manager import HistoricalQuerySet
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


class HistoryQuerySet(HistoricalQuerySet):
    """Questions about what happened to a place and the rows around it."""

    def of_place(self, key: int) -> Self:
        """What was recorded of the place with this primary key, or of its rows."""
        fields = {one.name for one in self.model._meta.fields}
        found: Self = self.filter(**{"place_id" if "place" in fields else "id": key})
        return found

    def until(self, moment: datetime) -> Self:
        """What was recorded up to and at this moment."""
        found: Self = self.filter(history_date__lte=moment)
        return found

    def newest_of_each(self) -> Self:
        """The last record of every row; a deleted row has one that says so."""
        newest: Self = self.order_by("id", "-history_date", "-history_id").distinct("id")
        return newest

    def made(self) -> "models.QuerySet[Any, Any]":
        """The keys of the rows of which it is recorded that they were made."""
        keys: models.QuerySet[Any, Any] = self.filter(history_type="+").order_by()
        return keys.values_list("id", flat=True)

    def of_changes(self, changes: Iterable[uuid.UUID]) -> Self:
        """What belongs to these changes, in the order in which it happened, with who did it."""
        found: Self = self.filter(change__in=list(changes)).select_related("history_user")
        in_order: Self = found.order_by("history_date", "history_id")
        return in_order

    def spans(self) -> "models.QuerySet[Any, Any]":
        """Per change its id, and when it first and last recorded something here."""
        moments = {"first": models.Min("history_date"), "last": models.Max("history_date")}
        grouped: models.QuerySet[Any, Any] = self.order_by().values("change").annotate(**moments)
        return grouped.values_list("change", "first", "last")


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
        super().__init__(
            excluded_fields=list(without),
            bases=[Changed],
            history_change_reason_field=models.TextField(null=True),
            historical_queryset=HistoryQuerySet,
            **options,
        )

    def get_history_user(self, instance: models.Model) -> AbstractBaseUser | None:
        change = _current.get()
        return change.by if change else None

    def get_change_reason_for_object(
        self, instance: models.Model, history_type: str, using: str
    ) -> str | None:
        change = _current.get()
        return (change.words or None) if change else None


def terms_of(records: Iterable[Any]) -> dict[int, dict[str, frozenset[int]]]:
    """Per record the keys of what was chosen in each many-to-many field, a statement per field."""
    records = list(records)
    chosen: dict[int, dict[str, frozenset[int]]] = {one.history_id: {} for one in records}
    for choice in records[0]._history_m2m_fields if records else []:
        through = getattr(type(records[0]), choice.name).model
        keys: dict[int, set[int]] = {}
        rows = through._default_manager.filter(history_id__in=list(chosen))
        for history, term in rows.values_list("history_id", choice.m2m_reverse_name()):
            keys.setdefault(history, set()).add(term)
        for history, terms in chosen.items():
            terms[choice.name] = frozenset(keys.get(history, ()))
    return chosen
