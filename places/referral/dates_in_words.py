"""Days and hours as one says them aloud."""

from collections.abc import Callable, Sequence
from datetime import date, time
from itertools import groupby

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from places.sentences import weekday_name


def weekdays_in_words(weekdays: Sequence[int], name: Callable[[int], str] = weekday_name) -> str:
    """(0, 1, 2, 4) is ``maandag tot en met woensdag en vrijdag``; all seven are ``elke dag``."""
    days = sorted(set(weekdays))
    if len(days) == 7:
        return _("elke dag")
    runs = groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])
    texts: list[str] = []
    for _offset, run in runs:
        names = [name(weekday) for _index, weekday in run]
        texts += [through(names[0], names[-1])] if len(names) > 2 else names
    return in_a_row(texts)


def date_in_words(day: date) -> str:
    """``maandag 30 november``: the year is plain on a sheet for four weeks."""
    return _("%(weekday)s %(day)d %(month)s") % {
        "weekday": weekday_name(day.weekday()),
        "day": day.day,
        "month": MONTHS[day.month],
    }


def with_the_night(hours: str, opens: time, closes: time | None) -> str:
    """``20:00-02:00 (’s nachts)``: nobody should wait at the door the next afternoon."""
    if closes is None or closes >= opens:
        return hours
    if closes == time():
        return hours.replace("-00:00", "-24:00")
    return _("%(hours)s (’s nachts)") % {"hours": hours}


def through(first: str, last: str) -> str:
    """``maandag tot en met vrijdag``."""
    return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}


def in_a_row(texts: Sequence[str]) -> str:
    """``a``, ``a en b``, ``a, b en c``."""
    if len(texts) < 2:
        return "".join(texts)
    return _("%(first)s en %(last)s") % {"first": ", ".join(texts[:-1]), "last": texts[-1]}
