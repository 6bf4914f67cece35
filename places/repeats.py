"""What many ask alike: a process keeps the answers that it gave, and gives them again as they left.

A repeat costs one statement, which says whether the version still is what it was; no form, session
or view is looked at for it, nor is anything compressed again: 0.3 ms instead of 10 for a page of 25
places. So it is never staler than a save. What is not asked for again goes when there is no room.
What is kept is what ``whole_answers`` may keep; nothing that tells what somebody searched for.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from places.models.version import Until, Version, version_at
from places.validators import DEPENDS_ON, MadeOf, kept_as, made_of, settled
from places.whole_answers import is_for_many, is_one_transaction

ROOM, LONGEST = 8_000_000, 250_000
"""Bytes that a process keeps, and of one answer: a city in both languages is two million."""

BESIDE, LONGEST_NAME = 3_000, 300
"""Bytes that an answer takes beside its body, and letters that any part of its address may have."""

OF_A_BODY = {"Content-Length", "Content-Type", "Content-Encoding"}

CONDITIONS = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
"""Rare, and answered with other words: left to the view."""

HEADERS = tuple(f"HTTP_{name.upper().replace('-', '_')}" for name in DEPENDS_ON)

NOT_SAID = "\n"
"""Of a header; one that is empty may be refused."""

Address = tuple[str, ...]


class Repeat(NamedTuple):
    """An answer as it left, and what it was made of.

    ``notes`` are those of its view for who is further out and says who may frame it: django-csp
    adds its header to repeats too, and a browser takes that of a 304 over.
    """

    made_of: MadeOf
    headers: dict[str, str]
    body: bytes
    notes: dict[str, object]


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


shelf = Shelf()


class Repeats:
    """Around all that makes an answer: what leaves here is what is kept, compressed as it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or any(map(request.META.get, CONDITIONS)):
            return self.get_response(request)
        address = _address(request)
        if max(map(len, address)) > LONGEST_NAME:
            return self.get_response(request)
        if (found := shelf.get(address)) and (again := _again(request, found)):
            return again
        answer = self.get_response(request)
        if (made := made_of(answer)) and _may_be_kept(request, answer):
            shelf.put(address, Repeat(made, dict(answer.headers), answer.content, _notes(answer)))
        return answer


def _again(request: HttpRequest, found: Repeat) -> HttpResponse | None:
    """The same, or 304 to who has it; nothing where it may be otherwise now."""
    if found.made_of.until is not Until.RELEASE and is_one_transaction():
        return None
    now = timezone.now()
    try:
        version = version_at(now, found.made_of.until)
    except (OperationalError, InterfaceError):
        return None
    if not _is_same(version, found.made_of.version):
        return None
    tag = found.headers["ETag"]
    answer = HttpResponse(found.body, headers=found.headers)
    modified = settled(version.changed_at, now)
    given = get_conditional_response(request, tag, modified, answer) or answer
    for name, said in found.headers.items():
        if name not in OF_A_BODY:
            given.headers.setdefault(name, said)
    vars(given).update(found.notes)
    return kept_as(given, tag, version, now)


def _notes(answer: HttpResponse) -> dict[str, object]:
    return {name: said for name, said in vars(answer).items() if name.startswith("_csp")}


def _is_same(one: Version, other: Version) -> bool:
    return one[:3] == other[:3]


def _may_be_kept(request: HttpRequest, answer: HttpResponse) -> bool:
    return (
        answer.status_code == 200
        and isinstance(answer, HttpResponse)
        and not answer.cookies
        and len(answer.content) <= LONGEST
        and is_for_many(request)
    )


def _address(request: HttpRequest) -> Address:
    """All of a request that an answer depends on."""
    said = request.META
    zipped = "gzip" if "gzip" in said.get("HTTP_ACCEPT_ENCODING", "") else ""
    asked = (said.get("HTTP_HOST", ""), request.path_info, said.get("QUERY_STRING", ""))
    return (request.scheme or "", *asked, zipped, *(said.get(name, NOT_SAID) for name in HEADERS))
