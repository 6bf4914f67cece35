"""Telling caches in front of the site what to forget, as soon as somebody changed it.

``CACHE_PURGE_URL`` is asked with the method PURGE and the names of what changed, as answers bear
them (``places/caching.py``). An edition says all that changed, whatever door it came through, so
this follows the editions, and remembers nothing: whoever starts anew forgets everything first.
"""

from datetime import datetime
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings

from places.caching import EVERYTHING, LISTS, place_key
from places.models import Edition
from places.models.version import slugs_changed_after

PATIENCE = 5
MOST = 50
"""Places of which it is said one by one; beyond that it is quicker to forget everything."""


class PurgeError(Exception):
    """The cache could not be told."""


class Told(NamedTuple):
    """The edition that a cache was last told of, and when words had last changed by then."""

    number: int
    words_changed_at: datetime


def tell(before: Told | None) -> Told:
    """Have all forgotten that changed since; raises PurgeError, after which nothing was told."""
    edition = Edition.objects.now()
    now = Told(edition.number, edition.words_changed_at)
    if now != before:
        _purge(_changed(before, now))
    return now


def _changed(before: Told | None, now: Told) -> list[str]:
    """The names of what changed: lists always, for any place may be in one."""
    if before is None or before.words_changed_at != now.words_changed_at:
        return [EVERYTHING]
    slugs = slugs_changed_after(before.number, MOST + 1)
    return [EVERYTHING] if len(slugs) > MOST else [LISTS, *map(place_key, slugs)]


def _purge(names: list[str]) -> None:
    """Names are slugs, so that they are an expression that Varnish can match as they are."""
    headers = {"Surrogate-Key": " ".join(names), "Surrogate-Match": rf"\b({'|'.join(names)})(\s|$)"}
    request = Request(settings.CACHE_PURGE_URL, method="PURGE", headers=headers)  # noqa: S310 (a setting)
    try:
        urlopen(request, timeout=PATIENCE).close()  # noqa: S310
    except (URLError, TimeoutError) as error:
        raise PurgeError(f"CACHE_PURGE_URL did not purge: {error}") from error
