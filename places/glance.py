"""The week of several places in one table."""

from dataclasses import dataclass
from datetime import date

from places.cards import schedule_of
from places.models.place import PlaceQuerySet
from places.schedule import Schedule
from places.sentences import period_sentence, weekday_name


@dataclass(frozen=True)
class GlanceRow:
    """A place and its hours from Monday to Sunday; an empty cell is a day without rows."""

    name: str
    url: str
    cells: list[str]
    complete: bool


@dataclass(frozen=True)
class Glance:
    """The table: short names of the days, and a row per place that has hours."""

    days: list[str]
    rows: list[GlanceRow]


def week_at_a_glance(places: PlaceQuerySet, today: date) -> Glance | None:
    """The table of the places whose hours are known, at least in part; None without any."""
    rows = []
    for place in places.with_hours().with_timetable().by_name():
        schedule = schedule_of(place)
        cells = [_cell(schedule, weekday, today) for weekday in range(7)]
        rows.append(GlanceRow(place.name, place.get_absolute_url(), cells, schedule.complete))
    days = [weekday_name(weekday, short=True) for weekday in range(7)]
    return Glance(days, rows) if rows else None


def _cell(schedule: Schedule, weekday: int, today: date) -> str:
    periods = [
        period
        for period in schedule.periods
        if period.weekday == weekday and period.valid_on(today)
    ]
    return ", ".join(period_sentence(period) for period in sorted(periods, key=lambda p: p.opens))
