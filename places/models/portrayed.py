"""The place at an address with all of its row that its own page says, from one statement.

Composing that in the ORM took 5 of the 20 ms of a page; ``tests/test_portrayed.py`` holds it to
``for_its_page()``, which brings the same along where places are chosen in another way.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.utils.translation import get_language

from places.models.area import Area, Degrees
from places.models.organisation import Organisation
from places.models.place import Place
from places.models.reading import reading
from places.models.vocabulary import Kind

_COLUMNS = [field.attname for field in Place._meta.concrete_fields if field.attname != "search"]
_KIND = ("id", "slug", "symbol")
_ORGANISATION = ("id", "slug", "name", "website")
_AREA = ("id", "level", "parent_id", "code", "name", "slug")
"""In the order of their models, as ``Model.from_db`` wants them; the rest is read if asked for."""

_PLACE = """
SELECT {columns}, ST_X(degrees), ST_Y(degrees), along.title, along.as_of,
  to_json(along.hours)::text, to_json(along.special_days)::text,
  json_build_array({kind}, {organisation}, {area}, {above}, {top})::text
FROM places_place AS place
LEFT JOIN places_kind AS kind ON kind.id = place.kind_id
LEFT JOIN places_organisation AS organisation ON organisation.id = place.organisation_id
LEFT JOIN places_area AS area ON area.id = place.area_id
LEFT JOIN places_area AS above ON above.id = area.parent_id
LEFT JOIN places_area AS top ON top.id = above.parent_id
CROSS JOIN LATERAL ST_Transform(place.location, 4326) AS degrees
CROSS JOIN LATERAL ({along}) AS along (hours, special_days, title, as_of)
WHERE place.id = coalesce(
  (SELECT id FROM places_place WHERE slug = %s),
  (SELECT place_id FROM places_formerslug WHERE slug = %s)
)
"""


def portrayed(slug: str) -> Place | None:
    """The place that lives at this address, or else the one that used to, ``for_its_page()``."""
    sql, said = _statement(get_language())
    connection = reading()
    with connection.cursor() as cursor:
        cursor.execute(sql, (*said, slug, slug))
        row = cursor.fetchone()
    return _place(connection.alias, row) if row else None


@cache
def _statement(_language: str | None) -> tuple[str, Sequence[Any]]:
    """Composed once for each language, in which hours bring their notes."""
    brought = Place.objects.of_row("place.id").with_timetable().with_newest_source().order_by()
    names = ("hours_values", "special_days_values", "source_title", "source_date")
    along, said = brought.values_list(*names).query.sql_with_params()
    levels = {level: _array(level, _AREA) for level in ("area", "above", "top")}
    return _PLACE.format(
        columns=", ".join(f"place.{name}" for name in _COLUMNS),
        kind=_array("kind", _KIND),
        organisation=_array("organisation", _ORGANISATION),
        along=along,
        **levels,
    ), said


def _array(table: str, columns: Sequence[str]) -> str:
    return f"json_build_array({', '.join(f'{table}.{name}' for name in columns)})"


def _place(alias: str, row: Sequence[Any]) -> Place:
    place = Place.from_db(alias, _COLUMNS, row[: len(_COLUMNS)])
    x, y, place.source_title, place.source_date, *told = row[len(_COLUMNS) :]
    place.degrees = None if x is None else Degrees(x, y)
    place.hours_values, place.special_days_values, family = map(json.loads, told)
    kind, organisation, *line = family
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
