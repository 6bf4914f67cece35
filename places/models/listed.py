"""A page of a selection as lists show it: all that a card says of a place, from one statement.

Composing that in the ORM, and a geometry for every place, took 3.5 of the 15 ms of a page of the
directory; ``tests/test_listed.py`` holds it to what the ORM would say.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.gis.geos import Point
from django.db.models.base import ModelState

from places.bilingual import in_english
from places.models.condition import Statement
from places.models.place import Place
from places.models.reading import reading
from places.models.timetable import rows_of

_SAID = {
    *("id", "slug", "name", "location", "phone", "email", "website", "tags"),
    *("hours_complete", "holiday_policy", "checked_on", "checked_by"),
}
"""What a card says, and how to reach whom it is about; the rest is read if somebody asks."""

_COLUMNS = [name for field in Place._meta.concrete_fields if (name := field.attname) in _SAID]
_ALONG = ("hours_values", "special_days_values", "source_title", "source_date")
_BROUGHT = (*_COLUMNS, "latitude", "longitude", "distance", *_ALONG)
"""What the attributes of a place are called, in the order of the statement."""

_PAGE = f"""
SELECT {", ".join(f"(place).{name}" for name in _COLUMNS)},
  latitude, longitude, metres, hours, special_days, source, source_date
FROM places_listed({{keys}}, {{point}}, %s)
"""  # noqa: S608

_NEAREST = "places_nearest_others(%s, %s)"
"""As ``by_distance`` would; composed anew it took 0.7 of the 4 ms of the page of a place."""

_ITS_POINT = "(SELECT location FROM places_place WHERE id = %s)"
"""Stays in the database: to make a geometry of it, and text again, took 0.2 ms."""


def listed(page: Statement, point: Point | None) -> list[Place]:
    """The places with these keys in their order, with hours, distance and newest source.

    ``distance`` is in metres from the point, None where either is unknown. A location becomes a
    geometry when it is read, and what a card does not say costs a statement of its own.
    """
    keys, bounds = page
    seen_from = point.hexewkb.decode() if point else None
    return _read(keys, "%s::geometry", [*bounds, seen_from])


def nearest_others(key: int, many: int) -> list[Place]:
    """The so many published places nearest to the one with this key, which has a point."""
    return _read(_NEAREST, _ITS_POINT, [key, many, key])


def _read(keys: str, point: str, values: Sequence[Any]) -> list[Place]:
    """The places with these keys, in that order; ``point`` is where one looks from."""
    connection = reading()
    with connection.cursor() as cursor:
        cursor.execute(_PAGE.format(keys=keys, point=point), (*values, in_english()))
        return [_place(connection.alias, row) for row in cursor.fetchall()]


def _place(alias: str, row: Sequence[Any]) -> Place:
    """As ``Model.from_db`` makes one, which looks through all 48 fields: 0.5 ms for a page."""
    place = Place.__new__(Place)
    place._state = ModelState()
    place._state.adding, place._state.db = False, alias
    vars(place).update(zip(_BROUGHT, row, strict=True))
    place.hours_values = rows_of(place.hours_values)
    place.special_days_values = rows_of(place.special_days_values)
    return place
