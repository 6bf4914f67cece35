"""An entry as its host reads it: every line that may be wrong, and what is not known yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from places.models import Place
from places.portrait import Portrait
from places.portrait.hours import OtherDay
from places.portrait.page import Link
from places.sentences import week_sentence


@dataclass(frozen=True)
class Line:
    """One fact with its name; the text says so when nothing is known."""

    label: str
    text: str
    language: str
    """``nl`` where Dutch words stand on a page in another language, else empty."""


def entry_lines(place: Place, moment: datetime) -> list[Line]:
    """What the site says of a place that came ``for_its_page()``, in the order of its page."""
    return [_line(*fact) for fact in _facts(Portrait(place, moment))]


def _line(label: str, text: str, dutch: str = "") -> Line:
    """``dutch``: the same as it was written, when somebody wrote it in Dutch."""
    stays_dutch = bool(text) and text == dutch and get_language() != "nl"
    return Line(label, text or _("niet bekend"), "nl" if stays_dutch else "")


def _facts(portrait: Portrait) -> Iterator[tuple[str, ...]]:
    place = portrait.place
    names = ", ".join([place.name, *place.name_variants])
    yield _("Naam"), names, names
    yield _("Adres"), _address(place), _address(place)
    yield _("Telefoon"), place.phone
    yield _("E-mail"), place.email
    yield _("Website"), place.website
    yield _("Openingstijden"), _hours(portrait)
    yield _("Bijzondere dagen"), "; ".join(map(_other_day, portrait.special_days))
    yield _("Op feestdagen"), _holidays(place)
    yield _("Aanbod"), _names(portrait.offers)
    yield _("Bewust voor"), _names(portrait.audiences)
    yield _("Talen"), _names(portrait.languages)
    yield _("Beschrijving"), place.description_text, place.description
    yield _("Een eerste bezoek"), place.first_visit_text, place.first_visit
    yield _("Goed om te weten"), place.note_text, place.note


def _address(place: Place) -> str:
    city = f"{place.postcode} {place.city}".strip() if place.address else ""
    return ", ".join(part for part in (place.address, city) if part)


def _hours(portrait: Portrait) -> str:
    week = week_sentence(portrait.schedule.periods, portrait.today)
    return f"{week}. {portrait.hours_remark}" if week else ""


def _other_day(day: OtherDay) -> str:
    reason = f" ({day.reason})" if day.reason else ""
    return f"{day.dates}: {day.hours}{reason}"


def _holidays(place: Place) -> str:
    known = place.holiday_policy != Place.HolidayPolicy.UNKNOWN
    return str(place.get_holiday_policy_display()) if known else ""


def _names(links: Iterable[Link]) -> str:
    return ", ".join(link.name for link in links)
