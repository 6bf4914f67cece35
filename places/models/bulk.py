"""Many rows written at once, each with its history, as saving them one by one would leave it.

``change`` is the change that is going on, as ``history.one_change`` gives it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from places.models.history import Change
from places.models.place import Place

BATCH = 500


def create_rows(change: Change, rows: Sequence[Any]) -> None:
    """Insert rows of one model."""
    for model, some in _by_model(rows):
        model._default_manager.bulk_create(some, batch_size=BATCH)
        _remember(change, model, some, "+")


def update_rows(change: Change, rows: Sequence[Any]) -> None:
    """Update all fields of rows."""
    for model, some in _by_model(rows):
        model._default_manager.bulk_update(some, _written(model), batch_size=BATCH)
        _remember(change, model, some, "~")


def delete_rows(change: Change, rows: Sequence[Any]) -> None:
    """Delete rows that nothing points at."""
    for model, some in _by_model(rows):
        _remember(change, model, some, "-")
        # Deleted one by one they would each write their own history, a statement per row.
        gone = model._default_manager.filter(pk__in=[row.pk for row in some])
        gone._raw_delete(gone.db)


def set_links(name: str, links: Sequence[tuple[Place, Sequence[Model]]]) -> None:
    """Let each place have exactly these terms in one of its many-to-many fields."""
    through = getattr(Place, name).through
    term = Place._meta.get_field(name).m2m_reverse_field_name()  # type: ignore[union-attr]
    places = {place.pk: {item.pk for item in terms} for place, terms in links}
    here = through._default_manager.filter(place__in=places)
    known = {(place, item): key for key, place, item in here.values_list("pk", "place", term)}
    wanted = {(place, item) for place, items in places.items() for item in items}
    gone = [key for pair, key in known.items() if pair not in wanted]
    if gone:
        through._default_manager.filter(pk__in=gone).delete()
    through._default_manager.bulk_create(
        (through(place_id=place, **{f"{term}_id": item}) for place, item in wanted - known.keys()),
        batch_size=BATCH,
    )


def create_places(change: Change, places: Sequence[Place]) -> None:
    """Insert places that have a key of ``new_keys`` and whose rows and terms are there already.

    So the database derives what is searched from all that belongs to them, and does so once.
    """
    Place._default_manager.bulk_create(places, batch_size=BATCH)
    _remember_places(change, places, "+")


def update_places(
    change: Change, places: Sequence[Place], fields: Iterable[str], altered: Sequence[Place]
) -> None:
    """Update these fields; only those that were ``altered`` themselves get a row of history."""
    now = timezone.now()
    for place in places:
        place.changed_at = now
    Place._default_manager.bulk_update(places, [*fields, "changed_at"], batch_size=BATCH)
    _remember_places(change, altered, "~")


def new_keys(count: int) -> list[int]:
    """Primary keys for places to come."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('places_place', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [key for (key,) in cursor.fetchall()]


def _by_model(rows: Sequence[Any]) -> list[tuple[type[Model], list[Any]]]:
    groups: dict[type[Model], list[Any]] = {}
    for row in rows:
        groups.setdefault(type(row), []).append(row)
    return list(groups.items())


def _written(model: type[Model]) -> list[str]:
    fields = (f for f in model._meta.concrete_fields if not f.primary_key and not f.generated)
    return [f.name for f in fields]


def _remember(change: Change, model: Any, rows: Sequence[Any], kind: str) -> list[Any]:
    """Rows of history; they take the id and the door of the change by themselves."""
    past = model.history.model
    fields = [f.attname for f in past.tracked_fields]
    common = {
        "history_date": timezone.now(),
        "history_user": change.by,
        "history_change_reason": change.words or None,
        "history_type": kind,
    }
    remembered = (past(**common, **{f: getattr(row, f) for f in fields}) for row in rows)
    made: list[Any] = past._default_manager.bulk_create(remembered, batch_size=BATCH)
    return made


def _remember_places(change: Change, places: Sequence[Place], kind: str) -> None:
    """Rows of history with the terms that the places have in their many-to-many fields."""
    versions = {version.id: version for version in _remember(change, Place, places, kind)}
    past: Any = Place.history.model
    for field in past._history_m2m_fields:
        kept: Any = getattr(past, field.name).model
        here = field.remote_field.through._default_manager.filter(place__in=versions)
        names = [f.attname for f in here.model._meta.concrete_fields]
        kept._default_manager.bulk_create(
            (
                kept(history=versions[row["place_id"]], **row)
                for row in here.values(*names).iterator()
            ),
            batch_size=BATCH,
        )
