"""The hours of a place worked out day by day, as an agenda or a sign on the door needs them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import Http404
from django.utils.translation import override

from places.cards import schedule_of
from places.models import Place
from places.public_holidays import holidays_between
from places.schedule import Day, Interval

ONE_DAY = timedelta(days=1)
LANGUAGES = ("nl", "en")


def days_of(slug: str, first: date, last: date) -> list[dict[str, Any]]:
    """Every day from first to last, with what begins on it and what holds outside those hours."""
    dutch, english = (list(_days(slug, first, last, language)) for language in LANGUAGES)
    return [_day(*both) for both in zip(dutch, english, strict=True)]


def _days(slug: str, first: date, last: date, language: str) -> Iterator[Day]:
    """Reasons and notes come in one language; the days are the same in each."""
    with override(language):
        place = Place.objects.at_address(slug).with_timetable().first()
    if place is None:
        raise Http404
    schedule = schedule_of(place)
    holidays = holidays_between(first, last, language)
    for offset in range((last - first).days + 1):
        yield schedule.day(first + offset * ONE_DAY, holidays)


def _day(dutch: Day, english: Day) -> dict[str, Any]:
    intervals = zip(dutch.intervals, english.intervals, strict=True)
    return {
        "datum": dutch.date.isoformat(),
        **_bilingual("feestdag", dutch.holiday, english.holiday),
        "tijden": [_interval(*both) for both in intervals],
        "daarbuiten": dutch.outside,
        "oorzaak": dutch.cause,
        **_bilingual("reden", dutch.reason, english.reason),
    }


def _interval(dutch: Interval, english: Interval) -> dict[str, Any]:
    return {
        "begin": dutch.begin.isoformat(),
        "eind": dutch.end.isoformat(),
        "eindBekend": dutch.end_known,
        "staat": dutch.state,
        "hoe": dutch.mode,
        "oorzaak": dutch.cause,
        **_bilingual("reden", dutch.reason, english.reason),
        **_bilingual("opmerking", dutch.note, english.note),
        **_bilingual("kosten", dutch.cost, english.cost),
        **_bilingual("aanmelden", dutch.sign_up, english.sign_up),
    }


def _bilingual(name: str, dutch: str, english: str) -> dict[str, str | None]:
    """Null where nothing is said; the English also where it is no other than the Dutch."""
    return {name: dutch or None, f"{name}En": english if english != dutch else None}
