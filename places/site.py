"""What every page and file knows about the site itself."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language


def site_title() -> str:
    """The name of the site with its city."""
    return f"{settings.SITE_NAME} {settings.CITY_NAME}"


def site(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: names and contact of the site, and this page's addresses.

    Those in other languages are looked up when they are read: some views say them otherwise.
    """
    return {
        "site": {
            "name": settings.SITE_NAME,
            "city": settings.CITY_NAME,
            "stylesheet": settings.CITY_STYLESHEET,
        },
        "contact_email": settings.CONTACT_EMAIL,
        "contact_phone": settings.CONTACT_PHONE,
        "origin": f"{request.scheme}://{request.get_host()}",
        "canonical_url": request.build_absolute_uri(escape_leading_slashes(request.path)),
        "language_urls": SimpleLazyObject(lambda: language_urls(request, request.get_full_path())),
    }


def language_urls(request: HttpRequest, path: str, canonical: str = "") -> list[dict[str, Any]]:
    """This page in each language; ``path`` is its address with as much query as may go along.

    ``canonical`` is the address to find it by, when more than the path tells it from others. Where
    either begins with two slashes, what follows would be read as a host.
    """
    path, canonical = map(escape_leading_slashes, (path, canonical or request.path))
    return [_language(request, path, canonical, *each) for each in settings.LANGUAGES]


def _language(
    request: HttpRequest, path: str, canonical: str, code: str, name: str
) -> dict[str, Any]:
    current = code == get_language()
    return {
        "code": code,
        "label": name,
        "url": path if current else _translated(path, code),
        "canonical_url": request.build_absolute_uri(
            canonical if current else _translated(canonical, code)
        ),
        "current": current,
    }


def _translated(address: str, code: str) -> str:
    path, mark, query = address.partition("?")
    return _path_in(path, code) + mark + query


@lru_cache(maxsize=64)
def _path_in(path: str, code: str) -> str:
    """A page asks twice, with its query and without; to look it up takes 0.06 ms."""
    return translate_url(path, code)
