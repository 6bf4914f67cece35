"""What is not public about a place: for wijkteams to refer by, and for staff alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from places.models.history import History


class Referral(models.Model):
    """What a wijkteam needs to refer somebody; for wijkteams and staff."""

    place = models.OneToOneField("Place", on_delete=models.CASCADE, related_name="referral")
    contact = models.TextField(
        _("contact voor verwijzers"),
        blank=True,
        help_text=_("Wie een wijkteam belt of mailt. Alleen wijkteams en beheer zien dit."),
    )
    intake_notes = models.TextField(
        _("hoe een kennismaking gaat"),
        blank=True,
        help_text=_("Wat een verwijzer vooraf moet weten. Alleen wijkteams en beheer zien dit."),
    )
    capacity = models.TextField(
        _("ruimte voor nieuwe mensen"),
        blank=True,
        help_text=_("Bijvoorbeeld een wachtlijst. Alleen wijkteams en beheer zien dit."),
    )

    history = History()

    class Meta:
        verbose_name = _("verwijsinformatie")
        verbose_name_plural = _("verwijsinformatie")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class Dossier(models.Model):
    """What only staff know about a place."""

    place = models.OneToOneField("Place", on_delete=models.CASCADE, related_name="dossier")
    editor_note = models.TextField(
        _("aantekening"), blank=True, help_text=_("Alleen het beheer ziet dit.")
    )
    lease_until = models.DateField(
        _("huur tot en met"), null=True, blank=True, help_text=_("Alleen het beheer ziet dit.")
    )
    funding_until = models.DateField(
        _("geld tot en met"), null=True, blank=True, help_text=_("Alleen het beheer ziet dit.")
    )

    history = History()

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
