"""Is it open? The answer of ``places/sql/openness.sql`` as conditions on many places."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, CharField, DateField, F, Func, Q, Value

from places.public_holidays import holidays_between
from places.schedule import wall_clock


def open_at(moment: datetime) -> Q:
    """Surely receives visitors at this moment, without an appointment."""
    surely_open = Func(
        *_on_the_wall(moment),
        function="places_covering",
        template="(SELECT place_id FROM %(function)s(%(expressions)s) WHERE doubt = 1)",
    )
    among = {"template": "%(expressions)s", "arg_joiner": " IN "}
    return Q(Func(F("pk"), surely_open, output_field=BooleanField(), **among))


def state_at(moment: datetime) -> Func:
    """The state in one word: open, afspraak, onbekend or dicht."""
    return Func(
        Func(*_on_the_wall(moment), function="places_states"),
        F("pk"),
        template="(SELECT state FROM %(expressions)s)",
        arg_joiner=" WHERE place_id = ",
        output_field=CharField(),
    )


def _on_the_wall(moment: datetime) -> tuple[Value, Value, Value]:
    """Date, minute of the day, and which of that date and the day before are holidays."""
    today, minute = wall_clock(moment)
    holidays = list(holidays_between(today - timedelta(days=1), today, "nl"))
    return Value(today), Value(minute), Value(holidays, output_field=ArrayField(DateField()))
