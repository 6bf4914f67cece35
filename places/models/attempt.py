"""How often somebody without an account sent something, without knowing who."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Self

from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Questions about attempts."""

    def of(self, sender: str, since: datetime) -> Self:
        """What this sender sent since a moment."""
        return self.filter(sender=sender, at__gte=since)

    def admit(self, sender: str, now: datetime, limits: Iterable[tuple[timedelta, int]]) -> bool:
        """Note an attempt, unless the sender made as many already within one of the spans.

        Attempts of one sender wait for each other, so that many at once do not slip through.
        """
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sender])
            if any(self.of(sender, now - span).count() >= most for span, most in limits):
                return False
            self.create(sender=sender, at=now)
        return True

    def forget(self, before: datetime) -> int:
        """Delete what is older than this moment; returns how many."""
        return self.filter(at__lt=before).delete()[0]


class Attempt(models.Model):
    """A form that was sent. ``sender`` is a keyed hash that changes every day, never an address."""

    KEPT = timedelta(days=1)

    sender = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("poging")
        verbose_name_plural = _("pogingen")
        indexes = [models.Index(fields=["sender", "at"], name="attempt_of_sender")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
