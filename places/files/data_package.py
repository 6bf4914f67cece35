"""The dictionary for machines: a Data Package of Frictionless, with a Table Schema per file.

See specs.frictionlessdata.io (data-package, tabular-data-resource, table-schema, csv-dialect).
"""

from typing import Any

from places.files.dictionary import API, CSV, DOORS, GPKG, OSM, XLSX, Entry, everything
from places.files.formats import FORMATS
from places.files.table import SEPARATOR
from places.open_data.licence import licence
from places.site import site_title

DIALECT = {"delimiter": SEPARATOR, "quoteChar": '"', "doubleQuote": True, "header": True}
KEYS = {CSV: "UUID", XLSX: "UUID", OSM: "ref:huiskamers"}
SPECIAL: dict[str, dict[str, Any]] = {
    "boolean": {"trueValues": ["ja"], "falseValues": ["nee"]},
    "number": {"decimalChar": ","},
}
"""How a table writes what is not a text."""


def data_package(origin: str) -> dict[str, Any]:
    """Every door with its fields; ``origin`` is how addresses of this site begin."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "plekken",
        "title": f"{site_title()}: ontmoetingsplekken in de wijk",
        "homepage": f"{origin}/open-data/",
        "resources": [_resource(door, origin) for door in DOORS],
    }
    if terms := licence():
        package["licenses"] = [{"name": terms.code, "title": terms.name, "path": terms.url}]
    return package


def _resource(door: str, origin: str) -> dict[str, Any]:
    entries = [entry for entry in everything() if door in entry.doors]
    media = FORMATS[door].media_type if door in FORMATS else "application/json"
    resource: dict[str, Any] = {
        "name": door,
        "path": f"{origin}{DOORS[door]}",
        "mediatype": media.partition(";")[0],
        "schema": {
            "fields": [_field(entry, door) for entry in entries],
            "primaryKey": KEYS.get(door, "uuid"),
            "missingValues": [""],
        },
    }
    if door == CSV:
        resource |= {"profile": "tabular-data-resource", "format": "csv", "encoding": "utf-8"}
        resource["dialect"] = DIALECT
    return resource


def _field(entry: Entry, door: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": entry.name,
        "type": _type(entry, door),
        "description": entry.meaning,
        **({"unit": entry.unit} if entry.unit else {}),
        **({"example": entry.example} if entry.example else {}),
    }
    if entry.values:
        said["constraints"] = {"enum": list(entry.values)}
    if door in (CSV, XLSX):
        said.update(SPECIAL.get(entry.type, {}))
    return said


def _type(entry: Entry, door: str) -> str:
    """A list is an array in JSON and a text in a table; what the API nests is an object."""
    if entry.type == "list":
        return "string" if door == GPKG else "array"
    if door == API and entry.name in NESTED:
        return "array" if entry.name in ROWS else "object"
    return entry.type


NESTED = ("soort", "organisatie", "wijk", "gebied", "gemeente", "openingstijden", "bijzondereDagen")
ROWS = ("openingstijden", "bijzondereDagen")
"""What the API says with more than the one text of the flat files."""
