"""In what coordinates are given: degrees unless a client asks for something else.

As the geospatial module of the API Design Rules has it: parameter ``crs`` and header
``Content-Crs``; and header ``Accept-Crs``, as older Dutch APIs are asked.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from places.models.area import RD_NEW
from places.models.entry_columns import WGS84
from places.problem import problem, unreadable

OGC = "http://www.opengis.net/def/crs"
HEADER = "Accept-Crs"

EPSG = re.compile(
    r"(?:epsg:|https?://www\.opengis\.net/def/crs/epsg/[\d.]+/|urn:ogc:def:crs:epsg:[\d.]*:)(\d+)"
)
CRS84 = re.compile(
    r"\*|(?:ogc:|https?://www\.opengis\.net/def/crs/ogc/[\d.]+/|urn:ogc:def:crs:ogc:[\d.]*:)?crs84"
)


class Crs(NamedTuple):
    """A coordinate reference system by its name among the world's, and by its key in SQL."""

    uri: str
    srid: int


DEGREES = Crs(f"{OGC}/OGC/1.3/CRS84", WGS84)
ETRS89 = Crs(f"{OGC}/EPSG/0/4258", WGS84)
"""For our purposes the same degrees: they differ less than a metre, which is our last digit."""

RD = Crs(f"{OGC}/EPSG/0/28992", RD_NEW)
BY_EPSG = {"4326": DEGREES, "4258": ETRS89, "28992": RD}
KNOWN = (DEGREES, ETRS89, RD)

View = Callable[..., HttpResponseBase]


class UnknownCrsError(ValueError):
    """The reference system that was asked for is none of ours."""


def crs_named(text: str) -> Crs | None:
    """Of ``epsg:28992``, an address of OGC, with or without brackets, or a URN; None if unknown."""
    name = text.strip().strip("<>").lower()
    if CRS84.fullmatch(name):
        return DEGREES
    found = EPSG.fullmatch(name)
    return BY_EPSG.get(found[1]) if found else None


def asked_crs(request: HttpRequest) -> Crs:
    """What an answer is to be in: the parameter counts, else the first of the header we know.

    Raises UnknownCrsError, with the name of the one of the two of which we know nothing.
    """
    by_header = _first_known(request.META.get("HTTP_ACCEPT_CRS"), HEADER)
    return _first_known(request.GET.get("crs") or None, "crs") or by_header or DEGREES


def located(view: View) -> View:
    """For answers that have coordinates: they say in what, and refuse what we cannot give."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            crs = asked_crs(request)
        except UnknownCrsError as unknown:
            return _refusal(str(unknown))
        given = view(request, *args, **kwargs)
        if given.status_code in (200, 304):
            given["Content-Crs"] = f"<{crs.uri}>"
        patch_vary_headers(given, [HEADER])
        return given

    return answer


def _first_known(said: str | None, name: str) -> Crs | None:
    """None where nothing is said; an empty value of a parameter says nothing, as everywhere."""
    if said is None:
        return None
    for one in said.split(","):
        if found := crs_named(one.partition(";")[0]):
            return found
    raise UnknownCrsError(name)


def _refusal(name: str) -> HttpResponse:
    known = f"We kennen {', '.join(one.uri for one in KNOWN)}; ook als epsg:28992 en epsg:4258."
    if name == HEADER:
        refusal = problem(406, "In dit coördinatenstelsel geven we niets", known)
    else:
        refusal = unreadable({name: [known]})
    patch_vary_headers(refusal, [HEADER])
    return refusal
