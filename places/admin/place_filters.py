"""Ways to narrow down the list of places, in the vocabulary of the models."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from places.models import Area
from places.models.place import PlaceQuerySet
from places.roles import areas_to_see

LEVELS = {
    "vers": _("korter dan een half jaar geleden"),
    "even": _("al even niet nagekeken"),
    "oud": _("mogelijk verouderd"),
    "nooit": _("nog nooit nagekeken"),
}
"""The words for ``freshness()``."""


class DistrictFilter(admin.SimpleListFilter):
    """Places in one gebied; an editor of a few gebieden chooses among those."""

    title = _("gebied")
    parameter_name = "gebied"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        districts = areas_to_see(request.user).at_level(Area.Level.DISTRICT)
        return [(area.tag, area.name) for area in districts]

    def queryset(self, request: HttpRequest, queryset: Any) -> PlaceQuerySet:
        places: PlaceQuerySet = queryset
        tag = self.value()
        return places.tagged(tag) if tag else places


class FreshnessFilter(admin.SimpleListFilter):
    """Places by how long ago they were checked."""

    title = _("nagekeken")
    parameter_name = "nagekeken"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(LEVELS.items())

    def queryset(self, request: HttpRequest, queryset: Any) -> PlaceQuerySet:
        places: PlaceQuerySet = queryset
        level = self.value()
        return places.of_freshness(level, timezone.localdate()) if level in LEVELS else places


class GapFilter(admin.SimpleListFilter):
    """Places of which something is not known."""

    title = _("wat ontbreekt")
    parameter_name = "ontbreekt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("tijden", _("geen openingstijden")),
            ("punt", _("geen punt op de kaart")),
            ("foto", _("geen foto")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> PlaceQuerySet:
        places: PlaceQuerySet = queryset
        without = {
            "tijden": places.without_hours,
            "punt": places.without_location,
            "foto": places.without_photo,
        }
        chosen = without.get(self.value() or "")
        return chosen() if chosen else places
