"""Does it receive people in parts of days? What ``places.schedule.slots`` says, of many places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import IntegerField
from django.db.models.expressions import RawSQL

from places.models.condition import Condition
from places.models.openness import DAY, DAY_MINUTES, SPECIAL_DAYS, month_of
from places.models.wish import Doubt
from places.public_holidays import holidays_between
from places.schedule import Slot
from places.schedule.slots import WEEKS

HALF_HOUR = 30

_RECEIVING = """{place}.id IN (
  SELECT place_id FROM places_receiving(%s::date[], %s::int4range[], %s::date[], NULL)
  WHERE doubt = 1)"""

_UNTOUCHED = "NOT places_place.otherwise && %s::datemultirange"
_SURELY = f"{_UNTOUCHED} AND places_place.surely_open && %s::int4multirange"
_TOLD = """CASE
  WHEN places_place.surely_open && %s::int4multirange THEN CASE WHEN {surely} THEN 1 END
  WHEN NOT ({untouched}) THEN NULL
  WHEN places_place.otherwise && %s::datemultirange THEN
    CASE WHEN NOT (places_place.hours_complete OR places_place.half_hours && %s::integer[])
      THEN 2 END
  WHEN NOT places_place.hours_complete OR places_place.half_hours = '{{}}' THEN 2
  WHEN places_place.surely_open <> '{{}}' AND NOT places_place.half_hours && %s::integer[] THEN 0
END"""


def receives_in(slots: Sequence[Slot], today: date) -> Condition:
    """Surely receives visitors in one of these slots, once in the weeks to come."""
    asked = _Asked(slots, today)
    parts = [NumericRange(*part) for part in asked.parts]
    return Condition(_RECEIVING, asked.days, parts, asked.holidays)


def doubt_of_receiving(slots: Sequence[Slot], today: date) -> Doubt:
    """1 for what surely receives visitors, more for what may: by appointment, or nobody knows."""
    asked = _Asked(slots, today)
    parts = [NumericRange(*part) for part in asked.parts]
    return Doubt(
        "places_perhaps_receiving(%s::date[], %s::int4range[], %s::date[], {among})",
        (asked.days, parts, asked.holidays),
        told=_told(asked),
    )


@dataclass(frozen=True)
class _Asked:
    """Slots on the dates on which they fall, as the columns of ``half_hours.sql`` number them."""

    slots: Sequence[Slot]
    today: date

    @cached_property
    def days(self) -> list[date]:
        """The days on which the slots fall."""
        return sorted({day for slot in self.slots for day in slot.dates(self.today)})

    @property
    def parts(self) -> list[tuple[int, int]]:
        """All days have the same parts: slots are every part on every day."""
        return sorted({slot.minutes for slot in self.slots})

    @cached_property
    def holidays(self) -> list[date]:
        """Those that matter to these days."""
        return list(holidays_between(self.days[0] - DAY, self.days[-1], "nl"))

    @property
    def marks(self) -> list[int]:
        """What the half hours of a place must have one of, to have it surely open then at all."""
        halves = {
            half
            for slot in self.slots
            for half in range(
                slot.weekday * 48 + slot.minutes[0] // HALF_HOUR,
                slot.weekday * 48 + (slot.minutes[1] - 1) // HALF_HOUR + 1,
            )
        }
        months = {month_of(one) for day in self.days for one in (day - DAY, day)}
        return sorted({SPECIAL_DAYS, *halves, *months})

    @property
    def unsure_marks(self) -> list[int]:
        """Likewise, to have it open by appointment or without a known end in any week."""
        return sorted({-2 - slot.weekday for slot in self.slots})

    @property
    def touched(self) -> str:
        """The minutes of the week that are asked."""
        return _ranges(_minutes(slot, 0) for slot in self.slots)

    @property
    def around(self) -> str:
        """The days and those before them, of which a night may last."""
        return _around(self.days)

    @property
    def weeks(self) -> list[tuple[str, str]]:
        """By week the days and those before them, and minutes of which one is enough.

        Hours with such a minute share half an hour with a slot on a day that no holiday touches, or
        lie wholly in it.
        """
        return [one for week in range(WEEKS) if (one := self._week(week))]

    def _week(self, week: int) -> tuple[str, str] | None:
        dates = [(slot, slot.dates(self.today)[week]) for slot in self.slots]
        usual = [slot for slot, day in dates if not {day, day - DAY} & set(self.holidays)]
        if not usual:
            return None
        shared = _ranges(_minutes(slot, HALF_HOUR - 1) for slot in usual)
        return _around([day for _slot, day in dates]), shared


def _told(asked: _Asked) -> RawSQL:
    """What the place itself tells, from columns that no model knows.

    1: it surely receives people, 2: it may and is not sure to, 0: it does not; null: its hours must
    be looked at, which takes thirty times as long (``places/sql/half_hours.sql``).

    On dates without special days and holidays only rows that always hold can be sure, and whoever
    does not say that the hours are complete may receive people at any time.
    """
    weeks = asked.weeks
    sql = _TOLD.format(
        surely=" OR ".join([_SURELY] * len(weeks)) or "false",
        untouched=" OR ".join([_UNTOUCHED] * len(weeks)) or "false",
    )
    untouched = [around for around, _shared in weeks]
    surely = [value for week in weeks for value in week]
    values = [asked.touched, *surely, *untouched, asked.around, asked.marks, asked.unsure_marks]
    return RawSQL(sql, values, IntegerField())  # noqa: S611


def _minutes(slot: Slot, less: int) -> tuple[int, int]:
    begin, end = slot.minutes
    return slot.weekday * DAY_MINUTES + begin + less, slot.weekday * DAY_MINUTES + end - less


def _around(days: Iterable[date]) -> str:
    return _ranges((day - DAY, day + DAY) for day in days)


def _ranges(pairs: Iterable[tuple[Any, Any]]) -> str:
    """As PostgreSQL reads a multirange."""
    return "{" + ",".join(f"[{first},{after})" for first, after in pairs) + "}"
