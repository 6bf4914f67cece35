"""The goals of a scenario beside what was measured of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.measure import Row

MANY = 10_000
"""From so many places on there is something to win from a textbook."""


@dataclass(frozen=True)
class Verdict:
    """A goal in words with the number that was measured, and whether it is met."""

    words: str
    met: bool

    def __str__(self) -> str:
        return f"{'✓' if self.met else '✗'} {self.words}"


def verdicts(row: Row, places: int) -> Iterator[Verdict]:
    """All that is meant of this scenario at this number of places: beside the textbook from
    ``MANY`` on, beside the floor at any number."""
    goals = row.scenario.goals
    if (least := goals.textbook.get(places)) and (times := row.textbook.times(row.site)):
        yield Verdict(f"{times:.1f} of {least:g} times textbook", times >= least)
    if goals.lean and (times := row.site.times(row.lean)):
        yield Verdict(f"{times:.1f} of at most {goals.lean:g} times lean", times <= goals.lean)
    if goals.constant and (times := row.site.times(row.constant)):
        met = times <= goals.constant
        yield Verdict(f"{times:.1f} of at most {goals.constant:g} times constant", met)
    if most := goals.milliseconds.get(places):
        median = row.site.median
        yield Verdict(f"{median:.1f} of at most {most:g} ms", median <= most)
    yield from _of_bytes(row, places)


def _of_bytes(row: Row, places: int) -> Iterator[Verdict]:
    goals, size = row.scenario.goals, row.site.kilobytes
    if goals.kilobytes:
        yield Verdict(f"{size:.1f} of at most {goals.kilobytes:g} kB", size <= goals.kilobytes)
    if goals.of_bytes and places >= MANY and row.textbook.answers:
        part = size / row.textbook.kilobytes
        words = f"{part:.2f} of at most {goals.of_bytes:.2f} of the textbook's bytes"
        yield Verdict(words, part <= goals.of_bytes)


def growth(small: Row, large: Row) -> Verdict:
    """How much longer the same takes with a hundred times as many places."""
    times = large.site.median / small.site.median
    return Verdict(f"{times:.1f} of at most 2 times", times <= 2)
