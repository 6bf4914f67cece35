"""Documents about places as PostgreSQL writes them: one statement for a page with its total."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from places.models.conditions import SearchTerms
from places.models.entry_columns import WGS84, Asked, columns, field_names
from places.models.entry_gaps import (
    EVERY_TRAIT,
    GAPS,
    TEXTS,
    TRAITS,
    Column,
    Filled,
    as_postgresql_says,
    filled,
    fillings,
    origin,
    places_in,
)
from places.models.openness import on_the_wall
from places.models.reading import row_of
from places.models.selected import Selected
from places.models.tally import COUNTED

ALL = tuple(field_names())

_KEPT = """
SELECT page.total, entry.texts, entry.said
FROM ({chosen}) AS page (ids, total)
LEFT JOIN LATERAL places_entries(page.ids, %s, {origin}, %s, %s, %s::date[]) AS entry ON true
"""

_HONEST = """
WITH page (ids, total) AS MATERIALIZED ({chosen}), trait AS MATERIALIZED ({traits})
SELECT page.total, entry.* FROM page LEFT JOIN LATERAL (
  SELECT {texts}, {fillings}
  FROM (
    SELECT * FROM unnest(page.ids) WITH ORDINALITY AS asked (id, number)
      JOIN places_place AS place USING (id)
      CROSS JOIN (SELECT %s::date AS today) AS day
      JOIN LATERAL ({written}) AS written ON true
      {states}
  ) AS chosen CROSS JOIN (SELECT {origin} AS origin) AS measured
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


_LIVING_AT = "SELECT ARRAY[places_living_at(%s)], 1"
_CHOSEN = "SELECT {keys}, ({total})"


@dataclass(frozen=True)
class PageAsked:
    """Which page, of how many places, and the addresses of it, the next and the one before.

    ``of_all`` says that nothing was asked, so that the number is kept; ``common`` are words that
    many places have, if nothing else was.
    """

    number: int
    per: int
    addresses: Mapping[str, str]
    of_all: bool = False
    common: SearchTerms | None = None

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


def page_document(places: Selected, page: PageAsked, asked: Asked, names: list[str]) -> Page:
    """A page of places in their order, each with the fields of these names."""
    found = None if page.of_all or page.common else _numbered(places, page, asked, names)
    found = found or _page(places, page, asked, names)
    return Page(found.total, _page_json(page, found.total, found.json))


def document_at(slug: str, asked: Asked, names: list[str]) -> Entry | None:
    """The place that lives or lived there, whatever its status, with the fields of these names."""
    found = _found(Column(_LIVING_AT, (slug,)), asked, names)
    return Entry(*found.places[0][:2], found.json) if found and found.places else None


def honestly_written(srid: int = WGS84, names: Container[str] = ALL) -> str:
    """The statement that writes the document of the place ``asked.id`` on the day ``today``."""
    said = (f'{sql} AS "{name}"' for name, sql in columns(srid).items() if name in names)
    return _WRITTEN.format(columns=", ".join(said), traits=TRAITS)


class _Found(NamedTuple):
    """How many places there are, as far as the page and ``COUNTED``; those of the page as JSON."""

    total: int
    places: Sequence[Filled] = ()
    json: str = ""


def _numbered(places: Selected, page: PageAsked, asked: Asked, names: list[str]) -> _Found | None:
    return _found(Column(*places.numbered_keys(page.start, page.stop, COUNTED)), asked, names)


def _page(places: Selected, page: PageAsked, asked: Asked, names: list[str]) -> _Found:
    known = None if page.of_all else _number(places, page)
    if known == 0:
        return _Found(0)
    sql, values = places.keys(page.start, page.stop, known)
    total = Column("SELECT %s::bigint", (known,)) if known else Column(*places.number())
    chosen = Column(_CHOSEN.format(keys=sql, total=total.sql), (*values, *total.parameters))
    return _found(chosen, asked, names) or _Found(0)


def _number(places: Selected, page: PageAsked) -> int:
    """How many places there are, counted where that is not known from having looked."""
    most = max(COUNTED, page.stop) + 1
    if not page.common and page.stop <= COUNTED:
        return most
    statement = page.common.number(most) if page.common else places.number(most)
    (number,) = row_of(*statement) or (0,)
    return int(number)


def _found(chosen: Column, asked: Asked, names: list[str]) -> _Found | None:
    """Of one row of keys and a number: the number and the places; None if there is no row."""
    whole = asked.srid == WGS84 and len(names) == len(ALL)
    question = _of_kept(chosen, asked) if whole else _written(chosen, asked, names)
    if (found := row_of(*question)) is None:
        return None
    total, texts, said = found
    if said is None:
        return _Found(total or 0)
    places = places_in(said)
    return _Found(total, places, filled(texts, places, asked, "_links" in names))


def _of_kept(chosen: Column, asked: Asked) -> Column:
    """Whole documents in degrees are those that are kept."""
    there = origin(asked.point)
    sql = _KEPT.format(chosen=chosen.sql, origin=there.sql)
    values = (*chosen.parameters, asked.today, *there.parameters)
    return Column(sql, (*values, *on_the_wall(asked.moment)))


def _written(chosen: Column, asked: Asked, names: list[str]) -> Column:
    """All others are written now."""
    there, state = origin(asked.point), _state(asked.moment) if "staat" in names else Column("")
    sql = _HONEST.format(
        chosen=chosen.sql,
        traits=EVERY_TRAIT,
        texts=TEXTS,
        fillings=fillings(*(said for name, said in GAPS.items() if name in names)),
        written=honestly_written(asked.srid, names),
        states=state.sql,
        origin=there.sql,
    )
    parameters = (*chosen.parameters, asked.today, *state.parameters, *there.parameters)
    return Column(sql, parameters)


def _state(moment: datetime) -> Column:
    sql = "JOIN places_states_among(page.ids, %s, %s, %s::date[]) AS now ON now.place_id = asked.id"
    return Column(sql, on_the_wall(moment))


def _page_json(page: PageAsked, total: int, documents: str) -> str:
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
    return f'{{"resultaten" : [{documents}], {as_postgresql_says(around)[1:]}'
