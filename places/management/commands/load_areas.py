"""manage.py load_areas: areas from a table, or with their boundaries from GeoJSON."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from places.importing.areas import load_area_table
from places.importing.boundaries import load_boundaries
from places.importing.report import Refused


class Command(BaseCommand):
    help = _(
        "Laadt gemeenten, gebieden en wijken: uit een tabel (.csv), of met hun grenzen uit GeoJSON "
        "van CBS/PDOK of van de gemeente, in WGS84 of RD."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source", nargs="?", default="", help=_("bestand of adres; zonder: PDOK (AREAS_URL)")
        )
        parser.add_argument(
            "--municipality", default="", help=_("alleen deze gemeente, zoals GM0599")
        )
        parser.add_argument(
            "--partial", action="store_true", help=_("laad de rest als een gebied geweigerd wordt")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        source, municipality = options["source"], options["municipality"]
        try:
            if source.lower().endswith(".csv"):
                lines = load_area_table(source)
            elif source:
                lines = load_boundaries([source], municipality, partial=options["partial"])
            else:
                municipality = municipality or settings.AREAS_MUNICIPALITY
                addresses = default_sources(municipality)
                lines = load_boundaries(addresses, municipality, partial=options["partial"])
        except Refused as refused:
            nothing = _("Er is niets veranderd.")
            raise CommandError(f"{refused}\n{nothing}") from refused
        for line in lines:
            self.stdout.write(line)


def default_sources(municipality: str) -> list[str]:
    """The addresses at PDOK: the wijken of CBS (for names of gebieden), and then its buurten."""
    if not settings.AREAS_URL:
        raise Refused(_("Geef een bestand of adres: de instelling AREAS_URL is leeg."))
    addresses = [
        settings.AREAS_URL.replace("{collection}", collection).replace("{gemeente}", municipality)
        for collection in ("wijken", "buurten")
    ]
    return list(dict.fromkeys(addresses))
