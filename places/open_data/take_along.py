"""The doors to the places of one list: the same filter, in every form in which it can be had."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from huiskamers.fixed_urls import fixed_url
from places.addresses import good_parameters, without
from places.feeds.agenda import MOST_PLACES
from places.filters import PlaceFilter
from places.open_data.files import FILES

OTHERS = (
    ("feed_atom", _("Feed"), _("nieuw en veranderd, voor je feedlezer"), "application/atom+xml"),
    ("agenda_filter", _("Agenda"), _("de openingstijden in je eigen agenda"), "text/calendar"),
    ("embedding", _("Insluiten"), _("als kaart of lijst op je eigen site"), ""),
    ("api_places", _("API"), _("voor ontwikkelaars, als JSON"), "application/json"),
)
"""Name of the address, what it is called, what it is for, and of which type if it is data."""


@dataclass(frozen=True)
class Door:
    """Where a list goes on; ``media_type`` is empty for a page."""

    url: str
    name: Any
    purpose: Any
    media_type: str


def doors_of(found: PlaceFilter, total: int) -> list[Door]:
    """Every door with the good choices of a filter, whatever page of the list is shown.

    An agenda holds no more than ``MOST_PLACES``, so a longer list has none.
    """
    query = without(good_parameters(found), "pagina").urlencode(safe=",:")
    forms = ((one.url_name, one.name, one.purpose, one.media_type) for one in FILES)
    return [
        Door(fixed_url(url_name) + (f"?{query}" if query else ""), name, purpose, media_type)
        for url_name, name, purpose, media_type in (*forms, *OTHERS)
        if url_name != "agenda_filter" or total <= MOST_PLACES
    ]
