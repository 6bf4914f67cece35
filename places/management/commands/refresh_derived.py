"""`manage.py refresh_derived`: what the database keeps itself is made anew, should it be wrong."""

from typing import Any

from django.core.management.base import BaseCommand

from places.models.derived import refresh_derived


class Command(BaseCommand):
    """Nothing needs it every day: each save keeps all of this itself.

    After rows were written without triggers, a restored part of a backup, or a release in which
    tags or documents are made otherwise.
    """

    help = "Maakt opnieuw wat de database zelf bijhoudt: kenmerken, zoekwoorden, aantallen, kaart."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"plekken die niet klopten: {refresh_derived()}")
