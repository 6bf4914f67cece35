"""Answers as clients get them: bytes that came ready from the database, and what is not there."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.csrf import csrf_exempt

from places.api.v1.crs import DEGREES, Crs
from places.api.v1.links import list_links, own_address, place_address
from places.archiving import public_successor
from places.models import Place
from places.models.list_documents import list_document
from places.problem import problem, unknown


def plain(document: str) -> HttpResponse:
    """A JSON document of which the validators come from the version that it was made of."""
    return HttpResponse(document.encode(), content_type="application/json")


def plain_values(values: object) -> HttpResponse:
    """The same of plain values."""
    return plain(json.dumps(values, ensure_ascii=False))


def values_of(request: HttpRequest, parameter: str, crs: Crs = DEGREES) -> HttpResponse:
    """All values of one parameter of the filter, with how many places each has."""
    links = list_links(request, parameter)
    return plain(list_document(parameter, own_address(request), links, crs.srid))


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """404 for every address that the API does not have."""
    if request.path_info.endswith("/"):
        return unknown("Een adres van de API eindigt niet op een schuine streep.")
    return unknown("Dit adres heeft de API niet; /api/v1/openapi.json noemt ze alle.")


def moved(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """301 to what is named of a place at the slug that it has now; the question goes along."""
    _path, mark, query = request.get_full_path().partition("?")
    return HttpResponsePermanentRedirect(place_address(request, slug, name) + mark + query)


def gone(request: HttpRequest, slug: str) -> HttpResponse:
    """410 with why, since when, and where the place went on if the public may go there."""
    place = Place.objects.at_address(slug).with_family()[0]
    after = public_successor(place)
    return problem(
        410,
        "Deze plek staat niet meer in de lijst",
        place.archived_words,
        reden=place.archived_because or None,
        gearchiveerdOp=place.archived_on and place.archived_on.isoformat(),
        opvolger={
            "slug": after.slug,
            "naam": after.name,
            "_links": {"self": {"href": place_address(request, after.slug)}},
        }
        if after
        else None,
    )
