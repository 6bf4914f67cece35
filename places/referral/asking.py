"""What a wijkteam asks for a client: the wishes of the directory, and when, how and how far."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places import fields
from places.filters import PlaceFilter, PlaceForm, lending
from places.geocoding import Near
from places.models.conditions import (
    anything,
    not_denied,
    of_unknown_area,
    of_unknown_kind,
    perhaps_within,
    within,
)
from places.models.openness import not_surely_closed_at
from places.models.receiving import doubt_of_receiving, receives_in
from places.models.squares import around
from places.models.wish import Wish
from places.referral.when import PARTS
from places.schedule import Part, Slot, slots
from places.travel import TRAVELS, WALKING, Travel

DAYS = {
    "ma": gettext_lazy("maandag"),
    "di": gettext_lazy("dinsdag"),
    "wo": gettext_lazy("woensdag"),
    "do": gettext_lazy("donderdag"),
    "vr": gettext_lazy("vrijdag"),
    "za": gettext_lazy("zaterdag"),
    "zo": gettext_lazy("zondag"),
}
"""The words of ``dag``, Monday first."""


LONGEST = 180
"""Minutes on the way; who goes further needs another service."""

NEVER_DENIED = ("waarde", "dilemma", "doelgroep", "aanbod", "taal")
"""Nobody notes that a place does *not* have these: where they are not named, nobody knows."""

NOTHING_NEEDED = "kenmerk:niets-hoeft"
"""“Er hoeft niks” is asked apart from the other traits."""


class ReferralForm(PlaceForm):
    """The form of a referral: a bad value is dropped alone, the rest holds."""

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("minuten") and not (given.get("bij") or given.get("vanuit")):
            message = _("Vul eerst in waar de cliënt woont, of kies waar je begint.")
            self.add_error("minuten", message)
        return given


class ReferralFilter(PlaceFilter):
    """Wishes of which each may be met surely, perhaps, or not; ``start`` is where one sets out."""

    bij = lending(fields.NearField)
    vanuit = lending(fields.AreaField)
    hoe = lending(fields.ChoiceOfOne, choices={slug: one.label for slug, one in TRAVELS.items()})
    minuten = lending(fields.WholeNumber, min_value=1, max_value=LONGEST)
    dag = lending(fields.ChoiceOfMore, choices=DAYS)
    dagdeel = lending(fields.ChoiceOfMore, choices=PARTS)

    class Meta(PlaceFilter.Meta):
        form = ReferralForm

    def known_to_fields(self) -> dict[str, dict[str, Any]]:
        """What a client's address may be asked of is for the owner of the site to say."""
        outside = {"ask_outside": settings.CLIENT_ADDRESSES_AT_PDOK}
        return {**super().known_to_fields(), "bij": outside}

    @property
    def start(self) -> Near | None:
        """Where the client is; if that is not said, where the team begins."""
        return self.cleaned.get("bij") or self.cleaned.get("vanuit")

    @property
    def near(self) -> Near | None:
        """Distances are measured from there."""
        return self.start

    @property
    def travel(self) -> Travel:
        """How the client goes; on foot if nothing else is said."""
        return TRAVELS.get(self.cleaned.get("hoe") or "", WALKING)

    @cached_property
    def slots(self) -> list[Slot]:
        """Every chosen part of every chosen day."""
        days = [list(DAYS).index(word) for word in self.cleaned.get("dag") or []]
        return slots(days, [Part(word) for word in self.cleaned.get("dagdeel") or []])

    def wishes(self) -> list[Wish]:
        """Those of the directory with what each leaves open, and those of this form."""
        asked = [replace(wish, perhaps=self._perhaps(wish)) for wish in super().wishes()]
        return [*self._own_wishes(), *asked]

    def without(self, key: str) -> QueryDict:
        """What was filled in but for one wish; a key that names none changes nothing."""
        rest: QueryDict = self.data.copy()
        if key not in {wish.key for wish in self.wishes()}:
            return rest
        parameter, _colon, value = key.partition(":")
        rest.setlist(parameter, [one for one in rest.getlist(parameter) if value and one != value])
        if key == "dag":
            rest.setlist("dagdeel", [])
        return rest

    def _own_wishes(self) -> Iterator[Wish]:
        if self.start and (minutes := self.cleaned.get("minuten")):
            asked = self.start.point, self.travel.reach(minutes)
            yield Wish(
                *("minuten", "minuten", within(*asked)),
                perhaps=perhaps_within(*asked),
                extent=partial(around, *asked),
            )
        if self.slots:
            asked_slots = self.slots, self.today
            surely, doubt = receives_in(*asked_slots), doubt_of_receiving(*asked_slots)
            yield Wish("dag", "dag", surely, doubt=doubt)

    def _perhaps(self, wish: Wish) -> Q | None:
        if wish.parameter in NEVER_DENIED:
            return anything()
        match wish.parameter:
            case "kenmerk":
                return not_denied(wish.key.partition(":")[2])
            case "soort":
                return Q(wish.condition) | of_unknown_kind()
            case "gemeente" | "gebied" | "wijk":
                return Q(wish.condition) | of_unknown_area()
            case "straal" if self.start:
                return perhaps_within(self.start.point, self.cleaned["straal"])
            case "open":
                return not_surely_closed_at(self.moment)
        return None
