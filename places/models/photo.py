"""Photos of a place: shown in web sizes, never as they were uploaded."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from places.bilingual import Bilingual
from places.models.history import History


class Photo(models.Model):
    """A picture with what a person who cannot see it needs; its files are named after its key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="photos")
    width = models.PositiveIntegerField(_("breedte"), editable=False)
    height = models.PositiveIntegerField(_("hoogte"), editable=False)
    alt = models.CharField(
        _("wat er te zien is"),
        max_length=250,
        help_text=_("Voor wie de foto niet ziet: “Lange tafel met mensen die soep eten.”"),
    )
    alt_en = models.CharField(_("wat er te zien is, Engels"), max_length=250, blank=True)
    credit = models.CharField(_("gemaakt door"), max_length=120)
    consent = models.CharField(
        _("toestemming"),
        max_length=200,
        help_text=_("Van wie en wanneer: de maker, en wie er herkenbaar op staan. Niet openbaar."),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)

    history = History(without=("added_by",))
    described = Bilingual("alt")

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.alt
