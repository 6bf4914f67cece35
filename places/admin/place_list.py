"""The list of places: finding them, and seeing at a glance what they lack."""

import re
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.admin.pages import PlacePages
from places.admin.place_filters import LEVELS, DistrictFilter, FreshnessFilter, GapFilter
from places.freshness import freshness
from places.models import Place

POSTCODE = re.compile(r"\b(\d{4})([a-z]{2})\b", re.IGNORECASE)

LOOKUPS = {
    *("status__exact", "kind__id__exact", "kind__isnull"),
    *(one.parameter_name for one in (DistrictFilter, FreshnessFilter, GapFilter)),
}
"""How the filters are spelled in an address."""


class PlaceList(PlacePages):
    """Columns, search and filters of the list."""

    list_display = ["name", "kind", "area", "status", "checked", "gaps"]
    list_filter = ["status", DistrictFilter, "kind", FreshnessFilter, GapFilter]
    list_select_related = ["kind", "area"]
    list_per_page = 50
    search_fields = ["name", "name_variants", "street", "house_number", "postcode", "phone"]
    search_help_text = gettext_lazy("Zoek op naam, adres, postcode of telefoonnummer")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = {"title": str(self.opts.verbose_name_plural).capitalize()}
        return super().changelist_view(request, title | (extra_context or {}))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the filters ask; another question may be one that the database cannot read."""
        allowed = super().lookup_allowed(lookup, value, request)
        if allowed and lookup not in LOOKUPS:
            raise IncorrectLookupParameters
        return allowed

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """``3014ra`` finds ``3014 RA``."""
        return super().get_search_results(request, queryset, POSTCODE.sub(r"\1 \2", search_term))

    @admin.display(description=gettext_lazy("nagekeken"), ordering="checked_on")
    def checked(self, place: Place) -> str:
        level = freshness(place.checked_on, timezone.localdate())
        if place.checked_on is None or level == "vers":
            return _on(place) or str(LEVELS[level])
        return f"{_on(place)}, {LEVELS[level]}"

    @admin.display(description=gettext_lazy("wat ontbreekt"))
    def gaps(self, place: Place) -> str:
        """In words; needs ``with_gaps()``."""
        missing = [
            (place.has_hours, _("openingstijden")),
            (place.location, _("punt op de kaart")),
            (place.phone, _("telefoon")),
            (place.description, _("beschrijving")),
            (place.has_photo, _("foto")),
        ]
        return ", ".join(word for known, word in missing if not known) or _("niets")


def _on(place: Place) -> str:
    return date_format(place.checked_on, "j M Y") if place.checked_on else ""
