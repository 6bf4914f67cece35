"""The files in which all places, or a selection of them, can be had."""

from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver
from django.utils.translation import gettext_lazy as _

from places.open_data.vocabulary import FILE_TYPES, MEDIA_TYPES


@dataclass(frozen=True)
class File:
    """A form of the data: the name of its address, and what it is called by whom."""

    url_name: str
    name: str
    purpose: Any
    media_type: str
    european: str
    """Its code in the list of file types of the Publications Office of the EU."""

    @property
    def file_type(self) -> str:
        """The URI of that code."""
        return FILE_TYPES + self.european

    @property
    def media_type_uri(self) -> str:
        """The URI of its media type at IANA."""
        return MEDIA_TYPES + self.media_type


FILES = (
    File(
        "file_xlsx",
        "Excel",
        _("een tabel om zelf mee te rekenen en te sorteren"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
    ),
    File(
        "file_csv",
        "CSV",
        _("een tabel die elk programma leest"),
        "text/csv",
        "CSV",
    ),
    File(
        "file_geojson",
        "GeoJSON",
        _("voor een kaart op een site of in een app"),
        "application/geo+json",
        "GEOJSON",
    ),
    File(
        "file_gpkg",
        "GeoPackage",
        _("voor QGIS en andere kaartprogramma’s"),
        "application/geopackage+sqlite3",
        "GPKG",
    ),
    File(
        "file_osm",
        "OpenStreetMap",
        _("de plekken met de kenmerken van OpenStreetMap"),
        "application/json",
        "JSON",
    ),
)
"""Those for everybody first."""


def known(url_name: str) -> bool:
    """Whether this door is there."""
    return bool(get_resolver().reverse_dict.getlist(url_name))


def files() -> list[File]:
    """Those that can be had."""
    return [one for one in FILES if known(one.url_name)]
