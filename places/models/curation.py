"""Places as the people see them who keep them true."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Q

from places.freshness import FRESH_MONTHS, STALE_MONTHS, fresh_since
from places.models.conditions import any_tag
from places.models.hours import OpeningHours
from places.models.lookalikes import LookalikePlaces
from places.models.photo import Photo

if TYPE_CHECKING:
    from places.models.organisation import Organisation


def has_hours() -> Exists:
    """Some hours of the place in the statement around this are known."""
    return Exists(OpeningHours.objects.filter(place=OuterRef("pk")))


def has_photo() -> Exists:
    """Somebody photographed it."""
    return Exists(Photo.objects.filter(place=OuterRef("pk")))


class CuratedPlaces(LookalikePlaces):
    """The part of the place vocabulary that staff need."""

    def of_colleague(self, user: Any) -> Self:
        """Those that this user may be concerned with: all, or those in their areas.

        What the user may do there is for their role to say; without an account there are none.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        colleague = getattr(user, "colleague", None)
        if user.is_superuser or colleague is None:
            return self
        tags = [area.tag for area in colleague.areas.all()]
        return self.filter(any_tag(tags)) if tags else self

    def of_organisation(self, organisation: "Organisation") -> Self:
        """Those that this organisation or network runs, whatever their status."""
        return self.filter(organisation=organisation)

    def with_key(self, key: int | None) -> Self:
        """At most the place with this primary key; none for a place that is not saved yet."""
        return self.filter(pk=key)

    def with_keys(self, keys: Iterable[int]) -> Self:
        """Those of these primary keys."""
        return self.filter(pk__in=keys)

    def of_freshness(self, level: str, today: date) -> Self:
        """Those that ``freshness()`` calls so today."""
        fresh, stale = (fresh_since(today, months) for months in (FRESH_MONTHS, STALE_MONTHS))
        conditions = {
            "vers": Q(checked_on__gte=fresh),
            "even": Q(checked_on__lt=fresh, checked_on__gte=stale),
            "oud": Q(checked_on__lt=stale),
            "nooit": Q(checked_on__isnull=True),
        }
        return self.filter(conditions[level])

    def not_checked_since(self, day: date) -> Self:
        """Nobody checked the entry on this day or later."""
        return self.filter(Q(checked_on__isnull=True) | Q(checked_on__lt=day))

    def without_hours(self) -> Self:
        """Places of which no hours are known."""
        return self.exclude(has_hours())

    def without_photo(self) -> Self:
        """Places that nobody photographed."""
        return self.exclude(has_photo())

    def without_location(self) -> Self:
        """Places that cannot be drawn on a map."""
        return self.filter(location__isnull=True)

    def touch(self, moment: datetime) -> None:
        """They changed at this moment, by a row that belongs to them."""
        self.update(changed_at=moment)

    def with_gaps(self) -> Self:
        """Annotate ``has_hours`` and ``has_photo``."""
        return self.annotate(has_hours=has_hours(), has_photo=has_photo())
