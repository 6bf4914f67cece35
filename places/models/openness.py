"""Is it open? The answer of ``places/sql/openness.sql`` as conditions on many places."""

from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, DateField, F, Func, IntegerField, Q, Value
from django.db.models.lookups import Exact

from places.models.condition import Condition, Kept
from places.public_holidays import holidays_between
from places.schedule import wall_clock

DAY, DAY_MINUTES = timedelta(days=1), 1440

SPECIAL_DAYS = -1
"""Stands among the half hours of a place whose special days are too many to name."""


def open_at(moment: datetime) -> Condition:
    """Surely receives visitors at this moment, without an appointment.

    Answered from the place itself but where a special day, a holiday or a row with a beginning or
    end may say otherwise: there its rows are asked (``places/sql/half_hours.sql``).

    That honest look is taken at what may not be as in other weeks. ``OFFSET 0`` has it taken at
    those places one by one: without it the planner looks once at all hours there are, 7 ms at
    100,000 for 130 places. On a holiday, and on the day after one, the policy says which rows hold:
    if a place has not been open ever since midnight, only a row of today can have it open. So no
    more than those that have need the look: at a million a question about Christmas took 17 s.
    """
    today, minute, holidays = on_the_wall(moment)
    midnight = today.weekday() * DAY_MINUTES
    of_week = midnight + minute
    days = _marks(today, minute), today - DAY, today
    covering = today, minute, holidays
    if not holidays:
        return Condition(_OPEN.format(doubtful="", as_usual=""), *days, *covering, of_week)
    as_usual = _AS_USUAL if today in holidays else ""
    sql = _OPEN.format(doubtful=_DOUBTFUL, as_usual=as_usual)
    return Condition(sql, *days, midnight, of_week + 1, *covering, of_week)


def kept_open_at(moment: datetime) -> Kept | None:
    """Who are open at this moment, from kept minutes (``places/sql/kept_numbers.sql``).

    None on holidays, and on the day after one, which those do not know.
    """
    today, minute, holidays = on_the_wall(moment)
    if holidays:
        return None
    of_now = today, minute
    return Kept("places_with_doors_open(%s, %s, {among})", of_now, "places_open_at(%s, %s)")


def not_surely_closed_at(moment: datetime) -> Q:
    """Open, by appointment or unknown at this moment."""
    return ~Q(Exact(state_at(moment), Value("dicht")))


def state_at(moment: datetime) -> Func:
    """The state in one word: open, afspraak, onbekend or dicht."""
    return Func(
        Func(*_on_the_wall(moment), function="places_states"),
        F("pk"),
        template="(SELECT state FROM %(expressions)s)",
        arg_joiner=" WHERE place_id = ",
        output_field=CharField(),
    )


def on_the_wall(moment: datetime) -> tuple[date, int, list[date]]:
    """Date, minute of the day, and which of that date and the day before are holidays."""
    today, minute = wall_clock(moment)
    return today, minute, list(holidays_between(today - DAY, today, "nl"))


def month_of(day: date) -> int:
    """The month of a special day among the half hours, as ``places_month`` numbers it."""
    return 336 + day.year * 12 + day.month


def _marks(today: date, minute: int) -> list[int]:
    """What the half hours of a place must have one of, for it to be open at this moment."""
    return [SPECIAL_DAYS, today.weekday() * 48 + minute // 30, month_of(today)]


def _on_the_wall(moment: datetime) -> tuple[Value, Value, Value]:
    today, minute, holidays = on_the_wall(moment)
    return Value(today, _DATE), Value(minute, _NUMBER), Value(holidays, _DATES)


_DATE, _NUMBER, _DATES = DateField(), IntegerField(), ArrayField(DateField())
"""What values are, made once."""

_OPEN = """{{place}}.half_hours && %s AND CASE
  WHEN {{place}}.otherwise && daterange(%s, %s, '[]'){doubtful} THEN EXISTS (
    SELECT FROM places_covering(%s, %s, %s::date[]) AS covering
    WHERE covering.place_id = {{place}}.id AND covering.doubt = 1 OFFSET 0)
  ELSE {{place}}.surely_open @> %s{as_usual} END"""
_DOUBTFUL = " OR {place}.holiday_policy <> 'gewoon' AND {place}.surely_open @> int4range(%s, %s)"
_AS_USUAL = " AND {place}.holiday_policy = 'gewoon'"
