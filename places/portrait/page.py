"""The parts of a place's page, gathered in a fixed number of statements."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from huiskamers.fixed_urls import fixed_url
from places.archiving import public_successor
from places.cards import Card, CardMaker, checked_text, holidays_around, schedule_of
from places.days import day_in_words
from places.freshness import freshness
from places.models import Place
from places.models.listed import nearest_others
from places.models.option import Word
from places.models.told import Told, ToldQuote, told_of
from places.portrait import hours, reach, stands
from places.portrait.photos import Picture, pictures
from places.portrait.structured import Portrayed, structured_data
from places.portrait.structured_hours import A_YEAR
from places.provenance import SourceLine, source_date, source_lines
from places.public_holidays import holidays_between
from places.schedule import AMSTERDAM, Schedule, Status
from places.sentences import next_sentence, state_sentence, week_sentence
from places.vocabulary import Vocabulary

NEARBY = 3
PLAIN_FACTS = frozenset(
    [
        "slug",
        "name",
        "name_variants",
        "street",
        "house_number",
        "postcode",
        "city",
        "location_precision",
        "phone",
        "email",
        "website",
        "organisation",
        "since",
        "description",
        "description_en",
        "description_text",
        "first_visit",
        "first_visit_en",
        "first_visit_text",
        "note",
        "note_en",
        "note_text",
        "strengths",
        "strengths_en",
        "strengths_text",
        "needs",
        "needs_en",
        "needs_text",
        "attention",
        "attention_en",
        "attention_text",
        "archived_on",
        "archived_because",
        "archived_words",
        "get_archived_because_display",
    ]
)


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere."""

    name: str
    url: str


class Portrait:
    """A place that came ``for_its_page()``, as its template reads it."""

    def __init__(
        self,
        place: Place,
        now: datetime,
        vocabulary: Vocabulary | None = None,
        told: Told | None = None,
    ) -> None:
        self.place, self.now, self._told = place, now, told
        self.today: date = now.astimezone(AMSTERDAM).date()
        self.holidays = holidays_around(now)
        self.schedule: Schedule = schedule_of(place)
        self.status: Status = self.schedule.status(now, self.holidays)
        self.vocabulary = vocabulary or Vocabulary()

    def __getattr__(self, name: str) -> Any:
        """Facts that are said as they are; nothing else of the place can reach a template."""
        if name in PLAIN_FACTS:
            return getattr(self.place, name)
        raise AttributeError(name)

    @property
    def state(self) -> str:
        return self.status.state

    @cached_property
    def sentence(self) -> str:
        return state_sentence(self.status, self.now)

    @cached_property
    def next_sentence(self) -> str:
        return next_sentence(self.status, self.now)

    @cached_property
    def checked(self) -> str:
        return checked_text(self.place, self.today)

    @cached_property
    def checked_level(self) -> str:
        return freshness(self.place.checked_on, self.today)

    @cached_property
    def kind(self) -> Word | None:
        return next(iter(self.vocabulary.among(self.place.tags, "soort")), None)

    @cached_property
    def areas(self) -> list[Link]:
        area = self.place.area
        line = [area, *area.above()] if area else []
        return [Link(one.name, one.get_absolute_url()) for one in line]

    @property
    def preview(self) -> str:
        """Kind and where, for link previews: true whatever the hour."""
        kind = self.kind.name if self.kind else ""
        where = ", ".join(area.name for area in self.areas)
        facts = [part for part in (kind, self.place.address, where) if part]
        return ". ".join([" – ".join(facts), self.place.description_text]).strip(". ") or self.name

    @cached_property
    def told(self) -> Told:
        """What other rows say of it: as it came along, or asked for where something is shown."""
        return self._told or told_of(self.place.pk)

    @property
    def quotes(self) -> list[dict[str, str]]:
        return [_quote(quote) for quote in self.told.quotes]

    @cached_property
    def week(self) -> list[hours.WeekDay]:
        return hours.week(self.schedule, self.today)

    @cached_property
    def week_summary(self) -> str:
        """The week in one line: ``ma-vr 17:00-18:30``."""
        return week_sentence(self.schedule.periods, self.today)

    @property
    def hours_remark(self) -> str:
        return hours.hours_remark(self.schedule)

    @cached_property
    def photos(self) -> list[Picture]:
        return pictures(self.told.photos)

    @cached_property
    def hours_sources(self) -> list[SourceLine]:
        return source_lines(self.told.hours_sources)

    @cached_property
    def special_days(self) -> list[hours.OtherDay]:
        return hours.other_days(self.schedule, self.today, self.holidays)

    @property
    def walking_url(self) -> str:
        return reach.walking_url(self.place.degrees)

    @property
    def transit_url(self) -> str:
        return reach.transit_url(self.place.degrees)

    @property
    def phone_url(self) -> str:
        return reach.phone_url(self.place.phone)

    @property
    def website_label(self) -> str:
        return reach.website_label(self.place.website)

    @cached_property
    def offers(self) -> list[Link]:
        return self._terms("aanbod")

    @cached_property
    def audiences(self) -> list[Link]:
        return self._terms("doelgroep")

    @cached_property
    def languages(self) -> list[Link]:
        return self._terms("taal")

    @cached_property
    def traits(self) -> list[stands.TraitLine]:
        return stands.trait_lines(self.told.traits)

    @cached_property
    def values(self) -> list[stands.ValueLine]:
        return stands.value_lines(self.told.values)

    @cached_property
    def dilemmas(self) -> list[stands.DilemmaLine]:
        return stands.dilemma_lines(self.told.dilemmas)

    @cached_property
    def sources(self) -> list[SourceLine]:
        return source_lines(self.told.sources)

    @property
    def successor(self) -> Link | None:
        """Where an archived place went on."""
        after = public_successor(self.place)
        return Link(after.name, after.get_absolute_url()) if after else None

    @property
    def changed(self) -> str:
        return day_in_words(self.place.changed_at.astimezone(AMSTERDAM).date())

    def nearby(self) -> list[Card]:
        """The nearest others; of the same wijk or gebied when the place has no point."""
        maker = CardMaker(self.vocabulary, self.now, self.now)
        if self.place.degrees is not None:
            return maker.cards_of(nearest_others(self.place.pk, NEARBY), measured=True)
        area = self.place.area
        if area and area.parent:
            others = Place.objects.published().other_than(self.place).tagged(area.tag)
            return maker.cards(others.by_name(), 0, NEARBY)
        return []

    def structured_data(self, url: str) -> SafeString:
        """JSON-LD for search engines."""
        shown = Portrayed(
            self.schedule,
            self.today,
            holidays_between(self.today, self.today + A_YEAR, get_language() or "nl"),
            self.traits,
            [language.name for language in self.languages],
            [offer.name for offer in self.offers],
            [urljoin(url, picture.url) for picture in self.photos],
        )
        return structured_data(self.place, shown, url)

    def _terms(self, parameter: str) -> list[Link]:
        return [
            Link(term.name, f"{fixed_url('directory')}?{parameter}={term.value}")
            for term in self.vocabulary.among(self.place.tags, parameter)
        ]


def _quote(quote: ToldQuote) -> dict[str, str]:
    return {
        "text": quote.text,
        "who": quote.said_by,
        "where": quote.source,
        "when": source_date(quote.source_date),
    }
