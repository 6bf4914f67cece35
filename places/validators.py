"""Validators of HTTP (RFC 9110, section 8.8): who has an answer already hears so before any work.

A public answer is a function of its address and its version: see ``places/models/version.py``.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.request import HttpHeaders
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from places.caching import ask_again, name_parts
from places.compressing import compressed
from places.models.version import Awaited, Until, Version
from places.release import release
from places.whole_answers import is_for_many, kept

View = Callable[..., HttpResponseBase]

SETTLED = timedelta(seconds=1)
"""HTTP counts in seconds: of the second that is going on, a date says too little."""

DEPENDS_ON = ("HX-Request", "Accept-Crs")
"""The only headers, besides what it may be compressed with, that a public answer depends on."""


class MadeOf(NamedTuple):
    """What an answer was made of, and for how long that is asked to hold."""

    until: Until
    version: Version


def validated(
    until: Until = Until.EDITION, *, by: tuple[str, ...] = (), alone: bool = False
) -> Callable[[View], View]:
    """Give answers an ETag and Last-Modified, and 304 before any work is done.

    ``until`` is how long an answer holds, ``by`` names the request headers that it depends on, and
    ``alone`` says that of places it tells only of the one in its address.
    """
    if not set(by).issubset(DEPENDS_ON):
        raise ValueError(f"{by} is not in DEPENDS_ON, by which answers are kept.")

    def around(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            awaited = Awaited(timezone.now(), until)
            with awaited.while_made():
                given = _unchanged(request, awaited, by) or kept(
                    request,
                    lambda: _tag(request, awaited.version, by),
                    lambda: compressed(view(request, *args, **kwargs), request),
                )
                version = awaited.version
            patch_vary_headers(given, [*by, "Accept-Encoding"])
            if given.status_code >= 400:
                return _not_to_keep(given)
            name_parts(given, str(kwargs["slug"]) if alone else None)
            if is_for_many(request):
                vars(given)[_MADE_OF] = MadeOf(until, version)
            tag = _tag(request, version, by)
            for name, text in how_to_ask(tag, version, awaited.moment).items():
                given[name] = text
            return given

        return answer

    return around


def validated_as_asked(view: View) -> View:
    """``validated`` for places of a filter: by data and day, as "nagekeken" counts months.

    Where ``open`` asks for this very moment, in whichever of its values, also by who is open. Any
    other moment says the same for ever.
    """
    by_day, by_state = validated(Until.DAY)(view), validated(Until.STATE)(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        now = "nu" in map(str.strip, request.GET.getlist("open"))
        return (by_state if now else by_day)(request, *args, **kwargs)

    return answer


def made_of(answer: HttpResponseBase) -> MadeOf | None:
    """What ``validated`` noted of an answer that many may ask for; none of what has no version."""
    noted: MadeOf | None = vars(answer).get(_MADE_OF)
    return noted


def how_to_ask(tag: str, version: Version, now: datetime) -> dict[str, str]:
    """The headers that say how to ask whether an answer still is the same, and from when on."""
    modified = settled(version.changed_at, now)
    dated = {"Last-Modified": http_date(modified)} if modified else {}
    return {"ETag": tag, **dated, **ask_again(version, now)}


def settled(changed: datetime, now: datetime) -> int | None:
    """The second of a change, once it is over."""
    return int(changed.timestamp()) if now - changed > SETTLED else None


_MADE_OF = "_made_of"

_CONDITIONS = [f"HTTP_IF_{what}" for what in ("MATCH", "NONE_MATCH")]
_CONDITIONS += [f"HTTP_IF_{what}" for what in ("MODIFIED_SINCE", "UNMODIFIED_SINCE")]


def _unchanged(request: HttpRequest, awaited: Awaited, by: tuple[str, ...]) -> HttpResponse | None:
    """What is answered to who has the answer already; others need no version before it is made."""
    if not any(map(request.META.get, _CONDITIONS)):
        return None
    version = awaited.version
    modified = settled(version.changed_at, awaited.moment)
    return get_conditional_response(request, _tag(request, version, by), modified)


def _tag(request: HttpRequest, version: Version, by: tuple[str, ...]) -> str:
    """Weak where the answer may come compressed: of one tag the bytes can then be others."""
    headers = [request.META.get(HttpHeaders.to_wsgi_name(name), "") for name in by]
    asked = request.META.get("QUERY_STRING", "")
    address = request.scheme, request.get_host(), request.path, asked
    said = repr((*version[:3], release(), *address, headers))
    weak = "W/" if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "") else ""
    return f'{weak}"{sha256(said.encode()).hexdigest()[:32]}"'


def _not_to_keep(answer: HttpResponseBase) -> HttpResponseBase:
    """What could not be had now has no version."""
    answer["Cache-Control"] = "no-store"
    return answer
