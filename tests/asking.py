"""How tests ask the site: by query string, at a moment that is given."""

from datetime import datetime

from django.http import QueryDict

from places.filters import PlaceFilter
from places.listing import Listing
from places.schedule import AMSTERDAM

TUESDAY_EVENING = datetime(2026, 11, 24, 17, 30, tzinfo=AMSTERDAM)
EVERYBODY = 58
LOCATED = 40


def found(query: str = "", now: datetime = TUESDAY_EVENING) -> PlaceFilter:
    """The filter for a query string."""
    return PlaceFilter(QueryDict(query), now)


def names(query: str = "") -> list[str]:
    """The names of what a query string finds, in order."""
    return [place.name for place in found(query).qs]


def listing(query: str = "") -> Listing:
    """The page of the directory for a query string."""
    return Listing(found(query))


def number_of(query: str, tag: str) -> int:
    """The number that stands beside an option."""
    return listing(query).tally.of(tag)
