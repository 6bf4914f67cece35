"""manage.py load_city: the first filling of an empty database."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Model
from django.utils.translation import gettext as _

from places.importing.areas import load_area_table
from places.importing.places import load_places
from places.importing.report import Refused
from places.importing.vocabulary import load_vocabulary
from places.models import Area, Kind, Place

Load = Callable[[str], list[str]]


class Command(BaseCommand):
    help = _("Vult een lege database met de woorden, gebieden en plekken van een stad.")

    def add_arguments(self, parser: CommandParser) -> None:
        fixtures = Path(settings.BASE_DIR) / "fixtures"
        parser.add_argument("--vocabulary", default=str(fixtures / "vocabulary.json"))
        parser.add_argument("--areas", default=str(fixtures / "areas.csv"))
        parser.add_argument("--places", default=str(fixtures / "places.json"))

    def handle(self, *args: Any, **options: Any) -> None:
        self.verbosity = options["verbosity"]
        self.fill(_("woorden"), Kind, load_vocabulary, options["vocabulary"])
        self.fill(_("gebieden"), Area, load_area_table, options["areas"])
        self.fill(_("plekken"), Place, load_places, options["places"])

    def fill(self, title: str, model: type[Model], load: Load, source: str) -> None:
        """Do one step if it was not done before: what editors removed must not come back."""
        if model._default_manager.exists():
            self.say(_("%s: al geladen, niets veranderd") % title)
            return
        try:
            self.say("; ".join(load(source)))
        except Refused as refused:
            raise CommandError(str(refused)) from refused

    def say(self, line: str) -> None:
        """Tell on one line what was done, unless asked to be quiet."""
        if self.verbosity:
            self.stdout.write(line)
