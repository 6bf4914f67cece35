"""The places behind a theme, an area or a network: the directory, narrowed to one tag."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from places.addresses import directory_url
from places.cards import Card
from places.counts import places_text
from places.facets import count_options
from places.filters import PlaceFilter
from places.listing import Listing
from places.models.tally import Tally


@dataclass(frozen=True)
class Selection:
    """The first places with one tag, and where all of them are."""

    cards: list[Card]
    totals: str
    url: str
    more: bool


@dataclass(frozen=True)
class Lead:
    """How many places an option leads to, and its address in the directory."""

    number: int
    count: str
    url: str


class Survey:
    """Numbers for every option at once, from one statement."""

    def __init__(self, now: datetime) -> None:
        self.tally: Tally = count_options(PlaceFilter(QueryDict(), now))

    def lead(self, tag: str) -> Lead:
        """The number of places with a tag, and the way to them."""
        number = self.tally.of(tag)
        return Lead(number, places_text(number), directory_url(parameters_of(tag)))


def select(tag: str, now: datetime) -> Selection:
    """The places with a tag, as the directory would list them."""
    parameters = parameters_of(tag)
    listing = Listing(PlaceFilter(parameters, now))
    return Selection(
        listing.cards, listing.totals, directory_url(parameters), more=listing.pages > 1
    )


def parameters_of(tag: str) -> QueryDict:
    """The query string that asks for one tag."""
    parameter, _colon, value = tag.partition(":")
    parameters = QueryDict(mutable=True)
    parameters[parameter] = value
    return parameters
