"""How the hours of a place meet the days and parts of the day that a client can, in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.referral.dates_in_words import weekdays_in_words
from places.schedule import Interval, Match, Occurrence, Part, Slot, State
from places.sentences import interval_sentence, weekday_name

PARTS = {
    Part.MORNING: gettext_lazy("ochtend"),
    Part.AFTERNOON: gettext_lazy("middag"),
    Part.EVENING: gettext_lazy("avond"),
}

_HEADS = {
    State.OPEN: gettext_lazy("open: %(slots)s"),
    State.APPOINTMENT: "%(slots)s",  # Its hours say that themselves.
    State.UNKNOWN: gettext_lazy("%(slots)s: onbekend, bel even"),
    State.CLOSED: gettext_lazy("dicht: %(slots)s"),
}

FEW = 3
"""So many slots are named one by one."""


def slot_name(slot: Slot) -> str:
    """dinsdagmiddag, or only dinsdag."""
    if slot.part is None:
        return weekday_name(slot.weekday)
    names = {"day": weekday_name(slot.weekday), "part": PARTS[slot.part]}
    return _("%(day)s%(part)s") % names


def slots_in_words(slots: Sequence[Slot]) -> str:
    """dinsdagmiddag of woensdagmiddag; of more than three: maandag of dinsdag, middag of avond."""
    if len(slots) <= FEW:
        return _or(map(slot_name, slots))
    days = dict.fromkeys(slot.weekday for slot in slots)
    parts = _or(str(PARTS[one]) for one in dict.fromkeys(slot.part for slot in slots) if one)
    if len(days) == 7:
        return _("een %(parts)s") % {"parts": parts} if parts else _("een dag in de week")
    return ", ".join(filter(None, [_or(map(weekday_name, days)), parts]))


def matches_in_words(matches: Iterable[Match], state: State) -> str:
    """``open: dinsdagmiddag 13:00-17:00``: the slots of one state; empty if there are none."""
    alike: dict[str, list[Slot]] = {}
    for one in matches:
        if one.state is state:
            alike.setdefault(_hours_text(one), []).append(one.slot)
    texts = [" ".join(filter(None, [_together(same), hours])) for hours, same in alike.items()]
    return str(_HEADS[state]) % {"slots": "; ".join(texts)} if texts else ""


def _together(slots: Iterable[Slot]) -> str:
    """elke avond; maandagavond tot en met woensdagavond; dinsdagmiddag en zondagmiddag."""
    weekdays: dict[Part | None, list[int]] = {}
    for slot in slots:
        weekdays.setdefault(slot.part, []).append(slot.weekday)
    return ", ".join(_days_in_words(days, part) for part, days in weekdays.items())


def _days_in_words(weekdays: list[int], part: Part | None) -> str:
    if len(weekdays) == 7 and part:
        return _("elke %(part)s") % {"part": PARTS[part]}
    return weekdays_in_words(weekdays, lambda weekday: slot_name(Slot(weekday, part)))


def _hours_text(match: Match) -> str:
    hours = ", ".join(dict.fromkeys(map(_interval_text, match.best.intervals)))
    if match.state is not State.OPEN or not match.exceptions:
        return hours
    days = ", ".join(map(_exception_text, match.exceptions))
    return _("%(hours)s, maar niet zeker op %(days)s") % {"hours": hours, "days": days}


def _interval_text(interval: Interval) -> str:
    """Its hours, and what there is to do then."""
    hours = interval_sentence(interval)
    return f"{hours} ({interval.note})" if interval.note else hours


def _exception_text(occurrence: Occurrence) -> str:
    day = _day_text(occurrence.date)
    return f"{day} ({occurrence.reason})" if occurrence.reason else day


def _day_text(day: date) -> str:
    return date_format(day, "j F")


def _or(names: Iterable[str]) -> str:
    some = list(names)
    if len(some) < 2:
        return "".join(some)
    return _("%(some)s of %(last)s") % {"some": ", ".join(some[:-1]), "last": some[-1]}
