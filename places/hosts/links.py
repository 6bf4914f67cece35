"""The link in the mail to a host: one place, thirty days, and only for whom it was meant."""

from datetime import datetime
from enum import Enum

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from places.models import HostRequest, Place

_SIGNER = Signer(sep=".", salt="places.hosts.links")


class Refusal(Enum):
    """Why a link does not work; the value is the status of the answer."""

    UNKNOWN = (404, "onbekend")
    TOO_OLD = (410, "verlopen")
    REVOKED = (410, "ingetrokken")
    OTHER_ADDRESS = (410, "ander adres")
    UNLISTED = (410, "niet in de lijst")


class LinkRefused(Exception):  # noqa: N818
    """Somebody came with a link that opens nothing (any more)."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


def token_of(asked: HostRequest) -> str:
    """What the link of this request is known by; nobody can make one up."""
    return _SIGNER.sign(str(asked.pk))


def link_of(asked: HostRequest) -> str:
    """The whole address, in Dutch, as it stands in a mail."""
    with override(settings.LANGUAGE_CODE):
        return settings.SITE_URL.rstrip("/") + reverse("confirm", args=[token_of(asked)])


def request_of(token: str, moment: datetime, *, lock: bool = False) -> HostRequest:
    """The request with its place, if its link may be used now; raises LinkRefused.

    ``lock`` it to answer it (within a transaction), so that two answers come one by one.
    """
    asked = _found(token, lock)
    refusal = _refusal(asked, moment)
    if refusal:
        raise LinkRefused(refusal)
    return asked


def _found(token: str, lock: bool) -> HostRequest:
    try:
        found = HostRequest.objects.with_key(int(_SIGNER.unsign(token)))
    except BadSignature:
        raise LinkRefused(Refusal.UNKNOWN) from None
    asked = (found.select_for_update(of=("self",)) if lock else found).first()
    if asked is None:
        raise LinkRefused(Refusal.UNKNOWN)
    return asked


def _refusal(asked: HostRequest, moment: datetime) -> Refusal | None:
    if asked.revoked_at:
        return Refusal.REVOKED
    if asked.is_too_old(moment):
        return Refusal.TOO_OLD
    if asked.place.email != asked.email:
        return Refusal.OTHER_ADDRESS
    return None if asked.place.status == Place.Status.PUBLISHED else Refusal.UNLISTED
