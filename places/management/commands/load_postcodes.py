"""manage.py load_postcodes: where postcodes are, from a table or from GeoJSON."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from places.importing.postcodes import load_postcodes, with_surroundings
from places.importing.report import Refused


class Command(BaseCommand):
    help = _(
        "Laadt waar postcodes liggen, van 4 cijfers of met de letters erbij: uit een tabel (.csv) "
        "of uit GeoJSON zoals die van CBS/PDOK, in WGS84 of RD."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source", nargs="?", default="", help=_("bestand of adres; zonder: POSTCODES_URL")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            lines = load_postcodes(options["source"] or default_source())
        except Refused as refused:
            nothing = _("Er is niets veranderd.")
            raise CommandError(f"{refused}\n{nothing}") from refused
        for line in lines:
            self.stdout.write(line)


def default_source() -> str:
    """The address at PDOK: the postcodes of CBS in and around our areas. Raises Refused."""
    if not settings.POSTCODES_URL:
        raise Refused(_("Geef een bestand of adres: de instelling POSTCODES_URL is leeg."))
    return with_surroundings(settings.POSTCODES_URL)
