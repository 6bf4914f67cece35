"""How the hours of a place meet the days and parts of the day that a client can, in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.schedule import Interval, Match, Occurrence, Part, Slot, State
from places.sentences import interval_sentence, weekday_name

PARTS = {
    Part.MORNING: gettext_lazy("ochtend"),
    Part.AFTERNOON: gettext_lazy("middag"),
    Part.EVENING: gettext_lazy("avond"),
}

_HEADS = {
    State.OPEN: gettext_lazy("open: %(slots)s"),
    State.APPOINTMENT: gettext_lazy("op afspraak: %(slots)s"),
    State.UNKNOWN: gettext_lazy("onbekend, bel even: %(slots)s"),
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
    parts = dict.fromkeys(slot.part for slot in slots if slot.part)
    groups = [map(weekday_name, days if len(days) < 7 else ()), (str(PARTS[one]) for one in parts)]
    return ", ".join(filter(None, map(_or, groups))) or _("elke dag")


def matches_in_words(matches: Iterable[Match], state: State) -> str:
    """``open: dinsdagmiddag 13:00-17:00``: the slots of one state; empty if there are none."""
    names: dict[str, list[str]] = {}
    for one in matches:
        if one.state is state:
            names.setdefault(_hours_text(one), []).append(slot_name(one.slot))
    texts = [" ".join(filter(None, [", ".join(same), hours])) for hours, same in names.items()]
    return str(_HEADS[state]) % {"slots": "; ".join(texts)} if texts else ""


def _hours_text(match: Match) -> str:
    hours = ", ".join(dict.fromkeys(map(interval_text, match.best.intervals)))
    if match.state is not State.OPEN or not match.exceptions:
        return hours
    days = ", ".join(map(_exception_text, match.exceptions))
    return _("%(hours)s, maar niet zeker op %(days)s") % {"hours": hours, "days": days}


def interval_text(interval: Interval) -> str:
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
