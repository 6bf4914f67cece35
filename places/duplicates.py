"""Entries that may be the same place, with what is alike about them in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from places.models import Place
from places.models.lookalikes import SOMEWHAT_ALIKE, WHOLE_NUMBER


@dataclass(frozen=True)
class Duplicate:
    """A place that may be the same one, and why one may think so."""

    place: Place
    metres: float | None
    reasons: list[str]

    @property
    def words(self) -> str:
        """``dezelfde naam, hetzelfde telefoonnummer, op 40 m``."""
        return ", ".join(self.reasons)


def possible_duplicates(place: Place, limit: int = 5) -> list[Duplicate]:
    """The places most like this one, which need not be saved yet."""
    found = Place.objects.lookalikes(place).with_family()[:limit]
    return [Duplicate(other, other.distance, list(_reasons(place, other))) for other in found]


def _reasons(place: Place, other: Place) -> Iterator[str]:
    names, others = ({one.casefold() for one in _names(each)} for each in (place, other))
    if names & others:
        yield _("dezelfde naam")
    elif getattr(other, "alike", 0) >= SOMEWHAT_ALIKE:
        yield _("de naam lijkt erop")
    phone = dialled(place.phone)
    if len(phone) >= WHOLE_NUMBER and phone == dialled(other.phone):
        yield _("hetzelfde telefoonnummer")
    if place.postcode and _door(place) == _door(other):
        yield _("hetzelfde adres")
    if other.distance is None:
        yield _("afstand onbekend")
    else:
        yield _("op %s") % distance_words(other.distance)


def _names(place: Place) -> list[str]:
    return [place.name, *place.name_variants]


def _door(place: Place) -> tuple[str, str]:
    return place.postcode, place.house_number.casefold()


def dialled(phone: str) -> str:
    """The digits that one dials inside the country, the twin of ``places_dialled``."""
    return re.sub(r"^(0031|31)0?", "0", re.sub(r"\D", "", phone))


def distance_words(metres: float) -> str:
    """``40 m``, ``1,2 km``."""
    if metres < 1000:
        return _("%(metres)d m") % {"metres": round(metres, -1)}
    return _("%(kilometres)s km") % {"kilometres": number_format(metres / 1000, 1)}
