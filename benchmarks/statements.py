"""The statements behind a question, by themselves: what the database costs without the site.

Run by itself, in the settings of a database, it reads questions as JSON and writes what each asks.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import islice
from typing import Any

from benchmarks.connections import connected
from benchmarks.draw import drawings
from benchmarks.floor.statements import prepared
from benchmarks.generate import ROOT
from benchmarks.inside import asker
from benchmarks.scenarios import SCENARIOS, Scenario
from benchmarks.server import SETTINGS

ROUNDS, SECONDS = 15, 0.5
DRAWN = 5


@dataclass(frozen=True)
class Behind:
    """How many statements an answer takes; milliseconds that they take by themselves, planned every
    time as the site sends them, and of the lean statement when it is prepared; None without one."""

    statements: int
    planned: float
    bare: float | None


def behind(url: str) -> dict[str, Behind]:
    """By scenario."""
    with connected(url) as cursor:
        drawn = list(islice(drawings(cursor, 0), DRAWN))
        asked = [(one, one.asked(values)) for one in SCENARIOS for values in drawn]
        sent = _sent(url, [(ask.path, ask.body, one.again) for one, ask in asked])
        by_key: dict[str, list[list[str]]] = {}
        for (one, _), statements in zip(asked, sent, strict=True):
            by_key.setdefault(one.key, []).append(statements)
        return {one.key: _behind(cursor, one, by_key[one.key], drawn) for one in SCENARIOS}


def _behind(
    cursor: Any, one: Scenario, sent: list[list[str]], drawn: list[dict[str, Any]]
) -> Behind:
    planned = statistics.median(_median(cursor, statements) for statements in sent)
    name = one.lean.partition("?")[0]
    return Behind(max(map(len, sent)), planned, _bare(cursor, name, drawn) if name else None)


def _bare(cursor: Any, name: str, drawn: list[dict[str, Any]]) -> float:
    """The lean statement, prepared and executed with everything that was drawn; the quicker of one
    plan for all values and a plan for each."""
    modes = ("force_generic_plan", "force_custom_plan")
    return min(_prepared_median(cursor, name, drawn, mode) for mode in modes)


def _prepared_median(cursor: Any, name: str, drawn: list[dict[str, Any]], mode: str) -> float:
    sql, names = prepared(name)
    cursor.execute(f"SET plan_cache_mode = {mode}")
    cursor.execute(f"PREPARE bare AS {sql}")
    places = ", ".join(["%s"] * len(names))
    execute = f"EXECUTE bare({places})" if names else "EXECUTE bare"
    calls = [
        cursor.mogrify(execute, [str(values[one]) for one in names]).decode() for values in drawn
    ]
    times = statistics.median(_median(cursor, [call]) for call in calls)
    cursor.execute("DEALLOCATE bare")
    cursor.execute("RESET plan_cache_mode")
    return times


def _median(cursor: Any, statements: list[str]) -> float:
    times: list[float] = []
    while len(times) < 3 or (len(times) < ROUNDS and sum(times) < SECONDS * 1000):
        times.append(_once(cursor, statements))
    return statistics.median(times)


def _once(cursor: Any, statements: list[str]) -> float:
    began = time.perf_counter()
    for sql in statements:
        cursor.execute(sql)
        cursor.fetchall()
    return (time.perf_counter() - began) * 1000


def _sent(url: str, questions: list[tuple[str, str, bool]]) -> list[list[str]]:
    """What the site sends for each, asked in a process with its settings."""
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.statements"],
        input=json.dumps(questions).encode(),
        cwd=ROOT,
        env={**os.environ, **SETTINGS, "DATABASE_URL": url},
        check=True,
        stdout=subprocess.PIPE,
    )
    sent: list[list[str]] = json.loads(answer.stdout)
    return sent


def _write() -> None:
    ask = asker()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(path: str, body: str, known: str = "") -> tuple[list[str], str]:
        """The statements, and the validator of the answer."""
        with CaptureQueriesContext(connection) as statements:
            answer = ask(path, body, **({"HTTP_IF_NONE_MATCH": known} if known else {}))
        return [one["sql"] for one in statements.captured_queries], answer.get("ETag", "")

    questions = json.load(sys.stdin)
    # What is asked once per process is not counted.
    known = [asked(path, body)[1] for path, body, _ in questions]
    sent = [
        asked(path, body, tag if again else "")[0]
        for (path, body, again), tag in zip(questions, known, strict=True)
    ]
    json.dump(sent, sys.stdout)


if __name__ == "__main__":
    _write()
