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


@dataclass(frozen=True)
class Selection:
    """The first places with one tag, where all of them are, and what is near if there are none."""

    cards: list[Card]
    list_url: str
    nearby: list[Card]


class Survey:
    """How many places there are behind every option, from one statement."""

    def __init__(self, now: datetime) -> None:
        self.tally = count_options(PlaceFilter(QueryDict(), now), every=True)

    def count(self, tag: str) -> str:
        """``3 plekken`` for a tag."""
        return places_text(self.tally.of(tag))


def select(tag: str, now: datetime) -> Selection:
    """The places with a tag, as the directory lists them."""
    listing = Listing(PlaceFilter(_parameters(tag), now))
    nearby = listing.nothing.nearest if listing.nothing else []
    return Selection(listing.cards, tag_url(tag), nearby)


def tag_url(tag: str) -> str:
    """The directory with one option chosen."""
    return directory_url(_parameters(tag))


def _parameters(tag: str) -> QueryDict:
    parameter, _colon, value = tag.partition(":")
    parameters = QueryDict(mutable=True)
    parameters[parameter] = value
    return parameters
