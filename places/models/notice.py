"""That a colleague was mailed today about what waits."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about daily mails."""

    def forget(self, before: date) -> int:
        """Delete what is older than this day; returns how many."""
        return self.filter(day__lt=before).delete()[0]


class Notice(models.Model):
    """A daily mail to a colleague; one a day at most, however often the command runs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(_("dag"))

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("dagelijkse mail")
        verbose_name_plural = _("dagelijkse mails")
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="notice_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.day}"
