"""What may be asked: pages, the questions of HSDS, and all of the directory's own filter.

Words of HSDS that mean a question of the directory are put to its filter; what the directory does
not ask narrows the places that the filter starts from. So both find the same places.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from places.api.hsds.fields import Format, Id, Ids, Moment, Postcode, Truth
from places.fields import WholeNumber
from places.filters import FURTHEST, PlaceFilter
from places.models.condition import Condition
from places.models.conditions import all_tags, any_tag
from places.models.hsds_conditions import alone, changed_since
from places.models.hsds_documents import PageAsked
from places.models.hsds_ids import Entity, id_of_tag, place_of
from places.models.hsds_lists import TermsAsked
from places.models.hsds_terms import TAXONOMIES
from places.vocabulary import Vocabulary

PER_PAGE = 25
MOST_PER_PAGE = 500
SYNONYMS = {"search": "q", "postcode": "bij", "proximity": "straal"}
"""Questions of HSDS that the directory asks in its own words."""


class PageForm(forms.Form):
    """Which page of a list, and how long it is."""

    page = WholeNumber(required=False, min_value=1, max_value=FURTHEST)
    per_page = WholeNumber(required=False, min_value=1, max_value=MOST_PER_PAGE)
    format = Format(required=False)

    def asked(self, per: int = PER_PAGE, number: int = 1) -> PageAsked:
        """The page that was asked for, where nothing is said this one and so long."""
        given = self.cleaned_data
        return PageAsked(given["page"] or number, given["per_page"] or per)


class TaxonomiesForm(PageForm):
    """Which taxonomies."""

    search = forms.CharField(required=False, max_length=200)


class TermsForm(TaxonomiesForm):
    """Which terms."""

    taxonomy_id = Id(required=False)
    parent_id = Id(required=False)
    top_only = Truth(required=False)

    @property
    def terms(self) -> TermsAsked:
        given = self.cleaned_data
        ids = (given["taxonomy_id"], given["parent_id"])
        return TermsAsked(given["search"], *ids, top_only=given["top_only"])


class PlacesForm(PageForm):
    """Which places; ``search``, ``postcode`` and ``proximity`` are read by the filter."""

    search = forms.CharField(required=False)
    taxonomy_term_id = Ids(required=False)
    taxonomy_id = Id(required=False)
    organization_id = Id(required=False)
    modified_after = Moment(required=False)
    postcode = Postcode(required=False)
    proximity = forms.CharField(required=False)
    minimal = Truth(required=False)
    full = Truth(required=False)

    def clean(self) -> dict[str, Any]:
        for name, ours in SYNONYMS.items():
            if self.data.get(name) and self.data.get(ours):
                self.add_error(name, f"Dit is hetzelfde als {ours}; geef een van de twee.")
        if self.data.get("proximity") and not (self.data.get("postcode") or self.data.get("bij")):
            self.add_error("proximity", "Geef er een postcode bij.")
        return self.cleaned_data


class Selection:
    """The places that a query string asks for; ``errors`` say why it cannot be read."""

    def __init__(self, request: HttpRequest) -> None:
        self.form = PlacesForm(request.GET)
        self.form.is_valid()
        self.vocabulary = Vocabulary()
        self.unknown: dict[str, list[str]] = {}
        data = _in_our_words(request.GET)
        self.found = PlaceFilter(data, timezone.now(), [*self._conditions()], self.vocabulary)

    @property
    def errors(self) -> dict[str, list[str]]:
        """The reasons, by the parameters that were asked with."""
        asked_as = {ours: name for name, ours in SYNONYMS.items() if self.form.data.get(name)}
        found = {asked_as.get(name, name): why for name, why in self.found.errors.items()}
        every = {**found, **self.form.errors, **self.unknown}
        return {name: [str(one) for one in why] for name, why in every.items()}

    @property
    def page(self) -> PageAsked:
        per = MOST_PER_PAGE if self.form.cleaned_data["minimal"] else PER_PAGE
        return self.form.asked(per, self.found.page_number)

    def _conditions(self) -> Iterator[Condition]:
        given = self.form.cleaned_data
        for one in given.get("taxonomy_term_id") or []:
            yield self._one_of("taxonomy_term_id", [tag for tag in self._words if _is(tag, one)])
        if one := given.get("taxonomy_id"):
            yield self._one_of("taxonomy_id", [tag for tag in self._words if _lies_in(tag, one)])
        if one := given.get("organization_id"):
            networks = [word.tag for word in self.vocabulary.of("netwerk") if _is(word.tag, one)]
            own = alone(place_of(one, Entity.ORGANIZATION))
            yield all_tags(networks) if networks else own
        if moment := given.get("modified_after"):
            yield changed_since(moment)

    @property
    def _words(self) -> Iterator[str]:
        return (tag for tag in self.vocabulary.by_tag if tag.partition(":")[0] in TAXONOMIES)

    def _one_of(self, name: str, tags: list[str]) -> Condition:
        if not tags:
            self.unknown[name] = ["Dit kennen we niet."]
        return any_tag(tags)


def _is(tag: str, one: Any) -> bool:
    return bool(id_of_tag(tag) == one)


def _lies_in(tag: str, taxonomy: Any) -> bool:
    return _is(tag.partition(":")[0], taxonomy)


def _in_our_words(given: QueryDict) -> QueryDict:
    """The same question with the names that the directory has for it."""
    ours = given.copy()
    for name, known in SYNONYMS.items():
        if values := given.getlist(name):
            ours.setlist(known, [*given.getlist(known), *values])
    return ours
