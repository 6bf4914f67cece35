"""The options of the filter, each with the number of places it would leave."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from markupsafe import Markup

from huiskamers.jinja import macro
from places.addresses import NAMES
from places.counts import count_text
from places.filters import MONTHS, PlaceFilter
from places.freshness import fresh_since
from places.models.conditions import checked_since, kept_checked_since
from places.models.openness import kept_open_at, open_at
from places.models.option import Word
from places.models.tally import Options, Tally, tally

GROUPS = {
    "aanbod": gettext_lazy("Wat je er kunt doen"),
    "soort": gettext_lazy("Soort plek"),
    "gemeente": gettext_lazy("Gemeente"),
    "gebied": gettext_lazy("Gebied"),
    "wijk": gettext_lazy("Wijk"),
    "waarde": gettext_lazy("Wat de plek goed maakt"),
    "kenmerk": gettext_lazy("Wat je nodig hebt"),
    "doelgroep": gettext_lazy("Bewust voor"),
    "taal": gettext_lazy("Taal"),
    "netwerk": gettext_lazy("Netwerk of organisatie"),
    "dilemma": gettext_lazy("Waar de plek voor kiest"),
    "nagekeken": gettext_lazy("Nagekeken"),
}

TAKES_TWO = ("gemeente", "nagekeken")
"""One option is no choice: a site with one municipality, or only "maakt niet uit"."""

SHOWN_EMPTY = ("waarde", "kenmerk")
"""Small vocabularies that are shown whole: also what no place has yet tells something."""

OPENED = ("aanbod",)

NOTHING_COUNTED = Tally(0, 0, {})

MANY = 200
"""Of so many areas or networks nobody reads a list: only those near what was chosen are offered."""

CHOOSE_FIRST = {
    "gebied": gettext_lazy("Kies eerst een gemeente, dan staan hier haar gebieden."),
    "wijk": gettext_lazy("Kies eerst een gemeente of gebied, dan staan hier de wijken."),
    "netwerk": gettext_lazy("Kies eerst een gemeente, gebied of wijk, dan staan hier netwerken."),
}
NARROWED_BY = {
    "gebied": ("gemeente", "gebied"),
    "wijk": ("gemeente", "gebied"),
    "netwerk": ("gemeente", "gebied", "wijk"),
}


NUMBER = "\N{NUMERO SIGN}"
"""Stands in the line of an option until a number is put there; nothing after that has it."""


class FacetOption(NamedTuple):
    """A choice, and how many places it would leave; a page has a hundred."""

    parameter: str
    value: str
    label: str
    number: int | None
    chosen: bool


@dataclass(frozen=True)
class FacetGroup:
    """The options of one parameter."""

    param: str
    label: str
    options: list[FacetOption]
    error: str
    hint: str = ""

    @property
    def chosen_count(self) -> int:
        return sum(option.chosen for option in self.options if option.value)

    @property
    def opened(self) -> bool:
        return self.param in OPENED or self.chosen_count > 0 or bool(self.error)

    @property
    def lines(self) -> Markup:
        """Its options as they stand on a page, of which there are hundreds."""
        lines, language = list[str](), get_language()
        for parameter, value, label, number, chosen in self.options:
            before, after = line_around(parameter, value, label, number == 0, chosen)
            lines += (before, "" if number is None else count_text(number, language), after)
        return Markup("".join(lines))  # noqa: S704


@lru_cache(maxsize=4096)
def line_around(
    parameter: str, value: str, label: str, empty: bool, chosen: bool
) -> tuple[str, str]:
    """The line of an option, up to its number and from there on; ``empty`` would leave nothing.

    Kept per process: made anew by a template, the lines took 6 of the 30 ms of a page of a country.
    """
    in_dutch, one_of = parameter in NAMES, parameter == "nagekeken"
    kind = "radio" if one_of else "checkbox"
    line = macro("places/_option.html", "option_line")
    said = line(parameter, kind, in_dutch, value, label, empty, chosen, NUMBER)
    before, _number, after = said.rpartition(NUMBER)
    return str(before), str(after)


def count_options(found: PlaceFilter, every: bool = False) -> Tally:
    """Every number of a page, from one statement; ``every`` one that there is, shown or not."""
    since = {f"nagekeken:{months}": fresh_since(found.today, int(months)) for months in MONTHS}
    conditions = {name: partial(checked_since, day) for name, day in since.items()}
    kept = {name: kept_checked_since(day) for name, day in since.items()}
    if open_now := kept_open_at(found.now):
        kept["open:nu"] = open_now
    tags = None if every else offered_tags(found)
    options = Options(tags, {**conditions, "open:nu": partial(open_at, found.now)}, kept)
    return tally(found.wishes(), options)


def offered_tags(found: PlaceFilter) -> list[str]:
    """The tags of all options that a page may show; nothing else is counted."""
    facets = _Facets(found, NOTHING_COUNTED)
    return [one.tag for parameter in GROUPS for one in facets.offered(parameter)]


def facet_groups(found: PlaceFilter, tally: Tally) -> list[FacetGroup]:
    """The groups that offer a choice, each with its options."""
    facets = _Facets(found, tally)
    groups = (facets.group(parameter, str(label)) for parameter, label in GROUPS.items())
    return [group for group in groups if group.error or group.hint or _offers_a_choice(group)]


class _Facets:
    """What was asked and counted, and the words to choose from."""

    def __init__(self, found: PlaceFilter, tally: Tally) -> None:
        self.asked, self.errors, self.numbers = found.cleaned, found.form.errors, tally.by_tag
        self.words = found.vocabulary.words

    def group(self, parameter: str, label: str) -> FacetGroup:
        options = self._months() if parameter == "nagekeken" else self._of(parameter)
        error = next(iter(self.errors.get(parameter, [])), "")
        return FacetGroup(parameter, label, options, error, self._hint(parameter))

    def _months(self) -> list[FacetOption]:
        asked = self.asked.get("nagekeken")
        return [
            FacetOption("nagekeken", "", _("maakt niet uit"), None, not asked),
            *(
                FacetOption("nagekeken", months, str(label), number, months == asked)
                for months, label in MONTHS.items()
                if (number := self.numbers.get(f"nagekeken:{months}", 0)) or months == asked
            ),
        ]

    def _of(self, parameter: str) -> list[FacetOption]:
        chosen = self._chosen(parameter)
        whole, numbers = parameter in SHOWN_EMPTY, self.numbers
        return [
            FacetOption(parameter, one.value, one.name, number, one.tag in chosen)
            for one in self.offered(parameter)
            if (number := numbers.get(one.tag, 0)) or whole or one.tag in chosen
        ]

    def _chosen(self, parameter: str) -> list[str]:
        return self.asked.get(parameter) or []

    def offered(self, parameter: str) -> list[Word]:
        """All options; of many areas those that were chosen or lie in one that was.

        Which networks an area has is known when they are counted: the others get no number.
        """
        options = self.words.of(parameter)
        if not self._is_narrowed(parameter):
            return options
        around = self._around(parameter)
        if around and parameter == "netwerk":
            return options
        near = {*self._chosen(parameter), *self.words.inside(around)}
        return [one for one in options if one.tag in near] if near else []

    def _hint(self, parameter: str) -> str:
        if not self._is_narrowed(parameter) or self._around(parameter):
            return ""
        return str(CHOOSE_FIRST[parameter])

    def _is_narrowed(self, parameter: str) -> bool:
        return parameter in CHOOSE_FIRST and len(self.words.of(parameter)) > MANY

    def _around(self, parameter: str) -> list[str]:
        """The tags of the areas that were chosen, and that narrow the options of a parameter."""
        return [tag for area in NARROWED_BY[parameter] for tag in self._chosen(area)]


def _offers_a_choice(group: FacetGroup) -> bool:
    least = 2 if group.param in TAKES_TWO else 1
    return len(group.options) >= least or group.chosen_count > 0
