"""Writing what a file says: a statement per table, the places last, the history with it."""

from collections.abc import Sequence

from django.db import transaction

from places.exchange.column import DegreeColumn
from places.exchange.columns import forget
from places.exchange.outcome import Fate, Outcome
from places.models import Place
from places.models.bulk import (
    create_places,
    create_rows,
    delete_rows,
    new_keys,
    set_links,
    update_places,
    update_rows,
)
from places.models.history import Change

LINKS = ("audiences", "offers", "languages")


def store(change: Change, outcomes: Sequence[Outcome]) -> None:
    """Write what is new and what changed, all or nothing."""
    new = [outcome for outcome in outcomes if outcome.fate is Fate.NEW]
    changed = [outcome for outcome in outcomes if outcome.fate is Fate.CHANGED]
    with transaction.atomic():
        for outcome, key in zip(new, new_keys(len(new)), strict=True):
            _place(outcome).pk = key
        _store_rows(change, [*new, *changed])
        create_places(change, [_place(outcome) for outcome in new])
        _update(change, changed)


def _store_rows(change: Change, outcomes: Sequence[Outcome]) -> None:
    """First what goes, for what comes may take its place."""
    staged = [(_place(outcome), one) for outcome in outcomes for one in outcome.staged]
    delete_rows(change, [row for _place, one in staged for row in one.gone])
    kept = {id(row): (place, row) for place, one in staged for row in one.kept}
    for place, row in kept.values():
        row.place = place
    known = [row for _place, row in kept.values() if row.pk is not None]
    create_rows(change, [row for _place, row in kept.values() if row.pk is None])
    update_rows(change, known)
    for name in LINKS:
        set_links(name, [(place, one.links[name]) for place, one in staged if name in one.links])


def _update(change: Change, outcomes: Sequence[Outcome]) -> None:
    fields = {
        "location" if isinstance(c.column, DegreeColumn) else c.column.name
        for outcome in outcomes
        for c in outcome.changes
        if c.column.own
    }
    altered = [
        _place(outcome)
        for outcome in outcomes
        if any(c.column.own or c.column.name in LINKS for c in outcome.changes)
    ]
    places = [_place(outcome) for outcome in outcomes]
    update_places(change, places, sorted(fields), altered)
    for place in places:
        forget(place)


def _place(outcome: Outcome) -> Place:
    assert outcome.place is not None
    return outcome.place
