"""One database measured: the site, the textbook and the floor, in turns and in the same minutes."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from benchmarks.connections import connected
from benchmarks.draw import Drawn, drawings
from benchmarks.memory import peak
from benchmarks.scenarios import SCENARIOS, Scenario
from benchmarks.server import Servers, served, site_alone, validator
from benchmarks.visitors import Answer, Ask, visit

ROUNDS = 3
"""Each with servers that have just started; what is told of all is the median of the rounds."""

SECONDS, MOST = 0.5, 300
"""How long each is asked, and how often at most: at least once, however slow it is."""

TOGETHER = 8
DRAWN = 300
"""So many questions, all of a round with other values."""

SLOW = 1.0
"""Seconds: who takes longer is not asked by eight at once, which would only measure waiting."""

NOTHING = Ask("/nothing")


@dataclass
class Series:
    """The answers of one server to one scenario, and the median of each round, in milliseconds."""

    answers: list[Answer] = field(default_factory=list)
    medians: list[float] = field(default_factory=list)

    def add(self, answers: Sequence[Answer]) -> None:
        """The answers of one round."""
        self.answers += answers
        self.medians.append(statistics.median(one.seconds for one in answers) * 1000)

    def percentile(self, part: float) -> float:
        """Of all answers, in milliseconds."""
        times = sorted(one.seconds * 1000 for one in self.answers)
        return times[min(len(times) - 1, int(len(times) * part))]

    @property
    def median(self) -> float:
        """The median of the rounds' medians."""
        return statistics.median(self.medians)

    def times(self, other: "Series") -> float | None:
        """How many times as long this took as the other, by the median of the rounds."""
        if not self.medians or not other.medians:
            return None
        pairs = zip(self.medians, other.medians, strict=False)
        return statistics.median(one / another for one, another in pairs)

    @property
    def a_second(self) -> float:
        """Answers per second to all visitors of the series together."""
        return TOGETHER * len(self.answers) / sum(one.seconds for one in self.answers)

    @property
    def kilobytes(self) -> float:
        """The middle size over the wire, headers included."""
        return statistics.median(one.size for one in self.answers) / 1000


@dataclass
class Row:
    """What was measured of one scenario."""

    scenario: Scenario
    site: Series = field(default_factory=Series)
    cold: Series = field(default_factory=Series)
    plain: Series = field(default_factory=Series)
    together: Series = field(default_factory=Series)
    textbook: Series = field(default_factory=Series)
    textbook_together: Series = field(default_factory=Series)
    lean: Series = field(default_factory=Series)
    constant: Series = field(default_factory=Series)
    nothing: Series = field(default_factory=Series)


def measured(url: str, places: int, rounds: int) -> tuple[list[Row], float, float]:
    """Every scenario in rounds; in each the site, the textbook and the floor take turns.

    Also the megabytes that a worker of the site and one of the textbook held at most.
    """
    rows = [Row(scenario) for scenario in SCENARIOS]
    for row in rows:
        if row.scenario.cold:
            _measure_cold(url, row)
    site, textbook = 0.0, 0.0
    for number in range(rounds):
        with connected(url) as cursor:
            drawn = list(islice(drawings(cursor, number), DRAWN))
        with served(url) as servers:
            for row in _turned(rows, number):
                _measure(servers, row, drawn, places)
            site = max(site, peak(servers.site_process))
            textbook = max(textbook, peak(servers.textbook_process))
    return rows, site, textbook


def _turned(rows: list[Row], number: int) -> list[Row]:
    """Every round begins with another scenario, so that none always is the first."""
    start = number * len(rows) // ROUNDS
    return rows[start:] + rows[:start]


def _measure_cold(url: str, row: Row) -> None:
    """The first answer of a site that just started, which nobody had asked anything else."""
    with connected(url) as cursor:
        drawn = next(drawings(cursor, 0))
    with site_alone(url) as port:
        row.cold.add(_asked(port, [row.scenario.asked(drawn)], 1, 1))


def _measure(servers: Servers, row: Row, drawn: list[Drawn], places: int) -> None:
    one = row.scenario
    known = validator(servers.site, one.site) if one.again else ""
    good = 304 if one.again else 200
    asks = [one.asked(values, known) for values in drawn]
    warm = _asked(servers.site, asks, 4, 12, good)
    row.nothing.add(_asked(servers.floor, [NOTHING], 1, MOST))
    row.constant.add(_asked(servers.floor, [_constant(servers.floor, warm)], 1, MOST))
    row.site.add(_asked(servers.site, asks, 1, MOST, good))
    row.plain.add(
        _asked(servers.site, [one.asked(v, known, "identity") for v in drawn], 1, 60, good)
    )
    if one.textbook and places <= one.textbook_most:
        _measure_textbook(servers.textbook, row, [one.asked_textbook(v) for v in drawn])
    if one.lean:
        lean = [one.asked_lean(v) for v in drawn]
        _asked(servers.floor, lean, 4, 12)
        row.lean.add(_asked(servers.floor, lean, 1, MOST))
    row.together.add(_asked(servers.site, asks, TOGETHER, 2 * MOST, good))


def _constant(port: int, answers: Sequence[Answer]) -> Ask:
    """A constant of as many bytes over the line as the middle one of these answers, headers too."""
    head = _asked(port, [Ask("/constant/0")], 1, 1)[0].size
    size = statistics.median_low(one.size for one in answers)
    return Ask(f"/constant/{max(0, size - head)}")


def _measure_textbook(port: int, row: Row, asks: list[Ask]) -> None:
    first = _asked(port, asks[:1], 1, 1)
    if first[0].seconds < SLOW:
        _asked(port, asks, TOGETHER, 2 * TOGETHER)
    row.textbook.add(_asked(port, asks, 1, MOST))
    if row.textbook.medians[-1] < SLOW * 1000:
        row.textbook_together.add(_asked(port, asks, TOGETHER, 2 * MOST))


def _asked(
    port: int, asks: Sequence[Ask], together: int, requests: int, good: int = 200
) -> list[Answer]:
    answers = visit(port, asks, together, requests, SECONDS)
    wrong = _statuses(answers) - {good}
    if wrong:
        raise SystemExit(f"{asks[0].path} at port {port} answered {sorted(wrong)}, not {good}")
    return answers


def _statuses(answers: Iterable[Answer]) -> set[int]:
    return {answer.status for answer in answers}
