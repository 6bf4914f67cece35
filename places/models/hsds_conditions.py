"""What HSDS may ask of places besides the wishes of the directory."""

from datetime import datetime
from uuid import UUID

from places.models.condition import Condition, all_of


def changed_since(moment: datetime) -> Condition:
    """What the public reads of it changed at this moment or later."""
    sql = "{place}.uuid IN (SELECT uuid FROM places_publication WHERE changed_at >= %s)"
    return Condition(sql, moment)


def on_its_own() -> Condition:
    """Nobody else is known to run it."""
    return Condition("{place}.organisation_id IS NULL")


def alone(place: UUID) -> Condition:
    """Is this place, and on its own."""
    return all_of([Condition("{place}.uuid = %s", place), on_its_own()])
