"""From rules to rows: later rules take days away from earlier ones, as the language has it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from places.clashes import refuse_clashes
from places.models import OpeningHours as HoursRow
from places.models import SpecialDay as SpecialDayRow
from places.osm_hours import END_NOT_KNOWN, LONG_AGO
from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay

from .dates import Span
from .grammar import DAY, WHOLE_DAY, Rule, TimeSpan, read_rules
from .tokens import normal, refuse
from .witness import agree

ALL_DAYS = frozenset(range(7))
LONGEST = 2000
ONE_DAY = timedelta(days=1)

_APPOINTMENT = re.compile(r"afspraak|appointment", re.IGNORECASE)
_PLAIN_APPOINTMENT = re.compile(r"(alleen )?op afspraak|(only )?by appointment( only)?", re.I)


@dataclass(frozen=True)
class Reading:
    """What an expression says. A special day whose reason it does not give has none."""

    periods: tuple[Period, ...]
    special_days: tuple[SpecialDay, ...]
    holiday_policy: HolidayPolicy | None  # None: not said
    complete: bool  # False: outside the periods it is unknown

    @property
    def schedule(self) -> Schedule:
        policy = self.holiday_policy or HolidayPolicy.UNKNOWN
        return Schedule(self.periods, self.special_days, policy, self.complete)

    def hours_rows(self) -> list[HoursRow]:
        """As rows of the week, without a place."""
        fields = ("weekday", "opens", "closes", "mode", "valid_from", "valid_until", "note")
        return [HoursRow(**{name: getattr(row, name) for name in fields}) for row in self.periods]

    def special_day_rows(self) -> list[SpecialDayRow]:
        """As special days, without a place."""
        fields = ("first_day", "last_day", "opens", "closes", "mode", "reason")
        return [
            SpecialDayRow(**{name: getattr(row, name) for name in fields})
            for row in self.special_days
        ]


def read_osm(text: str, today: date) -> Reading:
    """The rows that mean the same as an `opening_hours` expression.

    Raises a ValidationError in Dutch that names the part that rows cannot say, the two rows that
    clash, or the first moment about which the library reads something else.
    """
    if len(text) > LONGEST:
        refuse(text[:40] + "…", _("dat is te lang; plak alleen de openingstijden."))
    text = normal(text)
    draft = _Draft()
    for number, rule in enumerate(read_rules(text)):
        draft.take(rule, first=number == 0)
    if not draft.periods and not draft.special_days and draft.policy is None:
        refuse(text.strip(), _("daar staan geen tijden in."))
    reading = draft.reading()
    if reading.periods or reading.special_days:
        agree(text, reading.schedule, today)
    refuse_clashes(reading.hours_rows())
    refuse_clashes(reading.special_day_rows())
    return reading


@dataclass
class _Draft:
    """What the rules so far amount to."""

    periods: list[Period] = field(default_factory=list)
    special_days: list[SpecialDay] = field(default_factory=list)
    policy: HolidayPolicy | None = None
    complete: bool = True
    rewritten: list[Span] = field(default_factory=list)  # days that a rule replaced wholly

    def take(self, rule: Rule, first: bool) -> None:
        if first and _is_doubt_about_everything(rule):
            self.complete = False
            return
        if rule.holidays:
            self._take_holidays(rule)
        if rule.spans and not rule.weekdays and all(span.last for span in rule.spans):
            self._take_dates(rule)
        elif not rule.holidays or rule.weekdays:
            self._take_week(rule)

    def reading(self) -> Reading:
        periods = sorted(_merged(self.periods), key=lambda row: (row.weekday, row.opens))
        special = sorted(self.special_days, key=lambda row: row.first_day)
        return Reading(tuple(periods), tuple(special), self.policy, self.complete)

    def _take_holidays(self, rule: Rule) -> None:
        if rule.state == "closed" and not rule.times and not rule.spans:
            self.policy = HolidayPolicy.CLOSED
        elif rule.weekdays == ALL_DAYS and not rule.spans:
            self.policy = HolidayPolicy.AS_USUAL
        else:
            refuse(rule.text, _("voor feestdagen kennen we alleen dicht, gewoon of onbekend."))

    def _take_week(self, rule: Rule) -> None:
        days = rule.weekdays or ALL_DAYS
        if rule.state == "closed" and rule.times:
            refuse(rule.text, _("een stuk van de dag dicht: schrijf de tijden dat het open is."))
        for first, last in _stretches(rule.spans):
            if not rule.additional or rule.state == "closed":
                self.periods = [
                    piece
                    for row in self.periods
                    for piece in (_without(row, first, last) if row.weekday in days else [row])
                ]
            if rule.state != "closed":
                self.periods += [
                    Period(day, *_hours(rule, times), first, last, _note(rule))
                    for day in sorted(days)
                    for times in rule.times or (WHOLE_DAY,)
                ]

    def _take_dates(self, rule: Rule) -> None:
        if rule.state == "closed" and rule.times:
            refuse(rule.text, _("een stuk van de dag dicht: schrijf de tijden dat het open is."))
        for span in rule.spans:
            last = span.last or span.first
            if not rule.additional:
                self.special_days = _apart_from(self.special_days, span.first, last)
                self.rewritten.append(span)
            elif not any(_within(span, other) for other in self.rewritten):
                refuse(
                    rule.text, _("een extra tijd op een datum: schrijf alle tijden van die dag.")
                )
            self.special_days += _of_span(rule, span.first, last)


def _of_span(rule: Rule, first: date, last: date) -> list[SpecialDay]:
    if rule.state == "closed":
        return [SpecialDay(first, last, reason=rule.comment)]
    if rule.state == "unknown" and not rule.times and not _APPOINTMENT.search(rule.comment):
        return []  # what the other rules of these days do not say stays unknown
    return [
        SpecialDay(first, last, *_hours(rule, times), reason=_note(rule))
        for times in rule.times or (WHOLE_DAY,)
    ]


def _hours(rule: Rule, times: TimeSpan) -> tuple[time, time | None, Mode]:
    mode = Mode.APPOINTMENT if _APPOINTMENT.search(rule.comment) else Mode.WALK_IN
    if rule.state == "unknown" and mode is Mode.WALK_IN and times.closes is not None:
        refuse(rule.text, _("“misschien open” kunnen we niet zeggen, alleen “op afspraak”."))
    return times.opens, times.closes, mode


def _note(rule: Rule) -> str:
    plain = _PLAIN_APPOINTMENT.fullmatch(rule.comment)
    return "" if plain or f'unknown "{rule.comment}"' == END_NOT_KNOWN else rule.comment


def _is_doubt_about_everything(rule: Rule) -> bool:
    everything = not rule.spans and rule.weekdays in (frozenset(), ALL_DAYS)
    always = rule.times in ((), (WHOLE_DAY,)) and not rule.holidays
    doubt = rule.state == "unknown" and not _APPOINTMENT.search(rule.comment)
    return everything and always and doubt


def _stretches(spans: Iterable[Span]) -> list[tuple[date | None, date | None]]:
    return [(None if span.first <= LONG_AGO else span.first, span.last) for span in spans] or [
        (None, None)
    ]


def _without(row: Period, first: date | None, last: date | None) -> list[Period]:
    """A period as it is valid before and after a stretch of days."""
    pieces = []
    if first and (row.valid_from is None or row.valid_from < first):
        until = min(row.valid_until or date.max, first - ONE_DAY)
        pieces.append(replace(row, valid_until=until))
    if last and (row.valid_until is None or row.valid_until > last):
        since = max(row.valid_from or date.min, last + ONE_DAY)
        pieces.append(replace(row, valid_from=since))
    return pieces


def _apart_from(rows: Iterable[SpecialDay], first: date, last: date) -> list[SpecialDay]:
    pieces = []
    for row in rows:
        if row.first_day < first:
            pieces.append(replace(row, last_day=min(row.last_day, first - ONE_DAY)))
        if row.last_day > last:
            pieces.append(replace(row, first_day=max(row.first_day, last + ONE_DAY)))
    return pieces


def _within(span: Span, other: Span) -> bool:
    return other.first <= span.first and (span.last or span.first) <= (other.last or other.first)


def _merged(rows: Iterable[Period]) -> list[Period]:
    """Periods that overlap and differ in nothing but their hours, as one."""
    merged: list[Period] = []
    for row in sorted(rows, key=lambda row: (row.weekday, row.opens)):
        for number, other in enumerate(merged):
            if _overlap(other, row):
                merged[number] = replace(other, closes=max(other, row, key=_end).closes)
                break
        else:
            merged.append(row)
    return merged


def _overlap(one: Period, later: Period) -> bool:
    alike = replace(one, opens=later.opens, closes=later.closes) == later
    if not alike or one.closes is None or later.closes is None:
        return False
    return _minutes(later.opens) < _end(one) and _end(later) <= _minutes(one.opens) + DAY


def _end(row: Period) -> int:
    """Minutes from the midnight before the period; more than a day when it runs past the next."""
    closes = _minutes(row.closes or time())
    return closes + DAY if closes <= _minutes(row.opens) else closes


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
