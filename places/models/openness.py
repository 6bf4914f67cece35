"""Is it open? The answer of ``places.schedule``, as conditions that the database weighs for many.

Both follow docs/openingstijden.md, and a test holds them against each other.
"""

from datetime import datetime

from django.db.models import Case, CharField, Q, Value, When

from places.models.beginnings import beginnings
from places.models.hours import OpeningHours, SpecialDay
from places.schedule import HolidayPolicy, State


def open_at(moment: datetime) -> Q:
    """Surely receives visitors at this moment, without an appointment."""
    hours = OpeningHours.objects.surely_covering(moment).for_visitors()
    other_hours = SpecialDay.objects.surely_covering(moment).for_visitors()
    return Q(pk__in=hours.places().union(other_hours.places(), all=True))


def state_at(moment: datetime) -> Case:
    """The state in one word; the surest of the hours that cover the moment decides."""
    return Case(
        When(open_at(moment), then=Value(State.OPEN)),
        When(_by_appointment_at(moment), then=Value(State.APPOINTMENT)),
        When(_perhaps_at(moment), then=Value(State.UNKNOWN)),
        When(_closed_on_day_of(moment) | _known_to_be_closed(), then=Value(State.CLOSED)),
        default=Value(State.UNKNOWN),
        output_field=CharField(),
    )


def _by_appointment_at(moment: datetime) -> Q:
    hours = OpeningHours.objects.surely_covering(moment)
    other_hours = SpecialDay.objects.surely_covering(moment)
    return Q(pk__in=hours.places().union(other_hours.places(), all=True))


def _perhaps_at(moment: datetime) -> Q:
    hours = OpeningHours.objects.covering(moment)
    other_hours = SpecialDay.objects.covering(moment)
    return Q(pk__in=hours.places().union(other_hours.places(), all=True))


def _closed_on_day_of(moment: datetime) -> Q:
    """Closed for the whole calendar day by a special day or, without one, by a holiday."""
    today, _eve = beginnings(moment)
    closed = Q(pk__in=SpecialDay.objects.on(today.day).closed().places())
    if not today.holiday:
        return closed
    ordinary = ~Q(pk__in=SpecialDay.objects.on(today.day).places())
    return closed | Q(ordinary, holiday_policy=HolidayPolicy.CLOSED)


def _known_to_be_closed() -> Q:
    """All its hours are known; without any row there is nothing to be complete about."""
    return Q(hours_complete=True, pk__in=OpeningHours.objects.places())
