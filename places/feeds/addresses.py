"""Where a selection of places can be followed, and what it is called."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse, translate_url

from places.addresses import NOT_A_WISH, chips, directory_url, good_parameters
from places.filters import PlaceFilter
from places.models.entry_columns import SLUG
from places.site import site_title


class Whole:
    """Makes whole addresses, as the visitor writes the name of this site."""

    def __init__(self, request: HttpRequest) -> None:
        self.origin = f"{request.scheme}://{request.get_host()}"

    def __call__(self, path: str) -> str:
        return f"{self.origin}{path}"

    def named(self, name: str, *words: str, query: str = "") -> str:
        """Of an address of ``huiskamers/urls.py``."""
        path = reverse(name, args=words)
        return self(f"{path}?{query}" if query else path)

    def place(self, language: str = "nl") -> str:
        """The page of a place, with ``SLUG`` for its slug."""
        return self(translate_url(reverse("place", args=[SLUG]), language))

    def directory(self, found: PlaceFilter, language: str = "nl") -> str:
        """The page with the same places."""
        return self(translate_url(directory_url(wishes_of(found)), language))


def wishes_of(found: PlaceFilter) -> QueryDict:
    """What is asked of places, without in what order and which page."""
    parameters = good_parameters(found)
    for name in NOT_A_WISH:
        parameters.pop(name, None)
    return parameters


def query_of(parameters: QueryDict) -> str:
    """The query string in the form in which our pages write it."""
    return parameters.urlencode(safe=",:")


def title_of(found: PlaceFilter) -> str:
    """``Huiskamers Rotterdam: Cool, samen eten``."""
    asked = ", ".join(chip.label for chip in chips(found))
    return f"{site_title()}: {asked}" if asked else site_title()
