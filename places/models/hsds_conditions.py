"""What HSDS may ask of places besides the wishes of the directory."""

from datetime import datetime
from uuid import UUID

from places.models.condition import Condition


def changed_since(moment: datetime) -> Condition:
    """What the public reads of it changed at this moment or later."""
    sql = "{place}.uuid IN (SELECT uuid FROM places_publication WHERE changed_at >= %s)"
    return Condition(sql, moment)


def on_its_own(place: UUID) -> Condition:
    """Is this place, and nobody else is known to run it."""
    return Condition("{place}.uuid = %s AND {place}.organisation_id IS NULL", place)
