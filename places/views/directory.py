"""`/`: the list and the map, narrowed down by one form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.addresses import good_parameters
from places.choices import radius_options, sort_options
from places.filters import PlaceFilter
from places.indexing import indexing
from places.listing import Listing
from places.mapstart import map_start
from places.models.version import Until
from places.open_data.take_along import doors_of
from places.validators import validated


@require_safe
@validated(Until.STATE, by=("HX-Request",))
def directory(request: HttpRequest) -> HttpResponse:
    """The directory; to htmx only what changes when a choice changes."""
    found = PlaceFilter(request.GET, timezone.now())
    refreshing = request.headers.get("HX-Request") == "true"
    template = "_directory_body" if refreshing else "directory"
    return render(request, f"places/{template}.html", _context(request, found))


def _context(request: HttpRequest, found: PlaceFilter) -> dict[str, Any]:
    listing = Listing(found)
    groups = listing.groups
    return {
        "page": listing,
        "number": listing.number,  # before the form: a page too far is an error of it
        "nothing": listing.nothing,
        "totals": listing.totals,
        "groups": groups,
        "wrong_in_groups": any(group.error for group in groups),
        "chips": listing.chips,
        "form": found.form,
        "filters": good_parameters(found).urlencode(safe=",:"),
        "here": found.near and found.near.degrees,
        "radius_options": radius_options(found),
        "sort_options": sort_options(found),
        "map_start": map_start(),
        **indexing(request, listing),
        "doors": doors_of(found, listing.tally.total),
    }
