"""Why a place is in the answer: what is known to fit in words, and what to ask by telephone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from places.addresses import wish_in_words
from places.cards import Card
from places.models import Trait, Value
from places.models.wish import Wish
from places.public_holidays import holidays_between
from places.referral.asking import NOTHING_NEEDED, ReferralFilter
from places.referral.when import matches_in_words, slots_in_words
from places.schedule import Match, Schedule, State, matches
from places.schedule.slots import WEEKS

ASKING: dict[str, type[Trait] | type[Value]] = {"kenmerk": Trait, "waarde": Value}
"""Vocabularies whose words have a question of their own."""

FAR = ("minuten", "straal")
"""Wishes about the distance."""


@dataclass(frozen=True)
class Reason:
    """One wish at one place; ``fits`` is only said of what is ``known``."""

    words: str
    known: bool
    fits: bool = True


@dataclass(frozen=True)
class Weighed:
    """All wishes at one place."""

    reasons: list[Reason]
    questions: list[str]


class Reasons:
    """Weighs places against the wishes of one referral."""

    def __init__(self, found: ReferralFilter) -> None:
        self.found = found
        self.wishes = found.wishes()

    def weigh(self, card: Card) -> Weighed:
        """Every wish in the order of the form."""
        reasons: list[Reason] = []
        questions: list[str] = []
        for wish in self.wishes:
            for reason, question in self._weighed(wish, card):
                reasons.append(reason)
                questions += [question] if question else []
        return Weighed(reasons, questions)

    def label(self, wish: Wish) -> str:
        """A wish as the worker would say it."""
        return self._labels[wish.key]

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {wish.key: self._label(wish) for wish in self.wishes}

    def _label(self, wish: Wish) -> str:
        match wish.key:
            case "dag":
                return slots_in_words(self.found.slots)
            case "minuten":
                minutes = self.found.cleaned["minuten"]
                words = {"minutes": minutes, "how": self.found.travel.label}
                return _("hoogstens %(minutes)d minuten %(how)s") % words
            case _ if wish.key == NOTHING_NEEDED:
                return _("er hoeft niks")
        return wish_in_words(self.found, wish)

    def _weighed(self, wish: Wish, card: Card) -> Iterator[tuple[Reason, str]]:
        """What to say of a wish at a place, and what to ask; the distance is said elsewhere."""
        if wish.key == "dag":
            yield from self._hours(card)
        elif wish.key in FAR and card.place.location:
            return
        elif self._meets(wish, card):
            yield Reason(self._known_words(wish), known=True), ""
        else:
            words = _("%(wish)s: onbekend, bel even") % {"wish": self._known_words(wish)}
            yield Reason(words, known=False), self._question(wish)

    def _meets(self, wish: Wish, card: Card) -> bool:
        """Whether that is known; what leaves no doubt would not have come without it."""
        if wish.perhaps is None:
            return True
        if wish.parameter == "open":
            return card.state == State.OPEN
        if wish.key in FAR:
            return False
        tags = [wish.key] if ":" in wish.key else self.found.cleaned[wish.parameter]
        return any(tag in card.place.tags for tag in tags)

    def _known_words(self, wish: Wish) -> str:
        label = {"label": self.label(wish)}
        match wish.parameter:
            case "taal":
                return _("taal %(label)s") % label
            case "doelgroep":
                return _("bewust voor %(label)s") % label
            case "waarde":
                return _("waarde %(label)s") % label
        return label["label"]

    def _question(self, wish: Wish) -> str:
        label = {"label": self.label(wish)}
        match wish.parameter:
            case "kenmerk" | "waarde":
                return self._own_questions.get(wish.key) or _("Hoe zit het met: %(label)s?") % label
            case "taal":
                return _("Spreekt er iemand %(label)s?") % label
            case "doelgroep":
                return _("Is er bij jullie iets voor %(label)s?") % label
            case "aanbod":
                return _("Hebben jullie dit: %(label)s?") % label
            case "open":
                return _("Zijn jullie %(label)s?") % label
            case "minuten" | "straal":
                return _("Wat is het adres?")
        return _("Klopt dit voor jullie: %(label)s?") % label

    def _hours(self, card: Card) -> Iterator[tuple[Reason, str]]:
        found = self._matches(card.schedule)
        sure = any(one.state is State.OPEN for one in found)
        for state in (State.OPEN, State.APPOINTMENT, State.UNKNOWN, State.CLOSED):
            if words := matches_in_words(found, state):
                known = state in (State.OPEN, State.CLOSED)
                asked = "" if sure or known else self._question_about(found, state)
                yield Reason(words, known, fits=state is not State.CLOSED), asked

    def _matches(self, schedule: Schedule) -> list[Match]:
        today = self.found.today
        return matches(schedule, self.found.slots, today, self._holidays)

    def _question_about(self, found: list[Match], state: State) -> str:
        when = {"when": slots_in_words([one.slot for one in found if one.state is state])}
        if state is State.APPOINTMENT:
            return _("Kun je een afspraak maken voor %(when)s?") % when
        return _("Kun je binnenlopen op %(when)s?") % when

    @cached_property
    def _holidays(self) -> Mapping[date, str]:
        """Those of the weeks to come, in the language of the page."""
        today = self.found.today
        last = today + timedelta(weeks=WEEKS)
        return holidays_between(today - timedelta(days=1), last, get_language() or "nl")

    @cached_property
    def _own_questions(self) -> dict[str, str]:
        """By tag, of the wishes that have a question of their own; a statement per vocabulary."""
        questions: dict[str, str] = {}
        for parameter, model in ASKING.items():
            tags = self.found.cleaned.get(parameter) or []
            slugs = [tag.partition(":")[2] for tag in tags]
            terms = model._default_manager.in_bulk(slugs, field_name="slug") if slugs else {}
            questions |= {f"{parameter}:{slug}": term.asks for slug, term in terms.items()}
        return questions
