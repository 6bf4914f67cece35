"""The sheet of paper as its template reads it, gathered in a fixed number of statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from places.models import Area, Place
from places.portrait import Portrait
from places.qr_code import drawn
from places.referral.choice import LOOKED_UP, MOST, Choice
from places.referral.dates_in_words import date_in_words
from places.referral.drawing import Drawing, Numbered, draw
from places.referral.journey import Setting, journey, water_remark
from places.referral.sharing import Shared, shared
from places.referral.weeks_ahead import HoursInWords, hours_in_words, last_day
from places.schedule import AMSTERDAM
from places.vocabulary import Vocabulary

HOST = "kenmerk:vaste-gastheer-of-gastvrouw"

ROOM = {3: 240, 4: 240, 5: 180}
"""Characters of what to expect, by the number of places: three on one side, five on two."""

ROOMY = 320

END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’)]*(?=\s|$)")


@dataclass(frozen=True)
class Gone:
    """A place that was chosen and is no longer in the directory; its page says why."""

    name: str
    url: str


@dataclass(frozen=True)
class Entry:
    """A place on the sheet."""

    number: int
    portrait: Portrait
    hours: HoursInWords
    ask: str
    ask_field: str
    ask_complaint: str
    line: str
    line_field: str
    line_complaint: str
    expects: str
    expects_language: str
    journey: str
    water: str
    code: SafeString

    @property
    def slug(self) -> str:
        return self.portrait.place.slug

    @property
    def name(self) -> str:
        return self.portrait.place.name

    @property
    def address(self) -> str:
        """As on an envelope, on one line; empty if not even the street is known."""
        place = self.portrait.place
        town = f"{place.postcode} {place.city}".strip()
        return ", ".join(part for part in (place.address, town) if part) if place.street else ""

    @property
    def area(self) -> str:
        """The smallest area that is known; the town goes without saying behind an address."""
        place = self.portrait.place
        if place.area and place.area.level != Area.Level.MUNICIPALITY:
            return place.area.name
        return "" if self.address else place.city

    @property
    def contact(self) -> str:
        """The surest way to reach somebody."""
        place = self.portrait.place
        return place.phone or place.email or self.portrait.website_label

    @property
    def is_written_to(self) -> bool:
        """The worker wrote something about it."""
        return bool(self.line_field or self.ask_field)

    @property
    def host_is_there(self) -> bool:
        """It is known that the same host is always there, whom anybody may ask for."""
        return HOST in self.portrait.place.tags


@dataclass(frozen=True)
class Sheet:
    """The sheet and what the tools above it have to say."""

    entries: list[Entry]
    gone: list[Gone]
    unknown: bool
    waiting: list[str]
    """Slugs of places that were chosen beyond the five that a sheet holds."""
    drawing: Drawing | None
    share: Shared
    code: SafeString
    today: date

    @property
    def is_full(self) -> bool:
        """So many places that lines stand closer."""
        return len(self.entries) in ROOM

    @property
    def off_the_map(self) -> list[Entry]:
        """Places of which nobody knows the spot."""
        return [entry for entry in self.entries if entry.portrait.place.location is None]

    @property
    def made(self) -> str:
        return date_format(self.today, "j F Y")

    @property
    def until(self) -> str:
        """The last day of which the hours are told."""
        return date_in_words(last_day(self.today))


def make_sheet(
    choice: Choice,
    now: datetime,
    setting: Setting | None = None,
    vocabulary: Vocabulary | None = None,
) -> Sheet:
    """The places that were chosen; seen from somewhere only if a setting is given."""
    looked_up = choice.slugs[:LOOKED_UP]
    found = Place.objects.for_its_page().at_addresses(looked_up)
    known = list(dict.fromkeys(found[slug] for slug in looked_up if slug in found))
    public = [place for place in known if place.status == Place.Status.PUBLISHED]
    archived = [place for place in known if place.status == Place.Status.ARCHIVED]
    drafts = [place for place in known if place.status == Place.Status.DRAFT]
    words = vocabulary or Vocabulary()
    portraits = [Portrait(place, now, words) for place in public[:MOST]]
    entries = list(_entries(portraits, choice, setting))
    share = shared(entries)
    return Sheet(
        entries=entries,
        gone=[Gone(place.name, place.get_absolute_url()) for place in archived],
        unknown=any(slug not in found or found[slug] in drafts for slug in looked_up),
        waiting=[*(place.slug for place in public[MOST:]), *choice.slugs[LOOKED_UP:]],
        drawing=_drawing(entries, setting),
        share=share,
        code=drawn(share.url, "sheet-code", error="m"),
        today=now.astimezone(AMSTERDAM).date(),
    )


def what_was_done(choice: Choice, sheet: Sheet) -> str:
    """What a button for the order did, to be heard; empty for other buttons."""
    for entry in sheet.entries:
        if entry.slug == choice.moved:
            words = {"name": entry.name, "number": entry.number}
            return _("%(name)s staat nu op nummer %(number)d.") % words
    return _("Deze plek staat niet meer op het blad.") if choice.moved else ""


def whole_sentences(text: str, most: int) -> str:
    """As many sentences as fit in so many characters; of one that is longer its first words."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    ends = [end.end() for end in END_OF_SENTENCE.finditer(plain) if end.end() <= most]
    if ends:
        return plain[: ends[-1]]
    return plain[: most - 1].rpartition(" ")[0].rstrip(",;:") + " …"


