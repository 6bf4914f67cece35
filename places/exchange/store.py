"""Writing what a file says: a statement per table, the places last, the history with it."""

from collections.abc import Callable, Sequence

from django.db import transaction

from places.exchange.column import DegreeColumn
from places.exchange.columns import forget
from places.exchange.outcome import Fate, Outcome
from places.models import Place
from places.models.bulk import (
    create_places,
    create_rows,
    delete_rows,
    set_links,
    update_places,
    update_rows,
)
from places.models.copying import new_keys
from places.models.history import Change

LINKS = ("audiences", "offers", "languages")


BATCH = 500
"""Rows of a file that are written before it is said how far the work is."""


def store(change: Change, outcomes: Sequence[Outcome], tell: Callable[[int, int], None]) -> None:
    """Write what is new and what changed, all or nothing; ``tell`` hears how many of how many."""
    work = [one for one in outcomes if one.fate in (Fate.NEW, Fate.CHANGED)]
    with transaction.atomic():
        for start in range(0, len(work), BATCH):
            tell(start, len(work))
            _store(change, work[start : start + BATCH])
    tell(len(work), len(work))


def _store(change: Change, outcomes: Sequence[Outcome]) -> None:
    new = [outcome for outcome in outcomes if outcome.fate is Fate.NEW]
    for outcome, key in zip(new, new_keys(Place, len(new)), strict=True):
        _place(outcome).pk = key
    _store_rows(change, outcomes)
    create_places(change, [_place(outcome) for outcome in new])
    _update(change, [outcome for outcome in outcomes if outcome.fate is Fate.CHANGED])


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
