"""The parameters of the filter as OpenAPI tells them, read off the filter itself."""

from collections.abc import Mapping
from typing import Annotated, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from ninja import Path

from places import fields
from places.api.v1.asking import (
    LAST_TOLD,
    MOST_PER_PAGE,
    PAGE_FIELDS,
    BoxCrsField,
    FieldNames,
)
from places.api.v1.crs import BY_EPSG, DEGREES, HEADER, KNOWN, RD
from places.filters import PlaceFilter
from places.models.entry_columns import field_names
from places.wishes import ALL_OF

Slug = Annotated[str, Path(..., pattern=r"^[-a-zA-Z0-9_]+$")]
"""The last part of the address of a place or area."""

MEANINGS: dict[str, tuple[str, Any]] = {
    "q": ("Woorden om op te zoeken; een tikfout mag.", "samen eten"),
    "open": ("`nu`, of een lokale tijd: plekken die dan zeker open zijn.", "2026-11-24T17:30"),
    "nagekeken": ("Nagekeken in de laatste zoveel maanden.", "12"),
    "bij": ("Een punt (`lat,lon`), postcode, straat, wijk of gebied.", "51.9225,4.4792"),
    "straal": ("Meters hemelsbreed van `bij`; heeft `bij` nodig.", 800),
    "bbox": ("West, zuid, oost, noord in graden (WGS84).", "4.4,51.8,4.6,52.0"),
    "sorteer": (
        "`naam` als niets anders volgt; `afstand` heeft `bij` nodig (en volgt daaruit), "
        "`relevantie` heeft `q` nodig (en volgt daaruit).",
        "naam",
    ),
    "pagina": ("Het nummer van de pagina, vanaf 1.", 1),
    "per": ("Hoeveel plekken er op een pagina staan; 25 als niets is gezegd.", 25),
    "bbox-crs": (
        "Het coördinatenstelsel van `bbox`: altijd lengte en breedte (CRS84), net als bij `bij`.",
        DEGREES.uri,
    ),
    "velden": ("Welke velden elke plek heeft; alle als niets is gezegd.", ["slug", "naam"]),
}
"""What each parameter means, with an example."""

TAGS_EXAMPLES = {
    "waarde": "sfeer",
    "dilemma": "diversiteit:a",
    "kenmerk": "rolstoeltoegankelijk",
    "doelgroep": "ouderen",
    "aanbod": "samen-eten",
    "taal": "turks",
    "soort": "huiskamer",
    "gemeente": "rotterdam",
    "gebied": "noord",
    "wijk": "provenierswijk",
    "netwerk": "sol",
}
DAYS = [
    {
        "in": "query",
        "name": name,
        "required": False,
        "allowEmptyValue": True,
        "description": meaning,
        "schema": {"type": "string", "format": "date"},
        "example": example,
    }
    for name, meaning, example in [
        ("van", "De eerste dag; vandaag als niets is gezegd.", "2026-12-21"),
        (
            "tot",
            "De laatste dag, zelf ook; hoogstens 366 dagen samen. Anders twee weken.",
            "2027-01-03",
        ),
    ]
]
CRS = [
    {
        "in": "query",
        "name": "crs",
        "required": False,
        "allowEmptyValue": True,
        "description": "In welk coördinatenstelsel `locatie`, `midden` en `grens` gegeven worden: "
        "lengte en breedte (CRS84, als niets is gezegd; ETRS89 is hetzelfde op een meter na) of "
        "x en y in meters (RD). Gaat voor `Accept-Crs`.",
        "schema": {"type": "string", "enum": [one.uri for one in KNOWN]},
        "example": RD.uri,
    },
    {
        "in": "header",
        "name": HEADER,
        "required": False,
        "description": "Hetzelfde in een header; wat we niet kennen is een 406.",
        "schema": {
            "type": "string",
            "enum": [*(f"epsg:{code}" for code in BY_EPSG), *(one.uri for one in KNOWN)],
        },
        "example": "epsg:28992",
    },
]
CHANGES = [
    {
        "in": "query",
        "name": "sinds",
        "required": False,
        "allowEmptyValue": True,
        "description": "De editie die in `tot` van het vorige antwoord stond; of een dag, of een "
        "tijd met `Z` of het verschil met UTC. Vanaf het begin als niets is gezegd.",
        "schema": {"type": "string"},
        "examples": {
            "editie": {"value": "42"},
            "dag": {"value": "2026-11-24"},
            "tijd": {"value": "2026-11-24T19:30:00Z"},
        },
    },
    {
        "in": "query",
        "name": "per",
        "required": False,
        "allowEmptyValue": True,
        "description": "Hoeveel wijzigingen er op een bladzijde staan; 100 als niets is gezegd.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE},
        "example": 100,
    },
    {
        "in": "query",
        "name": "na",
        "required": False,
        "allowEmptyValue": True,
        "description": "Waar de vorige bladzijde eindigde; staat al in de link naar de volgende.",
        "schema": {"type": "string", "pattern": f"^{LAST_TOLD.pattern}$"},
        "example": "42.6ebb10be-094e-5288-ba09-349654749370",
    },
]
PATTERNS: Mapping[type[forms.Field], str] = {
    fields.MomentField: r"^(nu|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})$",
    fields.BoxField: r"^-?[0-9.]+,-?[0-9.]+,-?[0-9.]+,-?[0-9.]+$",
}


def place_parameters() -> list[dict[str, Any]]:
    """Every parameter of a page of places."""
    every = {**PlaceFilter.every_field(), **PAGE_FIELDS}
    return [_parameter(name, field) for name, field in every.items()]


def _parameter(name: str, field: forms.Field) -> dict[str, Any]:
    meaning, example = _of_tags(name) if name in TAGS_EXAMPLES else MEANINGS[name]
    return {
        "in": "query",
        "name": name,
        "required": False,
        "allowEmptyValue": True,
        "description": meaning,
        "schema": _schema(field),
        "example": example,
        **_style(field),
    }


def _of_tags(name: str) -> tuple[str, Any]:
    several = "allemaal moeten ze gelden" if name in ALL_OF else "een ervan is genoeg"
    return f"De slug van een {name}; mag vaker, {several}.", [TAGS_EXAMPLES[name]]


def _style(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, fields.LeavesOutUnknown):
        return {"style": "form", "explode": not isinstance(field, FieldNames)}
    return {}


def _schema(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, FieldNames):
        return {"type": "array", "items": {"type": "string", "enum": field_names()}}
    if isinstance(field, fields.TagsField):
        return {"type": "array", "items": {"type": "string"}}
    if isinstance(field, BoxCrsField):
        return {"type": "string", "enum": [DEGREES.uri]}
    if isinstance(field, fields.WholeNumber):
        return {"type": "integer", **_bounds(field)}
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return {"type": "string", "enum": [value for value, _label in choices]}
    return _text(field)


def _text(field: forms.Field) -> dict[str, Any]:
    longest = {"maxLength": field.max_length} if isinstance(field, forms.CharField) else {}
    pattern = PATTERNS.get(type(field))
    return {"type": "string", **longest, **({"pattern": pattern} if pattern else {})}


def _bounds(field: forms.Field) -> dict[str, int]:
    names = {MinValueValidator: "minimum", MaxValueValidator: "maximum"}
    return {
        names[type(one)]: one.limit_value  # type: ignore[index, attr-defined]
        for one in field.validators
        if type(one) in names
    }
