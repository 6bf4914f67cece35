"""One database measured: every address beside the floor, and the same work without the site."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

from benchmarks.addresses import ADDRESSES
from benchmarks.generate import ROOT, connected, name_of
from benchmarks.server import SETTINGS, fetched, served
from benchmarks.statements import seconds_of
from benchmarks.visitors import Answer, visit

FLOOR = {"vloer": "/vloer/", "vloer, bytes van /": "/vloer/pagina/"}
ROUNDS, BUDGET = 3, 40.0
"""Rounds for every size, fewer where answers take so long that these seconds are used up."""

SECONDS = 0.5
TOGETHER = 8
RUSH = 200


@dataclass
class Row:
    """What was measured of one address; times in milliseconds."""

    label: str
    path: str
    alone: list[Answer] = field(default_factory=list)
    together: list[Answer] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    statements: int = 0
    prepared: float = 0.0
    planned: float = 0.0

    def percentiles(self, together: bool = False) -> list[float]:
        """p50, p95 and p99."""
        times = sorted(
            answer.seconds * 1000 for answer in (self.together if together else self.alone)
        )
        return [times[min(len(times) - 1, int(len(times) * part))] for part in (0.50, 0.95, 0.99)]

    @property
    def ratio(self) -> float:
        """Median against the median floor of the same rounds."""
        return self.percentiles()[0] / statistics.median(self.floors)

    @property
    def a_second(self) -> float:
        """Answers per second to eight visitors at once."""
        busy = sum(answer.seconds for answer in self.together) / TOGETHER
        return len(self.together) / busy

    @property
    def kilobytes(self) -> float:
        """The size of an answer over the wire, headers included."""
        return self.alone[-1].size / 1000


@dataclass(frozen=True)
class Rush:
    """Two hundred questions at once."""

    statuses: dict[int, int]
    slowest: float
    connections: int
    allowed: int


def measured(url: str) -> tuple[list[Row], Rush]:
    """All addresses in alternating rounds, and then a rush."""
    rows = [Row(label, path) for label, path in {**FLOOR, **ADDRESSES}.items()]
    with served(url) as port:
        _keep_page(fetched(port, "/"))
        for row in rows:
            visit(port, row.path, 2, 4, 1)
        ends = time.monotonic() + BUDGET
        for number in range(ROUNDS):
            if number and time.monotonic() > ends:
                break
            _measure_once(port, rows)
        rush = _rush(port, url)
    _measure_statements(url, rows)
    return rows, rush


def _measure_once(port: int, rows: list[Row]) -> None:
    floor = [answer.seconds for answer in visit(port, FLOOR["vloer"], 1, 2000, 0.3)]
    for row in rows:
        row.floors.append(statistics.median(floor) * 1000)
        row.alone += _good(visit(port, row.path, 1, 400, SECONDS), row.path)
        row.together += _good(visit(port, row.path, TOGETHER, 800, SECONDS), row.path)


def _good(answers: list[Answer], path: str) -> list[Answer]:
    wrong = {answer.status for answer in answers} - {200}
    if wrong:
        raise SystemExit(f"{path} answered {wrong}")
    return answers


def _rush(port: int, url: str) -> Rush:
    answers = visit(port, "/", RUSH, RUSH, 60)
    statuses: dict[int, int] = {}
    for answer in answers:
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
    with connected(url) as cursor:
        cursor.execute(
            "SELECT count(*) - 1, current_setting('max_connections')::integer "
            "FROM pg_stat_activity WHERE datname = %s",
            [name_of(url)],
        )
        used, allowed = cursor.fetchone()
    return Rush(statuses, max(answer.seconds for answer in answers), used, allowed)


def _measure_statements(url: str, rows: list[Row]) -> None:
    of_site = [row for row in rows if row.path not in FLOOR.values()]
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.statements", *(row.path for row in of_site)],
        cwd=ROOT,
        env={**os.environ, **SETTINGS, "DATABASE_URL": url},
        check=True,
        stdout=subprocess.PIPE,
    )
    statements = json.loads(answer.stdout)
    with connected(url) as cursor:
        for row in of_site:
            row.statements = len(statements[row.path])
            prepared, planned = seconds_of(cursor, statements[row.path])
            row.prepared, row.planned = prepared * 1000, planned * 1000


def _keep_page(page: bytes) -> None:
    file = ROOT / "var" / "benchmark" / "page.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page)
