"""The second opinion of the `opening_hours` library on what our reader made of an expression."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

import opening_hours
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.schedule import Schedule, State, local_moment
from places.schedule.status import covering

ONE_DAY = timedelta(days=1)
WEEKS = 54
_AROUND = range(-8, 9)
NO_HOLIDAYS: dict[date, str] = {}  # without a country the library knows none either


def agree(text: str, schedule: Schedule, today: date) -> None:
    """Raise a ValidationError that names the first moment that the library reads otherwise.

    Asked of a year and of the weeks around every date at which something changes; in
    between the weeks are alike.
    """
    try:
        witness = opening_hours.OpeningHours(text)
    except opening_hours.ParserError as error:  # type: ignore[attr-defined]
        raise ValidationError(
            _("De bibliotheek opening_hours kan dit niet lezen: %(why)s"),
            params={"why": str(error).strip().splitlines()[-1].strip(" =")},
        ) from None
    for moment in sorted(_moments(witness, schedule, today)):
        ours, possible = _state(schedule, moment)
        theirs, _comment = witness.state(moment)
        if theirs not in possible:
            raise ValidationError(
                _("Op %(day)s om %(time)s lezen wij “%(ours)s”, de bibliotheek “%(theirs)s”."),
                params={
                    "day": date_format(moment, "l j F Y"),
                    "time": f"{moment:%H:%M}",
                    "ours": ours,
                    "theirs": _NAMES[theirs],
                },
            )


_OPEN, _CLOSED, _UNKNOWN = (
    opening_hours.State.OPEN,
    opening_hours.State.CLOSED,
    opening_hours.State.UNKNOWN,
)
_NAMES = {_OPEN: "open", _CLOSED: "dicht", _UNKNOWN: "onbekend"}
_ALIKE = {
    State.OPEN: (_OPEN,),
    State.CLOSED: (_CLOSED,),
    State.APPOINTMENT: (_OPEN, _UNKNOWN),  # a comment tells it apart, whatever the state
    State.UNKNOWN: (_OPEN, _UNKNOWN),  # an open end is open to the library, until midnight
}


def _state(schedule: Schedule, naive: datetime) -> tuple[State, Collection[opening_hours.State]]:
    """What we read, and what the library may make of that."""
    eve = schedule.day(naive.date() - ONE_DAY, NO_HOLIDAYS)
    day = schedule.day(naive.date(), NO_HOLIDAYS)
    intervals = covering(local_moment(naive), eve, day)
    if intervals:
        return intervals[0].state, _ALIKE[intervals[0].state]
    return day.outside, (_CLOSED,) if day.outside is State.CLOSED else (_UNKNOWN,)


def _moments(witness: opening_hours.OpeningHours, schedule: Schedule, today: date) -> set[datetime]:
    """Local times that happen, at which one of the two may change its mind."""
    rows = schedule.periods + schedule.special_days
    clocks = {clock for row in rows for clock in (row.opens, row.closes) if clock} | {time()}
    days = _days(schedule, today)
    ours = {datetime.combine(day, clock) for day in days for clock in clocks}
    theirs = {change for first, last in _runs(days) for change in _changes(witness, first, last)}
    return {naive for naive in ours | theirs if local_moment(naive).replace(tzinfo=None) == naive}


def _days(schedule: Schedule, today: date) -> set[date]:
    said = [(row.valid_from, row.valid_until) for row in schedule.periods]
    said += [(row.first_day, row.last_day) for row in schedule.special_days]
    weeks = {day + offset * ONE_DAY for pair in said for day in pair if day for offset in _AROUND}
    return weeks | {today + offset * ONE_DAY for offset in range(WEEKS * 7)}


def _runs(days: set[date]) -> Iterator[tuple[date, date]]:
    """First and last of the days that follow each other."""
    numbered = enumerate(sorted(days))
    for _offset, run in groupby(numbered, key=lambda pair: pair[1] - pair[0] * ONE_DAY):
        stretch = [day for _number, day in run]
        yield stretch[0], stretch[-1]


def _changes(witness: opening_hours.OpeningHours, first: date, last: date) -> Iterator[datetime]:
    begin, end = datetime.combine(first, time()), datetime.combine(last + ONE_DAY, time())
    for interval_begin, _end, _state_of, _comment in witness.intervals(begin, end):
        yield interval_begin
