"""Documents about places as PostgreSQL writes them: one statement for a page with its total."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from places.models.entry_columns import WGS84, Asked, columns, field_names
from places.models.entry_gaps import (
    EVERY_TRAIT,
    TRAITS,
    Column,
    Filling,
    as_postgresql_says,
    distance,
    gaps,
)
from places.models.openness import on_the_wall
from places.models.place import PlaceQuerySet
from places.models.reading import reading
from places.models.tally import COUNTED, TOTAL

ALL = tuple(field_names())

_KEPT = """
SELECT {total}, entry.slug, entry.status, entry.text, ARRAY[entry.traits, entry.state, {distance}]
FROM (SELECT ARRAY({keys}) AS ids) AS page
LEFT JOIN LATERAL places_entries(page.ids, %s, %s, %s, %s::date[]) AS entry ON true
"""

_HONEST = """
WITH page AS MATERIALIZED (SELECT ARRAY({keys}) AS ids), trait AS MATERIALIZED ({traits})
SELECT {total}, entry.* FROM page LEFT JOIN LATERAL (
  SELECT place.slug, place.status, chosen.text, {values} FROM (
    SELECT asked.*, written.text, written.traits
    FROM ROWS FROM (unnest(page.ids), {states}) WITH ORDINALITY AS asked (id, state, number)
      CROSS JOIN (SELECT %s::date AS today) AS day
      JOIN LATERAL ({written}) AS written ON true
  ) AS chosen JOIN places_place AS place ON place.id = chosen.id ORDER BY chosen.number
) AS entry ON true
"""

_WRITTEN = """
SELECT to_json(document)::text AS text, {traits} AS traits
FROM places_place AS place
LEFT JOIN places_area AS area ON area.id = place.area_id
LEFT JOIN places_area AS above ON above.id = area.parent_id
LEFT JOIN places_area AS top ON top.id = above.parent_id
CROSS JOIN LATERAL (SELECT {columns}) AS document
WHERE place.id = asked.id
"""


_LIVES_AT = """SELECT coalesce(
  (SELECT id FROM places_place WHERE slug = %s),
  (SELECT place_id FROM places_formerslug WHERE slug = %s))
"""
"""``Place.objects.at_address()``, planned in a third of the time."""

_KEPT_TOTAL = "places_number(%s)"
_COUNTED = "(SELECT count(*) FROM ({all} LIMIT %s) AS hit)"


@dataclass(frozen=True)
class PageAsked:
    """Which page, of how many places, and the addresses of it, the next and the one before.

    ``of_all`` says that nothing was asked: of all published places the number is kept.
    """

    number: int
    per: int
    addresses: Mapping[str, str]
    of_all: bool = False

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
    total = Column(_KEPT_TOTAL, (TOTAL,)) if page.of_all else _counted(places, page.stop)
    keys = Column(*places.page_keys(page.start, page.stop))
    number, entries = _entries(keys, total, asked, names)
    return Page(number, _page_json(page, number, [entry.json for entry in entries]))


def document_at(slug: str, asked: Asked, names: list[str]) -> Entry | None:
    """The place that lives or lived there, whatever its status, with the fields of these names."""
    key = Column(_LIVES_AT, (slug, slug))
    _total, entries = _entries(key, Column("1"), asked, names)
    return entries[0] if entries else None


def honestly_written(srid: int = WGS84, names: Container[str] = ALL) -> str:
    """The statement that writes the document of the place ``asked.id`` on the day ``today``."""
    said = (f'{sql} AS "{name}"' for name, sql in columns(srid).items() if name in names)
    return _WRITTEN.format(columns=", ".join(said), traits=TRAITS)


def _counted(places: PlaceQuerySet, stop: int) -> Column:
    everything, bounds = places.order_by().values("pk").query.sql_with_params()
    return Column(_COUNTED.format(all=everything), (*bounds, max(COUNTED, stop) + 1))


def _entries(
    keys: Column, total: Column, asked: Asked, names: list[str]
) -> tuple[int, list[Entry]]:
    """The number that was asked for, and the places with these keys."""
    whole = asked.srid == WGS84 and len(names) == len(ALL)
    question = _of_kept(keys, total, asked) if whole else _written(keys, total, asked, names)
    with reading().cursor() as cursor:
        cursor.execute(*question)
        found = cursor.fetchall()
    filling = Filling(asked)
    entries = [
        Entry(slug, status, filling.filled(text, slug, given))
        for _total, slug, status, text, given in found
        if slug
    ]
    return found[0][0], entries


def _of_kept(keys: Column, total: Column, asked: Asked) -> Column:
    """Whole documents in degrees are those that are kept."""
    metres = distance("entry", asked.point)
    sql = _KEPT.format(keys=keys.sql, total=total.sql, distance=metres.sql)
    values = (*total.parameters, *metres.parameters, *keys.parameters)
    return Column(sql, (*values, asked.today, *on_the_wall(asked.moment)))


def _written(keys: Column, total: Column, asked: Asked, names: list[str]) -> Column:
    """All others are written now."""
    filled = [gap for name, gap in gaps(asked.point).items() if name in names]
    states = _states(asked.moment) if "staat" in names else Column("unnest(NULL::text[])")
    sql = _HONEST.format(
        keys=keys.sql,
        traits=EVERY_TRAIT,
        total=total.sql,
        values=f"ARRAY[{', '.join(gap.sql for gap in filled)}]::text[]",
        states=states.sql,
        written=honestly_written(asked.srid, names),
    )
    values = (value for gap in filled for value in gap.parameters)
    return Column(
        sql, (*keys.parameters, *total.parameters, *values, *states.parameters, asked.today)
    )


def _states(moment: datetime) -> Column:
    return Column("places_states_among(page.ids, %s, %s, %s::date[])", on_the_wall(moment))


def _page_json(page: PageAsked, total: int, documents: list[str]) -> str:
    """The page as ``json_build_object`` would say it, around what it said already."""
    addresses = {name: {"href": address} for name, address in page.addresses.items()}
    around = {
        "totaal": min(total, COUNTED),
        "totaalIsOndergrens": total > COUNTED,
        "pagina": page.number,
        "per": page.per,
        "_links": {
            "self": addresses["self"],
            "next": addresses["next"] if total > page.stop else None,
            "prev": addresses["prev"] if page.number > 1 else None,
        },
    }
    rows = ", \n ".join(documents)
    return f'{{"resultaten" : [{rows}], {as_postgresql_says(around)[1:]}'
