"""A place as it is shown in a list: what one needs to know before walking over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.contrib.gis.geos import Point
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from huiskamers.fixed_urls import address_around
from places.days import day_in_words
from places.freshness import freshness
from places.models import Place
from places.models.condition import Statement
from places.models.confirmation import Role
from places.models.listed import listed
from places.models.option import Word
from places.models.place import PlaceQuerySet
from places.provenance import dated
from places.public_holidays import holidays_between
from places.schedule import AMSTERDAM, HORIZON, Schedule
from places.sentences import next_sentence, state_sentence
from places.travel import WALKING, metres_text
from places.vocabulary import Vocabulary

HOUR = 60
"""Minutes; nobody walks longer to have a cup of coffee."""

_CHECKED = {
    "vers": (
        gettext_lazy("nagekeken op %(day)s"),
        gettext_lazy("nagekeken op %(day)s door %(by)s"),
    ),
    "even": (
        gettext_lazy("al even niet nagekeken, laatst op %(day)s"),
        gettext_lazy("al even niet nagekeken, laatst op %(day)s door %(by)s"),
    ),
    "oud": (
        gettext_lazy("mogelijk verouderd, laatst nagekeken op %(day)s"),
        gettext_lazy("mogelijk verouderd, laatst nagekeken op %(day)s door %(by)s"),
    ),
}
"""What is said of a check that is so long ago, without and with who did it."""


class Card(NamedTuple):
    """What a list, a popup and the nearby places say about one place."""

    place: Place
    schedule: Schedule
    url: str
    kind: Word | None
    where: str
    values: list[Word]
    state: str
    sentence: str
    next_sentence: str
    distance: str
    checked: str
    checked_level: str

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def slug(self) -> str:
        return self.place.slug

    @property
    def lat(self) -> str:
        """Latitude as text with a dot; empty when the place is not on the map."""
        return _degrees(self.place.latitude)

    @property
    def lon(self) -> str:
        """Longitude, likewise."""
        return _degrees(self.place.longitude)


@dataclass(frozen=True)
class CardMaker:
    """Makes cards about one moment, seen from one point, in the language of now."""

    vocabulary: Vocabulary
    moment: datetime
    now: datetime
    point: Point | None = None

    def cards(self, places: PlaceQuerySet, start: int, stop: int) -> list[Card]:
        """One card per place from start up to stop, in their order, from one statement."""
        return self.cards_of_page(places.page_keys(start, stop))

    def cards_of_page(self, page: Statement) -> list[Card]:
        """The same for a page of keys."""
        return self.cards_of(listed(page, self.point), self.point is not None)

    def cards_of(self, places: Iterable[Place], measured: bool) -> list[Card]:
        """One card for each that ``places.models.listed`` read, measured from a point or not."""
        words, around = self.vocabulary.words, address_around("place")
        holidays = holidays_around(self.moment)
        return [
            self._card(
                place,
                words.named(place.tags),
                f"{around[0]}{place.slug}{around[1]}",
                _distance(place.distance) if measured else "",
                holidays,
            )
            for place in places
        ]

    def _card(
        self,
        place: Place,
        named: Mapping[str, list[Word]],
        url: str,
        distance: str,
        holidays: Mapping[date, str],
    ) -> Card:
        """What is the same for all cards is looked up once and comes along."""
        schedule = schedule_of(place)
        status = schedule.status(self.moment, holidays)
        today = self._today
        return Card(
            place=place,
            schedule=schedule,
            url=url,
            kind=next(iter(named.get("soort", ())), None),
            where=_where(named),
            values=named.get("waarde", []),
            state=status.state.value,
            sentence=state_sentence(status, self.moment, self.now),
            next_sentence=next_sentence(status, self.moment, self.now),
            distance=distance,
            checked=checked_text(place, today),
            checked_level=freshness(place.checked_on, today),
        )

    @cached_property
    def _today(self) -> date:
        return self.now.astimezone(AMSTERDAM).date()


def _where(named: Mapping[str, list[Word]]) -> str:
    areas = (*named.get("wijk", ()), *named.get("gebied", ()))
    return ", ".join(dict.fromkeys(area.name for area in areas))


def _distance(metres: float | None) -> str:
    return _("afstand onbekend") if metres is None else distance_text(metres)


def _degrees(number: float | None) -> str:
    return "" if number is None else f"{number:.5f}"


def schedule_of(place: Place) -> Schedule:
    """The schedule of a place that came ``with_timetable()``."""
    return Schedule.from_values(
        {
            "hours": place.hours_values,
            "special_days": place.special_days_values,
            "holiday_policy": place.holiday_policy,
            "complete": place.hours_complete,
        }
    )


def holidays_around(moment: datetime) -> dict[date, str]:
    """Names of the holidays that matter to a state at this moment and what follows it."""
    day = moment.astimezone(AMSTERDAM).date()
    return holidays_between(day - timedelta(days=1), day + HORIZON, get_language() or "nl")


def distance_text(metres: float) -> str:
    """``850 m, ongeveer 14 minuten lopen``; beyond an hour's walk only the kilometres."""
    if WALKING.minutes(metres) > HOUR:
        return metres_text(metres)
    words = {"distance": metres_text(metres), "walk": WALKING.time(metres)}
    return _("%(distance)s, ongeveer %(walk)s") % words


def checked_text(place: Place, today: date) -> str:
    """When somebody checked the entry and who; until then the newest thing it was read from."""
    if place.checked_on:
        level = freshness(place.checked_on, today)
        return _checked(level, place.checked_on, place.checked_by, get_language())
    if place.source_title:
        source = dated(place.source_title, place.source_date)
        return _("nog niet nagekeken; bron: %(source)s") % {"source": source}
    return _("nog niet nagekeken")


@lru_cache(maxsize=4096)
def _checked(level: str, day: date, by: str, _language: str | None) -> str:
    """Kept: of 25 places that somebody checked this took 0.3 ms."""
    words = {"day": day_in_words(day), "by": dict(Role.choices).get(by, by)}
    return str(_CHECKED[level][bool(by)]) % words
