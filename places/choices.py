"""The two lists of the form from which one is chosen: how far, and in which order."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from places.filters import ORDERS, PlaceFilter


@dataclass(frozen=True)
class Choice:
    """One line of a select element."""

    value: str
    label: str
    chosen: bool


def radius_options(found: PlaceFilter) -> list[Choice]:
    """Distances that people can picture, and the one that was asked for."""
    asked = found.cleaned.get("straal")
    radii = sorted({400, 800, 1500, 3000, 5000} | ({asked} if asked else set()))
    anywhere = Choice("", _("maakt niet uit"), not asked)
    return [anywhere, *(Choice(str(one), _metres(one), one == asked) for one in radii)]


def sort_options(found: PlaceFilter) -> list[Choice]:
    """The orders that make sense now; the one that goes without saying has no value."""
    possible = {"naam": True, "afstand": found.near, "relevantie": found.terms, "nagekeken": True}
    implied = found.implied_order
    return [
        Choice("" if name == implied else name, str(label), name == found.sorted_by)
        for name, label in ORDERS.items()
        if possible[name]
    ]


def _metres(radius: int) -> str:
    if radius % 1000:
        return _("%(metres)d meter") % {"metres": radius}
    return _("%(kilometres)d kilometer") % {"kilometres": radius // 1000}
