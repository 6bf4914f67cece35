"""From what was asked to wishes: what each parameter means for a place."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from places.freshness import fresh_since
from places.models.conditions import (
    all_tags,
    any_tag,
    checked_since,
    inside,
    kept_any_tag,
    kept_checked_since,
    kept_inside,
    kept_matching,
    kept_within,
    matching,
    within,
)
from places.models.openness import kept_open_at, open_at
from places.models.squares import around
from places.models.wish import Wish

ALL_OF = ("waarde", "dilemma", "kenmerk", "doelgroep", "aanbod", "taal")
"""Parameters of which every value must hold."""

ANY_OF = ("soort", "gemeente", "gebied", "wijk", "netwerk")
"""Parameters of which one value is enough."""


def wishes_of(asked: Mapping[str, Any], today: date) -> Iterator[Wish]:
    """One wish for everything that can be let go of by itself, of good values by parameter."""
    yield from _of_tags(asked)
    if terms := asked.get("q"):
        yield Wish("q", "q", matching(terms), kept=kept_matching(terms), common=terms.common)
    if moment := asked.get("open"):
        yield Wish("open", "open", open_at(moment), instead=True, kept=kept_open_at(moment))
    if months := asked.get("nagekeken"):
        since = fresh_since(today, int(months))
        kept = kept_checked_since(since)
        yield Wish("nagekeken", "nagekeken", checked_since(since), instead=True, kept=kept)
    yield from _of_the_map(asked)


def _of_tags(asked: Mapping[str, Any]) -> Iterator[Wish]:
    for name in ALL_OF:
        for tag in asked.get(name) or []:
            yield Wish(name, tag, all_tags([tag]), kept=kept_any_tag([tag]), tags=[tag])
    for name in ANY_OF:
        if tags := asked.get(name):
            kept = kept_any_tag(tags)
            yield Wish(name, name, any_tag(tags), instead=True, kept=kept, tags=tags)


def _of_the_map(asked: Mapping[str, Any]) -> Iterator[Wish]:
    near, metres = asked.get("bij"), asked.get("straal")
    if near and metres:
        circle = near.point, metres
        kept, extent = kept_within(*circle), partial(around, *circle)
        yield Wish("straal", "straal", within(*circle), kept=kept, extent=extent)
    if box := asked.get("bbox"):
        kept = kept_inside(box)
        yield Wish("bbox", "bbox", inside(box), kept=kept, extent=lambda: box.extent)
