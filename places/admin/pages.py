"""Pages around one place in the admin, each of which adds itself to the form's links."""

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
