"""How a frame looks: as the visitor prefers or always light or dark, with its own houses."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

THEMES = {"licht": gettext_lazy("altijd licht"), "donker": gettext_lazy("altijd donker")}
SCHEMES = {"licht": ("light", "not all"), "donker": ("dark", "all")}
"""For each theme the browser's name for it, and where what is for the dark then counts."""

PREFERENCE = "(prefers-color-scheme: dark)"
BOTH = "color-scheme: light dark"
STYLED = ("css/tokens.css", "css/map.css")
"""The files of a frame in which a preference for the dark is asked."""


@cache
def stylesheet(theme: str) -> str:
    """These files as if every visitor preferred this theme; the city's own colours last."""
    scheme, media = SCHEMES[theme]
    files = [*STYLED, *([settings.CITY_STYLESHEET] if settings.CITY_STYLESHEET else [])]
    text = "\n".join(_static(name) for name in files)
    return text.replace(PREFERENCE, media).replace(BOTH, f"color-scheme: {scheme}")


@cache
def drawings() -> SafeString:
    """The houses, to stand in the page: a page without an origin may not draw from a file."""
    return mark_safe(_static("img/houses.svg"))  # noqa: S308 - a file of our own


def _static(name: str) -> str:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not among the static files")
    return Path(found).read_text("utf-8")
