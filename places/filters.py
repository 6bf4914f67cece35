"""From a query string to the conditions that places must meet; the one way in for every door."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places import fields
from places.coordinates import Box
from places.geocoding import Near
from places.models import Place
from places.models.condition import Condition
from places.models.conditions import SearchTerms
from places.models.place import PlaceQuerySet
from places.models.selected import Selected
from places.models.sorting import ByCheck, ByDistance, ByName, ByRelevance, Order
from places.models.squares import together
from places.models.wish import Wish
from places.schedule import AMSTERDAM
from places.vocabulary import Vocabulary
from places.wishes import ALL_OF, ANY_OF, wishes_of

ORDERS = {
    "naam": gettext_lazy("naam"),
    "afstand": gettext_lazy("afstand"),
    "relevantie": gettext_lazy("hoe goed het past bij de woorden"),
    "nagekeken": gettext_lazy("laatst nagekeken"),
}
MONTHS = {
    "6": gettext_lazy("minder dan een half jaar geleden"),
    "12": gettext_lazy("minder dan een jaar geleden"),
}


FURTHEST = 10**9
"""Nothing has so many pages; numbers beyond it are no less wrong."""


class PlaceForm(fields.FormOfGiven):
    """The query string as a form: a bad value is dropped alone, the rest holds."""

    def clean(self) -> dict[str, Any]:
        self._tell_unknown_slugs()
        self._require("straal", "bij", _("Vul eerst bij Dichtbij een postcode, straat of wijk in."))
        if self.cleaned_data.get("sorteer") == "afstand":
            self._require("sorteer", "bij", _("Op afstand sorteren kan pas met een plek erbij."))
        if self.cleaned_data.get("sorteer") == "relevantie":
            self._require("sorteer", "q", _("Dit sorteren kan pas als je woorden zoekt."))
        return self.cleaned_data

    def _tell_unknown_slugs(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, fields.LeavesOutUnknown) and (complaint := field.complaint()):
                known = self.cleaned_data[name]
                self.add_error(name, complaint)
                self.cleaned_data[name] = known

    def _require(self, name: str, other: str, message: str) -> None:
        if self.cleaned_data.get(name) and not self.cleaned_data.get(other):
            if other not in self.errors:
                self.add_error(name, message)
            self.cleaned_data.pop(name, None)


def lending(field_class: type[forms.Field], **kwargs: Any) -> django_filters.Filter:
    """A filter that only lends its field: conditions are weighed together, in ``wishes``."""
    one = django_filters.Filter(**kwargs)
    one.field_class = field_class
    return one


class PlaceFilter(django_filters.FilterSet):
    """Published places that meet the wishes of a query string.

    ``selected`` is what list, map, counts, API and feeds read, ``qs`` the same composed by Django,
    for files; ``errors`` names what was dropped, per parameter; ``moment`` is the time that
    everything on the page is about.
    """

    q = lending(fields.PhraseField)
    waarde = lending(fields.TagsField, parameter="waarde")
    dilemma = lending(fields.TagsField, parameter="dilemma")
    kenmerk = lending(fields.TagsField, parameter="kenmerk")
    doelgroep = lending(fields.TagsField, parameter="doelgroep")
    aanbod = lending(fields.TagsField, parameter="aanbod")
    taal = lending(fields.TagsField, parameter="taal")
    soort = lending(fields.TagsField, parameter="soort")
    gemeente = lending(fields.TagsField, parameter="gemeente")
    gebied = lending(fields.TagsField, parameter="gebied")
    wijk = lending(fields.TagsField, parameter="wijk")
    netwerk = lending(fields.TagsField, parameter="netwerk")
    open = lending(fields.MomentField)
    nagekeken = lending(fields.ChoiceOfOne, choices=MONTHS)
    bij = lending(fields.NearField)
    straal = lending(fields.WholeNumber, min_value=1, max_value=100_000)
    bbox = lending(fields.BoxField)
    sorteer = lending(fields.ChoiceOfOne, choices=ORDERS)
    pagina = lending(fields.WholeNumber, min_value=1)

    class Meta:
        model = Place
        fields: list[str] = []
        form = PlaceForm

    def __init__(
        self,
        data: QueryDict,
        now: datetime,
        also: Sequence[Condition] = (),
        vocabulary: Vocabulary | None = None,
    ) -> None:
        """``also`` is what places must be whatever is asked.

        Copies no filters, as ``FilterSet`` does: ours only lend their fields, see ``form``.
        """
        self.is_bound, self.data, self.filters = True, data, self.base_filters
        self.now, self.also = now, also
        self.vocabulary = vocabulary or Vocabulary()

    @cached_property
    def queryset(self) -> PlaceQuerySet:
        """The places to choose from."""
        return Place.objects.published().meeting(*self.also)

    @cached_property
    def form(self) -> Any:
        """Every parameter as a field, and what is wrong with it."""
        form = self._meta.form(self.data, self.every_field())
        known = self.known_to_fields()
        for name in known.keys() & form.fields.keys():
            vars(form.fields[name]).update(known[name])
        return form

    @classmethod
    def every_field(cls) -> Mapping[str, forms.Field]:
        """Made once for all requests: to make them and filters around them anew took 2 ms."""
        kind: Any = cls
        return _fields_of(kind)

    def known_to_fields(self) -> dict[str, dict[str, Any]]:
        """What fields must know of this request, by parameter."""
        words = {"vocabulary": self.vocabulary}
        return {"open": {"now": self.now}, **dict.fromkeys((*ALL_OF, *ANY_OF), words)}

    def filter_queryset(self, queryset: PlaceQuerySet) -> PlaceQuerySet:
        """Only what meets every wish, in the order that was asked for."""
        return self.order.of(queryset.meeting(*(wish.condition for wish in self.wishes())))

    @cached_property
    def selected(self) -> Selected:
        """The same places, in SQL of ours."""
        return self.selecting(self.wishes())

    def selecting(self, wishes: Sequence[Wish]) -> Selected:
        """What there would be if only these were the wishes."""
        start = self.near.point if self.near else None
        return Selected([*self.also, *together(wishes, start)], self.order)

    def page(self, start: int, stop: int) -> PlaceQuerySet:
        """The places from start up to stop, chosen before anything comes along."""
        sql, values = self.selected.keys(start, stop)
        keys: Any = RawSQL(f"SELECT unnest({sql})", values)  # noqa: S611
        return self.order.of(Place.objects.with_keys(keys))

    @cached_property
    def order(self) -> Order:
        """The order of ``sorteer``."""
        by = self.sorted_by
        if by == "afstand" and self.near:
            return ByDistance(self.near.point)
        if by == "relevantie" and self.terms:
            return ByRelevance(self.terms, alone=len(self.wishes()) == 1)
        return ByCheck() if by == "nagekeken" else ByName()

    @property
    def cleaned(self) -> dict[str, Any]:
        """The values that are good, by parameter."""
        self.form.is_valid()
        cleaned: dict[str, Any] = self.form.cleaned_data
        return cleaned

    @property
    def near(self) -> Near | None:
        """The point to measure distances from."""
        return self.cleaned.get("bij")

    @property
    def terms(self) -> SearchTerms | None:
        """The words to search for."""
        return self.cleaned.get("q")

    @property
    def box(self) -> Box | None:
        """The part of the map to stay within."""
        return self.cleaned.get("bbox")

    @property
    def moment(self) -> datetime:
        """The time that states and sentences are about: ``open`` when given, else now."""
        return self.cleaned.get("open") or self.now

    @property
    def today(self) -> date:
        """The date of now, in the city's own time."""
        return self.now.astimezone(AMSTERDAM).date()

    @property
    def page_number(self) -> int:
        """The page asked for, whether there is one so far or not."""
        return min(self.cleaned.get("pagina") or 1, FURTHEST)

    @property
    def sorted_by(self) -> str:
        """The order asked for, or the implied one."""
        return self.cleaned.get("sorteer") or self.implied_order

    @property
    def implied_order(self) -> str:
        """The order when none is asked for."""
        return "afstand" if self.near else "relevantie" if self.terms else "naam"

    def wishes(self) -> list[Wish]:
        """What the visitor asks, one wish for everything that can be let go of by itself."""
        return [*self._asked]

    @cached_property
    def _asked(self) -> list[Wish]:
        return [*wishes_of(self.cleaned, self.today)]


@cache
def _fields_of(filters: Any) -> dict[str, forms.Field]:
    """The fields that all forms of this class of filters have copies of."""
    return {
        name: one.field_class(label=name, **one.extra) for name, one in filters.base_filters.items()
    }
