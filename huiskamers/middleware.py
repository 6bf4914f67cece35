"""What every request goes through: an alphabet, a language, staff changes as one, no database."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from places.embedding.framing import framed, is_framed
from places.models.history import Door, one_change


class OneAlphabet:
    """Texts are read as UTF-8, as our pages ask; in what else a request may name, none is safe.

    Other codecs raise errors, or make halves of letters that no database or page can hold.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.encoding:
            request.encoding = "utf-8"
        return self.get_response(request)


class LanguageOfAddress:
    """The language of an answer is in its address; nothing else of a visitor's is looked at.

    Django's own looks at cookies and headers, and tells caches to keep an answer for each of them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = translation.get_language_from_path(request.path_info)
        translation.activate(named or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
        answer = self.get_response(request)
        answer.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return answer


class DatabaseAway:
    """An honest 503 with a page that asks to come back, instead of a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, OperationalError | InterfaceError):
            return None
        match = request.resolver_match
        in_frame = match is not None and is_framed(match.func)
        answer = (framed(_away_in_a_frame) if in_frame else _away)(request)
        answer["Retry-After"] = "30"
        return cast(HttpResponse, answer)


def _away(request: HttpRequest) -> HttpResponse:
    return render(request, "503.html", status=503)


def _away_in_a_frame(request: HttpRequest) -> HttpResponse:
    """Without it a browser says on the page around that we refuse to connect."""
    return render(request, "embedding/away.html", status=503)


class StaffChanges:
    """Everything that one request of a logged-in user saves is one change in the history."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        with one_change(Door.ADMIN, by=request.user):
            return self.get_response(request)
