"""Which hosts are to be asked whether their entry is still true."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db.models import Exists

from places.models.confirmation import LINK_DAYS, HostRequest
from places.models.curation import CuratedPlaces
from places.models.suggestion import Suggestion


class AskedPlaces(CuratedPlaces):
    """The part of the place vocabulary that asks hosts."""

    def to_ask(self, checked_before: date, moment: datetime) -> Self:
        """Published places with an address, not checked since, whose host may be asked now.

        Not when the host was asked less than ``LINK_DAYS`` ago, or told us something that nobody
        has handled yet.
        """
        known = self.filter(status="gepubliceerd").exclude(email="")
        asked = HostRequest.objects.asked_since(moment - timedelta(days=LINK_DAYS))
        told = Suggestion.objects.waiting().from_hosts().of_outer_place()
        silent = known.exclude(Exists(asked.of_outer_place())).exclude(Exists(told))
        return silent.not_checked_since(checked_before).order_by("pk")
