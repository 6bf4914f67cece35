"""What is filled in in a document when it is asked for: what to do where, how far, how it is now.

A document comes from the database with gaps (``entry_columns.GAP``): what stands in them depends on
more than the place and the day. ``GAPS`` says what, in the statement around them: ``chosen`` are
the places of a page with what was read of them, ``trait`` has all traits with how they begin, and
``origin`` is the point that distances are measured from.

The documents of a page come as one text, and what fills their gaps as another: for each value that
a row has Python is asked how to read it, which took longer than to fill the gaps.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.contrib.gis.geos import Point

from places.models.entry_columns import BEFORE_PHOTO, GAP, PHOTO, SLUG, Asked


class Column(NamedTuple):
    """An SQL expression with its parameters."""

    sql: str
    parameters: Sequence[Any] = ()


TRAITS = """(SELECT coalesce(jsonb_object_agg(trait_id, answer), '{}')
  FROM places_placetrait WHERE place_id = place.id)"""
"""What is known of the traits of a place: all that its document needs to name every trait."""

EVERY_TRAIT = """
SELECT id::text, rtrim(to_json(said)::text, '}') || ',"antwoord":' AS begins
FROM places_trait
  CROSS JOIN LATERAL (SELECT slug, name AS "naam", nullif(name_en, '') AS "naamEn") AS said
ORDER BY position, name
"""

ONE_BY_ONE = """'[' || (
  SELECT coalesce(string_agg(
    begins || coalesce(chosen.traits -> trait.id, '"onbekend"')::text || '}', E', \\n '
  ), '') FROM trait
) || ']'"""
"""All traits with what is known of each, of ``chosen.traits``."""


DISTANCE = "coalesce(round(ST_Distance(chosen.location, origin))::integer::text, 'null')"
"""Whole metres as the crow flies; null where one of the two is not known."""

GAPS = {"kenmerken": ONE_BY_ONE, "staat": "to_json(chosen.state)::text", "afstand": DISTANCE}
"""What is filled in by the database, as JSON; links are filled in afterwards."""

TEXTS = "string_agg(chosen.text, E', \\n ' ORDER BY chosen.number)"
"""The documents in their order, with between them what stands there in a list of PostgreSQL."""


def fillings(*values: str) -> str:
    """Of each place its slug, its status and these values; no JSON of PostgreSQL has a ``\\r``."""
    said = ", ".join(("chosen.slug", "chosen.status", *values))
    return f"string_agg(concat_ws(E'\\r', {said}), E'\\r\\r' ORDER BY chosen.number)"


def origin(point: Point | None) -> Column:
    """What distances are measured from; of nothing there are none."""
    if point is None:
        return Column("NULL::geometry")
    return Column(f"ST_SetSRID(ST_MakePoint(%s, %s), {point.srid})", (point.x, point.y))


class Filled(NamedTuple):
    """A place of a page: its address, whether the public may see it, and what fills its gaps."""

    slug: str
    status: str
    values: Sequence[str]


def places_in(said: str) -> list[Filled]:
    """What ``fillings`` says, place by place."""
    rows = (row.split("\r") for row in said.split("\r\r"))
    return [Filled(slug, status, values) for slug, status, *values in rows]


def filled(texts: str, places: Iterable[Filled], asked: Asked, linked: bool) -> str:
    """Documents with their values, their own links where they have them, and those of photos."""
    links = as_postgresql_says({name: {"href": link} for name, link in asked.links.items()})
    values: list[str] = []
    for one in places:
        values += one.values
        if linked:
            values.append(links.replace(SLUG, one.slug))
    first, *rest = texts.split(GAP)
    whole = first + "".join(value + piece for value, piece in zip(values, rest, strict=True))
    return _with_photos(whole, asked.photo) if BEFORE_PHOTO in whole else whole


as_postgresql_says = json.JSONEncoder(ensure_ascii=False, separators=(", ", " : ")).encode
"""JSON with the white space of ``json_build_object``."""


def _with_photos(whole: str, address: str) -> str:
    return _PHOTO.sub(lambda found: f'"{address.replace(PHOTO, found[1])}"', whole)


_PHOTO = re.compile(f'{BEFORE_PHOTO}"([^"]*)"')
