"""Is it open? The answer of ``places/sql/openness.sql`` as conditions on many places."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField, DateRangeField, IntegerRangeField
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange
from django.db.models import BooleanField, CharField, DateField, F, Func, IntegerField, Q, Value
from django.db.models.lookups import Exact

from places.models.tally import Kept
from places.public_holidays import holidays_between
from places.schedule import wall_clock

DAY, DAY_MINUTES = timedelta(days=1), 1440

SPECIAL_DAYS = -1
"""Stands among the half hours of a place whose special days are too many to name."""


def open_at(moment: datetime) -> Q:
    """Surely receives visitors at this moment, without an appointment.

    Answered from the place itself but where a special day, a holiday or a row with a beginning or
    end may say otherwise: there its rows are asked (``places/sql/half_hours.sql``).
    """
    today, minute, holidays = _on_the_wall(moment)
    days = Value(DateRange(today.value - DAY, today.value, "[]"), _DAYS)
    midnight = today.value.weekday() * DAY_MINUTES
    of_week = Value(midnight + minute.value, _NUMBER)
    parts = {"key": F("pk"), "elements": _elements(today.value, minute.value), "days": days}
    if holidays.value:
        ever_since = NumericRange(midnight, midnight + minute.value + 1)
        parts["ever_since"] = Value(ever_since, _MINUTES)
    parts |= {"today": today, "minute": minute, "holidays": holidays, "of_week": of_week}
    festive = today.value in holidays.value
    return Q(_OpenAt(*parts.values(), names=tuple(parts), festive=festive))


def kept_open_at(moment: datetime) -> Kept | None:
    """How many are open at this moment, from kept counts; None on holidays, which those do not know
    (``places/sql/kept_numbers.sql``)."""
    today, minute, holidays = on_the_wall(moment)
    return None if holidays else Kept("places_open_at(%s, %s)", (today, minute))


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


def _elements(today: date, minute: int) -> Value:
    """What the half hours of a place must have one of, for it to be open at this moment."""
    half_hour = today.weekday() * 48 + minute // 30
    marks = [SPECIAL_DAYS, half_hour, month_of(today)]
    return Value(marks, _MARKS)


def _on_the_wall(moment: datetime) -> tuple[Value, Value, Value]:
    today, minute, holidays = on_the_wall(moment)
    return Value(today, _DATE), Value(minute, _NUMBER), Value(holidays, _DATES)


_DATE, _NUMBER, _DAYS, _MINUTES = DateField(), IntegerField(), DateRangeField(), IntegerRangeField()
_DATES, _MARKS = ArrayField(DateField()), ArrayField(IntegerField())
"""What values are, made once: making them took half of what it took to ask who is open."""


class _OpenAt(Func):
    """Whether a place is surely open, from columns that stand beside its key.

    An honest look is taken at what may not be as in other weeks. ``OFFSET 0`` has it taken at those
    places one by one: without it the planner looks once at all hours there are, 7 ms at 100,000 for
    130 places. On a holiday, and on the day after one, the policy says which rows hold: if a place
    has not been open ever since midnight, only a row of today can have it open. So no more than
    those that have need the look: at a million a question about Christmas took 17 s.
    """

    output_field = BooleanField()
    shape = (
        "({place}.half_hours && {elements} AND CASE WHEN {place}.otherwise && {days}{doubtful} "
        "THEN EXISTS (SELECT FROM places_covering({today}, {minute}, {holidays}) AS covering"
        " WHERE covering.place_id = {key} AND covering.doubt = 1 OFFSET 0)"
        " ELSE {place}.surely_open @> {of_week}{as_usual} END)"
    )
    doubtful = " OR {place}.holiday_policy <> 'gewoon' AND {place}.surely_open @> {ever_since}"
    as_usual = " AND {place}.holiday_policy = 'gewoon'"

    def as_sql(
        self, compiler: Any, connection: Any, *_rest: Any, **_extra: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """The parts in the order in which the shape has them; the key has no parameters."""
        compiled = [compiler.compile(part) for part in self.get_source_expressions()]
        sqls = (sql for sql, _values in compiled)
        parts = dict(zip(self.extra["names"], sqls, strict=True))
        parts["place"] = parts["key"].rpartition(".")[0]
        doubtful = self.doubtful.format(**parts) if "ever_since" in parts else ""
        as_usual = self.as_usual.format(**parts) if self.extra["festive"] else ""
        sql = self.shape.format(doubtful=doubtful, as_usual=as_usual, **parts)
        return sql, tuple(value for _sql, values in compiled for value in values)
