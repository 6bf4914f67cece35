"""What comes in from outside and waits until somebody handles it."""

from datetime import datetime
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, When
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from places.models.place import PlaceQuerySet

AnyIncoming = TypeVar("AnyIncoming", bound=models.Model)

WAITING_FIRST = (
    F("handled_at").desc(nulls_first=True),
    Case(When(handled_at__isnull=True, then=F("created_at"))),
)
"""What waits, the oldest first; then what was handled, the newest first."""


class IncomingQuerySet(models.QuerySet[AnyIncoming], Generic[AnyIncoming]):
    """Questions about whatever comes in."""

    def about(self, places: "PlaceQuerySet") -> Self:
        """Those that concern these places."""
        return self.filter(place__in=places)

    def of_outer_place(self) -> Self:
        """Those about the place in the statement around this one."""
        return self.filter(place=OuterRef("pk"))

    def with_address_from_before(self, moment: datetime) -> Self:
        """Those that still hold somebody's address although they are this old."""
        return self.filter(created_at__lt=moment).exclude(email="")


class Incoming(models.Model):
    """Who sent it, if they said so, and who handled it; the address does not outlive that."""

    email = models.EmailField(_("e-mail"), blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("behandeld door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handled_at = models.DateTimeField(_("behandeld op"), null=True, blank=True)
    created_at = models.DateTimeField(_("binnengekomen op"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]
