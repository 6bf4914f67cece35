"""One page of the directory: totals, options with their numbers, cards, and ways out of nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.contrib.gis.geos import Point
from django.http import QueryDict
from django.utils.translation import gettext as _

from places.addresses import Chip, chips, directory_url, good_parameters, wish_in_words, without
from places.cards import Card, CardMaker
from places.counts import count_text, totals_text
from places.facets import FacetGroup, count_options, facet_groups
from places.filters import PlaceFilter
from places.geocoding import from_degrees
from places.models import Area
from places.models.letting_go import without_one
from places.models.selected import Selected
from places.models.sorting import ByDistance
from places.models.tally import Tally
from places.models.wish import Wish

PER_PAGE = 25
NEAREST = 3


@dataclass(frozen=True)
class Suggestion:
    """A wish to let go of, and what that would give."""

    label: str
    url: str
    count: str


@dataclass(frozen=True)
class Nothing:
    """What to do when no place meets all wishes."""

    suggestions: list[Suggestion]
    nearest: list[Card]


def card_maker(found: PlaceFilter) -> CardMaker:
    """Makes cards about the moment of a filter, seen from where the visitor says to be."""
    point = found.near.point if found.near else None
    return CardMaker(found.vocabulary, found.moment, found.now, point)


class Listing:
    """The page that a filter asks for; every part is made once, when it is read."""

    def __init__(
        self, found: PlaceFilter, address: Callable[[QueryDict], str] = directory_url
    ) -> None:
        """``address`` says where the other pages of this list are."""
        self.found, self.address = found, address

    @cached_property
    def tally(self) -> Tally:
        """All numbers of the page."""
        return count_options(self.found)

    @property
    def totals(self) -> str:
        return totals_text(self.tally)

    @property
    def groups(self) -> list[FacetGroup]:
        return facet_groups(self.found, self.tally)

    @property
    def open_now(self) -> str:
        """How many places "nu open" would leave."""
        return count_text(self.tally.of("open:nu"))

    @property
    def chips(self) -> list[Chip]:
        return chips(self.found)

    @property
    def pages(self) -> int:
        """The number of pages; at least one."""
        return max(1, -(-self.tally.total // PER_PAGE))

    @cached_property
    def number(self) -> int:
        """The page asked for; the first when there is no such page, which the form then says."""
        asked: int = self.found.cleaned.get("pagina") or 1
        if asked <= self.pages:
            return asked
        self.found.form.add_error("pagina", _("Zoveel pagina's zijn er niet. Dit is de eerste."))
        return 1

    @cached_property
    def previous_url(self) -> str:
        return self._page_url(self.number - 1) if self.number > 1 else ""

    @cached_property
    def next_url(self) -> str:
        return self._page_url(self.number + 1) if self.number < self.pages else ""

    @cached_property
    def cards(self) -> list[Card]:
        if not self.tally.total:
            return []
        start = (self.number - 1) * PER_PAGE
        # Of everything an index gives the order, however few there are.
        number = self.tally.total if self.found.wishes() else None
        page = self.found.selected.keys(start, start + PER_PAGE, number)
        return card_maker(self.found).cards_of_page(page)

    @cached_property
    def nothing(self) -> Nothing | None:
        """The ways out, only when no place meets all wishes."""
        if self.tally.total:
            return None
        near = self.found.near
        point = near.point if near else self._centre_of_choice()
        nearest = Selected(order=ByDistance(point)).keys(0, NEAREST)
        return Nothing(self._suggestions(), card_maker(self.found).cards_of_page(nearest))

    def _page_url(self, number: int) -> str:
        parameters = good_parameters(self.found)
        parameters["pagina"] = str(number)
        if number == 1:
            del parameters["pagina"]
        return self.address(parameters)

    def _suggestions(self) -> list[Suggestion]:
        wishes = self.found.wishes()
        counts = without_one(wishes)
        return [self._suggestion(wish, counts[wish.key]) for wish in wishes if counts.get(wish.key)]

    def _suggestion(self, wish: Wish, count: int) -> Suggestion:
        value = wish.key.partition(":")[2] or None
        rest = without(good_parameters(self.found), wish.parameter, value)
        return Suggestion(wish_in_words(self.found, wish), directory_url(rest), count_text(count))

    def _centre_of_choice(self) -> Point:
        """The middle of the wijk or gebied that was chosen, else of the city."""
        chosen = [*self.found.cleaned.get("wijk", []), *self.found.cleaned.get("gebied", [])]
        area = Area.objects.tagged(chosen[0]).first() if chosen else None
        return area.centre if area else from_degrees(*settings.CITY_CENTRE).point
