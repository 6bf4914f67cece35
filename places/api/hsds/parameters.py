"""The parameters as OpenAPI tells them: those of HSDS, and all of the directory's own filter."""

from typing import Any

from places.api.hsds.asking import MOST_PER_PAGE
from places.api.v1.parameters import place_parameters
from places.filters import FURTHEST, PlaceFilter
from places.models.hsds_ids import id_of_tag

ID = {"type": "string", "format": "uuid"}
TRUTH = {"type": "boolean"}


def _one(name: str, meaning: str, schema: dict[str, Any], example: Any) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "required": False,
        "allowEmptyValue": True,
        "description": meaning,
        "schema": schema,
        "example": example,
    }


_PAGE = [
    _one("page", "Het nummer van de bladzijde.", {"type": "integer", "minimum": 1}, 1),
    _one("per_page", "Hoeveel er op een bladzijde staan.", {"type": "integer", "minimum": 1}, 25),
    _one("format", "Alleen `json`.", {"type": "string", "enum": ["json"]}, "json"),
]
_PAGE[0]["schema"]["maximum"] = FURTHEST
_PAGE[1]["schema"]["maximum"] = MOST_PER_PAGE

_SEARCH = _one("search", "Woorden om op te zoeken.", {"type": "string", "maxLength": 200}, "eten")
_TAXONOMY = _one("taxonomy_id", "Met iets uit deze taxonomie.", ID, str(id_of_tag("waarde")))

_PLACES = [
    _SEARCH,
    {
        **_one(
            "taxonomy_term_id",
            "Met deze term; mag vaker, allemaal moeten ze gelden.",
            {"type": "array", "items": ID},
            [str(id_of_tag("waarde:sfeer"))],
        ),
        "style": "form",
        "explode": True,
    },
    _TAXONOMY,
    _one("organization_id", "Van deze organisatie.", ID, str(id_of_tag("netwerk:sol"))),
    _one(
        "modified_after",
        "Veranderd op dit moment of later; zonder verschil met UTC is het de tijd in Amsterdam.",
        {"type": "string", "format": "date-time"},
        "2026-11-01T00:00:00Z",
    ),
    _one(
        "postcode",
        "Een Nederlandse postcode, met of zonder letters; het dichtstbijzijnde eerst.",
        {"type": "string", "pattern": "^[0-9]{4} ?([A-Za-z]{2})?$"},
        "3033 CJ",
    ),
    _one(
        "proximity",
        "Hoogstens zoveel meter hemelsbreed van `postcode`.",
        {"type": "integer", "minimum": 1, "maximum": 100_000},
        1000,
    ),
]
_FULL = _one("full", "Met alles eromheen.", TRUTH, True)
_MINIMAL = _one(
    "minimal",
    "Alleen `id` en `last_modified`, met `name` en `status` die HSDS verplicht; 500 per bladzijde "
    "als niets is gezegd.",
    TRUTH,
    True,
)


def _ours() -> list[dict[str, Any]]:
    """What the filter of the directory asks; pages are asked for as HSDS has them."""
    asked = PlaceFilter.base_filters.keys() - {"pagina"}
    return [one for one in place_parameters() if one["name"] in asked]


def _called(names: list[dict[str, Any]], *others: dict[str, Any]) -> dict[str, Any]:
    return {"parameters": [*names, *others]}


SERVICES = _called(_PLACES, _MINIMAL, _FULL, *_PAGE, *_ours())
AT_LOCATIONS = _called(_PLACES, _FULL, *_PAGE, *_ours())
ORGANIZATIONS = _called(_PLACES, *_PAGE, *_ours())
TAXONOMIES = _called([_SEARCH], *_PAGE)
TERMS = _called(
    [_SEARCH, _TAXONOMY],
    _one("parent_id", "Die hier direct onder liggen.", ID, str(id_of_tag("dilemma:diversiteit"))),
    _one("top_only", "Alleen die onder niets anders liggen.", TRUTH, True),
    *_PAGE,
)
