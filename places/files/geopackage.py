"""Places as a GeoPackage: one layer in RD New, as the data is, with typed columns."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import Any, BinaryIO

from django.contrib.gis.gdal import SpatialReference
from fudgeo.enumeration import FieldType, GPKGFlavors
from fudgeo.geometry import Point
from fudgeo.geopkg import FeatureClass, GeoPackage, SpatialReferenceSystem
from fudgeo.geopkg import Field as Column

from places.exchange.notation import listed
from places.files.asked import Asked
from places.files.flat import FIELDS, Field, names
from places.models.area import RD_NEW
from places.models.file_rows import FiledPlace

__all__ = ["names", "written"]

LAYER, GEOMETRY = "plekken", "geom"
VERSION = 10_300
"""GeoPackage 1.3: all that is in the file it has, and older readers do not warn of it."""

TYPES = {
    "string": FieldType.text,
    "list": FieldType.text,
    "integer": FieldType.integer,
    "boolean": FieldType.boolean,
    "date": FieldType.date,
    "datetime": FieldType.datetime,
}


def written(places: Iterable[FiledPlace], asked: Asked) -> BinaryIO:
    """An open file without a name: SQLite needs one, so it is taken away when the file is whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{LAYER}.gpkg"
        _write(path, places, asked)
        return path.open("rb")


def _write(path: Path, places: Iterable[FiledPlace], asked: Asked) -> None:
    package = GeoPackage.create(path, flavor=GPKGFlavors.epsg, ogr_contents=True)
    try:
        fields = [FIELDS[name] for name in asked.names]
        layer = _layer(package, fields)
        extent = _Extent()
        with package.connection as connection:
            marks = ", ".join("?" * (len(fields) + 1))
            columns = ", ".join(f'"{name}"' for name in (GEOMETRY, *asked.names))
            insert = f"INSERT INTO {LAYER} ({columns}) VALUES ({marks})"  # noqa: S608
            connection.executemany(insert, _rows(places, fields, asked, extent))
        layer.add_spatial_index()
        layer.extent = extent.bounds
    finally:
        package.connection.close()


def _layer(package: GeoPackage, fields: list[Field]) -> FeatureClass:
    """An empty layer. Its index is made when the rows are there, at once instead of one by one."""
    for rule in ("synchronous = OFF", "journal_mode = OFF", f"user_version = {VERSION}"):
        package.connection.execute(f"PRAGMA {rule}")
    return package.create_feature_class(
        LAYER,
        _rd_new(),
        fields=[Column(field.name, TYPES[field.type]) for field in fields],
        spatial_index=False,
        geom_name=GEOMETRY,
    )


def _rd_new() -> SpatialReferenceSystem:
    wkt = SpatialReference(RD_NEW).wkt
    return SpatialReferenceSystem("Amersfoort / RD New", "EPSG", RD_NEW, wkt)


def _rows(
    places: Iterable[FiledPlace], fields: list[Field], asked: Asked, extent: "_Extent"
) -> Iterator[tuple[Any, ...]]:
    for place in places:
        point = None
        if place.metres:
            point = Point(x=place.metres[0], y=place.metres[1], srs_id=RD_NEW)
            extent.add(*place.metres)
        yield (point, *(_value(field, place, asked) for field in fields))


def _value(field: Field, place: FiledPlace, asked: Asked) -> Any:
    value = field.says(place, asked)
    if field.type == "list":
        return listed(value) or None
    if field.type == "datetime":
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03}Z"
    return value


class _Extent:
    """The box around what was added."""

    def __init__(self) -> None:
        self.bounds: tuple[float | None, ...] = (None, None, None, None)

    def add(self, east: float, north: float) -> None:
        west, south, most_east, most_north = self.bounds
        if west is None or south is None or most_east is None or most_north is None:
            self.bounds = (east, north, east, north)
        else:
            self.bounds = (
                *(min(west, east), min(south, north)),
                *(max(most_east, east), max(most_north, north)),
            )
