"""What became of each object, counted and in words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from places.exchange.columns import COLUMNS
from places.osm_import.facts import Facts
from places.osm_import.objects import OsmObject

SHOWN = 10
"""More reasons than this are counted, not told; each object tells its own at verbosity 2."""


class Fate(models.TextChoices):
    """What was done with an object."""

    NEW = "new", gettext_lazy("voorgesteld als nieuwe plek")
    CHANGE = "change", gettext_lazy("voorgesteld als wijziging")
    RENEWED = "renewed", gettext_lazy("wachtend voorstel bijgewerkt")
    NO_NEWS = "no_news", gettext_lazy("staat er al, niets nieuws")
    BEFORE = "before", gettext_lazy("al eerder voorgesteld, sindsdien niet gewijzigd")
    LIMIT = "limit", gettext_lazy("boven het gevraagde aantal: een volgende keer")
    NAMELESS = "nameless", gettext_lazy("weggelaten: heeft geen naam")
    NOT_PUBLIC = "not_public", gettext_lazy("weggelaten: niet voor iedereen toegankelijk")
    ENDED = "ended", gettext_lazy("weggelaten: bestaat niet meer")
    OUT_OF_BOX = "out_of_box", gettext_lazy("weggelaten: buiten het kader")
    ELSEWHERE = "elsewhere", gettext_lazy("weggelaten: ligt niet in onze gebieden")
    ARCHIVED = "archived", gettext_lazy("weggelaten: deze plek is bij ons gearchiveerd")
    TWICE = "twice", gettext_lazy("weggelaten: staat ook als een ander object in het bestand")


PROPOSED = (Fate.NEW, Fate.CHANGE, Fate.RENEWED)


@dataclass
class Outcome:
    """The whole import; ``lines`` are what is told about each object."""

    fates: Counter[Fate] = field(default_factory=Counter)
    kept_as_text: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    rows_read: int = 0
    lines: list[str] = field(default_factory=list)

    def note(self, one: OsmObject, fate: Fate, more: str = "") -> None:
        """Count an object and remember what to tell about it."""
        self.fates[fate] += 1
        name = one.first("name") or _("zonder naam")
        told = f"{one.reference} {name}: {fate.label}"
        self.lines.append(f"{told} ({more})" if more else told)

    def note_texts(self, facts: Facts, columns: dict[str, str]) -> None:
        """Count what of a proposal had to stay as it was written, and hours that became rows."""
        for column in columns:
            if column in facts.unreadable:
                text = facts.texts[column]
                self.kept_as_text[(column, text, facts.unreadable[column])] += 1
        self.rows_read += "hours" in columns and "hours" not in facts.unreadable

    @property
    def proposed(self) -> int:
        return sum(self.fates[fate] for fate in PROPOSED)

    def summary(self) -> Iterator[str]:
        """The counts, one line per fact."""
        total = sum(self.fates.values())
        yield (
            ngettext(
                "%d object dat een ontmoetingsplek kan zijn",
                "%d objecten die een ontmoetingsplek kunnen zijn",
                total,
            )
            % total
        )
        for fate in Fate:
            if self.fates[fate]:
                yield f"{self.fates[fate]:>6} {fate.label}"
        yield from self._hours()
        yield from self._others()

    def _hours(self) -> Iterator[str]:
        kept = {key: count for key, count in self.kept_as_text.items() if key[0] == "hours"}
        if self.rows_read or kept:
            counts = {"rows": self.rows_read, "texts": sum(kept.values())}
            yield _("openingstijden: %(rows)d als rijen, %(texts)d als tekst bewaard") % counts
        yield from _told(kept)

    def _others(self) -> Iterator[str]:
        kept = {key: count for key, count in self.kept_as_text.items() if key[0] != "hours"}
        if kept:
            yield _("andere velden die onleesbaar zijn, als tekst bewaard: %d") % sum(kept.values())
        yield from _told(kept)


def _told(kept: dict[tuple[str, str, str], int]) -> Iterator[str]:
    for (column, text, reason), count in list(kept.items())[:SHOWN]:
        label = COLUMNS[column].label
        yield f"{count:>6} {label}: ‘{text[:80]}’: {reason}"
    if len(kept) > SHOWN:
        yield _("       en nog %d andere") % (len(kept) - SHOWN)
