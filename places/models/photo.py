"""Photos of a place: shown in web sizes, never as they were uploaded."""

import uuid
from functools import partial
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from places.bilingual import Bilingual
from places.models.history import History
from places.photos import files
from places.photos.sizes import widths_of


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Questions about photos."""

    def with_key(self, key: uuid.UUID) -> Self:
        """At most the photo of this address, with its place."""
        return self.filter(key=key).select_related("place")


class Photo(models.Model):
    """A picture with what a person who cannot see it needs; its files are named after its key.

    ``history`` tells what was said about a photo for as long as there is a photo: alt text, credit,
    consent, order, place. A photo that is gone leaves one row, of type "-" and without content, by
    whatever door it went; its files are gone too. So a deletion cannot be restored, and whoever
    restores other rows leaves photos out.
    """

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

    objects = PhotoQuerySet.as_manager()
    history = History(without=("added_by",))
    described = Bilingual("alt")

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.alt

    @property
    def widths(self) -> list[int]:
        """The widths that there are files of, smallest first."""
        return widths_of(self.width)

    def address(self, width: int, extension: str) -> str:
        """Where one size is served."""
        return reverse("photo", args=[self.key, width, extension])

    @property
    def smallest(self) -> str:
        """Where the smallest size is served, for every browser."""
        return self.address(self.widths[0], "jpg")


@receiver(post_delete, sender=Photo)
def leave_nothing(instance: Photo, **_signal: Any) -> None:
    """Files and words of a photo go with it; that somebody removed it is remembered."""
    told = Photo.history.filter(id=instance.pk)
    last = told.order_by("-history_date", "-history_id").first()
    if last is not None:
        told.exclude(pk=last.pk).delete()
        told.update(alt="", alt_en="", credit="", consent="")
    transaction.on_commit(partial(files.remove, instance.key))
