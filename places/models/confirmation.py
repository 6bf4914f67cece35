"""Somebody checked an entry; and how a host is asked to."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from places.models.place import Place

LINK_DAYS = 30
"""A link to confirm works this long, and a host is not asked again before."""


class Role(models.TextChoices):
    """Who checked an entry: a role, never a name."""

    STAFF = "gemeente", _("de gemeente")
    HOST = "gastheer", _("de gastheer of gastvrouw")
    TEAM = "wijkteam", _("een wijkteam")


class Confirmation(models.Model):
    """An entry was checked; the database keeps the newest day and its role on the place itself."""

    class How(models.TextChoices):
        PHONE = "telefoon", _("aan de telefoon")
        VISIT = "bezoek", _("ter plekke")
        LINK = "link", _("via een link")
        ONLINE = "online", _("op hun eigen site")

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="confirmations")
    day = models.DateField(_("nagekeken op"))
    role = models.CharField(_("door"), max_length=10, choices=Role.choices)
    how = models.CharField(_("hoe"), max_length=10, choices=How.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ingevoerd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("ingevoerd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("bevestiging")
        verbose_name_plural = _("bevestigingen")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["place", "-day", "-id"], name="confirmation_newest")]

    def __str__(self) -> str:
        return f"{self.day}: {self.get_role_display()}, {self.get_how_display()}"


class HostRequestQuerySet(models.QuerySet["HostRequest"]):
    """Questions about requests to hosts."""

    def asked_since(self, moment: datetime) -> Self:
        """Those of this moment or later."""
        return self.filter(asked_at__gte=moment)

    def of_outer_place(self) -> Self:
        """Those to the host of the place in the statement around this one."""
        return self.filter(place=OuterRef("pk"))

    def with_key(self, key: int) -> Self:
        """At most the request with this primary key, with its place."""
        return self.filter(pk=key).select_related("place")

    def alive(self, moment: datetime) -> Self:
        """Young enough to be answered, and not revoked."""
        young = self.asked_since(moment - timedelta(days=LINK_DAYS))
        return young.filter(revoked_at__isnull=True)

    def mark_sent(self, asked: "HostRequest", moment: datetime) -> None:
        """The mail went; the place may have been removed meanwhile."""
        self.filter(pk=asked.pk).update(sent_at=moment)

    def revoke(self, place: "Place", key: int, moment: datetime) -> int:
        """Make the link of this request useless, if it is of this place; how many there were."""
        return self.filter(place=place, pk=key, revoked_at__isnull=True).update(revoked_at=moment)

    def in_doubt(self, moment: datetime) -> Self:
        """Asked before this moment, and nobody knows whether the mail went."""
        return self.filter(sent_at__isnull=True, asked_at__lt=moment).select_related("place")


class HostRequest(models.Model):
    """A mail that asks a host whether the entry is still true; its link is signed with its key.

    It is stored before it is mailed (``asked_at``), so that a run that breaks off never asks
    twice; ``sent_at`` is set when the mail went. One that did not go is not kept.
    """

    place = models.ForeignKey("Place", on_delete=models.CASCADE, related_name="host_requests")
    email = models.EmailField(_("gestuurd naar"))
    asked_at = models.DateTimeField(_("gevraagd op"))
    sent_at = models.DateTimeField(_("gestuurd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = HostRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag aan de gastheer")
        verbose_name_plural = _("vragen aan gastheren")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["place", "-asked_at"], name="host_request_newest")]

    def __str__(self) -> str:
        return f"{self.place}, {self.asked_at:%d-%m-%Y}"

    def is_too_old(self, moment: datetime) -> bool:
        """Whether its link has run out."""
        return self.asked_at < moment - timedelta(days=LINK_DAYS)

    def is_usable(self, moment: datetime) -> bool:
        """Whether its link still opens something, as far as the request itself goes."""
        return self.revoked_at is None and not self.is_too_old(moment)


def confirm(place: "Place", day: date, role: str, how: str, by: Any = None) -> Confirmation:
    """Somebody checked this place; ``place`` itself learns of it when it is read again."""
    return Confirmation.objects.create(place=place, day=day, role=role, how=how, by=by)
