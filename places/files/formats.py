"""The forms in which places can be taken along."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Format:
    """A form of file. Its module has ``names()``, what ``velden`` may choose, and ``written()``.

    The module is imported when somebody asks, so that a process carries only what it serves.
    """

    key: str
    extension: str
    media_type: str
    module: str

    @property
    def url_name(self) -> str:
        return f"file_{self.key}"

    def load(self) -> Any:
        """The module that writes it."""
        return import_module(f"places.files.{self.module}")


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    one.key: one
    for one in (
        Format("geojson", "geojson", "application/geo+json", "geojson"),
        Format("csv", "csv", "text/csv; charset=utf-8", "table"),
        Format("xlsx", "xlsx", WORKBOOK, "workbook"),
        Format("gpkg", "gpkg", "application/geopackage+sqlite3", "geopackage"),
        Format("osm", "osm.json", "application/json", "osm"),
    )
}
