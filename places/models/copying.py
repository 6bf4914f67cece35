"""New rows as PostgreSQL takes them in fastest: as the text of a COPY.

Of 5,000 places with what is around them it spared a third of the time in Python, where INSERT has
a placeholder composed for each value, and as much in the database, which has to read them.
"""

from collections.abc import Sequence
from io import StringIO
from typing import Any

from django.contrib.gis.db.backends.postgis.adapter import PostGISAdapter
from django.db import connection, connections
from django.db.models import Model

_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_QUOTED = str.maketrans({"\\": r"\\", '"': r"\""})


def new_keys(model: type[Model], count: int) -> list[int]:
    """Primary keys for rows to come."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(sequence) FROM pg_get_serial_sequence(%s, 'id') AS named (sequence),"
            " generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def copy_rows(model: type[Model], rows: Sequence[Model]) -> None:
    """Insert these rows, which have a key of ``new_keys``; triggers and constraints see to them."""
    database = connections[connection.alias]  # itself: it is asked for something per value
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    text = StringIO()
    for row in rows:
        values = (
            field.get_db_prep_save(field.pre_save(row, add=True), database) for field in fields
        )
        text.write("\t".join(map(_text, values)) + "\n")
        row._state.adding, row._state.db = False, database.alias
    text.seek(0)
    named = database.ops.quote_name
    columns = ", ".join(named(str(field.column)) for field in fields)
    with database.cursor() as cursor, database.wrap_database_errors:
        cursor.copy_expert(f"COPY {named(model._meta.db_table)} ({columns}) FROM STDIN", text)


def _text(value: Any) -> str:
    """A value as a column of a COPY."""
    if value is None:
        return r"\N"
    if isinstance(value, PostGISAdapter):
        return str(value.ewkb.hex())
    if isinstance(value, list):
        value = "{" + ",".join(f'"{str(one).translate(_QUOTED)}"' for one in value) + "}"
    return str(value).translate(_ESCAPES)
