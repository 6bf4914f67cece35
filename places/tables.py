"""Whether the tables of a database are those of this code.

As long as nothing is deployed one migration makes them all, and changes with them. In a database
that was made before, it has run already: nothing would be said, and every page would be an error.
"""

from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations import RunSQL

_SIGNED = "SELECT obj_description(regclass) FROM to_regclass('places_place') AS regclass"

HINT = "Keep what you need of it (pg_dump) and remove it; that of this checkout by: make clean"


def sign(_apps: Any, schema: Any) -> None:
    """Write on the tables what they were made from; the last thing that the migration does."""
    schema.execute(f"COMMENT ON TABLE places_place IS '{made_from()}'")


def made_from() -> str:
    """A hash of all that the migration does."""
    module = import_module("places.migrations.0001_initial")
    statements = (str(one.sql) for one in module.Migration.operations if isinstance(one, RunSQL))
    said = [Path(str(module.__file__)).read_text(), *statements]
    return sha256("".join(said).encode()).hexdigest()


@register(Tags.database)
def made_by_this_code(
    databases: Sequence[str] | None = None, **_asked: Any
) -> Sequence[CheckMessage]:
    """What ``migrate`` says before it does anything; nothing of a database without tables."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{_SIGNED} WHERE regclass IS NOT NULL")
        signed = cursor.fetchone()
    if signed in (None, (made_from(),)):
        return []
    said = "The tables of this database were made by another version of this code."
    return [Error(said, hint=HINT, id="places.E001")]
