"""Compare the files of photos with the database, and remove what no photo needs."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from places.models import Photo
from places.photos import files
from places.photos.upload import A_DAY


class Command(BaseCommand):
    """For after a crash or a restored backup; says what it finds, removes only when told to."""

    help = "Meldt bestanden zonder foto en foto's zonder bestanden; --remove ruimt bestanden op."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="ruim op wat geen foto heeft")

    def handle(self, *args: Any, remove: bool = False, **options: Any) -> None:
        # Files first: they are named after their photo is saved, so each one found is known by now.
        on_disk = files.keys_on_disk()
        photos = set(Photo.objects.values_list("key", flat=True))
        for key in sorted(on_disk - photos):
            self.stdout.write(f"bestanden zonder foto: {key}")
            if remove:
                files.remove(key)
        for key in sorted(photos - on_disk):
            self.stdout.write(f"foto zonder bestanden: {key}")
        if remove:
            files.remove_forgotten(time.time() - A_DAY)
