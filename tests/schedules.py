"""Schedules to test with: named ones, and Hypothesis strategies for all others.

The strategies look for trouble around the nights on which the clock jumps.
"""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from places.schedule import (
    AMSTERDAM,
    HolidayPolicy,
    Mode,
    Period,
    Schedule,
    SpecialDay,
    State,
)

NO_HOLIDAYS: dict[date, str] = {}
MONDAY, TUESDAY, WEDNESDAY, SATURDAY, SUNDAY = 0, 1, 2, 5, 6

# Weeks with the repeated hour of 25 October 2026, the skipped hour of 28 March 2027, which is
# Easter Sunday as well, and with Koningsdag.
FIRST_DAYS = (date(2026, 10, 22), date(2027, 3, 25), date(2027, 4, 24))
DAYS_LONG = 7
NIGHTS_OF_THE_JUMP = (date(2026, 10, 25), date(2027, 3, 28))


def local(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold)


def row(weekday: int, opens: str, closes: str | None, mode: Mode = Mode.WALK_IN) -> Period:
    return Period(
        weekday, time.fromisoformat(opens), time.fromisoformat(closes) if closes else None, mode
    )


def complete(*periods: Period, **more: object) -> Schedule:
    return Schedule(periods, complete=True, **more)  # type: ignore[arg-type]


def state(schedule: Schedule, moment: str, holidays: dict[date, str] = NO_HOLIDAYS) -> State:
    return schedule.status(local(moment), holidays).state


dates = st.builds(
    lambda first, offset: first + timedelta(days=offset),
    st.sampled_from(FIRST_DAYS),
    st.integers(0, DAYS_LONG - 1),
)
# Quarters of an hour meet each other often, and the small hours are where things go wrong.
quarters = st.sampled_from([0, 15, 30, 59])
clock_times = st.builds(time, st.integers(0, 23) | st.sampled_from([0, 1, 2, 3, 22]), quarters)
weekdays = st.integers(0, 6) | st.sampled_from([SATURDAY, SUNDAY])
ends = st.none() | clock_times


def moments() -> st.SearchStrategy[datetime]:
    """Aware moments, both passes of the repeated hour among them."""
    naive = st.builds(datetime.combine, dates, clock_times) | st.builds(
        datetime.combine,
        st.sampled_from(NIGHTS_OF_THE_JUMP),
        st.builds(time, st.integers(1, 3), quarters),
    )
    seconds = st.sampled_from([0, 1, 59])
    return st.builds(
        lambda at, second, fold: at.replace(second=second, fold=fold, tzinfo=AMSTERDAM),
        naive,
        seconds,
        st.integers(0, 1),
    ).map(_existing)


def periods(ends: st.SearchStrategy[time | None] = ends) -> st.SearchStrategy[Period]:
    return st.builds(
        Period,
        weekday=weekdays,
        opens=clock_times,
        closes=ends,
        mode=st.sampled_from(Mode),
        valid_from=st.none() | dates,
        valid_until=st.none() | dates,
    ).filter(_in_order)


def special_days(ends: st.SearchStrategy[time | None] = ends) -> st.SearchStrategy[SpecialDay]:
    """Of up to three days, or until a date of the same strategy: half a year, say."""
    return st.builds(
        lambda first, last, hours, mode: SpecialDay(first, last(first), *hours, mode, "verbouwing"),
        dates,
        st.integers(0, 2).map(lambda days: lambda first: first + timedelta(days=days))
        | dates.map(lambda last: lambda first: max(first, last)),
        st.just((None, None)) | st.tuples(clock_times, ends),
        st.sampled_from(Mode),
    )


def schedules() -> st.SearchStrategy[Schedule]:
    return st.builds(
        Schedule,
        periods=st.lists(periods(), max_size=5).map(tuple),
        special_days=st.lists(special_days(), max_size=2).map(tuple),
        holiday_policy=st.sampled_from(HolidayPolicy),
        complete=st.booleans(),
    )


def holidays() -> st.SearchStrategy[dict[date, str]]:
    return st.dictionaries(dates, st.just("Koningsdag"), max_size=2)


def _existing(moment: datetime) -> datetime:
    """A local time that never happens becomes the same time an hour on."""
    return datetime.fromtimestamp(moment.timestamp(), AMSTERDAM)


def _in_order(period: Period) -> bool:
    return (period.valid_from or date.min) <= (period.valid_until or date.max)
