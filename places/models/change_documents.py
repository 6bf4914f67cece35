"""What changed and what was withdrawn since, as PostgreSQL writes it: one statement, one moment.

Changes are numbered by the edition that made them, in the order in which readers see them. A page
goes on after the last change that the one before it told, so that nothing is missed or told twice
while new changes come in: what changes again moves to the end.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from places.models.entry_columns import SLUG, in_utc
from places.models.reading import reading

_CHANGES = """
WITH edition AS (SELECT coalesce(max(number), 0) AS number FROM places_edition),
start AS (
  SELECT CASE WHEN %(moment)s::timestamptz IS NULL THEN %(number)s::bigint ELSE coalesce((
    SELECT number - 1 FROM places_publication WHERE changed_at >= %(moment)s::timestamptz
    ORDER BY changed_at, number LIMIT 1
  ), edition.number) END AS number FROM edition
),
last_told AS (
  SELECT CASE WHEN %(after_number)s > number THEN %(after_number)s ELSE number END AS number,
    CASE WHEN %(after_number)s > number THEN %(after_uuid)s::uuid ELSE %(last_uuid)s END AS uuid
  FROM start
),
ahead AS (
  SELECT told.*, row_number() OVER (ORDER BY told.number, told.uuid) AS place_in_page
  FROM last_told CROSS JOIN LATERAL (
    SELECT * FROM places_publication AS publication
    WHERE (publication.number, publication.uuid) > (last_told.number, last_told.uuid)
    ORDER BY publication.number, publication.uuid LIMIT %(per)s + 1
  ) AS told
),
next AS (SELECT number FROM ahead WHERE place_in_page > %(per)s),
page AS (SELECT * FROM ahead WHERE place_in_page <= %(per)s),
turn AS (
  SELECT start.number AS start, coalesce((SELECT number - 1 FROM next), edition.number) AS until,
    (SELECT number || '.' || uuid FROM page WHERE EXISTS (SELECT FROM next)
      ORDER BY place_in_page DESC LIMIT 1) AS last
  FROM start, edition
)
SELECT edition.number, json_build_object(
  'resultaten', (
    SELECT coalesce(json_agg(document ORDER BY page.place_in_page), '[]')
    FROM page
    LEFT JOIN places_place AS place ON place.uuid = page.uuid
    LEFT JOIN places_place AS successor
      ON successor.id = place.successor_id AND successor.status = 'gepubliceerd'
    CROSS JOIN LATERAL (
      SELECT page.withdrawn_at IS NOT NULL AND place.status = 'gearchiveerd' AS archived
    ) AS farewell
    CROSS JOIN LATERAL (SELECT
      page.uuid, page.slug,
      CASE WHEN page.withdrawn_at IS NOT NULL THEN 'verwijderd'
        WHEN page.first_number > turn.start THEN 'nieuw' ELSE 'gewijzigd' END AS "soort",
      {told_at} AS "op", page.number AS "editie",
      CASE WHEN farewell.archived THEN nullif(place.archived_because, '') END AS "reden",
      CASE WHEN farewell.archived AND successor.id IS NOT NULL THEN json_build_object(
        'slug', successor.slug, 'naam', successor.name, '_links', json_build_object(
          'self', json_build_object('href', replace(%(place)s, %(slug)s, successor.slug)))
      ) END AS "opvolger",
      json_build_object('plek', CASE WHEN page.withdrawn_at IS NULL OR farewell.archived
        THEN json_build_object('href', replace(%(place)s, %(slug)s, page.slug)) END) AS "_links"
    ) AS document
  ),
  'per', %(per)s, 'tot', turn.until,
  '_links', json_build_object(
    'self', json_build_object('href', %(self)s::text),
    'next', CASE WHEN turn.last IS NOT NULL THEN json_build_object('href',
      %(list)s || '?sinds=' || turn.start || '&per=' || %(per)s || '&na=' || turn.last) END,
    'later', CASE WHEN turn.last IS NULL THEN json_build_object('href',
      %(list)s || '?sinds=' || turn.until) END
  )
)::text FROM edition, turn
""".replace("{told_at}", in_utc("page.changed_at"))


LAST = UUID(int=2**128 - 1)
"""After every place of an edition."""


@dataclass(frozen=True)
class Since:
    """After which edition or, if given, from which moment on; and the last change told already."""

    number: int = 0
    moment: datetime | None = None
    after: tuple[int, UUID] = (0, LAST)


@dataclass(frozen=True)
class ChangeAddresses:
    """Where this page is, where all of them begin, and a place with ``SLUG`` for its slug."""

    self: str
    list: str
    place: str


class Changes(NamedTuple):
    """The edition that everybody reads at this moment, and a page of changes as JSON."""

    edition: int
    json: str


def change_document(since: Since, per: int, addresses: ChangeAddresses) -> Changes:
    """Changes of later editions, the oldest first; never of what was not public."""
    number, uuid = since.after
    parameters = {
        "moment": since.moment,
        "number": since.number,
        "after_number": number,
        "after_uuid": str(uuid),
        "last_uuid": str(LAST),
        "per": per,
        "self": addresses.self,
        "list": addresses.list,
        "place": addresses.place,
        "slug": SLUG,
    }
    with reading().cursor() as cursor:
        cursor.execute(_CHANGES, parameters)
        return Changes(*cursor.fetchone())
