"""Addresses of views without arguments: looked up once per process and language.

``reverse`` takes 13 microseconds, and a page of the directory has a hundred of them.
"""

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language

A_SLUG = "de-slug-van-iets"
"""Stands in the address of any one thing until its own slug is put there."""


def fixed_url(name: str) -> str:
    """The address of a view in the active language."""
    return _fixed(name, get_language())


def slug_url(name: str, slug: str) -> str:
    """The address of a view of one slug, which has nothing in it that an address would escape."""
    return slug.join(address_around(name))


def address_around(name: str) -> tuple[str, str]:
    """What stands before and after a slug in the active language, for who writes many of them."""
    return _around(name, get_language())


@cache
def _fixed(name: str, language: str | None) -> str:
    return reverse(name)


@cache
def _around(name: str, language: str | None) -> tuple[str, str]:
    before, _slug, after = reverse(name, args=[A_SLUG]).partition(A_SLUG)
    return before, after
