"""Mailing hosts: each at most once in thirty days, whatever breaks off or runs beside it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from places.freshness import FRESH_MONTHS, fresh_since
from places.hosts.entry import entry_lines
from places.hosts.links import link_of
from places.mail import send
from places.models import HostRequest, Place
from places.models.confirmation import LINK_DAYS
from places.models.place import PlaceQuerySet


@dataclass
class Round:
    """What came of it, by names of places; ``in_doubt``: a run before this one broke off there."""

    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    in_doubt: list[str] = field(default_factory=list)


def hosts_to_ask(moment: datetime) -> PlaceQuerySet:
    """The places whose hosts are to be asked at this moment."""
    checked_before = fresh_since(timezone.localdate(moment), FRESH_MONTHS)
    return Place.objects.to_ask(checked_before, moment)


def ask_hosts(moment: datetime) -> Round:
    """Mail every host who is to be asked; one that fails does not stop the rest."""
    doubtful = HostRequest.objects.alive(moment).in_doubt(moment)
    done = Round(in_doubt=[asked.place.name for asked in doubtful])
    for key in list(hosts_to_ask(moment).values_list("pk", flat=True)):
        asked = _stored(key, moment)
        if asked:
            (done.asked if _mailed(asked, moment) else done.failed).append(asked.place.name)
    return done


def _stored(key: int, moment: datetime) -> HostRequest | None:
    """The request, before it is mailed; None when the host need not be asked any more.

    The place is locked first and looked at in a second statement, which sees what another run
    stored while this one waited for the lock.
    """
    with transaction.atomic():
        place = Place.objects.with_key(key).for_its_page().select_for_update(of=("self",)).first()
        if place is None or not hosts_to_ask(moment).with_key(key).exists():
            return None
        return HostRequest.objects.create(place=place, email=place.email, asked_at=moment)


def _mailed(asked: HostRequest, moment: datetime) -> bool:
    """Whether the mail went. If not, the request is taken back, so that the next run asks again.

    Killed in between, the request stays: perhaps the mail went, so the host is not asked again
    before the thirty days are over. The next runs name the place.
    """
    if not send("ask_host", asked.email, _context(asked, moment)):
        asked.delete()
        return False
    HostRequest.objects.mark_sent(asked, timezone.now())
    return True


def _context(asked: HostRequest, moment: datetime) -> dict[str, object]:
    with override(settings.LANGUAGE_CODE):
        lines = entry_lines(asked.place, moment)
    return {"place": asked.place, "lines": lines, "link": link_of(asked), "days": LINK_DAYS}