def _entries(
    portraits: Sequence[Portrait], choice: Choice, setting: Setting | None
) -> Iterator[Entry]:
    room = ROOM.get(len(portraits), ROOMY)
    for number, portrait in enumerate(portraits, start=1):
        yield _entry(number, portrait, choice, setting, room)


def _entry(
    number: int, portrait: Portrait, choice: Choice, setting: Setting | None, room: int
) -> Entry:
    place, point = portrait.place, portrait.place.location
    line, ask = choice.line(place.slug), choice.ask(place.slug)
    expects, language = _expects(portrait, room)
    transit = portrait.transit_url
    return Entry(
        number=number,
        portrait=portrait,
        hours=hours_in_words(
            portrait.schedule, portrait.today, portrait.holidays, bool(place.phone)
        ),
        ask=ask.fit,
        ask_field=ask.raw,
        ask_complaint=ask.complaint,
        line=line.fit,
        line_field=line.raw,
        line_complaint=line.complaint,
        expects=expects,
        expects_language=language,
        journey=journey(setting, point) if setting and point else "",
        water=water_remark(setting.start.point, point) if setting and point else "",
        code=drawn(transit, "sheet-code", error="m") if transit else SafeString(""),
    )


def _expects(portrait: Portrait, room: int) -> tuple[str, str]:
    """What a first visit is like, and ``nl`` where that is Dutch on a page that is not."""
    place = portrait.place
    text = place.first_visit_text or place.description_text
    if text:
        english = place.first_visit_en if place.first_visit_text else place.description_en
        dutch = get_language() == "nl" or bool(english)
        return whole_sentences(text, room), "" if dutch else "nl"
    traits = [trait.name for trait in portrait.vocabulary.among(place.tags, "kenmerk")]
    if traits:
        return _("Wat we weten: %(traits)s.") % {"traits": ", ".join(traits)}, ""
    return "", ""


def _drawing(entries: Sequence[Entry], setting: Setting | None) -> Drawing | None:
    numbered = [
        Numbered(entry.number, entry.name, place.location, place.is_approximate)
        for entry in entries
        if (place := entry.portrait.place).location is not None
    ]
    if setting is None:
        return draw(numbered, None, "")
    here = setting.start.label if setting.start.rough else _("jij bent hier")
    return draw(numbered, setting.start.point, here)
