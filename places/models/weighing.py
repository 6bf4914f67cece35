"""What surely meets every wish, and what perhaps does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import BooleanField, Case, Count, F, Q, Value, When, Window
from django.db.models.functions import RowNumber

from places.models.paging import PagedPlaces
from places.models.tally import Wish


@dataclass(frozen=True)
class Weighed:
    """The keys of the first places that surely fit and that perhaps do, and how many there are."""

    sure: list[int]
    perhaps: list[int]
    sure_total: int
    perhaps_total: int


class WeighedPlaces(PagedPlaces):
    """The part of the place vocabulary that keeps what nobody knows apart from no."""

    def surely(self, wishes: Iterable[Wish]) -> Self:
        """Places of which it is known that they meet every wish."""
        return self.filter(*(wish.condition for wish in wishes))

    def weighed(self, wishes: Sequence[Wish], most: int) -> Weighed:
        """At most so many of each kind in this order, from one statement."""
        alike: F = F("sure")
        order: Any = self.query.order_by
        rows = self.filter(*(wish.not_ruled_out for wish in wishes)).annotate(
            sure=_all_met(wishes),
            number=Window(RowNumber(), partition_by=alike, order_by=order),
            total=Window(Count("*"), partition_by=alike),
        )
        found = list(
            rows.filter(number__lte=most).order_by("number").values_list("sure", "pk", "total")
        )
        keys = {
            kind: [key for sure, key, _total in found if sure is kind] for kind in (True, False)
        }
        totals = {sure: total for sure, _key, total in found}
        return Weighed(keys[True], keys[False], totals.get(True, 0), totals.get(False, 0))


def _all_met(wishes: Sequence[Wish]) -> Case | Value:
    """A condition about nothing, such as a missing point, is not met."""
    met = Q(*(wish.condition for wish in wishes))
    if not met:
        return Value(True)
    return Case(When(met, then=True), default=False, output_field=BooleanField())
