"""What many ask alike: a process keeps the answers that it gave, and gives them again as they left.

A repeat costs one statement, which says whether the version still holds, so it is never staler
than a save: 0.02 ms besides that statement, where the signals and middlewares of Django, in front
of which it is given, took 0.16. It takes no seat either, and so waits for nobody who has one:
asked over a line that threads share. What is not asked for again goes when there is no room.
What is kept is what ``whole_answers`` may keep; nothing that tells what somebody searched for.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import Any, NamedTuple

from django.core.handlers.wsgi import WSGIRequest
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.request import HttpHeaders
from django.utils import timezone
from django.utils.cache import get_conditional_response

from huiskamers.line import Line
from places.api.allowance import spent
from places.models.version import EDITION, Until
from places.validators import DEPENDS_ON, MadeOf, how_to_ask, made_of, settled

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

ROOM, LONGEST = 8_000_000, 250_000
"""Bytes that a process keeps, and of one answer: a city in both languages is two million."""

BESIDE, LONGEST_NAME = 3_000, 300
"""Bytes that an answer takes beside its body, and letters that any part of its address may have."""

OF_A_BODY = {"Content-Length", "Content-Type", "Content-Encoding"}

CONDITIONS = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
"""Rare, and answered with other words: left to the view."""

ASKED = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "PATH_INFO", "QUERY_STRING")
HEADERS = tuple(map(HttpHeaders.to_wsgi_name, DEPENDS_ON))

NOT_SAID = "\n"
"""Of a header; one that is empty may be refused."""

Address = tuple[str, ...]


class Repeat(NamedTuple):
    """An answer as it left, and what it was made of."""

    made_of: MadeOf
    headers: dict[str, str]
    body: bytes


class Shelf:
    """The answers that were asked for last, by address, in as much room as there is."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self.taken = room, 0
        self.answers: OrderedDict[Address, Repeat] = OrderedDict()
        self.lock = Lock()

    def get(self, address: Address) -> Repeat | None:
        """What was last given at an address."""
        with self.lock:
            if found := self.answers.get(address):
                self.answers.move_to_end(address)
            return found

    def put(self, address: Address, answer: Repeat) -> None:
        """Keep an answer instead of what was given before, and let go of the oldest for it."""
        with self.lock:
            self._take_away(address)
            self.answers[address] = answer
            self.taken += len(answer.body) + BESIDE
            while self.taken > self.room:
                self._take_away(next(iter(self.answers)))

    def _take_away(self, address: Address) -> None:
        if gone := self.answers.pop(address, None):
            self.taken -= len(gone.body) + BESIDE


shelf, line = Shelf(), Line()


class Repeats:
    """Gives what was given before, in front of all that makes an answer and of who waits for it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        address = _address(environ)
        found = address and shelf.get(address)
        again = found and _again(WSGIRequest({**environ}), found)
        if not again:
            return self.application(environ, start)
        status, headers, body = again
        start(status, list(headers.items()))
        return [body]


class Remembers:
    """Around Django: what leaves there is what is kept, compressed and under all its headers."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        address = _address(environ)
        answer = self.application(environ, start)
        if address and (kept := _kept(answer)):
            shelf.put(address, kept)
        return answer


def holds(made: MadeOf, now: datetime) -> bool:
    """Whether it surely would be made of the same now."""
    if made.until is Until.RELEASE:
        return True
    if not made.version.lasts(now):
        return False
    try:
        return line.row(EDITION) == made.version[:2]
    except Error:
        return False


def _again(request: HttpRequest, found: Repeat) -> tuple[str, dict[str, str], bytes] | None:
    """The same, or 304 to who has it; nothing where it may be otherwise now."""
    now = timezone.now()
    if not holds(found.made_of, now) or (counted := spent(request)) is None:
        return None
    tag, version = found.headers["ETag"], found.made_of.version
    headers = {**found.headers, **counted, **how_to_ask(tag, version, now)}
    if not get_conditional_response(request, tag, settled(version.changed_at, now)):
        return "200 OK", headers, found.body
    told = {name: said for name, said in headers.items() if name not in OF_A_BODY}
    return "304 Not Modified", told, b""


def _kept(answer: Iterable[bytes]) -> Repeat | None:
    """What may be given again of what just left."""
    if not isinstance(answer, HttpResponse) or answer.status_code != 200 or answer.cookies:
        return None
    made = made_of(answer)
    if not made or len(answer.content) > LONGEST:
        return None
    return Repeat(made, dict(answer.headers), answer.content)


def _address(environ: Environ) -> Address | None:
    """All of a request that an answer depends on; none where nothing may be given again.

    Read before Django does, which writes the path anew.
    """
    if environ["REQUEST_METHOD"] != "GET" or any(map(environ.get, CONDITIONS)):
        return None
    zipped = "gzip" if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") else ""
    said = (environ.get(name, NOT_SAID) for name in HEADERS)
    address = (*(environ.get(name, "") for name in ASKED), zipped, *said)
    return address if max(map(len, address)) <= LONGEST_NAME else None
