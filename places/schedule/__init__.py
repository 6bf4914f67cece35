"""Opening hours on plain values, without Django. The rules: docs/openingstijden.md."""

from .clock import AMSTERDAM, local_moment, wall_clock
from .day import Cause, Day, Interval, State
from .rows import Mode, Period, PeriodValues, SpecialDay, SpecialDayValues
from .schedule import HORIZON, HolidayPolicy, Schedule, ScheduleValues
from .slots import Match, Occurrence, Part, Slot, match, matches, slots
from .status import Opening, Status
from .turn import last_turn, next_turn

__all__ = [
    "AMSTERDAM",
    "HORIZON",
    "Cause",
    "Day",
    "HolidayPolicy",
    "Interval",
    "Match",
    "Mode",
    "Occurrence",
    "Opening",
    "Part",
    "Period",
    "PeriodValues",
    "Schedule",
    "ScheduleValues",
    "Slot",
    "SpecialDay",
    "SpecialDayValues",
    "State",
    "Status",
    "last_turn",
    "local_moment",
    "match",
    "matches",
    "next_turn",
    "slots",
    "wall_clock",
]
