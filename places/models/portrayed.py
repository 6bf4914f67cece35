"""The place at an address with all of its row that its own page says, from one statement.

Composing that in the ORM took 5 of the 20 ms of a page; ``tests/test_portrayed.py`` holds it to
``for_its_page()``, which brings the same along where places are chosen in another way.
"""

import json
from collections.abc import Sequence
from typing import Any

from places.bilingual import in_english
from places.models.area import Area, Degrees
from places.models.organisation import Organisation
from places.models.place import Place
from places.models.reading import reading
from places.models.timetable import rows_of
from places.models.told import Told, told
from places.models.vocabulary import Kind

_COLUMNS = [field.attname for field in Place._meta.concrete_fields if field.attname != "search"]
_KIND = ("id", "slug", "symbol")
_ORGANISATION = ("id", "slug", "name", "website")
_AREA = ("id", "level", "parent_id", "code", "name", "slug")
"""As ``places_portrayed`` gives them, in the order of their models, which ``Model.from_db`` wants;
the rest is read if asked for."""

_PLACE = f"""
SELECT {", ".join(f"(place).{name}" for name in _COLUMNS)},
  longitude, latitude, source, source_date, hours, special_days, family, places_told((place).id)
FROM places_portrayed(%s, %s)
"""  # noqa: S608


def portrayed(slug: str) -> tuple[Place, Told] | None:
    """The place that lives at this address, or else the one that used to, ``for_its_page()``.

    With it comes what rows beside it tell, which would be a statement more.
    """
    connection = reading()
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, (slug, in_english()))
        row = cursor.fetchone()
    return (_place(connection.alias, row[:-1]), told(row[-1])) if row else None


def _place(alias: str, row: Sequence[Any]) -> Place:
    place = Place.from_db(alias, _COLUMNS, row[: len(_COLUMNS)])
    x, y, place.source_title, place.source_date, hours, special_days, family = row[len(_COLUMNS) :]
    place.degrees = None if x is None else Degrees(x, y)
    place.hours_values, place.special_days_values = rows_of(hours), rows_of(special_days)
    kind, organisation, *line = json.loads(family)
    place.kind = _found(Kind, alias, _KIND, kind)
    place.organisation = _found(Organisation, alias, _ORGANISATION, organisation)
    place.area = _lying_in(alias, line)
    return place


def _found(model: Any, alias: str, columns: Sequence[str], values: list[Any]) -> Any:
    """The row of an outer join as an instance; None where there was none."""
    return None if values[0] is None else model.from_db(alias, columns, values)


def _lying_in(alias: str, line: list[list[Any]]) -> Area | None:
    """An area in the next of the line, and so on."""
    around = None
    for values in reversed(line):
        area = _found(Area, alias, _AREA, values)
        if area and around:
            area.parent = around
        around = area
    return around
