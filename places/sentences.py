"""What a visitor reads about opening hours; the sentences of docs/openingstijden.md."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from .schedule import AMSTERDAM, Cause, Day, Interval, Mode, Period, State, Status

# Nobody misreads "open tot 02:00" on Friday evening; "open tot 10:00" would be.
_END_OF_NIGHT = time(6)


def state_sentence(status: Status, moment: datetime, now: datetime | None = None) -> str:
    """The state at a moment in a few words, with its reason and what changes next.

    `now` is given when the moment is not the present: "vandaag" is then said of that day only.
    """
    today = _local_date(now or moment)
    if status.state is State.CLOSED:
        return _closed_sentence(status, _local_date(moment), today)
    if status.state is State.UNKNOWN:
        return _unknown_sentence(status)
    if status.until is None:
        always = {State.OPEN: _("dag en nacht open"), State.APPOINTMENT: _("op afspraak")}
        return always[status.state]
    end = {"end": _end_text(status.until, moment, today)}
    if status.state is State.OPEN:
        return _("open tot %(end)s") % end
    return _("op afspraak tot %(end)s") % end


def next_sentence(status: Status, moment: datetime, now: datetime | None = None) -> str:
    """The next sure opening, where the state's own sentence does not already name one."""
    if status.next_open is None or _names_the_next_opening(status):
        return ""
    begin, end = status.next_open.begin, status.next_open.end
    ends = end.time() if end - begin <= timedelta(days=1) else None
    return _("zeker open: %(day)s %(hours)s") % {
        "day": day_text(begin.date(), _local_date(now or moment)),
        "hours": _hours(begin.time(), ends),
    }


def day_text(day: date, today: date) -> str:
    """vandaag, morgen, dinsdag (within the week), dinsdag 4 mei."""
    if day == today:
        return _("vandaag")
    if day == today + timedelta(days=1):
        return _("morgen")
    weekday = str(WEEKDAYS[day.weekday()])
    if today < day < today + timedelta(days=7):
        return weekday
    return _("%(weekday)s %(day)d %(month)s") % {
        "weekday": weekday,
        "day": day.day,
        "month": MONTHS[day.month],
    }


def weekday_name(weekday: int, short: bool = False) -> str:
    """0 is maandag or Monday; short: ma or Mon."""
    return str((WEEKDAYS_ABBR if short else WEEKDAYS)[weekday])


def interval_sentence(interval: Interval) -> str:
    """A line of the week: "17:00-18:30", "13:00-15:00 op afspraak", "vanaf 12:00"."""
    ends = interval.end.time() if interval.end_known else None
    return _by_mode(_hours(interval.begin.time(), ends), interval.mode)


def period_hours(period: Period) -> str:
    """The hours of a weekly row: "17:00-18:30", "vanaf 12:00"."""
    return _hours(period.opens, period.closes)


def period_sentence(period: Period) -> str:
    """The same with its mode: "13:00-15:00 op afspraak"."""
    return _by_mode(period_hours(period), period.mode)


def day_sentence(day: Day) -> str:
    """What to say of a day on which nothing begins, or of its special circumstance."""
    if day.closed_all_day:
        return _("dicht: %(reason)s") % {"reason": day.reason} if day.reason else _("dicht")
    if day.intervals and day.cause is Cause.SPECIAL_DAY:
        return day.reason
    if day.intervals and day.intervals[0].cause is Cause.HOLIDAY:
        return _("%(holiday)s: onbekend of het open is, bel even") % {"holiday": day.holiday}
    if day.intervals:
        return ""
    return _("dicht") if day.outside is State.CLOSED else _("onbekend, bel even")


def week_sentence(periods: Iterable[Period], day: date) -> str:
    """The week as it is valid on a day: "ma-vr 09:00-17:00; wo ook 19:00-21:00"."""
    weekdays_by_hours: dict[str, set[int]] = {}
    for period in sorted((each for each in periods if each.valid_on(day)), key=_by_time):
        hours = _by_mode(_hours(period.opens, period.closes), period.mode)
        weekdays_by_hours.setdefault(hours, set()).add(period.weekday)
    hours_by_weekdays: dict[tuple[int, ...], list[str]] = {}
    for hours, weekdays in weekdays_by_hours.items():
        hours_by_weekdays.setdefault(tuple(sorted(weekdays)), []).append(hours)
    return "; ".join(_groups(hours_by_weekdays))


