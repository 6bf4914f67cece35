"""The least that can be answered: by doing nothing, or nothing but one statement."""

from functools import cache

from django.db import connection
from django.http import HttpRequest, HttpResponse

from benchmarks.questions import Question
from benchmarks.settings import FLOOR_PAGE
from benchmarks.statements import behind


def constant(request: HttpRequest) -> HttpResponse:
    """The least that can be answered."""
    return HttpResponse("huiskamers", content_type="text/plain")


def same_bytes(request: HttpRequest) -> HttpResponse:
    """The bytes of the directory, compressed and sent as those are, but not made."""
    return HttpResponse(_page())


def lean(request: HttpRequest) -> HttpResponse:
    """The document of the address ``of``, by the same statement and without anything around it."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(request.GET["of"]))
        document = cursor.fetchone()[-1]
    return HttpResponse(document, content_type="application/json")


@cache
def _statement(path: str) -> str:
    *_before, document = behind(Question("", path))
    return document


@cache
def _page() -> bytes:
    return FLOOR_PAGE.read_bytes()
