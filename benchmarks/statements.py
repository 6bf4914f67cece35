"""The statements behind an address, by themselves: what the database costs without the site.

Run by itself, in the settings of a database, it writes them per address as JSON.
"""

import json
import statistics
import sys
import time
from typing import Any

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


def _behind(address: str) -> list[str]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as statements:
        Client(HTTP_HOST="127.0.0.1").get(address)
    return [one["sql"] for one in statements.captured_queries]


def _write(addresses: list[str]) -> None:
    import django

    django.setup()
    for address in addresses:
        _behind(address)  # what is asked once per process is not counted
    json.dump({address: _behind(address) for address in addresses}, sys.stdout)


if __name__ == "__main__":
    _write(sys.argv[1:])
