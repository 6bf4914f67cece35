"""manage.py load_places: places from a file, all or none."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from places.importing.places import load_places
from places.importing.report import Refused


class Command(BaseCommand):
    help = _("Maakt de plekken in een bestand, allemaal of geen; plekken die er al zijn blijven.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help=_("JSON in de vorm van fixtures/places.json"))

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for line in load_places(options["file"]):
                self.stdout.write(line)
        except Refused as refused:
            nothing = _("Er is niets geladen.")
            raise CommandError(f"{refused}\n{nothing}") from refused
