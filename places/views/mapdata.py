"""`/kaart.geojson` and the ground below it."""

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places.fields import WholeNumber
from places.filters import PlaceFilter
from places.ground import ground
from places.mapdata import feature_collection

MEANINGLESS = ("pagina", "sorteer")
"""Parameters of the list that a map has no use for."""

GEOJSON = "application/geo+json"


class ZoomForm(forms.Form):
    """How close the map looks, as Leaflet counts it."""

    zoom = WholeNumber(required=False, min_value=0, max_value=22)


@require_safe
def map_data(request: HttpRequest) -> HttpResponse:
    """Points and clusters for a box, or a problem that names every wrong parameter."""
    parameters = request.GET.copy()
    for name in MEANINGLESS:
        parameters.pop(name, None)
    found = PlaceFilter(parameters, timezone.now())
    zoom = ZoomForm(request.GET)
    errors = {name: list(why) for name, why in {**found.errors, **zoom.errors}.items()}
    if errors:
        return problem(errors)
    collection = feature_collection(found, zoom.cleaned_data["zoom"])
    return JsonResponse(collection, content_type=GEOJSON)


@require_safe
def map_ground(request: HttpRequest) -> HttpResponse:
    """Water, gebieden and wijken, for maps without tiles."""
    return JsonResponse(ground(), content_type=GEOJSON)


def problem(errors: dict[str, list[str]]) -> HttpResponse:
    """400 as RFC 9457 has it, with the reasons per parameter."""
    body = {
        "type": "about:blank",
        "title": _("Dit kunnen we niet lezen"),
        "status": 400,
        "errors": errors,
    }
    return JsonResponse(body, status=400, content_type="application/problem+json")
