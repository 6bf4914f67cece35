"""How much one internet address may ask of the doors for machines in a minute.

Pages and the map are not limited. Nothing is written, logged or sent: a process counts in a table
of fixed size, in which a secret of its own says where an address counts. When it has not asked for
a minute, what stands there says no more than that somebody asked before.
"""

import math
import re
import secrets
import time
from array import array
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from places.problem import problem
from places.senders import address_of

MINUTE = 60
ROWS, SLOTS = 4, 2**16

WEIGHTS = (
    (re.compile(r"/api/"), 1),
    (re.compile(r"/plekken\.(geojson|csv|xlsx|gpkg|osm\.json)$"), 20),
    (re.compile(r"/plekken\.(atom|ics)$"), 5),
    (re.compile(r"/plekken/[^/]+\.ics$"), 1),
)
"""What a question counts for, by how its address begins: a file is all places at once."""


class Balance(NamedTuple):
    """What is left; seconds until all of it is back, and until there is enough if there is not."""

    left: int
    whole: float
    wait: float


class Ledger:
    """Who used how much, for as many addresses as there are, in memory that never grows.

    An address has a place in each row, chosen by a keyed hash; there stands until when what was
    used is paid for, at so much a second. Addresses meet in a row, hardly in every row: the lowest
    counts. Threads take turns.
    """

    def __init__(self) -> None:
        self.key = secrets.token_bytes(32)
        self.paid_at = array("d", bytes(8 * ROWS * SLOTS))
        self.lock = Lock()

    def spend(self, address: str, weight: int, quota: int, now: float) -> Balance:
        """Write off so much of what may be used in a minute; nothing when there is not enough."""
        each, places = MINUTE / quota, self._places(address)
        with self.lock:
            owed = max(min(self.paid_at[one] for one in places) - now, 0)
            after = owed + min(weight, quota) * each
            if after <= MINUTE:
                for one in places:
                    self.paid_at[one] = max(self.paid_at[one], now + after)
        if after > MINUTE:
            return Balance(_left(owed, each), owed, after - MINUTE)
        return Balance(_left(after, each), after, 0)

    def _places(self, address: str) -> list[int]:
        said = blake2b(address.encode(), key=self.key, digest_size=2 * ROWS).digest()
        return [row * SLOTS + slot for row, slot in enumerate(memoryview(said).cast("H"))]


ledger = Ledger()


class Allowance:
    """Answers 429 to whoever asks too much, and says to all who ask how much is left."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (balance := _counted(request)) is None:
            return self.get_response(request)
        answer = _too_much(balance) if balance.wait else self.get_response(request)
        for name, text in _told(balance).items():
            answer[name] = text
        return answer


def spent(request: HttpRequest) -> dict[str, str] | None:
    """Count what is answered without ``Allowance``: what is said of it, none if it is too much.

    Then nothing was counted, and ``Allowance`` is to refuse it.
    """
    if (balance := _counted(request)) is None:
        return {}
    return None if balance.wait else _told(balance)


def _counted(request: HttpRequest) -> Balance | None:
    """None for what is not limited."""
    weight, quota = _weight(request), settings.API_REQUESTS_PER_MINUTE
    if not (weight and quota):
        return None
    return ledger.spend(address_of(request), weight, quota, time.monotonic())


def _weight(request: HttpRequest) -> int:
    """0 for what is not limited: pages, and browsers that ask whether they may ask."""
    if request.method == "OPTIONS":
        return 0
    path = request.path_info
    return next((weight for pattern, weight in WEIGHTS if pattern.match(path)), 0)


def _told(balance: Balance) -> dict[str, str]:
    return {
        "RateLimit-Policy": f'"default";q={settings.API_REQUESTS_PER_MINUTE};w={MINUTE}',
        "RateLimit": f'"default";r={balance.left};t={math.ceil(balance.whole)}',
    }


def _left(owed: float, each: float) -> int:
    return int((MINUTE - owed) / each + 1e-9)


def _too_much(balance: Balance) -> HttpResponse:
    wait, quota = math.ceil(balance.wait), settings.API_REQUESTS_PER_MINUTE
    told = (
        f"Hoogstens {quota} per minuut vanaf één internetadres. Probeer het over {wait} seconden."
    )
    answer = problem(429, "Dit zijn te veel vragen achter elkaar", told)
    answer["Retry-After"] = str(wait)
    # Of a file, too, a script on another site may know why it did not get it.
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Access-Control-Expose-Headers"] = "Retry-After, RateLimit, RateLimit-Policy"
    return answer
