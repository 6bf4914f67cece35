"""A constant, and one statement of our own, with nothing around them."""

from django.db import connection
from django.http import HttpRequest, HttpResponse

from benchmarks.floor.statements import STATEMENTS


def constant(request: HttpRequest) -> HttpResponse:
    """The least that can be answered."""
    return _sent(b"huiskamers", "text/plain")


def lean(request: HttpRequest, name: str) -> HttpResponse:
    """A document as PostgreSQL writes it, from one statement written for the purpose."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS[name], request.GET.dict())
        document = cursor.fetchone()[0]
    return _sent(document.encode(), "application/json")


def _sent(body: bytes, kind: str) -> HttpResponse:
    """No middleware says how long it is, and the server would send it in pieces."""
    return HttpResponse(body, content_type=kind, headers={"Content-Length": str(len(body))})
