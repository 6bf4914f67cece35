"""Voorbeeldstad: a second municipality, made up for the tests. None of it exists.

Three wijken of a kilometre by a kilometre in a row, in the meadows near Delft. One gebied and one
wijk have the names of a gebied and a wijk of Rotterdam.
"""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.contrib.gis.geos import Polygon
from django.core.management import call_command

CODE = "GM9901"
WEST, SOUTH = 83_000, 445_000
"""The lower left corner, in metres of RD New."""

AREA_TABLE = """\
gemeente_code,gemeente,gebied_code,gebied,gebied_inhabitants,inhabitants_on,wijk_code,wijk,lat,lon
GM9901,Voorbeeldstad,WK990101,Centrum,2500,2026-01-01,BU99010101,Cool,51.9933,4.3462
GM9901,Voorbeeldstad,WK990101,Centrum,2500,2026-01-01,BU99010102,Oosteinde,51.9934,4.3607
GM9901,Voorbeeldstad,WK990102,Weide,,,BU99010201,Weide,51.9935,4.3753
"""

WIJKEN = {"BU99010101": "Cool", "BU99010102": "Oosteinde", "BU99010201": "Weide"}

Json = dict[str, Any]


def square(column: int, *, width: int = 1000, degrees: bool = False) -> Json:
    """A wijk as a GeoJSON geometry: the first, second or third from the west."""
    left, right, top = WEST + 1000 * column, WEST + 1000 * column + width, SOUTH + 1000
    polygon = Polygon.from_bbox((left, SOUTH, right, top))
    polygon.srid = 28992
    if degrees:
        polygon.transform(4326)
    return {"type": "Polygon", "coordinates": json.loads(polygon.json)["coordinates"]}


def feature(geometry: Json | None, **properties: Any) -> Json:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Json, epsg: int | None = None) -> Json:
    """As GeoJSON; ``epsg`` declares the grid of the coordinates."""
    named = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    grid = {"crs": named} if epsg else {}
    return {"type": "FeatureCollection", **grid, "features": list(features)}


def statistical(*, degrees: bool = False, **extra: Any) -> list[Json]:
    """The three wijken in the words of CBS."""
    return [
        feature(
            square(column, degrees=degrees),
            buurtcode=code,
            buurtnaam=name,
            wijkcode=f"WK{code[2:8]}",
            wijknaam={"WK990101": "Centrum", "WK990102": "Weide"}[f"WK{code[2:8]}"],
            gemeentecode=CODE,
            gemeentenaam="Voorbeeldstad",
            **extra,
        )
        for column, (code, name) in enumerate(WIJKEN.items())
    ]


def municipal(*, degrees: bool = False) -> list[Json]:
    """The three wijken in the words of a municipality."""
    return [
        feature(
            square(column, degrees=degrees),
            TEKST=code[6:],
            BUURTNAAM=name,
            GEBDNAAM={"01": "Centrum", "02": "Weide"}[code[6:8]],
            GEMEENTE="9901",
            GEBIED=int(code[6:8]),
            BUURT=int(code[8:]),
        )
        for column, (code, name) in enumerate(WIJKEN.items())
    ]


def place(name: str, **fields: Any) -> Json:
    """A place in Voorbeeldstad of which nothing is known but its name, and what is given."""
    return {"name": name, "city": "Voorbeeldstad", "sources": ["eigen waarneming, 2026"], **fields}


def written(folder: Path, name: str, document: Any) -> str:
    """The path of a file with this text, or with this value as JSON."""
    path = folder / name
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return str(path)


def told(command: str, *arguments: str, **options: Any) -> str:
    """What a management command says."""
    out = StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()
