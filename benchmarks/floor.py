"""Views that do nothing: what the server, Django and its middleware cost by themselves."""

from functools import cache

from django.http import HttpRequest, HttpResponse

from benchmarks.settings import FLOOR_PAGE


def constant(request: HttpRequest) -> HttpResponse:
    """The least that can be answered."""
    return HttpResponse("huiskamers", content_type="text/plain")


def same_bytes(request: HttpRequest) -> HttpResponse:
    """The bytes of the directory, compressed and sent as those are, but not made."""
    return HttpResponse(_page())


@cache
def _page() -> bytes:
    return FLOOR_PAGE.read_bytes()
