"""The answer to a referral: what surely fits, what there is to ask, and what to let go of."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.cards import Card
from places.counts import count_text
from places.listing import card_maker
from places.models import Place
from places.models.letting_go import without_one
from places.models.place import PlaceQuerySet
from places.models.weighing import Weighed
from places.models.wish import Wish
from places.referral.asking import ReferralFilter
from places.referral.journey import water_remark
from places.referral.reasons import Reason, Reasons

SURE, TO_ASK = "sure", "ask"

SHOWN, MOST = 8, 50
"""How many places of a kind are shown at first, and at most."""

LET_GO = 6
"""Of so many wishes it is said what letting go of them gives: those that give most."""


@dataclass(frozen=True)
class Found:
    """A place in the answer: how far, why it is here, and what to ask by telephone.

    ``water`` says that the way is longer than that, round a wide water.
    """

    card: Card
    journey: str
    water: str
    reasons: list[Reason]
    questions: list[str]


@dataclass(frozen=True)
class LettingGo:
    """A single wish, and what the answer would be without it."""

    key: str
    label: str
    words: str


class Answer:
    """What a referral finds; ``more`` are the kinds (``sure``, ``ask``) to show more of."""

    def __init__(self, found: ReferralFilter, more: Collection[str] = ()) -> None:
        self.found = found
        self.more = more
        self._reasons = Reasons(found)
        self._published: PlaceQuerySet = found.queryset

    @property
    def wishes(self) -> list[str]:
        """What was asked, in words."""
        return [self._reasons.label(wish) for wish in self._reasons.wishes]

    @cached_property
    def sure(self) -> list[Found]:
        """The places that surely meet every wish, the nearest first."""
        return self._shown(self._weighed.sure, SURE)

    @cached_property
    def to_ask(self) -> list[Found]:
        """Those that may meet every wish, the nearest first; of each it says what to ask."""
        return self._shown(self._weighed.perhaps, TO_ASK)

    @property
    def sure_total(self) -> int:
        return self._weighed.sure_total

    @property
    def to_ask_total(self) -> int:
        return self._weighed.perhaps_total

    @property
    def more_sure(self) -> bool:
        """Whether there are more to show."""
        return len(self.sure) < min(self.sure_total, MOST)

    @property
    def more_to_ask(self) -> bool:
        """Likewise."""
        return len(self.to_ask) < min(self.to_ask_total, MOST)

    @cached_property
    def letting_go(self) -> list[LettingGo]:
        """Only when nothing surely fits: the single wishes without which something does."""
        wishes = self._reasons.wishes
        if self.sure_total or not wishes:
            return []
        counts = without_one(wishes)
        helpful = (wish for wish in wishes if counts[wish.key])
        most = nlargest(LET_GO, helpful, key=lambda wish: counts[wish.key])
        return [self._without(wish, counts[wish.key]) for wish in most]

    @cached_property
    def _weighed(self) -> Weighed:
        in_order = self.found.order.of(self._published)
        return in_order.weighed(self._reasons.wishes, MOST if self.more else SHOWN)

    @cached_property
    def _cards(self) -> dict[int, Card]:
        """By key, of both kinds at once."""
        keys = [*self._weighed.sure, *self._weighed.perhaps]
        cards = card_maker(self.found).cards(Place.objects.with_keys(keys).by_name(), 0, len(keys))
        return {card.place.pk: card for card in cards}

    def _shown(self, keys: list[int], kind: str) -> list[Found]:
        most = MOST if kind in self.more else SHOWN
        return [self._found(self._cards[key]) for key in keys[:most]]

    def _found(self, card: Card) -> Found:
        weighed = self._reasons.weigh(card)
        said = self._journey(card), self._water(card)
        return Found(card, *said, weighed.reasons, weighed.questions)

    def _journey(self, card: Card) -> str:
        """How far and how long; empty when nobody said where from."""
        metres = card.place.distance
        if self.found.start is None:
            return ""
        return _("afstand onbekend") if metres is None else self.found.travel.words(metres)

    def _water(self, card: Card) -> str:
        start, point = self.found.start, card.place.location
        return water_remark(start.point, point) if start and point else ""

    def _without(self, wish: Wish, count: int) -> LettingGo:
        others = [other for other in self._reasons.wishes if other.key != wish.key]
        fitting = self.found.selecting(others).keys(0, 1)
        nearest = card_maker(self.found).cards_of_page(fitting)[0]
        words = ngettext(
            "dan past %(count)s plek zeker: %(nearest)s",
            "dan passen %(count)s plekken zeker; als eerste: %(nearest)s",
            count,
        )
        named = ", ".join(part for part in (nearest.name, self._journey(nearest)) if part)
        words %= {"count": count_text(count), "nearest": named}
        return LettingGo(wish.key, self._reasons.label(wish), words)
