"""The pages of the site by their last word, cut into parts of which none grows too large.

A part is a stretch of primary keys: which places are in it is read from an index, and what comes or
goes elsewhere moves nothing. So a million places cost no more per part than a hundred.
"""

from datetime import datetime
from typing import NamedTuple

from places.models.reading import reading

SIZE = 5_000
"""Pages in a part at most; each has an address in two languages, and 10,000 of those will do."""

_PAGES = {
    "plekken": "SELECT place_id, slug, changed_at FROM places_publication",
    "waarden": "SELECT id, slug, NULL::timestamptz FROM places_value",
    "dilemmas": "SELECT id, slug, NULL::timestamptz FROM places_dilemma",
    "gebieden": "SELECT id, slug, NULL::timestamptz FROM places_area WHERE level = 'gebied'",
    "wijken": "SELECT id, slug, NULL::timestamptz FROM places_area WHERE level = 'wijk'",
    "netwerken": "SELECT id, slug, NULL::timestamptz FROM places_organisation",
}
"""By the first word of their address; only of a place it is known when its page changed."""

_PARTS = "SELECT DISTINCT '{kind}', id / {size}, NULL::timestamptz FROM ({pages}) AS page"
_PARTS_OF_PLACES = """
SELECT 'plekken', part, newest
FROM generate_series(0, (SELECT max(place_id / {size}) FROM places_publication)) AS part,
  LATERAL (SELECT max(changed_at) FROM places_publication WHERE place_id / {size} = part)
    AS one (newest)
WHERE newest IS NOT NULL
"""
"""An index has the newest of each part."""


class Part(NamedTuple):
    """Pages of one kind, numbered, and when the newest of them changed if that is known."""

    kind: str
    number: int
    changed_at: datetime | None


class CrawledPage(NamedTuple):
    """The last word of an address, and when the page changed if that is known."""

    slug: str
    changed_at: datetime | None


def parts() -> list[Part]:
    """Every part that has pages."""
    each = " UNION ALL ".join(_parts_of(kind, pages) for kind, pages in _PAGES.items())
    with reading().cursor() as cursor:
        cursor.execute(f"{each} ORDER BY 1, 2")
        return [Part(*row) for row in cursor.fetchall()]


def pages_in(kind: str, number: int) -> list[CrawledPage]:
    """The pages of one part of a kind that ``parts()`` names; none if it has no such part."""
    sql = f"""SELECT slug, changed_at FROM ({_PAGES[kind]}) AS page (id, slug, changed_at)
      WHERE id / {SIZE} = %s ORDER BY id"""  # noqa: S608
    with reading().cursor() as cursor:
        cursor.execute(sql, [number])
        return [CrawledPage(*row) for row in cursor.fetchall()]


def _parts_of(kind: str, pages: str) -> str:
    sql = _PARTS_OF_PLACES if kind == "plekken" else _PARTS
    return sql.format(kind=kind, size=SIZE, pages=pages)
