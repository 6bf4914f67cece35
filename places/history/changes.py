"""What was done to a place: change by change, the newest first."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from places.history.differences import Names, Pair, RowDifference, row_differences
from places.history.versions import Model, State, history_of, states_of, version_at
from places.models import Place
from places.models.history import Door

JUST_BEFORE = timedelta(microseconds=1)
BY_NOBODY = {Door.SYSTEM, Door.IMPORT}
"""Doors that also work while nobody is logged in."""


@dataclass(frozen=True)
class Span:
    """A change as far as this place goes: from its first record to its last."""

    change: uuid.UUID
    first: datetime
    last: datetime

    @property
    def before(self) -> datetime:
        """The last moment at which it had not begun."""
        return self.first - JUST_BEFORE


@dataclass(frozen=True)
class ChangeOfPlace:
    """One change: who, when, how, in which words, and what was different afterwards."""

    span: Span
    who: str
    door: str
    words: str
    rows: list[RowDifference]
    is_first: bool


def spans_of(place: Place, kinds: Collection[Model]) -> list[Span]:
    """Every change of a place, the newest first, in one statement."""
    first, *rest = (history_of(model).of_place(place.pk).spans() for model in kinds)
    spans: dict[uuid.UUID, Span] = {}
    for change, begin, end in first.union(*rest, all=True):
        known = spans.get(change, Span(change, begin, end))
        spans[change] = Span(change, min(known.first, begin), max(known.last, end))
    return sorted(spans.values(), key=lambda span: (span.last, span.first), reverse=True)


def newest_change(place: Place, kinds: Collection[Model]) -> str:
    """The change that a reader of this entry has seen last; empty before there was any."""
    spans = spans_of(place, kinds)
    return f"{spans[0].change} {spans[0].last.isoformat()}" if spans else ""


def changes_of(
    place: Place, spans: Sequence[Span], kinds: Collection[Model]
) -> list[ChangeOfPlace]:
    """These changes, which follow on each other, in words; a fixed number of statements."""
    if not spans:
        return []
    before = version_at(place, min(span.before for span in spans), kinds)
    records = _records(place, spans, kinds)
    pairs = _pairs(records, {model: dict(rows) for model, rows in before.states.items()})
    names = Names.of(pair for found in pairs.values() for pair in found.values())
    makers: dict[uuid.UUID, Any] = {one.change: one for _model, one, _state in records}
    return [
        ChangeOfPlace(
            span=span,
            who=_who(makers[span.change]),
            door=makers[span.change].get_door_display(),
            words=makers[span.change].history_change_reason or "",
            rows=row_differences(pairs[span.change].values(), names),
            is_first=(Place, place.pk) in pairs[span.change]
            and pairs[span.change][Place, place.pk][1] is None,
        )
        for span in spans
    ]


def _records(
    place: Place, spans: Sequence[Span], kinds: Collection[Model]
) -> list[tuple[Model, Any, State]]:
    """What these changes recorded, the oldest first."""
    changes = [span.change for span in spans]
    found = [
        (model, one, state)
        for model in kinds
        for one, state in states_of(model, history_of(model).of_place(place.pk).of_changes(changes))
    ]
    return sorted(found, key=lambda record: record[1].history_date)


def _pairs(
    records: Iterable[tuple[Model, Any, State]], running: dict[Model, dict[int, State]]
) -> dict[uuid.UUID, dict[tuple[Model, int], Pair]]:
    """Per change and row how it was before the change and after; what is the same is left out.

    A row may be recorded more often within a change, and be deleted and made anew.
    """
    pairs: dict[uuid.UUID, dict[tuple[Model, int], Pair]] = {}
    for model, one, state in records:
        rows = running.setdefault(model, {})
        of_change = pairs.setdefault(one.change, {})
        # Of a photo that was taken down only its going is known, not what it was.
        known = rows.get(one.id, state if one.history_type == "-" else None)
        _model, before, _after = of_change.get((model, one.id), (model, known, None))
        after = None if one.history_type == "-" else state
        of_change[model, one.id] = (model, before, after)
        rows.pop(one.id, None)
        if after is not None:
            rows[one.id] = after
    return {
        change: {row: pair for row, pair in found.items() if pair[1] != pair[2]}
        for change, found in pairs.items()
    }


def _who(record: Any) -> str:
    """The name of who did it; whoever is no longer known had an account that was deleted."""
    user = record.history_user
    if user:
        return str(user.get_full_name() or user.get_username())
    return "" if record.door in BY_NOBODY else _("iemand die er niet meer werkt")
