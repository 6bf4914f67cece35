"""Answers of HSDS as PostgreSQL writes them, nulls left out; the total of a page comes first."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from places.models.hsds_columns import Fields, said
from places.models.hsds_terms import TAXONOMY, TERM, taxonomy_parameters
from places.models.reading import reading, row_of
from places.models.selected import Selected
from places.public_holidays import holidays_between

AHEAD = timedelta(days=365)
"""How far ahead holidays are said."""

_ASKED = """
asked AS MATERIALIZED (
  SELECT %s::date AS today, %s::text AS page, %s::json AS provinces,
    %s::date[] AS holidays, %s::text[] AS holiday_names
)"""

_AROUND = """
CROSS JOIN asked
LEFT JOIN places_publication AS known ON known.uuid = place.uuid
LEFT JOIN places_organisation AS organisation ON organisation.id = place.organisation_id
LEFT JOIN places_area AS area ON area.id = place.area_id
LEFT JOIN places_area AS above ON above.id = area.parent_id
LEFT JOIN places_area AS top ON top.id = above.parent_id
"""

PAGED = """
json_strip_nulls(json_build_object(
  'total_items', total, 'total_pages', pages, 'page_number', page, 'size', size,
  'first_page', page = 1, 'last_page', page >= pages, 'empty', size = 0, 'contents', contents
))::text
"""
"""The page of HSDS; needs ``total``, ``pages``, ``page``, ``size`` and ``contents``."""

_PAGE = """
WITH {known},
found AS (
  SELECT coalesce(json_agg({said} ORDER BY chosen.number), '[]') AS contents, count(*) AS size
  FROM unnest({keys}) WITH ORDINALITY AS chosen (id, number)
  JOIN places_place AS place ON place.id = chosen.id {around}
),
numbered AS (
  SELECT %s::bigint AS total, %s::integer AS pages, %s::integer AS page, size, contents FROM found
)
SELECT {paged} FROM numbered
"""

_ONE = """
WITH {known}
SELECT place.status, json_strip_nulls({said})::text
FROM places_place AS place {around} WHERE place.uuid = %s
"""


@dataclass(frozen=True)
class Asked:
    """What a document depends on besides the data.

    ``page`` is the address of a place's own page, with ``SLUG``; ``provinces`` are the names of
    provinces by the slug of a municipality.
    """

    today: date
    page: str
    provinces: Mapping[str, str]

    @property
    def parameters(self) -> list[Any]:
        holidays = holidays_between(self.today, self.today + AHEAD, "nl")
        provinces = json.dumps(dict(self.provinces))
        return [self.today, self.page, provinces, list(holidays), list(holidays.values())]


@dataclass(frozen=True)
class PageAsked:
    """Which page, and how many things stand on one."""

    number: int
    per: int

    @property
    def start(self) -> int:
        return (self.number - 1) * self.per

    @property
    def stop(self) -> int:
        return self.start + self.per

    def pages(self, total: int) -> int:
        """How many pages there are of so many things."""
        return -(-total // self.per)


class Entry(NamedTuple):
    """Whether the public may see a place, and its JSON."""

    status: str
    json: str


def places_page(places: Selected, page: PageAsked, asked: Asked, fields: Fields) -> str:
    """A page of places in their order, each with these fields; the total is exact, as who walks
    through all pages has to know which is the last."""
    (total,) = row_of(*places.number()) or (0,)
    keys, bounds = places.keys(page.start, page.stop, total)
    sql = _PAGE.format(known=_KNOWN, keys=keys, said=said(fields), around=_AROUND, paged=PAGED)
    return page_of(sql, [*_known(asked), *bounds, total, page.pages(total), page.number])


def page_of(sql: str, parameters: Sequence[Any]) -> str:
    """The page that a statement writes, if only an empty one."""
    document = document_of(sql, parameters)
    assert document is not None  # an aggregate has a row
    return document


def document_of(sql: str, parameters: Sequence[Any]) -> str | None:
    """The document that a statement writes, if there is one."""
    with reading().cursor() as cursor:
        cursor.execute(sql, parameters)
        found = cursor.fetchone()
    return found[0] if found else None


def place_entry(uuid: Any, asked: Asked, fields: Fields) -> Entry | None:
    """The place with this UUID, whatever its status, with these fields."""
    sql = _ONE.format(known=_KNOWN, said=said(fields), around=_AROUND)
    with reading().cursor() as cursor:
        cursor.execute(sql, [*_known(asked), uuid])
        found = cursor.fetchone()
    return Entry(*found) if found else None


_KNOWN = ",".join([_ASKED, TAXONOMY, TERM])


def _known(asked: Asked) -> list[Any]:
    return [*asked.parameters, *taxonomy_parameters()]
