"""The statements behind a question, by themselves: what the database costs without the site.

Run by itself, in the settings of a database, it writes those of every question as JSON.
"""

import json
import statistics
import sys
import time
from typing import Any

from benchmarks.questions import QUESTIONS, Question

ROUNDS, SECONDS = 15, 0.6


def seconds_of(cursor: Any, statements: list[str]) -> tuple[float, float]:
    """Median seconds of all statements together: prepared once, and planned every time."""
    prepared = [_prepare(cursor, number, sql) for number, sql in enumerate(statements)]
    both = [_median(cursor, form) for form in (prepared, statements)]
    cursor.execute("DEALLOCATE ALL")
    return both[0], both[1]


def _prepare(cursor: Any, number: int, sql: str) -> str:
    cursor.execute(f"PREPARE statement_{number} AS {sql}")
    return f"EXECUTE statement_{number}"


def _median(cursor: Any, statements: list[str]) -> float:
    times: list[float] = []
    while len(times) < 3 or (len(times) < ROUNDS and sum(times) < SECONDS):
        times.append(_once(cursor, statements))
    return statistics.median(times)


def _once(cursor: Any, statements: list[str]) -> float:
    began = time.perf_counter()
    for sql in statements:
        cursor.execute(sql)
        cursor.fetchall()
    return time.perf_counter() - began


def behind(question: Question) -> list[str]:
    """The statements that an answer takes, their values filled in."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1")
    with CaptureQueriesContext(connection) as statements:
        if question.body:
            client.post(question.path, question.body, "application/x-www-form-urlencoded")
        else:
            client.get(question.path)
    return [one["sql"] for one in statements.captured_queries]


def _write() -> None:
    import django

    django.setup()
    for question in QUESTIONS:
        behind(question)  # what is asked once per process is not counted
    json.dump([behind(question) for question in QUESTIONS], sys.stdout)


if __name__ == "__main__":
    _write()
