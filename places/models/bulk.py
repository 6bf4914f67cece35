"""Many rows written at once, each with its history, as saving them one by one would leave it.

``change`` is the change that is going on, as ``history.one_change`` gives it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from places.models.copying import copy_rows, new_keys
from places.models.history import Change
from places.models.place import Place

BATCH = 500


def create_rows(change: Change, rows: Sequence[Any]) -> None:
    """Insert rows of one model."""
    for model, some in _by_model(rows):
        _insert(model, some)
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
    _insert(
        through,
        [through(place_id=place, **{f"{term}_id": item}) for place, item in wanted - known.keys()],
    )


def create_places(change: Change, places: Sequence[Place]) -> None:
    """Insert places that have a key of ``new_keys`` and whose rows and terms are there already.

    So the database derives what is searched from all that belongs to them, and does so once.
    """
    copy_rows(Place, places)
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


def _insert(model: type[Model], rows: Sequence[Any]) -> None:
    if rows:
        for row, key in zip(rows, new_keys(model, len(rows)), strict=True):
            row.pk = key
        copy_rows(model, rows)


def _by_model(rows: Sequence[Any]) -> list[tuple[type[Model], list[Any]]]:
    groups: dict[type[Model], list[Any]] = {}
    for row in rows:
        groups.setdefault(type(row), []).append(row)
    return list(groups.items())


def _written(model: type[Model]) -> list[str]:
    fields = (f for f in model._meta.concrete_fields if not f.primary_key and not f.generated)
    return [f.name for f in fields if f.name != "place"]


def _remember(change: Change, model: Any, rows: Sequence[Any], kind: str) -> None:
    """History of rows as they stand in their table now."""
    _run(*_recorded(change, model, rows, kind))


def _remember_places(change: Change, places: Sequence[Place], kind: str) -> None:
    """History of places with the terms that they have in their many-to-many fields."""
    if not places:
        return
    past: Any = Place.history.model
    statement, values = _recorded(change, Place, places, kind)
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} RETURNING id, history_id", values)
        made = [list(keys) for keys in zip(*cursor.fetchall(), strict=True)]
    for field in past._history_m2m_fields:
        kept, through = getattr(past, field.name).model, field.remote_field.through
        columns = _names(f.column for f in through._meta.concrete_fields)
        # Row by row by its key: found by what all of them share, each thousand reads those before.
        _run(
            f"INSERT INTO {_names([kept._meta.db_table])} ({columns}, history_id) "  # noqa: S608
            "SELECT term.*, made.history_id "
            "FROM unnest(%s::bigint[], %s::bigint[]) AS made (place, history_id), LATERAL ("
            f"SELECT {columns} FROM {_names([through._meta.db_table])} "
            "WHERE place_id = place OFFSET 0) AS term",
            made,
        )


def _recorded(change: Change, model: Any, rows: Sequence[Any], kind: str) -> tuple[str, list[Any]]:
    """The statement that records rows as they stand in their table, and its values."""
    past = model.history.model
    said = {
        "history_date": timezone.now(),
        "history_type": kind,
        "history_user_id": change.by.pk if change.by else None,
        "history_change_reason": change.words or None,
        "change": change.id,
        "door": change.door,
    }
    columns = _names(field.column for field in past.tracked_fields)
    return (
        f"INSERT INTO {_names([past._meta.db_table])} ({columns}, {_names(said)}) "  # noqa: S608
        f"SELECT {columns}, %s, %s, %s, %s, %s, %s FROM {_names([model._meta.db_table])} "
        "WHERE id = ANY(%s)",
        [*said.values(), [row.pk for row in rows]],
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(connection.ops.quote_name(name) for name in names)


def _run(statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
