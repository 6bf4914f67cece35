"""manage.py load_vocabulary: the words in which places are described."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from places.importing.report import Refused
from places.importing.vocabulary import load_vocabulary


class Command(BaseCommand):
    help = _("Maakt soorten, waarden, dilemma's en andere woorden die nog ontbreken.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", default=str(settings.BASE_DIR / "fixtures" / "vocabulary.json")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for line in load_vocabulary(options["file"]):
                self.stdout.write(line)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
