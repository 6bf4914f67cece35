"""The week of several places at a glance: per day who receives people, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from places.cards import schedule_of
from places.models import Place
from places.models.place import PlaceQuerySet
from places.schedule import Period
from places.sentences import period_sentence, weekday_name


@dataclass(frozen=True)
class GlanceRow:
    """A period of one place."""

    hours: str
    place: str
    url: str
    note: str


@dataclass(frozen=True)
class GlanceDay:
    """A day of the week and what is known to happen on it, earliest first."""

    name: str
    today: bool
    rows: list[GlanceRow]


def week_at_a_glance(places: PlaceQuerySet, today: date) -> list[GlanceDay]:
    """Monday to Sunday; empty if of no place any hours are known."""
    periods = [pair for place in places.with_hours().with_timetable() for pair in _periods(place)]
    if not periods:
        return []
    return [_day(weekday, periods, today) for weekday in range(7)]


def _periods(place: Place) -> Iterator[tuple[Place, Period]]:
    for period in schedule_of(place).periods:
        yield place, period


def _day(weekday: int, periods: list[tuple[Place, Period]], today: date) -> GlanceDay:
    held = [
        (period.opens, place.name, period, place)
        for place, period in periods
        if period.weekday == weekday and period.valid_on(today)
    ]
    rows = [
        GlanceRow(period_sentence(period), place.name, place.get_absolute_url(), period.note)
        for _opens, _name, period, place in sorted(held, key=lambda row: row[:2])
    ]
    return GlanceDay(weekday_name(weekday), today.weekday() == weekday, rows)
