"""The files in which all places, or a selection of them, can be had."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from places.files.formats import FORMATS
from places.open_data.vocabulary import FILE_TYPES, MEDIA_TYPES


@dataclass(frozen=True)
class File:
    """What a form of file is called, what it is for, and its code in the EU's list of types."""

    key: str
    name: str
    purpose: Any
    european: str

    @property
    def url_name(self) -> str:
        """The name of its address."""
        return FORMATS[self.key].url_name

    @property
    def media_type(self) -> str:
        """Its type without a character set."""
        return FORMATS[self.key].media_type.partition(";")[0]

    @property
    def media_type_uri(self) -> str:
        """The address that means this type at IANA."""
        return MEDIA_TYPES + self.media_type

    @property
    def file_type(self) -> str:
        """The address that means its type in the list of the EU."""
        return FILE_TYPES + self.european


FILES = (
    File("xlsx", "Excel", _("een tabel om zelf mee te rekenen en te sorteren"), "XLSX"),
    File("csv", "CSV", _("een tabel die elk programma leest"), "CSV"),
    File("geojson", "GeoJSON", _("voor een kaart op een site of in een app"), "GEOJSON"),
    File("gpkg", "GeoPackage", _("voor QGIS en andere kaartprogramma’s"), "GPKG"),
    File("osm", "OpenStreetMap", _("met de tags van OpenStreetMap, als JSON"), "JSON"),
)
"""Those for everybody first."""