def _by_time(period: Period) -> tuple[time, time, str]:
    return period.opens, period.closes or time.max, period.mode


def _groups(hours_by_weekdays: dict[tuple[int, ...], list[str]]) -> Iterator[str]:
    """The most general first, so that "ook" points back to what was read already."""
    said: set[int] = set()
    for weekdays in sorted(hours_by_weekdays, key=lambda group: (group[0], -len(group))):
        hours = ", ".join(hours_by_weekdays[weekdays])
        words = {"days": _weekdays_text(weekdays), "hours": hours}
        yield (
            _("%(days)s ook %(hours)s") if said & set(weekdays) else "%(days)s %(hours)s"
        ) % words
        said |= set(weekdays)


def _weekdays_text(weekdays: tuple[int, ...]) -> str:
    """(0, 1, 2, 4) -> "ma-wo, vr"; two days in a row stay two words."""
    runs = groupby(enumerate(weekdays), key=lambda pair: pair[1] - pair[0])
    texts: list[str] = []
    for _offset, run in runs:
        names = [weekday_name(weekday, short=True) for _index, weekday in run]
        texts += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return ", ".join(texts)


def _names_the_next_opening(status: Status) -> bool:
    """Whether `state_sentence` does; while a place receives people its next opening can wait."""
    if status.state is not State.CLOSED:
        return status.state is not State.UNKNOWN
    coming = status.next_interval
    return not status.closed_all_day and coming is not None and coming.state is State.OPEN


def _closed_sentence(status: Status, day: date, today: date) -> str:
    if status.closed_all_day:
        words = {"day": day_text(day, today), "reason": status.reason}
        if not status.reason:
            return _("%(day)s dicht") % words
        return _("%(day)s dicht: %(reason)s") % words
    coming = status.next_interval
    if coming is None:
        return _("dicht")
    if coming.cause is Cause.HOLIDAY:
        return _("dicht, %(holiday)s: onbekend of het open gaat") % {"holiday": coming.reason}
    words = {"day": day_text(coming.begin.date(), today), "time": f"{coming.begin:%H:%M}"}
    if coming.mode is Mode.APPOINTMENT:
        return _("dicht, %(day)s vanaf %(time)s op afspraak") % words
    if not coming.end_known:
        return _("gaat %(day)s om %(time)s open, eindtijd onbekend") % words
    return _("gaat %(day)s om %(time)s open") % words


def _unknown_sentence(status: Status) -> str:
    if not status.intervals:
        return _("onbekend, bel even")
    interval = status.intervals[0]
    if interval.cause is Cause.HOLIDAY:
        return _("%(holiday)s: onbekend of het open is, bel even") % {"holiday": status.reason}
    words = {"time": f"{interval.begin:%H:%M}"}
    if interval.mode is Mode.APPOINTMENT:
        return _("vanaf %(time)s op afspraak, eindtijd onbekend") % words
    return _("vanaf %(time)s open, eindtijd onbekend") % words


def _end_text(end: datetime, moment: datetime, today: date) -> str:
    """17:00; with its day when a bare time could be taken for another day's."""
    local, day = end.astimezone(AMSTERDAM), _local_date(moment)
    next_day = day + timedelta(days=1)
    if local.date() == next_day and local.time() == time():
        return _("middernacht")
    if local.date() == day or (local.date() == next_day and local.time() <= _END_OF_NIGHT):
        return f"{local:%H:%M}"
    return f"{day_text(local.date(), today)} {local:%H:%M}"


def _hours(opens: time, closes: time | None) -> str:
    if closes is None:
        return _("vanaf %(time)s") % {"time": f"{opens:%H:%M}"}
    if opens == closes == time():
        return _("de hele dag")
    if opens == closes:
        return _("24 uur vanaf %(time)s") % {"time": f"{opens:%H:%M}"}
    return f"{opens:%H:%M}-{closes:%H:%M}"


def _by_mode(hours: str, mode: Mode) -> str:
    return _("%(hours)s op afspraak") % {"hours": hours} if mode is Mode.APPOINTMENT else hours


def _local_date(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
