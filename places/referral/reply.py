"""The answer to a referral as it is shown: places to choose from, and those chosen already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.cards import Card
from places.counts import count_text
from places.models import Place
from places.portrait.reach import phone_url, website_label
from places.referral.answer import SURE, TO_ASK, Answer, Found
from places.referral.asking import ReferralFilter
from places.referral.briefing import Briefing, briefings
from places.referral.choice import ASK, LINE, LOOKED_UP, MOST, PHONE, WORKER, workers_choice

ALONG = (WORKER, PHONE)
"""What was typed on the sheet, and comes back with whoever returns from it."""


@dataclass(frozen=True)
class Block:
    """A place to choose: what was found of it, and for professionals how to refer there."""

    found: Found
    chosen: bool
    briefing: Briefing | None

    @property
    def card(self) -> Card:
        return self.found.card

    @property
    def place(self) -> Place:
        return self.found.card.place

    @property
    def phone_url(self) -> str:
        return phone_url(self.place.phone)

    @property
    def website_label(self) -> str:
        return website_label(self.place.website)


class Choosing:
    """The places chosen so far, and what the worker wrote about them; both travel in the form."""

    def __init__(self, given: QueryDict) -> None:
        self._given = given
        self.slugs = workers_choice(given).slugs

    @property
    def number(self) -> int:
        return len(self.slugs)

    @property
    def too_many(self) -> str:
        """What to say when more are chosen than fit on the sheet; else empty."""
        if self.number <= MOST:
            return ""
        words = {"number": self.number, "most": MOST}
        return (
            _("Je koos er %(number)d. Op het blad passen er %(most)d: haal er eerst weg.") % words
        )

    @property
    def written(self) -> Iterator[tuple[str, str]]:
        """Names and values of fields of the sheet, to be carried along unseen."""
        for name, value in self._given.items():
            if value and (name in ALONG or name.startswith((LINE, ASK))):
                yield name, str(value)

    def besides(self, shown: set[str]) -> list[Place]:
        """Chosen places that are not shown in the answer, in the order in which they stood."""
        others = [slug for slug in self.slugs[:LOOKED_UP] if slug not in shown]
        if not others:
            return []
        found = Place.objects.published().at_addresses(others)
        return [found[slug] for slug in others if slug in found]


class Reply:
    """Everything below the form, for a visitor or (``user``) a professional."""

    def __init__(
        self, asked: ReferralFilter, choosing: Choosing, more: list[str], user: Any
    ) -> None:
        self.answer = Answer(asked, more)
        self.more = [kind for kind in (SURE, TO_ASK) if kind in more]
        self._choosing = choosing
        self._user = user

    @property
    def totals(self) -> str:
        """``3 plekken passen zeker, bij 12 is nog iets te vragen``."""
        sure, to_ask = self.answer.sure_total, self.answer.to_ask_total
        if not sure and not to_ask:
            return _("Geen enkele plek past")
        if not to_ask:
            return self._surely(sure)
        asking = ngettext(
            "bij %(number)s plek is nog iets te vragen",
            "bij %(number)s plekken is nog iets te vragen",
            to_ask,
        ) % {"number": count_text(to_ask)}
        return _("%(surely)s, %(asking)s") % {"surely": self._surely(sure), "asking": asking}

    @property
    def measured(self) -> str:
        """Where distances are measured from, which may be less exact than what was typed."""
        found = self.answer.found
        if found.start is None:
            return ""
        words = {"start": found.start.label}
        if "bij" in found.form.errors:
            return _("Het adres kennen we niet; gemeten vanaf %(start)s.") % words
        return _("Gemeten vanaf %(start)s.") % words

    @cached_property
    def sure(self) -> list[Block]:
        return self._blocks(self.answer.sure)

    @cached_property
    def to_ask(self) -> list[Block]:
        return self._blocks(self.answer.to_ask)

    @property
    def besides(self) -> list[Place]:
        """What was chosen in an earlier answer."""
        return self._choosing.besides({block.card.slug for block in (*self.sure, *self.to_ask)})

    @cached_property
    def _briefings(self) -> Mapping[int, Briefing]:
        found = (*self.answer.sure, *self.answer.to_ask)
        return briefings(self._user, [one.card.place for one in found])

    def _blocks(self, found: list[Found]) -> list[Block]:
        chosen = self._choosing.slugs
        return [
            Block(one, one.card.slug in chosen, self._briefings.get(one.card.place.pk))
            for one in found
        ]

    @staticmethod
    def _surely(number: int) -> str:
        if not number:
            return _("Geen plek past zeker")
        words = ngettext("%(number)s plek past zeker", "%(number)s plekken passen zeker", number)
        return words % {"number": count_text(number)}
