"""The dictionary of the data: every field of every file and of `/api/v1/plekken`.

It is read off what writes the files: their columns, the schema of the API, the tags.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils import translation

from places.api.v1 import schemas
from places.exchange.column import Column
from places.exchange.headings import dutch_heading
from places.exchange.widgets import DegreesWidget, YesNoWidget
from places.exchange.words import kept_words
from places.files.flat import FIELDS
from places.files.meanings import MEANINGS, UNITS
from places.files.osm_tags import TAGS
from places.files.table import public_columns
from places.models import Place
from places.models.entry_columns import field_names

API, GEOJSON, GPKG, CSV, XLSX, OSM = "api", "geojson", "gpkg", "csv", "xlsx", "osm"
DOORS = {
    API: "/api/v1/plekken",
    GEOJSON: "/plekken.geojson",
    GPKG: "/plekken.gpkg",
    CSV: "/plekken.csv",
    XLSX: "/plekken.xlsx",
    OSM: "/plekken.osm.json",
}
TYPES = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "ja of nee",
    "date": "dag",
    "datetime": "moment",
    "list": "lijst van teksten",
    "array": "lijst",
    "object": "samengesteld",
}


@dataclass(frozen=True)
class Entry:
    """A field: its name, what a parameter ``velden`` calls it, and by which doors it leaves."""

    name: str
    type: str
    meaning: str
    doors: tuple[str, ...]
    key: str = ""
    unit: str = ""
    values: tuple[str, ...] = ()
    example: str = ""

    @property
    def kind(self) -> str:
        """The type for people."""
        return TYPES[self.type]


def fields() -> list[Entry]:
    """What the API and the flat files say, by one name."""
    return [_field(name) for name in dict.fromkeys([*field_names(), *FIELDS])]


def columns() -> list[Entry]:
    """The columns of the tables, which staff can bring in again."""
    with translation.override("nl"), kept_words():
        return [_column(column) for column in public_columns()]


def tags() -> list[Entry]:
    """What is said in the words of OpenStreetMap."""
    return [Entry(name, "string", f"{text}.", (OSM,), key=name) for name, text in TAGS.items()]


def _field(name: str) -> Entry:
    flat, described = FIELDS.get(name), _described().get(name, {})
    doors = [API] * (name in field_names()) + [GEOJSON, GPKG] * (flat is not None)
    return Entry(
        name,
        flat.type if flat else _type(described),
        MEANINGS[name],
        tuple(doors),
        key=name,
        unit=UNITS.get(name, ""),
        values=tuple(described.get("enum") or ()),
    )


@cache
def _described() -> dict[str, dict[str, Any]]:
    """The properties of a place in the schema of the API; what may be null is as if it were not.

    Made once: it takes 20 ms, and every field asks for it.
    """
    properties = schemas.Place.model_json_schema(by_alias=True)["properties"]
    return {name: _certain(said) for name, said in properties.items()}


def _certain(said: dict[str, Any]) -> dict[str, Any]:
    known = [one for one in said.get("anyOf", [said]) if one.get("type") != "null"]
    return dict(known[0])


def _type(described: dict[str, Any]) -> str:
    return str(described.get("type", "object"))


def _column(column: Column) -> Entry:
    choices = getattr(column.widget, "choices", None)
    return Entry(
        dutch_heading(column),
        _type_of_column(column),
        str(column.about) or _verbose(column),
        (CSV, XLSX),
        key=column.name,
        unit=UNITS.get(column.name, ""),
        values=tuple(choices.values) if choices else (),
        example=column.example,
    )


def _type_of_column(column: Column) -> str:
    if isinstance(column.widget, DegreesWidget):
        return "number"
    if isinstance(column.widget, YesNoWidget):
        return "boolean"
    return "integer" if column.name == "since" else "string"


def _verbose(column: Column) -> str:
    """What the model calls the field."""
    name = str(Place._meta.get_field(column.name).verbose_name)  # type: ignore[union-attr]
    return f"{name[:1].upper()}{name[1:]}."


def everything() -> Iterator[Entry]:
    """All entries, of every door."""
    yield from fields()
    yield from columns()
    yield from tags()
