"""Validators of HTTP (RFC 9110, section 8.8) for answers that depend on what is in the database.

An answer that says how things are at this moment has no business here: it changes by itself.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import condition

from places.models import Edition
from places.release import release, released_at
from places.schedule import AMSTERDAM

View = Callable[..., HttpResponseBase]

ASK_AGAIN = "public, no-cache"

SETTLED = timedelta(seconds=1)
"""HTTP counts in seconds: of the second that is going on, a date says too little."""


def validated(*, by: tuple[str, ...] = (), daily: bool = False) -> Callable[[View], View]:
    """Give answers an ETag and Last-Modified, and 304 before any work is done.

    ``by`` names the request headers that the answer depends on; ``daily`` is for what looks ahead
    from today, in the city's own time.
    """

    def around(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            edition, now = Edition.objects.now(), timezone.now()
            midnight = now.astimezone(AMSTERDAM).replace(hour=0, minute=0, second=0, microsecond=0)
            changed = max(edition.changed_at, released_at(), *([midnight] if daily else []))
            headers = [request.headers.get(name, "") for name in by]
            day = midnight.date() if daily else ""
            tag = _tag(edition.number, release(), day, *headers)
            modified = _settled(changed, now)
            conditional = condition(lambda *_, **__: tag, lambda *_, **__: modified)(view)
            given = conditional(request, *args, **kwargs)
            given.setdefault("Cache-Control", ASK_AGAIN)
            return given if given.status_code < 400 else _not_to_keep(given)

        return answer

    return around


def validated_unless_now(view: View) -> View:
    """``validated`` for places of a filter, by data and day: "nagekeken" counts months from today.

    Not where ``open`` asks for this very moment, in whichever of its values: that changes by
    itself. Any other moment says the same for ever.
    """
    kept = validated(daily=True)(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        now = "nu" in map(str.strip, request.GET.getlist("open"))
        given = (view if now else kept)(request, *args, **kwargs)
        given.setdefault("Cache-Control", ASK_AGAIN)
        return given

    return answer


def _tag(*parts: object) -> str:
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _not_to_keep(answer: HttpResponseBase) -> HttpResponseBase:
    """What could not be had now has no version."""
    for name in ("ETag", "Last-Modified"):
        answer.headers.pop(name, None)
    answer["Cache-Control"] = "no-store"
    return answer


def _settled(changed: datetime, now: datetime) -> datetime | None:
    return changed if now - changed > SETTLED else None
