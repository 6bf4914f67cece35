"""The options of the filter, each with the number of places it would leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.addresses import NAMES
from places.counts import count_text
from places.filters import MONTHS, PlaceFilter
from places.freshness import fresh_since
from places.models import Option
from places.models.conditions import checked_since, kept_checked_since
from places.models.openness import kept_open_at, open_at
from places.models.place import PlaceQuerySet
from places.models.tally import Options, Tally

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

MANY = 200
"""Of so many areas nobody reads a list: only those within what was chosen are offered."""

CHOOSE_FIRST = {
    "gebied": gettext_lazy("Kies eerst een gemeente, dan staan hier haar gebieden."),
    "wijk": gettext_lazy("Kies eerst een gemeente of gebied, dan staan hier de wijken."),
}


class FacetOption(NamedTuple):
    """A choice, and how many places it would leave; a page has a hundred."""

    parameter: str
    value: str
    label: str
    number: int | None
    chosen: bool

    @property
    def number_text(self) -> str:
        return "" if self.number is None else count_text(self.number)

    @property
    def none(self) -> bool:
        """Choosing it would leave nothing."""
        return self.number == 0


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
    def in_dutch(self) -> bool:
        """The options are names, in whatever language the page is."""
        return self.param in NAMES

    @property
    def single(self) -> bool:
        """One option excludes the others."""
        return self.param == "nagekeken"


def count_options(found: PlaceFilter, every: bool = False) -> Tally:
    """Every number of a page, from one statement; ``every`` one that there is, shown or not."""
    since = {f"nagekeken:{months}": fresh_since(found.today, int(months)) for months in MONTHS}
    conditions = {name: checked_since(day) for name, day in since.items()}
    kept = {name: kept_checked_since(day) for name, day in since.items()}
    if open_now := kept_open_at(found.now):
        kept["open:nu"] = open_now
    tags = None if every else offered_tags(found)
    options = Options(tags, {**conditions, "open:nu": open_at(found.now)}, kept)
    places: PlaceQuerySet = found.queryset
    return places.tally(found.wishes(), options)


def offered_tags(found: PlaceFilter) -> list[str]:
    """The tags of all options that a page may show; nothing else is counted."""
    chosen = ((name, found.cleaned.get(name) or []) for name in GROUPS if name != "nagekeken")
    return [one.tag for name, tags in chosen for one in _offered(found, name, tags)]


def facet_groups(found: PlaceFilter, tally: Tally) -> list[FacetGroup]:
    """The groups that offer a choice, each with its options."""
    groups = (
        FacetGroup(
            parameter,
            str(label),
            list(_options(found, tally, parameter)),
            next(iter(found.form.errors.get(parameter, [])), ""),
            _hint(found, parameter),
        )
        for parameter, label in GROUPS.items()
    )
    return [group for group in groups if group.error or group.hint or _offers_a_choice(group)]


def _options(found: PlaceFilter, tally: Tally, parameter: str) -> Iterator[FacetOption]:
    if parameter == "nagekeken":
        months = found.cleaned.get("nagekeken")
        yield FacetOption("nagekeken", "", _("maakt niet uit"), None, not months)
        chosen = [f"nagekeken:{months}"]
        offered = {f"nagekeken:{months}": str(label) for months, label in MONTHS.items()}
    else:
        chosen = found.cleaned.get(parameter) or []
        offered = {one.tag: one.name for one in _offered(found, parameter, chosen)}
    for tag, label in offered.items():
        number = tally.of(tag)
        if number or tag in chosen or parameter in SHOWN_EMPTY:
            value = tag.partition(":")[2]
            yield FacetOption(parameter, value, label, number, tag in chosen)


def _offered(found: PlaceFilter, parameter: str, chosen: list[str]) -> list[Option]:
    """All options of a parameter; of many areas those that were chosen or lie in one that was."""
    options = found.vocabulary.of(parameter)
    if not _is_narrowed(found, parameter):
        return options
    around = _areas_chosen(found)
    return [one for one in options if one.tag in chosen or around & found.vocabulary.above(one)]


def _hint(found: PlaceFilter, parameter: str) -> str:
    if not _is_narrowed(found, parameter) or _areas_chosen(found):
        return ""
    return str(CHOOSE_FIRST[parameter])


def _is_narrowed(found: PlaceFilter, parameter: str) -> bool:
    return parameter in CHOOSE_FIRST and len(found.vocabulary.of(parameter)) > MANY


def _areas_chosen(found: PlaceFilter) -> set[str]:
    return {tag for name in ("gemeente", "gebied") for tag in found.cleaned.get(name) or []}


def _offers_a_choice(group: FacetGroup) -> bool:
    least = 2 if group.param in TAKES_TWO else 1
    return len(group.options) >= least or group.chosen_count > 0
