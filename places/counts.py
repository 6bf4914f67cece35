"""How numbers of places are said: exact as far as that is worth it, alike everywhere."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.models.tally import COUNTED, Tally

GROUPED = 1000
"""From here on digits are grouped, as the language has it; most of a hundred numbers are below."""


def count_text(count: int) -> str:
    """``58``, and beyond what is counted exactly ``ruim 10.000``."""
    if count > COUNTED:
        return _("ruim %(count)s") % {
            "count": number_format(COUNTED, use_l10n=True, force_grouping=True)
        }
    if count < GROUPED:
        return str(count)
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
