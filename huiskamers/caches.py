"""The shared cache that ``CACHE_URL`` names, in the words of Django's settings."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

ANSWERS = "answers"

LIFE = 3600
"""Seconds; what is kept is found under its own version only, so this only frees room."""

PATIENCE = 0.2
"""Seconds: making a page takes less than waiting longer for one."""


def caches(url: str) -> dict[str, dict[str, Any]]:
    """None when empty; ``redis://host:6379/0``; or ``database:table`` for one beside the data."""
    none = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    return {**none, ANSWERS: _answers(url)} if url else none


def _answers(url: str) -> dict[str, Any]:
    scheme = urlsplit(url).scheme
    if scheme in ("redis", "rediss"):
        patience = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
        backend = "django.core.cache.backends.redis.RedisCache"
        return {"BACKEND": backend, "LOCATION": url, "TIMEOUT": LIFE, "OPTIONS": patience}
    table = url.removeprefix("database:")
    if scheme == "database" and table.isidentifier():
        backend, bounds = "django.core.cache.backends.db.DatabaseCache", {"MAX_ENTRIES": 5000}
        return {"BACKEND": backend, "LOCATION": table, "TIMEOUT": LIFE, "OPTIONS": bounds}
    raise ImproperlyConfigured(
        "CACHE_URL names a cache as redis://host:6379/0 or database:table; leave it empty for none."
    )
