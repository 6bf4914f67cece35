"""Validators of HTTP (RFC 9110, section 8.8): who has an answer already hears so before any work.

A public answer is a function of its address and its version: see ``places/models/version.py``.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from places.caching import ask_again, name_parts
from places.models.edition import words_said
from places.models.version import Until, Version, version_at
from places.release import release
from places.whole_answers import kept

View = Callable[..., HttpResponseBase]

SETTLED = timedelta(seconds=1)
"""HTTP counts in seconds: of the second that is going on, a date says too little."""


def validated(
    until: Until = Until.EDITION, *, by: tuple[str, ...] = (), alone: bool = False
) -> Callable[[View], View]:
    """Give answers an ETag and Last-Modified, and 304 before any work is done.

    ``until`` is how long an answer holds, ``by`` names the request headers that it depends on, and
    ``alone`` says that of places it tells only of the one in its address.
    """

    def around(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            now = timezone.now()
            version = version_at(now, until)
            tag, modified = _tag(request, version, by), _settled(version.changed_at, now)
            with words_said(version.words_changed_at):
                given = get_conditional_response(request, tag, modified) or kept(
                    request, tag, lambda: view(request, *args, **kwargs)
                )
            patch_vary_headers(given, [*by, "Accept-Encoding"])
            if given.status_code >= 400:
                return _not_to_keep(given)
            name_parts(given, str(kwargs["slug"]) if alone else None)
            return _kept_as(given, tag, modified, ask_again(version, now))

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


def _tag(request: HttpRequest, version: Version, by: tuple[str, ...]) -> str:
    """Weak where the answer may come compressed: of one tag the bytes can then be others."""
    headers = [request.headers.get(name, "") for name in by]
    said = repr((*version[:3], release(), request.build_absolute_uri(), headers))
    weak = "W/" if "gzip" in request.headers.get("Accept-Encoding", "") else ""
    return f'{weak}"{sha256(said.encode()).hexdigest()[:32]}"'


def _kept_as(
    answer: HttpResponseBase, tag: str, modified: int | None, cache_control: dict[str, str]
) -> HttpResponseBase:
    answer["ETag"] = tag
    if modified:
        answer["Last-Modified"] = http_date(modified)
    for name, text in cache_control.items():
        answer[name] = text
    return answer


def _not_to_keep(answer: HttpResponseBase) -> HttpResponseBase:
    """What could not be had now has no version."""
    answer["Cache-Control"] = "no-store"
    return answer


def _settled(changed: datetime, now: datetime) -> int | None:
    return int(changed.timestamp()) if now - changed > SETTLED else None
