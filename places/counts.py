"""How numbers of places are said: exact as far as that is worth it, alike everywhere."""

from functools import lru_cache

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from places.models.tally import COUNTED, Tally

GROUPED = 1000
"""From here on digits are grouped, as the language has it; most of a hundred numbers are below."""


def count_text(count: int, language: str | None = None) -> str:
    """``58``, and beyond what is counted exactly ``ruim 10.000``.

    In the active language; who says a hundred numbers asks once which that is.
    """
    if count < GROUPED:
        return str(count)
    return _grouped(min(count, COUNTED + 1), language or get_language())


@lru_cache(maxsize=1024)
def _grouped(count: int, _language: str | None) -> str:
    """Looked up in the language once: a page of a country has a hundred such numbers."""
    if count > COUNTED:
        return _("ruim %(count)s") % {"count": _grouped(COUNTED, _language)}
    return number_format(count, use_l10n=True, force_grouping=True)


def places_text(count: int) -> str:
    """``1 plek``, ``58 plekken``."""
    return ngettext("%(count)s plek", "%(count)s plekken", count) % {"count": count_text(count)}


def totals_text(tally: Tally) -> str:
    """``58 plekken, 40 op de kaart``."""
    return _("%(places)s, %(mapped)s op de kaart") % {
        "places": places_text(tally.total),
        "mapped": count_text(tally.mapped),
    }
