"""What HSDS may ask of places besides the wishes of the directory."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from places.models.edition import Publication


def changed_since(moment: datetime) -> Q:
    """What the public reads of it changed at this moment or later."""
    return Q(uuid__in=Publication.objects.since(moment).order_by().values("uuid"))


def on_its_own(place: UUID) -> Q:
    """Is this place, and nobody else is known to run it."""
    return Q(uuid=place, organisation__isnull=True)
