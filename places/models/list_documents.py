"""The words of the filter, gebieden, wijken and networks as PostgreSQL writes them, with how many
published places each has."""

from collections.abc import Mapping

from places.models.entry_columns import SLUG, WGS84, geojson, one, rows, text
from places.models.reading import reading
from places.models.tally import COUNTED

_KEPT = "WITH kept AS MATERIALIZED (SELECT tag, number FROM places_numbers())"
_TALLY = "LEFT JOIN kept AS tally ON tally.tag = {tag}"
_NUMBERS = f"""least(coalesce(tally.number, 0), {COUNTED}) AS "aantalPlekken",
  coalesce(tally.number, 0) > {COUNTED} AS "aantalIsOndergrens\""""

_NAMED = f'term.slug, term.name AS "naam", {text("term.name_en")} AS "naamEn"'
_LINKS = """(
  SELECT json_object_agg(key, json_build_object('href', replace(value, '{slug}', term.slug)))
  FROM json_each_text(%s::json)
) AS "_links\""""

_LIST = """{kept}
SELECT json_build_object(
  'resultaten', coalesce(json_agg(document ORDER BY {order}), '[]'), 'totaal', count(*),
  '_links', json_build_object('self', json_build_object('href', %s::text))
)::text
FROM {source} {tally} CROSS JOIN LATERAL (SELECT {said}, {numbers}, {links}) AS document
"""

_SINGLE = """{kept}
SELECT to_json(document)::text
FROM {source} {tally} CROSS JOIN LATERAL (SELECT {said}, {numbers}, {links}) AS document
WHERE term.slug = %s
"""


def _both(*names: str) -> str:
    """Texts of the term in both languages: column and field, with a colon between."""
    pairs = (name.split(":") for name in names)
    return ", ".join(
        f'{text(f"term.{column}")} AS "{field}", {text(f"term.{column}_en")} AS "{field}En"'
        for column, field in pairs
    )


_TRAIT = f'trait.slug, trait.name AS "naam", {text("trait.name_en")} AS "naamEn"'
_TRAITS = """places_value_traits AS speaks JOIN places_trait AS trait ON trait.id = trait_id
  WHERE value_id = term.id ORDER BY trait.position, trait.name"""

_POLES = """(VALUES
    ('a', term.pole_a, term.pole_a_en, term.pole_a_text, term.pole_a_text_en),
    ('b', term.pole_b, term.pole_b_en, term.pole_b_text, term.pole_b_text_en)
  ) AS side (letter, name, name_en, words, words_en)"""
_POLE_TALLY = _TALLY.format(tag="'dilemma:' || term.slug || ':' || letter")
_SIDES = rows(
    f"""term.slug || ':' || letter AS "slug", name AS "naam", {text("name_en")} AS "naamEn",
      {text("words")} AS "uitleg", {text("words_en")} AS "uitlegEn", {_NUMBERS}""",
    f"{_POLES} {_POLE_TALLY} ORDER BY letter",
)

_ABOVE = one(
    'above.level AS "niveau", above.slug, above.name AS "naam"',
    "places_area AS above WHERE above.id = term.parent_id",
)
_AREA = f"""term.slug, term.name AS "naam", term.code, {_ABOVE} AS "ligtIn",
  term.inhabitants AS "inwoners", term.inhabitants_on AS "inwonersOp\""""

_SAID = {
    "waarde": f"""{_NAMED}, {_both("meaning:betekenis", "explanation:uitleg", "question:vraag")},
      {rows(_TRAIT, _TRAITS)} AS "kenmerken\"""",
    "dilemma": f'{_NAMED}, {_both("explanation:uitleg")}, {_SIDES} AS "kanten"',
    "soort": f'{_NAMED}, term.symbol AS "symbool"',
    "kenmerk": f"{_NAMED}, {_both('question:vraag')}",
    **dict.fromkeys(["doelgroep", "aanbod", "taal"], _NAMED),
    "gebied": _AREA,
    "wijk": _AREA,
    "netwerk": f"""term.slug, term.name AS "naam", term.kind AS "vorm",
      {_both("description:beschrijving")}, {text("term.website")} AS "website",
      {text("term.source")} AS "bron", {text("term.source_date")} AS "bronDatum\"""",
}
"""What is said of each kind of thing, by the parameter that it is a value of."""

_TABLES = {
    "waarde": "places_value",
    "dilemma": "places_dilemma",
    "soort": "places_kind",
    "kenmerk": "places_trait",
    "doelgroep": "places_audience",
    "aanbod": "places_offer",
    "taal": "places_language",
    "gebied": "(SELECT * FROM places_area WHERE level = 'gebied')",
    "wijk": "(SELECT * FROM places_area WHERE level = 'wijk')",
    "netwerk": "places_organisation",
}
_AREAS = ("gebied", "wijk")
_ORDERS = dict.fromkeys([*_AREAS, "netwerk"], "term.name, term.slug")


def list_document(parameter: str, address: str, links: str, srid: int = WGS84) -> str:
    """All values of one parameter, with how many places each has.

    ``links`` is a JSON object of addresses in which ``SLUG`` stands for the slug; ``srid`` is what
    the middle of an area is given in.
    """
    order = _ORDERS.get(parameter, "term.position, term.name")
    said = f"{_SAID[parameter]}{_middle(srid) if parameter in _AREAS else ''}"
    sql = _LIST.format(order=order, said=said, **_parts(parameter))
    with reading().cursor() as cursor:
        cursor.execute(sql, [address, links])
        document: str = cursor.fetchone()[0]
    return document


def area_document(
    level: str, slug: str, attribution: str, links: str, srid: int = WGS84
) -> str | None:
    """One gebied or wijk with its boundary, null where that is not loaded."""
    boundary = f'{geojson("term.boundary", srid, digits=6)} AS "grens"'
    said = f"{_AREA}{_middle(srid)}, {boundary}, nullif(%s, '') AS \"bronvermelding\""
    with reading().cursor() as cursor:
        cursor.execute(_SINGLE.format(said=said, **_parts(level)), [attribution, links, slug])
        found = cursor.fetchone()
    return found[0] if found else None


def _middle(srid: int) -> str:
    return f', {geojson("term.centre", srid)} AS "midden"'


def _parts(parameter: str) -> Mapping[str, str]:
    return {
        "source": f"{_TABLES[parameter]} AS term",
        "kept": _KEPT,
        "tally": _TALLY.format(tag=f"'{parameter}:' || term.slug"),
        "numbers": _NUMBERS,
        "links": _LINKS.format(slug=SLUG),
    }
