"""Organizations as HSDS knows them: who runs places, and each place that nobody is known to run."""

from uuid import UUID

from places.models.hsds_columns import ORGANIZATION, ORGANIZATION_ID, said
from places.models.hsds_conditions import on_its_own
from places.models.hsds_documents import PAGED, PageAsked, document_of, page_of
from places.models.hsds_ids import Entity, place_of, tag_sql
from places.models.reading import reading
from places.models.selected import Selected
from places.models.sorting import BY_KEY

_RUN_BY = "SELECT organisation_id, count(*) FROM ({places}) AS found GROUP BY 1"
_ALL_RUN_BY = """
WITH known AS (
  SELECT one.id, number
  FROM places_numbers_of((SELECT string_agg('netwerk:' || slug, ',') FROM places_organisation))
  JOIN places_organisation AS one ON tag = 'netwerk:' || slug WHERE number > 0
)
SELECT id, number FROM known
UNION ALL
SELECT NULL, places_number('totaal') - coalesce((SELECT sum(number)::bigint FROM known), 0)
"""
"""From kept counts; to look at all places took 170 ms at 100,000."""

_PAGE = f"""
WITH chosen AS (
  SELECT * FROM (
    SELECT 1 AS turn, row_number() OVER (ORDER BY name, id) AS number, id AS run_by,
        NULL::bigint AS own
      FROM places_organisation WHERE id = ANY (%s) ORDER BY number OFFSET %s LIMIT %s
  ) AS known
  UNION ALL SELECT 2, number, NULL, id FROM unnest({{keys}}) WITH ORDINALITY AS one (id, number)
),
numbered AS (
  SELECT %s::bigint AS total, %s::integer AS pages, %s::integer AS page, count(*) AS size,
    coalesce(json_agg({said(ORGANIZATION)} ORDER BY turn, number), '[]') AS contents
  FROM chosen
  LEFT JOIN places_organisation AS organisation ON organisation.id = run_by
  LEFT JOIN places_place AS place ON place.id = own
)
SELECT {PAGED} FROM numbered
"""  # noqa: S608

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


def organizations_page(places: Selected, page: PageAsked) -> str:
    """A page of those who run these places: organisations by name, and then the places that are
    on their own, by key."""
    run_by = _run_by(places)
    own = run_by.pop(None, 0)
    known, total = list(run_by), len(run_by) + own
    alone = Selected([*places.conditions, on_its_own()], BY_KEY)
    start, stop = (max(0, place - len(known)) for place in (page.start, page.stop))
    keys, values = alone.keys(start, stop, own)
    bounds = [known, page.start, page.per, *values]
    parameters = [*bounds, total, page.pages(total), page.number]
    return page_of(_PAGE.format(keys=keys), parameters)


def organization_document(one: UUID) -> str | None:
    """Who has this id and runs at least one published place, with their services."""
    return document_of(_ORGANIZATION, [one, place_of(one, Entity.ORGANIZATION)])


def _run_by(places: Selected) -> dict[int | None, int]:
    """By the key of an organisation how many of them it runs; by None how many nobody does."""
    found, values = places.rows("organisation_id")
    sql = _RUN_BY.format(places=found) if places.conditions else _ALL_RUN_BY
    with reading().cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())
