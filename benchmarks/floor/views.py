"""A constant, and one statement of our own, with nothing around them."""

import json
from base64 import b64encode
from functools import cache
from gzip import compress
from random import Random

from django.db import connection
from django.http import HttpRequest, HttpResponse

from benchmarks.floor.statements import STATEMENTS


def nothing(request: HttpRequest) -> HttpResponse:
    """The least that can be answered."""
    return _sent(b"huiskamers", "text/plain")


def constant(request: HttpRequest, size: int) -> HttpResponse:
    """JSON of about so many bytes as it goes over the line, made and compressed beforehand."""
    return _sent(_document(size), "application/json", "gzip")


def lean(request: HttpRequest, name: str) -> HttpResponse:
    """A document as PostgreSQL writes it, from one statement written for the purpose."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS[name], request.GET.dict())
        document = cursor.fetchone()[0]
    return _sent(document.encode(), "application/json")


@cache
def _document(size: int) -> bytes:
    """Noise in letters, of which compressing leaves as many bytes as there was noise."""
    noise = b64encode(Random(size).randbytes(size)).decode()
    return compress(json.dumps({"resultaten": noise}).encode(), mtime=0)


def _sent(body: bytes, kind: str, coding: str = "") -> HttpResponse:
    """No middleware says how long it is, and the server would send it in pieces."""
    headers = {"Content-Length": str(len(body))} | ({"Content-Encoding": coding} if coding else {})
    return HttpResponse(body, content_type=kind, headers=headers)
