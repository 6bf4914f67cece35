"""Names as they stand in addresses."""

from collections.abc import Iterable, Sequence
from itertools import count

from django.utils.text import slugify

from places.models.slugs import slugs_in_use

LONGEST = 120


def free_slug(names: Iterable[str], taken: set[str], limit: int = LONGEST) -> str:
    """The first of these names that is not taken as a slug yet; else the last, numbered.

    The slug counts as taken from then on.
    """
    usable = _slugs_of(names, limit)
    numbered = (f"{usable[-1]}-{number}" for number in count(2))
    chosen = next((slug for slug in usable if slug not in taken), None) or next(
        slug for slug in numbered if slug not in taken
    )
    taken.add(chosen)
    return chosen


def free_place_slug(names: Sequence[str]) -> str:
    """The same for one place, among the slugs of all places and those that they had."""
    return free_slug(names, slugs_in_use(*_slugs_of(names, LONGEST)))


def _slugs_of(names: Iterable[str], limit: int) -> list[str]:
    slugs = [slugify(name)[: limit - 6].strip("-") for name in names]
    return [slug for slug in slugs if slug] or ["plek"]
