"""The form of `/verwijzen/` as it is shown: every question, its options, and what was wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.choices import Choice
from places.facets import GROUPS, FacetGroup, FacetOption
from places.referral.asking import DAYS, NOTHING_NEEDED, ReferralFilter
from places.referral.starts import Starts
from places.referral.when import PARTS
from places.travel import TRAVELS

DETAILS = ("aanbod", "kenmerk", "doelgroep", "taal", "waarde")
"""Groups that are always offered, in the order of the form."""

BOOKMARKED = ("soort", "gemeente", "gebied", "wijk", "netwerk", "dilemma")
"""What a bookmark may ask for besides; shown only then, to be let go of."""

MINUTES = (5, 10, 15, 20, 30, 45, 60)


@dataclass(frozen=True)
class Wrong:
    """Something that was left out of the question, and where it stands in the form."""

    anchor: str
    words: str


class Group(FacetGroup):
    """Options that stay folded, so that the form stays short, until something in it is chosen."""

    @property
    def opened(self) -> bool:
        return self.chosen_count > 0 or bool(self.error)


class Questionnaire:
    """What was filled in, ready to be changed; ``typed`` is the client's address as it stands."""

    def __init__(self, asked: ReferralFilter) -> None:
        self.asked = asked

    @property
    def typed(self) -> str:
        return self._given("bij")

    @property
    def words(self) -> str:
        """Words to search for, which only a bookmark brings along."""
        return self._given("q")

    @property
    def asks_outside(self) -> bool:
        """Whether an address that we do not know goes to the Locatieserver."""
        return bool(settings.CLIENT_ADDRESSES_AT_PDOK and settings.LOCATIESERVER_URL)

    @property
    def errors(self) -> dict[str, str]:
        """The first complaint about each field."""
        return {name: said[0] for name, said in self.asked.form.errors.items()}

    @property
    def wrong(self) -> list[Wrong]:
        """Every complaint, with the place in the form that it is about."""
        fields = (*DETAILS, *BOOKMARKED)
        return [
            Wrong(f"filter-{name}" if name in fields else name, words)
            for name, words in self.errors.items()
        ]

    @property
    def travels(self) -> list[Choice]:
        """Ways to go; on foot unless another was chosen."""
        return [
            Choice(slug, str(one.label), one is self.asked.travel) for slug, one in TRAVELS.items()
        ]

    @property
    def minutes(self) -> list[Choice]:
        """How long the way may take at most."""
        asked = self.asked.cleaned.get("minuten")
        chosen = str(asked or self._given("minuten"))
        offered = sorted({*MINUTES, *([asked] if asked else [])})
        words = (
            (one, ngettext("%(n)d minuut", "%(n)d minuten", one) % {"n": one}) for one in offered
        )
        anything = Choice("", _("maakt niet uit"), not chosen)
        return [anything, *(Choice(str(one), label, str(one) == chosen) for one, label in words)]

    @property
    def days(self) -> list[Choice]:
        return self._several("dag", DAYS)

    @property
    def parts(self) -> list[Choice]:
        return self._several("dagdeel", PARTS)

    @cached_property
    def details(self) -> list[Group]:
        """The groups of options, those that only a bookmark brings last."""
        always = [self._group(name, self._offered(name)) for name in DETAILS]
        brought = [self._group(name, self._chosen_tags(name)) for name in BOOKMARKED]
        shown = (group for group in brought if group.options or group.error)
        return [*(group for group in always if group.options or group.error), *shown]

    @property
    def nothing_needed(self) -> Choice | None:
        """“Er hoeft niks”, if the vocabulary knows it."""
        if NOTHING_NEEDED not in self.asked.vocabulary:
            return None
        chosen = NOTHING_NEEDED in self._chosen_tags("kenmerk")
        return Choice("niets-hoeft", self.asked.vocabulary[NOTHING_NEEDED].name, chosen)

    @cached_property
    def starts(self) -> Starts:
        """Areas to set out from."""
        return Starts(self.asked.vocabulary, self._given("vanuit"))

    @property
    def team(self) -> str:
        """The name of the area that the team sets out from; empty if none is chosen."""
        start = self.asked.cleaned.get("vanuit")
        return start.label if start else ""

    @property
    def bookmark(self) -> str:
        """The address of the empty form for this team: it holds nothing of a client."""
        slug = self._given("vanuit") if self.team else ""
        return reverse("referral") + (f"?vanuit={slug}" if slug else "")

    def _given(self, name: str) -> str:
        return str(self.asked.form[name].value() or "")

    def _several(self, name: str, words: Mapping[Any, Any]) -> list[Choice]:
        chosen = self.asked.cleaned.get(name) or []
        return [Choice(str(slug), str(label), slug in chosen) for slug, label in words.items()]

    def _chosen_tags(self, parameter: str) -> list[str]:
        return self.asked.cleaned.get(parameter) or []

    def _offered(self, parameter: str) -> Iterator[str]:
        tags = (option.tag for option in self.asked.vocabulary.of(parameter))
        return (tag for tag in tags if tag != NOTHING_NEEDED)

    def _group(self, parameter: str, tags: Iterable[str]) -> Group:
        chosen, vocabulary = self._chosen_tags(parameter), self.asked.vocabulary
        options = [
            FacetOption(parameter, vocabulary[tag].value, vocabulary[tag].name, None, tag in chosen)
            for tag in tags
        ]
        label, error = str(GROUPS[parameter]), self.errors.get(parameter, "")
        return Group(parameter, label, options, error)
