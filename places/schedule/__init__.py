"""Opening hours on plain values, without Django. The rules: docs/openingstijden.md."""

from .clock import AMSTERDAM, local_moment, wall_clock
from .day import Cause, Day, Interval, State
from .rows import Mode, Period, PeriodValues, SpecialDay, SpecialDayValues
from .schedule import HORIZON, HolidayPolicy, Schedule, ScheduleValues
from .status import Opening, Status

__all__ = [
    "AMSTERDAM",
    "HORIZON",
    "Cause",
    "Day",
    "HolidayPolicy",
    "Interval",
    "Mode",
    "Opening",
    "Period",
    "PeriodValues",
    "Schedule",
    "ScheduleValues",
    "SpecialDay",
    "SpecialDayValues",
    "State",
    "Status",
    "local_moment",
    "wall_clock",
]
