"""`manage.py renew_documents`: what the API says of hours that are past goes, every night."""

from typing import Any

from django.core.management.base import BaseCommand

from places.models import Document
from places.models.derived import AT_A_TIME


class Command(BaseCommand):
    """Keeps documents anew that were of another day. Answers are right, if slower, without it."""

    help = "Zet klaar wat de API van plekken zegt, waar dat van een eerdere dag was."

    def handle(self, *args: Any, **options: Any) -> None:
        renewed = 0
        while some := Document.objects.renew(AT_A_TIME):
            renewed += some
        self.stdout.write(f"documenten vernieuwd: {renewed}")
