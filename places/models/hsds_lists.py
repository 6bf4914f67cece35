"""Taxonomies and terms as PostgreSQL writes them: one statement for each answer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from places.models.hsds_documents import PAGED, PageAsked, document_of, page_of
from places.models.hsds_terms import TAXONOMY, TERM, taxonomy_parameters

_PAGE = """
WITH {known},
matching AS ({matching}),
chosen AS (SELECT * FROM matching ORDER BY number LIMIT %s OFFSET %s),
numbered AS (
  SELECT total, size, contents, %s::integer AS page, ceil(total / %s::numeric)::integer AS pages
  FROM (SELECT count(*) AS total FROM matching) AS counted, (
    SELECT count(*) AS size, coalesce(json_agg(document ORDER BY number), '[]') AS contents
    FROM chosen
  ) AS found
)
SELECT {paged} FROM numbered
"""

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


def taxonomies_page(search: str, page: PageAsked) -> str:
    """A page of the taxonomies with this text."""
    parameters = [*taxonomy_parameters(), search]
    return _paged(TAXONOMY, _TAXONOMIES, parameters, page)


def terms_page(asked: TermsAsked, page: PageAsked) -> str:
    """A page of the terms that were asked for, in the order of the vocabulary."""
    ids = [one and str(one) for one in (asked.taxonomy, asked.parent)]
    parameters = [*taxonomy_parameters(), asked.search, *ids, asked.top_only]
    return _paged(f"{TAXONOMY}, {TERM}", _TERMS, parameters, page)


def taxonomy_document(one: UUID) -> str | None:
    """The taxonomy with this id."""
    return document_of(_TAXONOMY, [*taxonomy_parameters(), str(one)])


def term_document(one: UUID) -> str | None:
    """The term with this id."""
    return document_of(_TERM, [*taxonomy_parameters(), str(one)])


def _paged(known: str, matching: str, parameters: list[Any], page: PageAsked) -> str:
    sql = _PAGE.format(known=known, matching=matching, paged=PAGED)
    bounds = [page.per, page.start, page.number, page.per]
    return page_of(sql, [*parameters, *bounds])
