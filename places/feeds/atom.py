"""The feed of new and changed places: Atom (RFC 4287), in pages (RFC 5005).

Written by hand over Django's writer of XML: its syndication framework has no pages, gives a feed
without entries the time of the day, and knows no language of a link.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from types import MappingProxyType
from xml.sax.xmlreader import AttributesImpl

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.xmlutils import SimplerXMLGenerator

from places.feeds.wording import address_words, checked_words, sayable
from places.models import Place
from places.models.entry_columns import SLUG
from places.models.followed import Followed
from places.site import site_title

ATOM = "application/atom+xml; charset=utf-8"
PER_PAGE = 100
LONGEST = 300
"""Characters of a description; the rest is on the page."""

Links = list[dict[str, str]]
"""The attributes of every ``link``; in those of an entry ``SLUG`` stands for the slug."""


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself; ``key`` is its address without a page."""

    key: str
    title: str
    updated: datetime
    licence: str
    links: Links
    links_of_place: Links


def written(feed: Feed, entries: list[Followed]) -> str:
    """The page of the feed with these entries."""
    out = StringIO()
    xml = _Writer(out, "utf-8")
    xml.startDocument()
    xml.begin("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _say_of_itself(xml, feed)
    for followed in entries:
        _write_entry(xml, followed, feed.links_of_place)
    xml.endElement("feed")
    xml.endDocument()
    return out.getvalue()


class _Writer(SimplerXMLGenerator):
    """Leaves out what XML cannot hold, in texts and in attributes."""

    def begin(self, name: str, attributes: Mapping[str, str] = MappingProxyType({})) -> None:
        self.startElement(name, AttributesImpl(attributes))

    def say(self, name: str, text: str, **attributes: str) -> None:
        """One element with text."""
        known = {key: sayable(value) for key, value in attributes.items()}
        self.addQuickElement(name, sayable(text), known)

    def link(self, attributes: Mapping[str, str]) -> None:
        self.addQuickElement("link", None, dict(attributes))

    def time(self, name: str, moment: datetime) -> None:
        self.say(name, moment.astimezone(UTC).isoformat().replace("+00:00", "Z"))


def _say_of_itself(xml: _Writer, feed: Feed) -> None:
    xml.say("id", feed.key)
    xml.say("title", feed.title)
    xml.time("updated", feed.updated)
    xml.begin("author")
    xml.say("name", site_title())
    xml.endElement("author")
    if feed.licence:
        xml.say("rights", feed.licence)
    for link in feed.links:
        xml.link(link)


def _write_entry(xml: _Writer, followed: Followed, links: Links) -> None:
    place = followed.place
    xml.begin("entry")
    xml.say("id", place.uuid.urn)
    xml.say("title", place.name)
    xml.time("published", min(followed.first_at, followed.changed_at))
    xml.time("updated", followed.changed_at)
    for link in links:
        xml.link(link | {"href": link["href"].replace(SLUG, place.slug)})
    if place.kind:
        xml.say("category", "", term=place.kind.slug, label=place.kind.name)
    xml.say("content", _content(place), type="html")
    xml.endElement("entry")


def _content(place: Place) -> SafeString:
    """What it is and where, what one finds there, and when the entry was checked."""
    kind = place.kind.name.capitalize() if place.kind else ""
    areas = [place.area, *place.area.above()] if place.area else []
    where = [address_words(place), ", ".join(area.name for area in areas)]
    facts = " · ".join(part for part in (kind, *where) if part)
    about = Truncator(place.description).chars(LONGEST)
    lines = [(line,) for line in (facts, about, checked_words(place)) if line]
    return format_html_join("", "<p>{}</p>", lines)
