"""What search engines are told of the directory: which of its addresses to keep, and what is on it.

The whole list is theirs to keep, page by page. A list that somebody narrowed down is not: there are
more of those than anybody can read, and all that is on them is in the whole.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from places.addresses import directory_url, good_parameters
from places.listing import PER_PAGE, Listing
from places.portrait.json_ld import json_ld
from places.site import language_urls


def indexing(request: HttpRequest, listing: Listing) -> dict[str, Any]:
    """Context of the directory: its address in the shortest form, alone and per language."""
    narrowed = bool(listing.found.wishes() or listing.found.near)
    path = _shortest(listing)
    return {
        "canonical_url": request.build_absolute_uri(path),
        "language_urls": language_urls(request, request.get_full_path(), path),
        "noindex": narrowed,
        "item_list": "" if narrowed else _item_list(request, listing),
    }


def _shortest(listing: Listing) -> str:
    """Without an order, which changes no list, and without a first page."""
    parameters = good_parameters(listing.found)
    for name in ("sorteer", "pagina"):
        parameters.pop(name, None)
    if listing.number > 1:
        parameters["pagina"] = str(listing.number)
    return directory_url(parameters)


def _item_list(request: HttpRequest, listing: Listing) -> SafeString:
    first = (listing.number - 1) * PER_PAGE + 1
    origin = f"{request.scheme}://{request.get_host()}"
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": card.name,
            "url": f"{origin}{card.url}",
        }
        for position, card in enumerate(listing.cards, first)
    ]
    return json_ld({"@type": "ItemList", "itemListElement": items})
