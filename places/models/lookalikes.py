"""Entries that may be the same place, found from indexes also among a hundred thousand."""

from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.contrib.postgres.search import (
    TrigramDistance,
    TrigramSimilarity,
    TrigramWordDistance,
    TrigramWordSimilarity,
)
from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Greatest

from places.models.conditions import within
from places.models.details import DetailedPlaces

if TYPE_CHECKING:
    from places.models.place import Place

ALIKE = 0.55
"""Trigram similarity from which two whole names may mean the same place."""

CONTAINED = 0.8
"""The same for one name within the other: De Propeller, Huis van de Wijk De Propeller."""

SOMEWHAT_ALIKE = 0.35
"""Enough for neighbours."""

NEXT_DOOR = 100
"""Metres within which two places with somewhat alike names may be the same."""

WHOLE_NUMBER = 9
"""Digits from which a telephone number is somebody's own; 14 010 is everybody's."""

NAMES_TRIED = 6

CANDIDATES = 25
"""So many of the most alike names are weighed, however many thousands share one."""

_DISTANCES: Any = (TrigramDistance, lambda names, name: TrigramWordDistance(name, names))


class LookalikePlaces(DetailedPlaces):
    """The part of the place vocabulary that looks for duplicates."""

    def lookalikes(self, place: "Place") -> Self:
        """Others, not archived, that may be the same place; most alike first, then nearest.

        By name or another name, by telephone number, by address, and by some likeness next door.
        Annotates ``alike`` (0 to 1) and ``distance`` in metres, None if unknown.
        """
        names = _names_of(place)
        others = self._candidates(place, names).exclude(pk=place.pk).exclude(status="gearchiveerd")
        others = others.compared_with(place)
        same = Q(whole__gte=ALIKE) | Q(alike__gte=CONTAINED)
        if _has_own_phone(place):
            same |= _phone_of(place)
        if place.location:
            same |= Q(alike__gte=SOMEWHAT_ALIKE) & Q(within(place.location, NEXT_DOOR))
        if _has_address(place):
            same |= _at_address_of(place)
        order: list[Any] = [F("alike").desc(), F("distance").asc(nulls_last=True), "name", "pk"]
        return others.filter(same).order_by(*order)

    def compared_with(self, place: "Place") -> Self:
        """Annotate ``whole`` and ``alike`` (0 to 1, of the names) and ``distance`` in metres."""
        names = _names_of(place)
        return self.with_distance(place.location).annotate(
            whole=_greatest(TrigramSimilarity(_names(), name) for name in names),
            alike=_greatest(one for name in names for one in _likenesses(name)),
        )

    def with_uuid(self, identity: UUID) -> Self:
        """The place that every file of ours knows by this."""
        return self.filter(uuid=identity)

    def archived_as(self, name: str) -> Self:
        """Those archived under exactly this name, whatever its case."""
        return self.filter(name__iexact=name, status="gearchiveerd")

    def known_as(self, text: str) -> Self:
        """Those that go by this name, or live at this address of a page, however it is pasted."""
        slug = text.strip().rstrip("/").rpartition("/")[2]
        return self.filter(Q(name__iexact=text.strip()) | Q(slug=slug.lower()))

    def resembling(self, text: str) -> Self:
        """Those not archived, the names most like these words first; cut off, then read ``alike``.

        Annotates ``alike``: how much of the words stands in a name, 0 to 1.
        """
        known = self.exclude(status="gearchiveerd")
        known = known.annotate(alike=TrigramWordSimilarity(text, _names()))
        return known.order_by(TrigramWordDistance(text, _names()), "name", "pk")

    def _candidates(self, place: "Place", names: list[str]) -> Self:
        """Who at all may be meant; each arm is read from an index of its own."""
        everybody: Any = type(self)(self.model).order_by()
        nearest = [way(_names(), name) for name in names for way in _DISTANCES]
        arms = [everybody.order_by(distance)[:CANDIDATES] for distance in nearest]
        if _has_own_phone(place):
            arms.append(everybody.filter(_phone_of(place)))
        if place.location:
            arms.append(everybody.filter(within(place.location, NEXT_DOOR)))
        if _has_address(place):
            arms.append(everybody.filter(_at_address_of(place)))
        first, *rest = [arm.values("pk") for arm in arms]
        return self.filter(pk__in=first.union(*rest, all=True))


def _names_of(place: "Place") -> list[str]:
    return [place.name, *place.name_variants][:NAMES_TRIED]


def _names() -> Func:
    return Func("name", "name_variants", function="places_names", output_field=TextField())


def _likenesses(name: str) -> list[Any]:
    """How alike two names are as a whole, and how much of one stands in the other."""
    other_in_this = Func(
        F("name"), Value(name), function="word_similarity", output_field=models.FloatField()
    )
    return [
        TrigramSimilarity(_names(), name),
        TrigramWordSimilarity(name, _names()),
        other_in_this,
    ]


def _greatest(expressions: Any) -> Any:
    first, *rest = expressions
    return Greatest(first, *rest) if rest else first


def _has_own_phone(place: "Place") -> bool:
    return sum(sign.isdigit() for sign in place.phone) >= WHOLE_NUMBER


def _phone_of(place: "Place") -> Q:
    dialled = Func("phone", function="places_dialled", output_field=TextField())
    this = Func(Value(place.phone), function="places_dialled", output_field=TextField())
    same: Any = models.lookups.Exact(dialled, this)
    return ~Q(phone="") & Q(same)


def _has_address(place: "Place") -> bool:
    return bool(place.postcode and place.house_number)


def _at_address_of(place: "Place") -> Q:
    return Q(postcode=place.postcode, house_number__iexact=place.house_number)
