"""Documents about places as PostgreSQL writes them: one statement for a page with its total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from places.models.entry_columns import Asked, Column, columns
from places.models.place import PlaceQuerySet
from places.models.reading import reading
from places.models.tally import COUNTED

_CHOSEN = """
FROM unnest(ARRAY({keys})) WITH ORDINALITY AS chosen (id, number)
JOIN places_place AS place ON place.id = chosen.id
LEFT JOIN places_area AS area ON area.id = place.area_id
LEFT JOIN places_area AS above ON above.id = area.parent_id
LEFT JOIN places_area AS top ON top.id = above.parent_id
CROSS JOIN LATERAL (SELECT {columns}) AS document
"""

_PAGE = """
WITH counted AS (SELECT count(*) AS total FROM ({all} LIMIT %s) AS hit)
SELECT total, json_build_object(
  'resultaten', (SELECT coalesce(json_agg(document ORDER BY chosen.number), '[]') {chosen}),
  'totaal', least(total, {counted}), 'totaalIsOndergrens', total > {counted},
  'pagina', %s, 'per', %s,
  '_links', json_build_object(
    'self', json_build_object('href', %s::text),
    'next', CASE WHEN total > %s THEN json_build_object('href', %s::text) END,
    'prev', CASE WHEN %s THEN json_build_object('href', %s::text) END
  )
)::text FROM counted
"""

_FIRST = """
SELECT place.slug, place.status, to_json(document)::text {chosen} ORDER BY chosen.number LIMIT 1
"""


@dataclass(frozen=True)
class PageAsked:
    """Which page, of how many places, and the addresses of it, the next and the one before."""

    number: int
    per: int
    addresses: Mapping[str, str]

    @property
    def start(self) -> int:
        return (self.number - 1) * self.per

    @property
    def stop(self) -> int:
        return self.start + self.per


class Page(NamedTuple):
    """How many places there are, counted as far as the page and ``COUNTED``; the JSON of it."""

    total: int
    json: str


class Entry(NamedTuple):
    """Where a place lives, whether the public may see it, and its JSON."""

    slug: str
    status: str
    json: str


def page_document(places: PlaceQuerySet, page: PageAsked, asked: Asked, names: list[str]) -> Page:
    """A page of places in their order, each with the fields of these names."""
    everything, bounds = places.order_by().values("pk").query.sql_with_params()
    chosen = _chosen(places.page(page.start, page.stop).values("pk"), asked, names)
    addresses = page.addresses
    sql = _PAGE.format(all=everything, chosen=chosen.sql, counted=COUNTED)
    parameters = [
        *(*bounds, max(COUNTED, page.stop) + 1, *chosen.parameters, page.number, page.per),
        *(addresses["self"], page.stop, addresses["next"], page.number > 1, addresses["prev"]),
    ]
    with reading().cursor() as cursor:
        cursor.execute(sql, parameters)
        return Page(*cursor.fetchone())


def first_document(places: PlaceQuerySet, asked: Asked, names: list[str]) -> Entry | None:
    """The first of these places, whatever its status, with the fields of these names."""
    chosen = _chosen(places.values("pk"), asked, names)
    with reading().cursor() as cursor:
        cursor.execute(_FIRST.format(chosen=chosen.sql), chosen.parameters)
        found = cursor.fetchone()
    return Entry(*found) if found else None


def _chosen(keys: Any, asked: Asked, names: list[str]) -> Column:
    """The places with these keys, each with its ``document``."""
    keys_sql, keys_parameters = keys.query.sql_with_params()
    fields = {name: column for name, column in columns(asked).items() if name in names}
    said = ", ".join(f'{column.sql} AS "{name}"' for name, column in fields.items())
    parameters = [part for column in fields.values() for part in column.parameters]
    sql = _CHOSEN.format(keys=keys_sql, columns=said)
    return Column(sql, (*keys_parameters, *parameters))
