"""People with an account: what they are concerned with, and when they want mail."""

from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import Q
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


def known_as(name: str) -> User | None:
    """Who logs in with this name, in capitals or not; else the only one with this address."""
    for field in "username", "email":
        users = User.objects.filter(**{f"{field}__iexact": name})[:2]
        if users:
            return users[0] if len(users) == 1 else None
    return None


def active_at(address: str) -> "models.QuerySet[User]":
    """The accounts that this mailbox belongs to and that may log in."""
    return User.objects.filter(email__iexact=address, is_active=True)


def is_taken(address: str, *, by_other_than: User) -> bool:
    """Whether somebody else logs in with this address or is mailed at it."""
    others = User.objects.exclude(pk=by_other_than.pk)
    return others.filter(Q(username__iexact=address) | Q(email__iexact=address)).exists()


def leaves_an_administrator(leaving: User, group: str) -> bool:
    """Whether somebody else may still manage accounts; until the transaction ends nobody may go.

    ``group`` is the name of the role of administrators; a superuser is one too.
    """
    Group.objects.select_for_update().get(name=group)
    others = User.objects.filter(is_active=True).exclude(pk=leaving.pk)
    return others.filter(Q(is_superuser=True) | Q(groups__name=group)).exists()


def people() -> "models.QuerySet[Any]":
    """All accounts with what a list says of them."""
    return User.objects.prefetch_related("groups", "colleague__areas").select_related("colleague")
