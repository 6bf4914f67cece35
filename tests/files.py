"""Files of places as those read them who take them along."""

import csv
import io
import json
import sqlite3
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.gis.gdal import DataSource, GDALException
from django.test import Client
from openpyxl import load_workbook

from places.files.formats import FORMATS


def address(key: str, query: str = "") -> str:
    return f"/plekken.{FORMATS[key].extension}" + (f"?{query}" if query else "")


def content(answer: Any) -> bytes:
    """What was sent, at once or in parts."""
    sent: bytes = answer.getvalue()
    return sent


def asked(client: Client, key: str, query: str = "", **more: Any) -> Any:
    """The answer, read to its end as servers do."""
    answer = client.get(address(key, query), **more)
    answer.whole = content(answer)
    return answer


def taken(client: Client, key: str, query: str = "") -> bytes:
    """The file of this form."""
    answer = asked(client, key, query)
    assert answer.status_code == 200, (query, answer.whole)
    data: bytes = answer.whole
    return data


def table(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by their headings."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheet(data: bytes) -> list[dict[str, str]]:
    """The rows of a workbook by their headings, as Excel shows them."""
    rows = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows()
    headings = [str(cell.value) for cell in next(rows)]
    return [dict(zip(headings, [_shown(cell) for cell in row], strict=True)) for row in rows]


def _shown(cell: Any) -> str:
    if isinstance(cell.value, float):
        decimals = len(cell.number_format.partition(".")[2])
        return f"{cell.value:.{decimals}f}".replace(".", ",")
    return str(cell.value or "")


def layer(data: bytes) -> list[dict[str, Any]]:
    """The rows of a GeoPackage as GDAL reads them; ``geom`` is the point, or None."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plekken.gpkg"
        path.write_bytes(data)
        [found] = DataSource(path)
        return [
            {field: row.get(field) for field in found.fields} | {"geom": _point(row)}
            for row in found
        ]


def uuids(key: str, data: bytes) -> list[str]:
    """The places of a file in its order."""
    if key == "geojson":
        return [one["id"] for one in json.loads(data)["features"]]
    if key == "osm":
        return [one["tags"]["ref:huiskamers"] for one in json.loads(data)["elements"]]
    if key == "gpkg":
        return [row["uuid"] for row in layer(data)]
    return [row["UUID"] for row in (table(data) if key == "csv" else sheet(data))]


def readable(data: bytes) -> str:
    """All that is in a file as text, unpacked where it is packed."""
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "\n".join(
                packed.read(name).decode(errors="replace") for name in packed.namelist()
            )
    if data.startswith(b"SQLite format 3"):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "file.sqlite"
            path.write_bytes(data)
            return "\n".join(_dumped(path)) + data.decode(errors="replace")
    return data.decode(errors="replace")


def _dumped(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    usable = [name for (name,) in names if not name.startswith("rtree_")]
    rows = [row for name in usable for row in connection.execute(f'SELECT * FROM "{name}"')]
    connection.close()
    return [str(row) for row in rows]


def _point(row: Any) -> tuple[float, float] | None:
    """GDAL has no geometry for what has none, and says so by an error."""
    try:
        east, north = row.geom.tuple
    except GDALException:
        return None
    return east, north
