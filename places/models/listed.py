"""A page of a selection as lists show it: all that a card says of a place, from one statement.

Composing that in the ORM, and a geometry for every place, took 3.5 of the 15 ms of a page of the
directory; ``tests/test_listed.py`` holds it to what the ORM would say.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.gis.geos import Point
from django.db.models.base import ModelState
from django.utils.translation import get_language

from places.models.place import Place, PlaceQuerySet
from places.models.reading import reading

_SAID = {
    *("id", "slug", "name", "location", "phone", "email", "website", "tags"),
    *("hours_complete", "holiday_policy", "checked_on", "checked_by"),
}
"""What a card says, and how to reach whom it is about; the rest is read if somebody asks."""

_COLUMNS = [name for field in Place._meta.concrete_fields if (name := field.attname) in _SAID]
_ALONG = ("hours_values", "special_days_values", "source_title", "source_date")
_BROUGHT = (*_COLUMNS, "latitude", "longitude", "distance", *_ALONG)
"""What the attributes of a place are called, in the order of the statement."""

_PAGE = """
SELECT {columns}, ST_Y(degrees), ST_X(degrees), place.location <-> {point},
  to_json(along.hours)::text, to_json(along.special_days)::text, along.title, along.as_of
FROM unnest(ARRAY({keys})) WITH ORDINALITY AS page (id, number)
JOIN places_place AS place ON place.id = page.id
CROSS JOIN LATERAL ST_Transform(place.location, 4326) AS degrees
CROSS JOIN LATERAL ({along}) AS along (hours, special_days, title, as_of)
ORDER BY page.number
"""


_ITS_POINT = "(SELECT location FROM places_place WHERE id = %s)"
_NEAREST_OTHERS = f"""
SELECT id FROM (
  SELECT id, name, location <-> {_ITS_POINT} AS metres FROM places_place
  WHERE status = '{Place.Status.PUBLISHED}' AND id <> %s
  ORDER BY metres FETCH FIRST %s ROWS WITH TIES
) AS nearest ORDER BY metres, name, id LIMIT %s
"""  # noqa: S608
"""As ``by_distance`` would; composed anew it took 0.7 of the 4 ms of the page of a place."""


def listed(
    places: PlaceQuerySet, start: int, stop: int, point: Point | None, number: int | None = None
) -> list[Place]:
    """The places from start up to stop in their order, with hours, distance and newest source.

    ``number`` is how many there are, if that is known (``PagedPlaces.page_keys``). ``distance`` is
    in metres from the point, None where either is unknown. A location becomes a geometry when it is
    read, and what a card does not say costs a statement of its own.
    """
    keys, bounds = places.page_keys(start, stop, number)
    return _read(keys, bounds, "%s::geometry", point.hexewkb.decode() if point else None)


def nearest_others(key: int, many: int) -> list[Place]:
    """The so many published places that are nearest to the place with this key, which has a point.

    The point stays in the database: to make a geometry of it, and text again, took 0.2 ms.
    """
    return _read(_NEAREST_OTHERS, (key, key, many, many), _ITS_POINT, key)


def _read(keys: str, bounds: Sequence[Any], point: str, seen_from: str | int | None) -> list[Place]:
    """The places whose keys a statement gives, in that order; ``point`` is where one looks from."""
    along, said = _along(get_language())
    columns = ", ".join(f"place.{name}" for name in _COLUMNS)
    connection = reading()
    with connection.cursor() as cursor:
        sql = _PAGE.format(columns=columns, point=point, keys=keys, along=along)
        cursor.execute(sql, (seen_from, *bounds, *said))
        return [_place(connection.alias, row) for row in cursor.fetchall()]


@cache
def _along(_language: str | None) -> tuple[str, Sequence[Any]]:
    """What the place of ``page.id`` brings along, compiled once for each language."""
    brought = Place.objects.of_row("page.id").with_timetable().with_newest_source()
    return brought.order_by().values_list(*_ALONG).query.sql_with_params()


def _place(alias: str, row: Sequence[Any]) -> Place:
    """As ``Model.from_db`` makes one, which looks through all 48 fields: 0.5 ms for a page."""
    place = Place.__new__(Place)
    place._state = ModelState()
    place._state.adding, place._state.db = False, alias
    vars(place).update(zip(_BROUGHT, row, strict=True))
    place.hours_values = _values(place.hours_values)
    place.special_days_values = _values(place.special_days_values)
    return place


def _values(text: Any) -> list[Any]:
    """The rows in a JSON array; most places have no special days."""
    rows: list[Any] = [] if text == "[]" else json.loads(text)
    return rows
