"""Rows as text, in the one form that the notation has for them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from itertools import groupby

from places.models.hours import Mode, OpeningHours, SpecialDay

from .clock import DAYS, time_text
from .parts import KEYS, REASON_KEYS, escaped, keyed
from .reading import validity

_MODE_WORDS = {Mode.APPOINTMENT.value: "op afspraak", Mode.ACTIVITY.value: "activiteit"}


def hours_text(rows: Iterable[OpeningHours]) -> str:
    """The rows of a week, one line each; days that differ in nothing else share a line."""
    weekdays: dict[str, list[int]] = {}
    for row in sorted(rows, key=lambda row: (row.weekday, row.opens)):
        weekdays.setdefault(_rest(row), []).append(row.weekday)
    return "\n".join(f"{_weekdays_text(days)} {rest}" for rest, days in weekdays.items())


def special_days_text(rows: Iterable[SpecialDay]) -> str:
    """Special days, one line each. Of a closed day it does not matter how one may come in."""
    ordered = sorted(rows, key=lambda row: (row.first_day, row.opens or time(), row.last_day))
    return "\n".join(_special_day(row) for row in ordered)


def _rest(row: OpeningHours) -> str:
    parts = [_clock(row.opens, row.closes, row.mode), *_texts(row, KEYS)]
    return " | ".join([*parts, *_validity(row.valid_from, row.valid_until)])


def _special_day(row: SpecialDay) -> str:
    dates = row.first_day.isoformat()
    if row.last_day != row.first_day:
        dates += f" t/m {row.last_day.isoformat()}"
    hours = _clock(row.opens, row.closes, row.mode) if row.opens else "dicht"
    return " | ".join([f"{dates} {hours}", *_texts(row, REASON_KEYS)])


def _clock(opens: time, closes: time | None, mode: str) -> str:
    if closes is None:
        hours = f"vanaf {time_text(opens)}"
    else:
        hours = f"{time_text(opens)}-{'24:00' if closes == time() else time_text(closes)}"
    return f"{hours} {_MODE_WORDS.get(mode, '')}".strip()


def _texts(row: OpeningHours | SpecialDay, keys: Mapping[str, str]) -> Iterator[str]:
    """The first of the keys may be left out, unless the text would then mean something else."""
    for number, (key, field) in enumerate(keys.items()):
        text = escaped(getattr(row, field))
        if text and (number or keyed(text, dict(keys)) or validity(text)):
            yield f"{_shown(key)}: {text}"
        elif text:
            yield text


def _shown(key: str) -> str:
    return key.replace("engels", "Engels")


def _validity(first: date | None, last: date | None) -> Iterator[str]:
    if first:
        yield f"vanaf {first.isoformat()}"
    if last:
        yield f"tot en met {last.isoformat()}"


def _weekdays_text(weekdays: Iterable[int]) -> str:
    """[0, 1, 2, 4] -> ma-wo, vr; two days in a row stay two words."""
    texts = []
    numbered = enumerate(sorted(set(weekdays)))
    for _offset, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        names = [DAYS[weekday] for _index, weekday in run]
        texts += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return ", ".join(texts)
