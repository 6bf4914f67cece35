"""Whole answers that processes share where ``CACHE_URL`` names a cache: a repeat is read, not made.

An answer is found under the version that it was made of, so none is ever stale and none need be
taken away. Kept is only what our own pages lead everybody to: a page, a list by one choice, the
pages of these. What somebody searched for, where, and which choices somebody put together is not,
nor what came with a parameter of another's or a value that does not look like ours. Whoever keeps
them has a bound, and lets go of the oldest.
"""

import logging
import re
import time
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from huiskamers.caches import ANSWERS
from places.models.reading import reading

MOST = 1_000_000
"""Bytes, compressed; a longer answer is rare, and would push out many."""

CHOICES = {"waarde", "dilemma", "kenmerk", "doelgroep", "aanbod", "taal", "soort"}
CHOICES |= {"gemeente", "gebied", "wijk", "netwerk"}
NOW = ("open", "nu")
NAMED = re.compile(r"[a-z0-9,:-]{0,60}", re.IGNORECASE)
"""How slugs, numbers and names of fields look; other words may be somebody's own."""

HOW = {"pagina", "sorteer", "zoom", "velden", "per", "thema"}

REST = 10
"""Seconds in which a cache that did not answer is not asked again."""

log = logging.getLogger("django.places")


class Kept(NamedTuple):
    """An answer as bytes: what a view made of it, perhaps compressed."""

    headers: dict[str, str]
    body: bytes

    def answer(self) -> HttpResponse:
        """As the view gave it."""
        return HttpResponse(self.body, headers=self.headers)


def kept(
    request: HttpRequest, tagged: Callable[[], str], make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """The answer with the tag that it would have, from the cache or made and put there."""
    if ANSWERS not in settings.CACHES or not is_for_many(request):
        return make()
    tag = tagged()
    found = shelf.get(tag)
    if found:
        return Kept(*found).answer()
    made = make()
    if made.status_code == 200 and isinstance(made, HttpResponse) and len(made.content) <= MOST:
        shelf.put(tag, Kept(dict(made.headers), made.content))
    return made


class Shelf:
    """The cache, left in peace for a while when it did not answer; that is said once."""

    def __init__(self) -> None:
        self.asked_again_at = 0.0
        self.is_away = False

    def get(self, tag: str) -> tuple[dict[str, str], bytes] | None:
        """What is kept under a tag."""
        found: tuple[dict[str, str], bytes] | None = self._try(lambda: caches[ANSWERS].get(tag))
        return found

    def put(self, tag: str, answer: Kept) -> None:
        """Keep an answer under its tag."""
        self._try(lambda: caches[ANSWERS].set(tag, tuple(answer)))

    def _try(self, ask: Callable[[], Any]) -> Any:
        if time.monotonic() < self.asked_again_at:
            return None
        try:
            found = ask()
        except _away() as error:
            self.asked_again_at = time.monotonic() + REST
            self._say(True, f"The cache of CACHE_URL is away, pages are made without it: {error}")
            return None
        self._say(False, "The cache of CACHE_URL is back")
        return found

    def _say(self, is_away: bool, words: str) -> None:
        if is_away is not self.is_away:
            self.is_away = is_away
            log.warning(words)


shelf = Shelf()


@cache
def _away() -> tuple[type[Exception], ...]:
    """What caches raise that cannot be reached; the client of Redis only where there is one."""
    if "redis" not in settings.CACHES[ANSWERS]["BACKEND"]:
        return DatabaseError, InterfaceError
    from redis.exceptions import RedisError

    return RedisError, OSError


def is_for_many(request: HttpRequest) -> bool:
    """Whether this is asked by an address of which nobody is the only one to ask.

    Not within a transaction either: what it changed has no version yet.
    """
    pairs = [(name, value) for name, values in request.GET.lists() for value in values]
    asked = [name for name, value in pairs if name not in HOW and (name, value) != NOW]
    given = [value for _name, value in pairs]
    return (
        request.method == "GET"
        and len(asked) <= 1
        and CHOICES.issuperset(asked)
        and all(map(NAMED.fullmatch, given))
        and not is_one_transaction()
    )


def is_one_transaction() -> bool:
    """Whether this request reads within a transaction that somebody else will end."""
    return reading().in_atomic_block
