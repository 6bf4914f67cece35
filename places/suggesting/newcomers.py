"""A proposed place beside those that are there already."""

from collections.abc import Mapping

from places.exchange.widgets import postcode
from places.models import Place
from places.models.place import PlaceQuerySet

MOST = 8
"""More entries than this help nobody to choose."""


def like_it(places: PlaceQuerySet, texts: Mapping[str, str]) -> list[Place]:
    """Those of these places that may be the one of which these texts tell."""
    meant = Place(
        name=texts.get("name", "")[:200],
        phone=texts.get("phone", "")[:20],
        postcode=postcode(texts.get("postcode", ""))[:7],
        house_number=texts.get("house_number", "")[:20],
    )
    return list(places.lookalikes(meant)[:MOST])
