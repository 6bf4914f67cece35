"""People with an account: what they are concerned with, and when they want mail."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from places.models.area import Area


class ColleagueQuerySet(models.QuerySet["Colleague"]):
    """Questions about colleagues."""

    def wanting(self, notices: str) -> Self:
        """Those with an address and a live account who chose to be mailed this often."""
        active = self.filter(user__is_active=True, user__is_staff=True).exclude(user__email="")
        return active.filter(notices=notices).select_related("user").prefetch_related("areas")


class Colleague(models.Model):
    """What the site knows of a user beside name, address and role."""

    class Notices(models.TextChoices):
        AT_ONCE = "meteen", _("meteen")
        DAILY = "dagelijks", _("een keer per dag")
        NEVER = "nooit", _("nooit")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="colleague"
    )
    areas = models.ManyToManyField(
        Area,
        verbose_name=_("alleen deze gebieden"),
        blank=True,
        help_text=_(
            "Leeg: de hele stad. Anders ziet en wijzigt een redacteur alleen plekken hier."
        ),
    )
    notices = models.CharField(
        _("mail over wat er ligt"),
        max_length=10,
        choices=Notices.choices,
        default=Notices.DAILY,
    )

    objects = ColleagueQuerySet.as_manager()

    class Meta:
        verbose_name = _("medewerker")
        verbose_name_plural = _("medewerkers")

    def __str__(self) -> str:
        return str(self.user)
