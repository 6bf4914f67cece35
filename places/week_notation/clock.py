"""Days, times and dates as people write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.models.hours import Mode

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

_SEVERAL_DAYS = {
    "elke dag": range(7),
    "dagelijks": range(7),
    "werkdagen": range(5),
    "doordeweeks": range(5),
    "weekend": range(5, 7),
}
_DAY = (
    r"(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?"
    r"|za(?:terdag)?|zo(?:ndag)?)s?(?![a-z])\.?"
)
_UNTIL_DAY = r"\s*(?:-|t/m|tot en met|tot)\s*"
_DAYS = re.compile(
    rf"\s*(?:,|&|\+|en\b)?\s*(?:(?P<several>{'|'.join(_SEVERAL_DAYS)})\b"
    rf"|(?P<first>{_DAY})(?:{_UNTIL_DAY}(?P<last>{_DAY}))?)"
)
_TIME = r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?(?:\s*(?:uur|u)\b\.?)?"
_HOURS = re.compile(
    rf"\s*(?P<also>,|&|\+|en\b|ook\b|:)?\s*(?:ook\b\s*)?"
    rf"(?:24 uur vanaf\s*(?P<day_from>{_TIME})|(?P<all>(?:de\s+)?hele\s+dag)"
    rf"|vanaf\s*(?P<open_end>{_TIME})"
    rf"|(?:van\s*)?(?P<begin>{_TIME})\s*(?:-|tot)\s*(?P<end>{_TIME}))"
    r"(?:\s*(?P<mode>(?:alleen\s+)?op\s+afspraak|afspraak|inloop|activiteit)\b)?"
)
DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}})(?!\d)"
)
"""Whatever looks like a date; whether there is such a day, is another matter."""


_DATES = re.compile(rf"\s*(?P<first>{DATE})(?:{_UNTIL_DAY}(?P<last>{DATE}))?")


@dataclass(frozen=True)
class Hours:
    """From when till when, and how one may come in; None: no end known."""

    opens: time
    closes: time | None
    mode: Mode


def without_dashes(text: str) -> str:
    """In small letters, with one kind of dash."""
    return re.sub("[‐-―−]", "-", text.lower())


def read_days(text: str) -> tuple[list[int], str]:
    """The weekdays that a text begins with, and the rest; ``vr-ma`` runs over the weekend."""
    days: set[int] = set()
    position = 0
    while found := _DAYS.match(text, position):
        days |= set(_SEVERAL_DAYS[found["several"]] if found["several"] else _run(found))
        position = found.end()
    if not days:
        raise ValidationError(_("De regel begint niet met een dag."))
    return sorted(days), text[position:]


def read_clock(text: str) -> list[Hours]:
    """``09:00-12:00, 13:00-17:00``; a text that says anything else as well is refused."""
    found = list(_matches(text))
    said = [each["mode"] for each in found]
    if None in said and any(said):
        raise ValidationError(
            _("Zet tijden met en zonder “%(mode)s” elk op een eigen regel."),
            params={"mode": next(filter(None, said))},
        )
    return [Hours(*_stretch(each), _mode(each["mode"])) for each in found]


def read_dates(text: str) -> tuple[date, date, str]:
    """A day, or the first and last of several, and the rest of the text."""
    found = _DATES.match(text)
    if found is None:
        raise ValidationError(_("De regel begint niet met een datum."))
    first = read_date(found["first"])
    last = read_date(found["last"]) if found["last"] else first
    return first, last, text[found.end() :]


def read_date(text: str) -> date:
    """The day that a text which looks like a date means."""
    words = re.split(r"[-/.]|\s+", text.lower())
    numbers = [MONTHS.index(word) + 1 if word in MONTHS else int(word) for word in words]
    try:
        return date(*(numbers if len(words[0]) == 4 else reversed(numbers)))
    except ValueError:
        raise ValidationError(_("“%(text)s” is geen datum."), params={"text": text}) from None


def time_text(clock: time) -> str:
    """17:00; seconds only when there are any."""
    return f"{clock:%H:%M:%S}" if clock.second else f"{clock:%H:%M}"


def _run(found: re.Match[str]) -> Iterator[int]:
    first = DAYS.index(found["first"][:2])
    last = DAYS.index((found["last"] or found["first"])[:2])
    for day in range(first, last + 1 if last >= first else last + 8):
        yield day % 7


def _matches(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while text[position:].strip(" ,."):
        found = _HOURS.match(text, position)
        if not found or (position and not found["also"]):
            raise ValidationError(
                _("“%(text)s” is geen tijd."), params={"text": text[position:].strip()}
            )
        yield found
        position = found.end()
    if not position:
        raise ValidationError(_("Er staat geen tijd."))


def _stretch(found: re.Match[str]) -> tuple[time, time | None]:
    if found["all"]:
        return time(), time()
    if found["day_from"]:
        return _time(found["day_from"]), _time(found["day_from"])
    if found["open_end"]:
        return _time(found["open_end"]), None
    return _time(found["begin"]), _time(found["end"], end=True)


def _time(text: str, end: bool = False) -> time:
    hour, minute, second = [int(number) for number in re.findall(r"\d+", f"{text}:00:00")][:3]
    if end and (hour, minute, second) == (24, 0, 0):
        return time()
    try:
        return time(hour, minute, second)
    except ValueError:
        raise ValidationError(_("“%(text)s” is geen tijd."), params={"text": text}) from None


def _mode(text: str | None) -> Mode:
    if text and text.endswith("afspraak"):
        return Mode.APPOINTMENT
    return Mode(text) if text else Mode.WALK_IN
