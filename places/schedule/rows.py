"""The rows staff enter: the week and its exceptions, as plain values."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NotRequired, Self, TypedDict


class Mode(StrEnum):
    WALK_IN = "inloop"
    APPOINTMENT = "afspraak"
    ACTIVITY = "activiteit"


class PeriodValues(TypedDict):
    """A weekly row as JSON: times as `17:00:00`, dates as `2026-11-23`."""

    weekday: int
    opens: str
    closes: str | None
    mode: str
    valid_from: NotRequired[str | None]
    valid_until: NotRequired[str | None]
    note: NotRequired[str]
    cost: NotRequired[str]
    sign_up: NotRequired[str]


class SpecialDayValues(TypedDict):
    first_day: str
    last_day: str
    opens: str | None
    closes: str | None
    mode: str
    reason: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Period:
    """A weekly row. `closes` None: no end known. Both validity dates are included."""

    weekday: int  # 0 is Monday
    opens: time
    closes: time | None
    mode: Mode = Mode.WALK_IN
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    cost: str = ""
    sign_up: str = ""

    @classmethod
    def from_values(cls, values: PeriodValues) -> Self:
        return cls(
            values["weekday"],
            time.fromisoformat(values["opens"]),
            _time(values["closes"]),
            Mode(values["mode"]),
            _date(values.get("valid_from")),
            _date(values.get("valid_until")),
            values.get("note", ""),
            values.get("cost", ""),
            values.get("sign_up", ""),
        )

    def begins_on(self, day: date) -> bool:
        return day.weekday() == self.weekday and self.valid_on(day)

    def valid_on(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_until or day)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """An exception from `first_day` up to and including `last_day`. `opens` None: closed."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    mode: Mode = Mode.WALK_IN
    reason: str = ""

    @classmethod
    def from_values(cls, values: SpecialDayValues) -> Self:
        return cls(
            date.fromisoformat(values["first_day"]),
            date.fromisoformat(values["last_day"]),
            _time(values["opens"]),
            _time(values["closes"]),
            Mode(values["mode"]),
            values.get("reason", ""),
        )

    def falls_on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
