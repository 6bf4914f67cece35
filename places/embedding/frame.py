"""What a frame shows: the places of a filter, as the directory lists them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from huiskamers.fixed_urls import fixed_url, slug_url
from places.addresses import Chip, chips, directory_url, good_parameters
from places.embedding.looks import THEMES
from places.fields import ChoiceOfOne
from places.filters import PlaceFilter
from places.listing import Listing
from places.mapstart import map_start


class LookForm(forms.Form):
    """What a frame is asked besides the filter."""

    thema = ChoiceOfOne(choices=THEMES, required=False)


@dataclass(frozen=True)
class Refusal:
    """A parameter that was dropped, and why."""

    parameter: str
    reason: str


class Frame:
    """A map or a list of what a query string finds; ``address`` is the name of its own page."""

    def __init__(self, asked: QueryDict, now: datetime, address: str) -> None:
        self.found = PlaceFilter(asked, now)
        self.look = LookForm(asked)
        self.address = address
        self.listing = Listing(self.found, self.url)

    @cached_property
    def theme(self) -> str:
        """The theme asked for; empty is what the visitor prefers."""
        self.look.is_valid()
        return str(self.look.cleaned_data.get("thema", ""))

    @property
    def title(self) -> str:
        return title_of(self.found, self.address)

    @property
    def chips(self) -> list[Chip]:
        return chips(self.found)

    @property
    def refusals(self) -> list[Refusal]:
        """What could not be read, in words; a page too far is known once it was looked for."""
        _number = self.listing.number
        errors = {**self.found.form.errors, **self.look.errors}
        return [Refusal(name, str(reasons[0])) for name, reasons in errors.items()]

    @property
    def directory_url(self) -> str:
        """The directory with the same filter, from its first page."""
        return directory_url(without_page(self.found))

    @property
    def unfolded(self) -> bool:
        """Somebody asked for this part of the list: a page, or what one spot of the map holds."""
        return bool(self.found.cleaned.get("pagina") or self.found.box)

    @property
    def query(self) -> str:
        """What the script of the map asks with."""
        return self._themed(good_parameters(self.found)).urlencode(safe=",:")

    def url(self, parameters: QueryDict) -> str:
        """This frame with other parameters of the filter."""
        return frame_url(self.address, self._themed(parameters))

    def map_start(self) -> dict[str, Any]:
        """As for the directory's map, but all that is followed stays within the frame."""
        card_url = slug_url("embed_card", "{slug}")
        return map_start() | {"card_url": card_url, "list_url": fixed_url("embed_map")}

    def _themed(self, parameters: QueryDict) -> QueryDict:
        themed = parameters.copy()
        if self.theme:
            themed["thema"] = self.theme
        return themed


def frame_url(address: str, parameters: QueryDict) -> str:
    """The address of a frame in the language of now."""
    query = parameters.urlencode(safe=",:")
    return f"{fixed_url(address)}?{query}" if query else fixed_url(address)


def without_page(found: PlaceFilter) -> QueryDict:
    """The good parameters of a filter, from its first page."""
    parameters = good_parameters(found)
    parameters.pop("pagina", None)
    return parameters


def title_of(found: PlaceFilter, address: str) -> str:
    """What a screen reader calls the frame: what it is, and what was chosen."""
    chosen = ", ".join(chip.label for chip in chips(found))
    if address == "embed_map":
        name = _("Kaart van plekken in %(city)s")
    else:
        name = _("Lijst van plekken in %(city)s")
    name %= {"city": settings.CITY_NAME}
    return f"{name}: {chosen}" if chosen else name
