"""An entry as it was at a moment, or as it is: plain values of the place and its rows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from places.models import (
    Dossier,
    OpeningHours,
    Photo,
    Place,
    PlaceDilemma,
    PlaceTrait,
    PlaceValue,
    Quote,
    Referral,
    Source,
    SpecialDay,
)
from places.models.history import terms_of
from places.roles import may_see

Model = type[models.Model]
State = dict[str, Any]
"""Of a row: column -> value; a foreign key as its key, many-to-many as a set of keys."""

ROWS: tuple[Model, ...] = (
    OpeningHours,
    SpecialDay,
    PlaceValue,
    PlaceDilemma,
    PlaceTrait,
    Quote,
    Source,
    Photo,
    Referral,
    Dossier,
)
CONFIDENTIAL = (Referral, Dossier)
TERMS = ("offers", "audiences", "languages")


@dataclass
class Version:
    """The states of a place and its rows by primary key."""

    states: dict[Model, dict[int, State]]


def readable(user: Any, place: Place) -> list[Model]:
    """What this user may know of the history of this place."""
    return [
        Place,
        *(model for model in ROWS if model not in CONFIDENTIAL or may_see(user, model, place)),
    ]


def version_at(place: Place, moment: datetime, kinds: Collection[Model]) -> Version:
    """The entry at this moment, in a fixed number of statements; that moment itself included."""
    version = Version({})
    for model in kinds:
        records = list(history_of(model).of_place(place.pk).until(moment).newest_of_each())
        version.states[model] = {
            one.id: state for one, state in states_of(model, records) if one.history_type != "-"
        }
    return version


def version_now(place: Place, kinds: Collection[Model]) -> Version:
    """The entry as the database has it, whatever ``place`` was told since it was read."""
    fresh = Place.objects.get(pk=place.pk)
    version = Version({Place: {fresh.pk: place_state(fresh)}})
    for model in kinds:
        if model is not Place:
            rows = rows_of(fresh, model)
            version.states[model] = {row.pk: state_of(model, row) for row in rows}
    return version


def rows_of(place: Place, model: Model) -> list[Any]:
    """The rows of this model around a place."""
    remote: Any = model._meta.get_field("place").remote_field
    accessor = remote.get_accessor_name()
    if remote.multiple:
        return list(getattr(place, accessor).all())
    return [getattr(place, accessor)] if hasattr(place, accessor) else []


def states_of(model: Model, records: Iterable[Any]) -> list[tuple[Any, State]]:
    """Records of the history with what they say; many-to-many in a statement per field."""
    records = list(records)
    terms = terms_of(records) if model is Place else {}
    return [(one, state_of(model, one) | dict(terms.get(one.history_id, {}))) for one in records]


def state_of(model: Model, row: Any) -> State:
    """The recorded columns of a row or of its record."""
    return {one.attname: getattr(row, one.attname) for one in columns(model)}


def place_state(place: Place) -> State:
    """The recorded columns of a place, with its many-to-many choices."""
    chosen = {name: frozenset(getattr(place, name).values_list("pk", flat=True)) for name in TERMS}
    return state_of(Place, place) | chosen


def columns(model: Model) -> list[Any]:
    """The fields of a model that its history keeps."""
    kept: list[Any] = history_of(model).model.tracked_fields
    return kept


def history_of(model: Model) -> Any:
    """The history of a model, with the vocabulary of ``HistoryQuerySet``."""
    return model.history  # type: ignore[attr-defined]
