"""The doors to the places of one list: the same filter, in every form in which it can be had."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from places.addresses import good_parameters, without
from places.filters import PlaceFilter
from places.open_data.files import files, known

OTHERS = (
    ("feed_atom", _("Feed"), _("nieuw en veranderd, voor je feedlezer")),
    ("agenda_filter", _("Agenda"), _("de openingstijden in je eigen agenda")),
    ("embedding", _("Insluiten"), _("als kaart of lijst op je eigen site")),
    ("api_places", _("API"), _("voor ontwikkelaars, als JSON")),
)
"""Name of the address, what it is called, and what it is for."""


@dataclass(frozen=True)
class Door:
    """Where a list goes on, what that is called, and what it is for."""

    url: str
    name: Any
    purpose: Any


def doors_of(found: PlaceFilter) -> list[Door]:
    """Every door with the good choices of a filter, whatever page of the list is shown."""
    query = without(good_parameters(found), "pagina").urlencode(safe=",:")
    forms = ((one.url_name, one.name, one.purpose) for one in files())
    return [
        Door(reverse(url_name) + (f"?{query}" if query else ""), name, purpose)
        for url_name, name, purpose in (*forms, *OTHERS)
        if known(url_name)
    ]
