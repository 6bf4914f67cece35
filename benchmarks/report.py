"""What was measured, as one reads it: where we stand, then a table for every number of places."""

import statistics
from dataclasses import dataclass

from benchmarks.files import File
from benchmarks.gate import Textbook
from benchmarks.generate import Made
from benchmarks.measure import TOGETHER, Row, Series
from benchmarks.memory import Memory
from benchmarks.overload import Rush
from benchmarks.statements import Behind
from benchmarks.verdicts import Verdict, growth, verdicts
from benchmarks.writes import Writes

HEAD = (
    "| what | p50 | p95 | p99 | cold | plain | constant | lean | textbook "
    f"| p50, {TOGETHER} at once | p95 | p99 | a second | textbook a second | kB | textbook kB "
    "| statements | by themselves | bare SQL |"
)
FEW = 10
"""Where a server gave fewer answers, it is said how many."""

MOST_MEMORY, MOST_SAVE, MOST_BULK = 180, 30, 180
"""Megabytes of a worker, milliseconds of a save, seconds of 100,000 places."""


@dataclass(frozen=True)
class Measured:
    """All that one database gave."""

    made: Made
    places: int
    textbook: dict[str, Textbook]
    rows: list[Row]
    behind: dict[str, Behind]
    files: list[File]
    rush: Rush
    memory: Memory
    writes: Writes

    @property
    def others(self) -> list[Verdict]:
        """The goals that are no scenario's."""
        memory, save = max(self.memory.site, self.memory.late), self.writes.update
        said = [
            Verdict(f"a worker {memory:.0f} of at most {MOST_MEMORY} MB", memory <= MOST_MEMORY),
            Verdict(f"a save {save:.1f} of at most {MOST_SAVE} ms", save <= MOST_SAVE),
            Verdict("500 at once: pages, or 503 with advice", self.rush.is_honest),
        ]
        if bulk := self.writes.bulk:
            said.append(Verdict(f"100,000 in {bulk:.0f} of {MOST_BULK} s", bulk <= MOST_BULK))
        return said


def text_of(about: str, measured: list[Measured]) -> str:
    """The whole of results.md."""
    return "\n\n".join([about, _standing(measured), *map(_part, measured)]) + "\n"


def _standing(measured: list[Measured]) -> str:
    """Goals and what was measured, a column for every number of places."""
    sizes = [f"{one.places:,}" for one in measured]
    by_size = {one.places: one.rows for one in measured}
    ends = (10_000, 1_000_000) if {10_000, 1_000_000} <= by_size.keys() else None
    grows = "growth from 10,000 to 1,000,000"
    lines = ["## Where we stand", "", f"| what | {' | '.join(sizes)} | {grows} |"]
    lines.append("|---" * (len(sizes) + 2) + "|")
    for number, row in enumerate(measured[0].rows):
        cells = ["<br>".join(map(str, verdicts(m.rows[number], m.places))) for m in measured]
        cells.append(str(growth(*(by_size[size][number] for size in ends))) if ends else "")
        if any(cells):
            lines.append(f"| {row.scenario.label} | {' | '.join(cells)} |")
    others = ["<br>".join(map(str, one.others)) for one in measured]
    return "\n".join([*lines, f"| all together | {' | '.join(others)} | |"])


def _part(one: Measured) -> str:
    rule = "|---|" + "---:|" * (HEAD.count("|") - 2)
    rows = [_line(row, one.behind[row.scenario.key]) for row in one.rows]
    table = [f"## {one.places:,} places", "", HEAD, rule, *rows, ""]
    files = ["| file | seconds | MB | places a second |", "|---|---:|---:|---:|"]
    files += [
        f"| `{f.path}` | {f.seconds:.2f} | {f.size / 1e6:.2f} | {one.places / f.seconds:,.0f} |"
        for f in one.files
    ]
    return "\n".join([*table, *(files if one.files else []), "", _words(one)])


def _line(row: Row, behind: Behind) -> str:
    site, textbook = row.site, row.textbook
    cells = [
        row.scenario.label,
        *(_number(site.median), *(_number(site.percentile(part)) for part in (0.95, 0.99))),
        *(_number(row.cold.median if row.cold.answers else None), _number(row.plain.median)),
        *(_beside(row.constant, site.times(row.constant)), _beside(row.lean, site.times(row.lean))),
        _beside(textbook, textbook.times(site)),
        *(_number(row.together.percentile(part)) for part in (0.5, 0.95, 0.99)),
        *(_rate(row.together), _rate(row.textbook_together)),
        *(_size(site), _size(textbook)),
        *(str(behind.statements), _number(behind.planned), _number(behind.bare)),
    ]
    return f"| {' | '.join(cells)} |"


def _words(one: Measured) -> str:
    writes, memory, rush = one.writes, one.memory, one.rush
    nothing = statistics.median(row.nothing.median for row in one.rows)
    wrong = "; ".join(
        f"{key}, {of.differ} of {of.asked} lists ({of.found} with places), which have "
        f"{of.right:.0%} of the places"
        for key, of in one.textbook.items()
    )
    bulk = f" 100,000 places by `load_places` {writes.bulk:.0f} s." if writes.bulk else ""
    recovered = f"after {rush.recovered:.1f} s" if rush.recovered else "not while it was watched"
    statuses, slow = (
        ", ".join(f"{count} times {status}" for status, count in counted.items())
        for counted in (rush.statuses, rush.slow)
    )
    return f"""A view that answers one word: {nothing:.2f} ms.
{one.made.told} in {one.made.seconds:.0f} s.

Every answer of the site and of the lean views was that of the honest query. The textbook's differ:
{wrong}.

A save in the admin {writes.admin:.0f} ms, of which {writes.database:.1f} in the database; one
changed text, committed, {writes.update:.1f} ms with all that is derived and
{writes.bare_update:.1f} without.
Importing 5,000 rows: trial {writes.trial:.1f} s, carried out {writes.carried_out:.1f} s.{bulk}

A worker held {memory.site:.0f} MB at most, one of the textbook {memory.textbook:.0f};
{memory.early:.0f} MB after the first and {memory.late:.0f} after all of
{memory.requests:,} more requests.

500 at once: {statuses}; the slow ones among them: {slow}. The last after
{rush.last_answer:.1f} s, as fast as before {recovered}."""


def _beside(other: Series, times: float | None) -> str:
    """Milliseconds of another server, and how many times as long one took as the other."""
    if not other.answers or times is None:
        return ""
    few = f", of {len(other.answers)}" if len(other.answers) < FEW else ""
    return f"{other.median:.2f} ({times:.1f}x{few})"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _rate(series: Series) -> str:
    return f"{series.a_second:,.0f}" if series.answers else ""


def _size(series: Series) -> str:
    return f"{series.kilobytes:.2f}" if series.answers else ""
