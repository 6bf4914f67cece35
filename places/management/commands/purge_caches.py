"""`manage.py purge_caches`: a cache in front of the site forgets what somebody changed."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from places.purging import PurgeError, Told, tell

EVERY = 1.0
"""Seconds between two looks at the edition, which is one row."""


class Command(BaseCommand):
    """Runs until it is stopped, as a service; may be started anew at any moment."""

    help = "Laat de cache van CACHE_PURGE_URL vergeten wat er veranderd is, tot u het stopt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Alles één keer, en dan klaar.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if not settings.CACHE_PURGE_URL:
            raise CommandError("Zet CACHE_PURGE_URL: het adres van de cache die moet vergeten.")
        told: Told | None = None
        while True:
            told = self._told(told)
            if once:
                return
            time.sleep(EVERY)

    def _told(self, before: Told | None) -> Told | None:
        """What was not told is told the next time."""
        try:
            return tell(before)
        except PurgeError as error:
            self.stderr.write(str(error))
            return before
