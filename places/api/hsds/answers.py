"""Answers as clients get them: documents that came ready from the database, and what is gone."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from places.api.v1.links import place_links
from places.archiving import public_successor
from places.models import Place
from places.models.hsds_columns import Fields
from places.models.hsds_documents import Asked, place_entry
from places.problem import problem, unknown
from places.schedule import AMSTERDAM


def written(document: str) -> HttpResponse:
    """A JSON document."""
    return HttpResponse(document.encode(), content_type="application/json")


def known(document: str | None, what: str) -> HttpResponse:
    """The document, or 404 that says what is not known."""
    return unknown(what) if document is None else written(document)


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """404 for every address that this door does not have."""
    return unknown("Dit adres is er niet; /api/hsds/v3/openapi.json noemt ze alle.")


def asked(request: HttpRequest) -> Asked:
    """What documents depend on besides the data."""
    today = timezone.now().astimezone(AMSTERDAM).date()
    return Asked(today, place_links(request)["pagina"], settings.PROVINCES)


def entry(request: HttpRequest, place: UUID, fields: Fields) -> HttpResponse:
    """The place with this UUID; 404 if nobody may know of it, 410 if it was archived."""
    found = place_entry(place, asked(request), fields)
    if found is None or found.status == Place.Status.DRAFT:
        return unknown("Deze plek kennen we niet.")
    return gone(request, place) if found.status == Place.Status.ARCHIVED else written(found.json)


def gone(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """410 with why, since when, and where the place went on if the public may go there."""
    place = Place.objects.with_family().get(uuid=uuid)
    after = public_successor(place)
    return problem(
        410,
        "Deze plek staat niet meer in de lijst",
        place.archived_words,
        reden=place.archived_because or None,
        gearchiveerd_op=place.archived_on and place.archived_on.isoformat(),
        opvolger={"id": str(after.uuid), "name": after.name, "url": _service(request, after)}
        if after
        else None,
    )


def _service(request: HttpRequest, place: Place) -> str:
    return request.build_absolute_uri(reverse("hsds_service", args=[place.uuid]))
