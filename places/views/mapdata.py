"""`/kaart.geojson` and the ground below it."""

from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.cors import readable_anywhere
from places.fields import FormOfGiven, WholeNumber
from places.filters import PlaceFilter
from places.ground import ground
from places.mapdata import feature_collection
from places.models.version import Until
from places.problem import unreadable
from places.validators import validated

MEANINGLESS = ("pagina", "sorteer")
"""Parameters of the list that a map has no use for."""

GEOJSON = "application/geo+json"


CLOSENESS = {"zoom": WholeNumber(required=False, min_value=0, max_value=22)}
"""How close the map looks, as Leaflet counts it."""


@require_safe
@readable_anywhere
@validated(Until.STATE)
def map_data(request: HttpRequest) -> HttpResponse:
    """Points and clusters for a box, or a problem that names every wrong parameter."""
    parameters: QueryDict = copy(request.GET)
    for name in MEANINGLESS:
        parameters.pop(name, None)
    found = PlaceFilter(parameters, timezone.now())
    zoom = FormOfGiven(request.GET, CLOSENESS)
    errors = {name: list(why) for name, why in {**found.errors, **zoom.errors}.items()}
    if errors:
        return unreadable(errors)
    collection = feature_collection(found, zoom.cleaned_data.get("zoom"))
    return HttpResponse(collection, content_type=GEOJSON)


@require_safe
@readable_anywhere
@validated()
def map_ground(request: HttpRequest) -> HttpResponse:
    """Water, gebieden and wijken, for maps without tiles."""
    return HttpResponse(ground(), content_type=GEOJSON)
