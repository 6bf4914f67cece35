"""Pages around one place in the admin, each of which adds itself to the form's links."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from places.models import Place


class PlacePages(admin.ModelAdmin):
    """What pages about a place inherit: override ``get_urls`` and ``object_links``, call super.

    ``PlaceAdmin`` inherits all of them; a view asks ``places_to_see`` or ``places_to_change``
    for its place, since an address can be typed.
    """

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        """``label`` and ``url`` of the pages that this user may open about this place."""
        return []


def about_place(request: HttpRequest, place: Place, title: str) -> dict[str, Any]:
    """What the template of a page about one place needs from the admin."""
    return {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": place.name,
        "opts": Place._meta,
        "place": place,
    }
