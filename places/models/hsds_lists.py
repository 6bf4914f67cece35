"""Organizations, taxonomies and terms as PostgreSQL writes them: one statement for each answer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from places.models.hsds_columns import ORGANIZATION, ORGANIZATION_ID, said
from places.models.hsds_documents import PAGED, PageAsked
from places.models.hsds_ids import Entity, place_of, tag_sql
from places.models.hsds_terms import TAXONOMY, TERM, taxonomy_parameters
from places.models.reading import reading
from places.models.selected import Selected

_PAGE = """
WITH {known},
matching AS ({matching}),
chosen AS (SELECT * FROM matching ORDER BY number LIMIT %s OFFSET %s),
numbered AS (
  SELECT total, size, contents, %s::integer AS page, ceil(total / %s::numeric)::integer AS pages
  FROM (SELECT count(*) AS total FROM matching) AS counted, (
    SELECT count(*) AS size, coalesce(json_agg({said} ORDER BY chosen.number), '[]') AS contents
    FROM chosen {around}
  ) AS found
)
SELECT {paged} FROM numbered
"""

_RUNNING = """
SELECT organisation_id, own, row_number() OVER (
  ORDER BY own NULLS FIRST, organisation.name, organisation_id
) AS number
FROM (
  SELECT DISTINCT organisation_id, CASE WHEN organisation_id IS NULL THEN id END AS own FROM found
) AS runner
LEFT JOIN places_organisation AS organisation ON organisation.id = organisation_id
"""
"""Organisations by name, and then the places on their own; by key, as names take long to sort."""

_RUNNERS = """
LEFT JOIN places_organisation AS organisation ON organisation.id = chosen.organisation_id
LEFT JOIN places_place AS place ON place.id = chosen.own
"""

_SERVICES = f"""(
  SELECT json_agg(json_build_object(
    'id', place.uuid, 'organization_id', {ORGANIZATION_ID}, 'name', place.name, 'status', 'active'
  ) ORDER BY place.name, place.id)
  FROM places_place AS place WHERE place.status = 'gepubliceerd'
    AND (place.id = own OR place.organisation_id = organisation.id)
)"""  # noqa: S608
_ORGANIZATION = f"""
SELECT json_strip_nulls({said({**ORGANIZATION, "services": _SERVICES})})::text
FROM (
  SELECT NULL::bigint AS own, id AS run_by FROM places_organisation AS organisation
    WHERE {tag_sql("'netwerk:' || organisation.slug")} = %s
  UNION ALL SELECT id, NULL FROM places_place
    WHERE uuid = %s AND organisation_id IS NULL AND status = 'gepubliceerd'
) AS runner
LEFT JOIN places_organisation AS organisation ON organisation.id = run_by
LEFT JOIN places_place AS place ON place.id = own
WHERE own IS NOT NULL OR EXISTS (
  SELECT FROM places_place WHERE organisation_id = run_by AND status = 'gepubliceerd'
)
"""  # noqa: S608

_HOLDS = (
    "strpos(unaccent(lower({one} ->> 'name' || ' ' || ({one} ->> 'description'))),"
    " unaccent(lower(%s))) > 0"
)
_TAXONOMIES = f"SELECT document, number FROM taxonomy WHERE {_HOLDS.format(one='document')}"  # noqa: S608
_TERMS = f"""
SELECT document, number FROM term WHERE {_HOLDS.format(one="document")}
  AND coalesce(%s, document ->> 'taxonomy_id') = document ->> 'taxonomy_id'
  AND coalesce(%s, document ->> 'parent_id', '') = coalesce(document ->> 'parent_id', '')
  AND (parent = '' OR NOT %s)
"""  # noqa: S608
_TAXONOMY = f"""WITH {TAXONOMY}
SELECT json_strip_nulls(document)::text FROM taxonomy WHERE document ->> 'id' = %s"""  # noqa: S608
_TERM = f"""WITH {TAXONOMY}, {TERM}
SELECT json_strip_nulls(document)::text FROM term WHERE document ->> 'id' = %s"""  # noqa: S608


@dataclass(frozen=True)
class TermsAsked:
    """Which terms: with this text, of this taxonomy, below this term, and only the topmost."""

    search: str = ""
    taxonomy: UUID | None = None
    parent: UUID | None = None
    top_only: bool = False


def organizations_page(places: Selected, page: PageAsked) -> str:
    """A page of those who run these places."""
    found, bounds = places.rows("id, organisation_id")
    known = f"found (id, organisation_id) AS ({found})"
    return _paged(known, _RUNNING, [*bounds], page, said(ORGANIZATION), _RUNNERS)


def organization_document(one: UUID) -> str | None:
    """Who has this id and runs at least one published place, with their services."""
    return _first(_ORGANIZATION, [one, place_of(one, Entity.ORGANIZATION)])


def taxonomies_page(search: str, page: PageAsked) -> str:
    """A page of the taxonomies with this text."""
    parameters = [*taxonomy_parameters(), search]
    return _paged(TAXONOMY, _TAXONOMIES, parameters, page, "document")


def terms_page(asked: TermsAsked, page: PageAsked) -> str:
    """A page of the terms that were asked for, in the order of the vocabulary."""
    ids = [one and str(one) for one in (asked.taxonomy, asked.parent)]
    parameters = [*taxonomy_parameters(), asked.search, *ids, asked.top_only]
    return _paged(f"{TAXONOMY}, {TERM}", _TERMS, parameters, page, "document")


def taxonomy_document(one: UUID) -> str | None:
    """The taxonomy with this id."""
    return _first(_TAXONOMY, [*taxonomy_parameters(), str(one)])


def term_document(one: UUID) -> str | None:
    """The term with this id."""
    return _first(_TERM, [*taxonomy_parameters(), str(one)])


def _paged(
    known: str, matching: str, parameters: list[Any], page: PageAsked, one: str, around: str = ""
) -> str:
    sql = _PAGE.format(known=known, matching=matching, said=one, around=around, paged=PAGED)
    bounds = [page.per, page.start, page.number, page.per]
    document = _first(sql, [*parameters, *bounds])
    assert document is not None  # a page is there, if only an empty one
    return document


def _first(sql: str, parameters: list[Any]) -> str | None:
    with reading().cursor() as cursor:
        cursor.execute(sql, parameters)
        found = cursor.fetchone()
    return found[0] if found else None
