"""Names as they stand in addresses."""

from collections.abc import Iterable
from itertools import count

from django.utils.text import slugify


def free_slug(names: Iterable[str], taken: set[str], limit: int = 120) -> str:
    """The first of these names that is not taken as a slug yet; else the last, numbered.

    The slug counts as taken from then on.
    """
    slugs = [slugify(name)[: limit - 6].strip("-") for name in names]
    usable = [slug for slug in slugs if slug] or ["plek"]
    numbered = (f"{usable[-1]}-{number}" for number in count(2))
    chosen = next((slug for slug in usable if slug not in taken), None) or next(
        slug for slug in numbered if slug not in taken
    )
    taken.add(chosen)
    return chosen
