"""Requests to hosts to look at their entry, as tests need them."""

from typing import Any

from django.db import connection
from django.utils import timezone

from places.hosts.links import token_of
from places.models import HostRequest, Place

ADDRESS = "gastvrouw@plek.example"


def place_with_address(slug: str = "pauluskerk", email: str = ADDRESS) -> Place:
    """A place whose host can be mailed."""
    place = Place.objects.get(slug=slug)
    place.email = email
    place.save()
    return place


def asked(place: Place, **fields: Any) -> HostRequest:
    """A request that was just mailed, unless told otherwise."""
    known = {"email": place.email, "asked_at": timezone.now(), "sent_at": timezone.now()}
    return HostRequest.objects.create(place=place, **known | fields)


def address(request: HostRequest) -> str:
    """Where the link in the mail leads."""
    return f"/bevestigen/{token_of(request)}/"


def stored() -> dict[str, int]:
    """How many rows every table of ours has."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names() if "places_" in name]
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts
