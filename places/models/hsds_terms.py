"""Our words as HSDS has them: taxonomies, their terms, and what of them a place has."""

from places.models.entry_columns import text
from places.models.hsds_ids import named_sql, tag_sql

TAXONOMIES = {
    "waarde": ("Waarden", "Wat een ontmoetingsplek goed maakt, in de woorden van de plek zelf."),
    "dilemma": ("Dilemma's", "Vragen die goede plekken elk anders beantwoorden; met twee kanten."),
    "kenmerk": ("Kenmerken", "Wat je aan een plek kunt zien of vragen; alleen wat zeker zo is."),
    "doelgroep": ("Doelgroepen", "Voor wie een plek er bewust is, nooit alleen voor hen."),
    "aanbod": ("Aanbod", "Wat er te doen is."),
    "soort": ("Soorten", "Wat voor plek het is."),
}
"""Name and description of each, by the parameter of the filter that its terms are values of."""

_WORD = "slug, name, position"

_SOURCES = f"""
  SELECT 'waarde' AS taxonomy, id AS key, '' AS parent, {_WORD}, meaning AS said FROM places_value
  UNION ALL SELECT 'dilemma', id, '', {_WORD}, explanation FROM places_dilemma
  UNION ALL SELECT 'dilemma', id, slug, slug || ':a', pole_a, position, pole_a_text
    FROM places_dilemma
  UNION ALL SELECT 'dilemma', id, slug, slug || ':b', pole_b, position, pole_b_text
    FROM places_dilemma
  UNION ALL SELECT 'kenmerk', id, '', {_WORD}, question FROM places_trait
  UNION ALL SELECT 'doelgroep', id, '', {_WORD}, '' FROM places_audience
  UNION ALL SELECT 'aanbod', id, '', {_WORD}, '' FROM places_offer
  UNION ALL SELECT 'soort', id, '', {_WORD}, '' FROM places_kind
"""  # noqa: S608

TAXONOMY = f"""
taxonomy AS MATERIALIZED (
  SELECT slug, number, json_build_object(
    'id', {tag_sql("slug")}, 'name', name, 'description', description
  ) AS document
  FROM unnest(%s::text[], %s::text[], %s::text[]) WITH ORDINALITY
    AS known (slug, name, description, number)
)"""  # noqa: S608
"""Takes ``taxonomy_parameters``."""

TERM = f"""
term AS MATERIALIZED (
  SELECT word.taxonomy, word.key, word.taxonomy || ':' || word.slug AS tag, word.name,
    word.slug AS code, word.parent, word.taxonomy_number, word.number,
    json_build_object(
      'id', {tag_sql("word.taxonomy || ':' || word.slug")}, 'code', word.slug, 'name', word.name,
      'description', coalesce({text("word.said")}, word.name),
      'parent_id', CASE WHEN parent <> '' THEN {tag_sql("'dilemma:' || parent")} END,
      'taxonomy', word.document ->> 'name', 'taxonomy_detail', word.document, 'language', 'nl',
      'taxonomy_id', word.document ->> 'id'
    ) AS document
  FROM (
    SELECT source.*, taxonomy.document, taxonomy.number AS taxonomy_number, row_number() OVER (
      ORDER BY taxonomy.number, source.position, source.slug
    ) AS number
    FROM ({_SOURCES}) AS source JOIN taxonomy ON taxonomy.slug = source.taxonomy
  ) AS word
)"""  # noqa: S608
"""Every word with its document; needs ``TAXONOMY`` before it."""

ATTRIBUTES = f"""(
  SELECT coalesce(json_agg(json_build_object(
    'id', {named_sql("'attribute ' || term.tag")}, 'link_id', place.uuid,
    'taxonomy_term_id', term.document ->> 'id', 'link_entity', 'service',
    'value', coalesce(shown.words, stand.words), 'taxonomy_term', term.document
  ) ORDER BY term.number), '[]')
  FROM term
  LEFT JOIN LATERAL (
    SELECT {text("words")} AS words FROM places_placevalue
    WHERE term.taxonomy = 'waarde' AND place_id = place.id AND value_id = term.key
  ) AS shown ON true
  LEFT JOIN LATERAL (
    SELECT {text("words")} AS words FROM places_placedilemma
    WHERE term.taxonomy = 'dilemma' AND place_id = place.id AND dilemma_id = term.key
  ) AS stand ON true
  WHERE term.tag = ANY (place.tags)
)"""  # noqa: S608
"""What is known of ``place`` in these words: its tags, so the same as the filter finds it by."""


def taxonomy_parameters() -> tuple[list[str], list[str], list[str]]:
    """What ``TAXONOMY`` is made of: slugs, names and descriptions."""
    names, descriptions = zip(*TAXONOMIES.values(), strict=True)
    return list(TAXONOMIES), list(names), list(descriptions)
