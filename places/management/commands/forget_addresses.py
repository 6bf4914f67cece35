"""`manage.py forget_addresses`: nobody's e-mail address is kept longer than 90 days."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from places.models import Attempt, Notice, Report, Suggestion

KEPT = timedelta(days=90)


class Command(BaseCommand):
    """Erases old addresses of the public, and counts of who sent how much. Safe to run twice."""

    help = "Wist e-mailadressen van afzenders na 90 dagen, en tellingen van verzenders na een dag."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        old = now - KEPT
        suggestions = Suggestion.objects.with_address_from_before(old).update(email="")
        reports = Report.objects.with_address_from_before(old).update(email="")
        attempts = Attempt.objects.forget(now - Attempt.KEPT)
        Notice.objects.forget(old.date())
        self.stdout.write(
            f"adressen gewist: {suggestions} bij voorstellen, {reports} bij meldingen; "
            f"tellingen gewist: {attempts}"
        )
