"""One database measured: every question beside the floor, and the same work without the site."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

from benchmarks.files import File, files
from benchmarks.generate import ROOT, connected, name_of
from benchmarks.questions import EVERYTHING, FLOOR, QUESTIONS, SAME_BYTES, Question
from benchmarks.server import SETTINGS, fetched, served
from benchmarks.statements import seconds_of
from benchmarks.visitors import Answer, visit

ROUNDS, BUDGET = 3, 40.0
"""Rounds for every size, fewer where answers take so long that these seconds are used up."""

SECONDS = 0.5
TOGETHER = 8
RUSH = 200


@dataclass
class Row:
    """What was measured of one question; times in milliseconds."""

    question: Question
    alone: list[Answer] = field(default_factory=list)
    together: list[Answer] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    lean: list[float] = field(default_factory=list)
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
    def times_lean(self) -> float | None:
        """Median against that of the same statement without anything around it."""
        return self.percentiles()[0] / statistics.median(self.lean) if self.lean else None

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


def measured(url: str) -> tuple[list[Row], list[File], Rush]:
    """All questions in alternating rounds, then every file, and then a rush."""
    of_site = [Row(question) for question in QUESTIONS]
    rows = [Row(FLOOR), Row(SAME_BYTES), *of_site]
    with served(url) as port:
        _keep_page(fetched(port, "/"))
        for row in rows:
            visit(port, row.question, 2, 4, 1)
        ends = time.monotonic() + BUDGET
        for number in range(ROUNDS):
            if number and time.monotonic() > ends:
                break
            _measure_once(port, rows)
        made = files(port)
        rush = _rush(port, url)
    _measure_statements(url, of_site)
    return rows, made, rush


def _measure_once(port: int, rows: list[Row]) -> None:
    floor = [answer.seconds for answer in visit(port, FLOOR, 1, 2000, 0.3)]
    for row in rows:
        row.floors.append(statistics.median(floor) * 1000)
        row.alone += _good(port, row.question, 1, 400)
        row.together += _good(port, row.question, TOGETHER, 800)
        if lean := row.question.lean:
            row.lean += [answer.seconds * 1000 for answer in _good(port, lean, 1, 400)]


def _good(port: int, question: Question, together: int, requests: int) -> list[Answer]:
    answers = visit(port, question, together, requests, SECONDS)
    wrong = {answer.status for answer in answers} - {200}
    if wrong:
        raise SystemExit(f"{question} answered {wrong}")
    return answers


def _rush(port: int, url: str) -> Rush:
    answers = visit(port, EVERYTHING, RUSH, RUSH, 60)
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


def _measure_statements(url: str, of_site: list[Row]) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.statements"],
        cwd=ROOT,
        env={**os.environ, **SETTINGS, "DATABASE_URL": url},
        check=True,
        stdout=subprocess.PIPE,
    )
    with connected(url) as cursor:
        for row, statements in zip(of_site, json.loads(answer.stdout), strict=True):
            row.statements = len(statements)
            prepared, planned = seconds_of(cursor, statements)
            row.prepared, row.planned = prepared * 1000, planned * 1000


def _keep_page(page: bytes) -> None:
    file = ROOT / "var" / "benchmark" / "page.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page)
