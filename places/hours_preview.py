"""What visitors will read of a week that somebody is filling in."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.clashes import clash, clashes
from places.models.hours import OpeningHours
from places.schedule import Mode, Period
from places.sentences import week_sentence

MOST_CHANGES = 6
"""More seasons than anybody reads under a form."""


def preview(rows: Sequence[OpeningHours], complete: bool, today: date) -> list[str]:
    """The week now, the weeks to come that differ, what holds outside it, and what clashes."""
    refusals = [clash(rows[one], rows[other]).messages[0] for one, other in clashes(rows)]
    if not rows:
        return [_("Nog geen tijden. Bezoekers lezen: onbekend, bel even.")]
    outside = _("dicht") if complete else _("onbekend, bel even")
    words = _("Op andere tijden: %(state)s.") % {"state": outside}
    return [*_weeks([_period(row) for row in rows], today), words, *refusals]


def _weeks(periods: Sequence[Period], today: date) -> Iterator[str]:
    said = week_sentence(periods, today)
    yield _("Open: %(week)s") % {"week": said or _("nu geen tijden")}
    for day in _changes(periods, today)[:MOST_CHANGES]:
        week = week_sentence(periods, day)
        if week != said:
            words = {"day": date_format(day, "j F Y"), "week": week or _("geen tijden")}
            yield _("Vanaf %(day)s: %(week)s") % words
        said = week


def _changes(periods: Sequence[Period], today: date) -> list[date]:
    """The days to come on which a period begins or no longer holds."""
    begins = {row.valid_from for row in periods if row.valid_from}
    ends = {
        row.valid_until + timedelta(days=1)
        for row in periods
        if row.valid_until and row.valid_until < date.max
    }
    return sorted(day for day in begins | ends if day > today)


def _period(row: OpeningHours) -> Period:
    return Period(
        row.weekday, row.opens, row.closes, Mode(row.mode), row.valid_from, row.valid_until
    )
