"""What is filled in in a document when it is asked for: what to do where, how far, how it is now.

A document comes from the database with gaps (``entry_columns.GAP``): what stands in them depends on
more than the place and the day. ``gaps`` says what, in the statement around them: ``place`` is the
place, ``chosen`` has what was read of it, ``trait`` has all traits with how they begin.
"""

import json
import re
from collections.abc import Sequence
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


def gaps(point: Point | None) -> dict[str, Column]:
    """What is filled in by the database, as JSON; links are filled in afterwards."""
    return {
        "kenmerken": Column(ONE_BY_ONE),
        "staat": Column("to_json(chosen.state)::text"),
        "afstand": distance("place", point),
    }


def distance(place: str, point: Point | None) -> Column:
    """Whole metres as the crow flies; null where one of the two is not known."""
    if point is None:
        return Column("'null'")
    there = f"ST_SetSRID(ST_MakePoint(%s, %s), {point.srid})"
    metres = f"round(ST_Distance({place}.location, {there}))::integer::text"
    return Column(f"coalesce({metres}, 'null')", (point.x, point.y))


class Filling:
    """Fills the gaps of documents with these fields, in the order in which they come."""

    def __init__(self, asked: Asked) -> None:
        links = {name: {"href": link} for name, link in asked.links.items()}
        self.links = as_postgresql_says(links)
        self.photo = asked.photo

    def filled(self, text: str, slug: str, values: Sequence[str]) -> str:
        """The document with these values, its own links and the addresses of its photos."""
        first, *rest = text.split(GAP)
        links = self.links.replace(SLUG, slug)
        pieces = zip((*values, links), rest, strict=False)
        whole = first + "".join(value + piece for value, piece in pieces)
        return _PHOTO.sub(self._address, whole) if BEFORE_PHOTO in whole else whole

    def _address(self, found: re.Match[str]) -> str:
        return f'"{self.photo.replace(PHOTO, found[1])}"'


def as_postgresql_says(value: Any) -> str:
    """JSON with the white space of ``json_build_object``."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", " : "))


_PHOTO = re.compile(f'{BEFORE_PHOTO}"([^"]*)"')
