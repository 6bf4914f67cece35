"""The two days on which hours that cover a moment can have begun: today, and the eve."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from places.public_holidays import holidays_between
from places.schedule import wall_clock

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Beginning:
    """A day on which hours begin, and a moment as minutes after that day's midnight."""

    day: date
    minute: int
    holiday: bool

    @property
    def week_minute(self) -> int:
        """The same moment in minutes of the week; Sunday night runs on into Monday."""
        return (self.day.weekday() * MINUTES_A_DAY + self.minute) % (7 * MINUTES_A_DAY)


def beginnings(moment: datetime) -> tuple[Beginning, Beginning]:
    """Today and the eve of a moment. No hours last longer than a day."""
    today, minute = wall_clock(moment)
    eve = today - timedelta(days=1)
    holidays = holidays_between(eve, today, "nl")
    return (
        Beginning(today, minute, today in holidays),
        Beginning(eve, minute + MINUTES_A_DAY, eve in holidays),
    )
