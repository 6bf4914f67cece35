"""`manage.py mail_staff`: once a day, tell colleagues what waits for them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from places.suggesting.notices import summaries


class Command(BaseCommand):
    """One mail a day at most to whoever wants one; none to whom nothing waits for."""

    help = "Mailt medewerkers die dat dagelijks willen wat er op hen wacht; hooguit eens per dag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="mail niemand, zeg alleen wie")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            for summary in summaries():
                self.stdout.write(f"{summary.colleague}: {summary.count} wachten")
            return
        today = timezone.localdate()
        outcomes = [summary.send(today) for summary in summaries()]
        self.stdout.write(
            f"gemaild: {outcomes.count(True)}, vandaag al gemaild: {outcomes.count(None)}, "
            f"mislukt: {outcomes.count(False)}"
        )
        if set(outcomes) == {False}:
            raise CommandError("Geen enkele mail ging weg. Kijk of de mailserver het doet.")
