"""What holds for every answer of the API, whoever gives it: version, CORS, problems as JSON."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from places.problem import PROBLEM, problem


class Door(NamedTuple):
    """Where an API begins, and its full version."""

    root: str
    version: str


ROOT, VERSION = V1 = Door("/api/v1/", "1.0.0")
HSDS = Door("/api/hsds/v3/", "3.1.0")

METHODS = "GET, HEAD, OPTIONS"
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Content-Crs, ETag, RateLimit, "
    "RateLimit-Policy, Retry-After",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Crs, Content-Type, If-Modified-Since, "
    "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
KEPT = ("Retry-After", "RateLimit", "RateLimit-Policy")
"""Of an answer that was made for people."""

TITLES = {
    400: "Dit kunnen we niet lezen",
    404: "Dit is er niet",
    405: "Hier kan alleen gelezen worden",
    412: "Dit is intussen veranderd",
    500: "Er ging bij ons iets mis",
    503: "De gegevens zijn even niet te lezen; probeer het zo nog eens",
}


class Envelope:
    """Wraps what is asked of these doors; HEAD is answered as GET, of which servers send no body.

    Errors that were told as a page are told as a problem, and nobody keeps them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = f"{request.path_info}/"
        door = next((one for one in (V1, HSDS) if path.startswith(one.root)), None)
        if door is None:
            return self.get_response(request)
        answer = self._answer(request)
        for name, text in {"API-Version": door.version, **HEADERS}.items():
            answer[name] = text
        _choose_no_language(answer)
        if answer.status_code >= 400:
            answer.setdefault("Cache-Control", "no-store")
        return answer

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=PREFLIGHT)
        asked, request.method = request.method, _reading(request.method)
        answer = self.get_response(request)
        request.method = asked
        return _for_machines(answer)


def _choose_no_language(answer: HttpResponse) -> None:
    """Pages tell caches to look at the visitor's language; nothing here depends on it."""
    others = [one for one in answer.get("Vary", "").split(", ") if one != "Accept-Language"]
    del answer["Vary"]
    if any(others):
        answer["Vary"] = ", ".join(others)


def _reading(method: str | None) -> str | None:
    return "GET" if method == "HEAD" else method


def _for_machines(answer: HttpResponse) -> HttpResponse:
    if answer.status_code < 400 or answer.get("Content-Type") == PROBLEM:
        return answer
    told = problem(answer.status_code, TITLES.get(answer.status_code, ""))
    for name in KEPT:
        if name in answer:
            told[name] = answer[name]
    if answer.status_code == 405:
        told["Allow"] = METHODS
    return told
