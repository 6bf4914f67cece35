"""Addresses in answers: whole, so that a client need not know how they are made."""

import json
from collections.abc import Mapping
from copy import copy
from functools import cache
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import override

from places.models.entry_columns import SLUG

PAGES = {
    "waarde": "value",
    "dilemma": "dilemma",
    "gebied": "district",
    "wijk": "neighbourhood",
    "netwerk": "network",
}
"""The page about each kind of thing that has one."""

SINGLES = {"gebied": "api_district", "wijk": "api_neighbourhood"}
"""The address of one of them in the API."""


def place_links(request: HttpRequest) -> dict[str, str]:
    """What the document of a place links to, with ``SLUG`` for its slug."""
    root = _whole(request, "")
    return {said: root + path for said, path in _place_paths().items()}


@cache
def _place_paths() -> dict[str, str]:
    """Looked up once: it takes 0.1 ms. The API has no language but that of its addresses, Dutch."""
    return {
        "self": reverse("api_place", args=[SLUG]),
        "openingstijden": reverse("api_timetable", args=[SLUG]),
        "pagina": _in("nl", "place"),
        "paginaEn": _in("en", "place"),
    }


def place_address(request: HttpRequest, slug: str, name: str = "api_place") -> str:
    """Where the API has a place, or what is named of it."""
    return _whole(request, reverse(name, args=[slug]))


def photo_address(request: HttpRequest) -> str:
    """Where the largest JPEG of a photo is, with ``PHOTO`` for its key and width."""
    return _whole(request, _photo_path())


@cache
def _photo_path() -> str:
    """Looked up once, as ``_place_paths``; a photo has one address in all languages."""
    return reverse("photo", args=[UUID(int=0), 0, "jpg"])


def list_links(request: HttpRequest, parameter: str) -> str:
    """What each value of a parameter links to, as JSON, with ``SLUG`` for its slug."""
    links = {"plekken": _whole(request, f"{reverse('api_places')}?{parameter}={SLUG}")}
    if parameter in SINGLES:
        links["self"] = _whole(request, reverse(SINGLES[parameter], args=[SLUG]))
    if parameter in PAGES:
        links["pagina"] = _whole(request, reverse(PAGES[parameter], args=[SLUG]))
        links["paginaEn"] = _whole(request, _in("en", PAGES[parameter]))
    return json.dumps(links)


def page_addresses(request: HttpRequest, number: int) -> dict[str, str]:
    """This page, the next and the one before, whether they are there or not."""
    parameters: QueryDict = copy(request.GET)
    parameters["pagina"] = str(number)
    said = parameters.urlencode(safe=",:").split("&")
    at, path = said.index(f"pagina={number}"), own_address(request)

    def numbered(one: int) -> str:
        return f"{path}?{'&'.join([*said[:at], f'pagina={one}', *said[at + 1 :]])}"

    return {"self": numbered(number), "next": numbered(number + 1), "prev": numbered(number - 1)}


def own_address(request: HttpRequest) -> str:
    """What was asked for, without a query string."""
    return _whole(request, request.path)


def asked_address(request: HttpRequest, *names: str) -> str:
    """What was asked for, with of its parameters these, in their order."""
    given = QueryDict(mutable=True)
    for name in names:
        if value := request.GET.get(name):
            given[name] = value
    return f"{own_address(request)}?{given.urlencode(safe=',:')}" if given else own_address(request)


def index_links(request: HttpRequest, names: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Links to addresses that need no words, by what each leads to."""
    return {said: {"href": _whole(request, reverse(name))} for said, name in names.items()}


def _in(language: str, name: str) -> str:
    with override(language):
        return reverse(name, args=[SLUG])


def _whole(request: HttpRequest, path: str) -> str:
    return f"{request.scheme}://{request.get_host()}{path}"
