"""How PostgreSQL answers every statement over a millisecond that the site sends: what it reads.

    scripts/with-settings python -m benchmarks.plans > benchmarks/plans.md

with ``DATABASE_URL`` of a database that the bench keeps. Statements within functions are told too,
each on a line of its own. ``docs/performance.md`` has the reasons.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from benchmarks.draw import drawings
from benchmarks.inside import asker
from benchmarks.scenarios import ANEW, SCENARIOS

LEAST = 1
"""Milliseconds."""

EXPLAIN = """
LOAD 'auto_explain';
SET auto_explain.log_min_duration = %s;
SET auto_explain.log_nested_statements = on;
SET auto_explain.log_analyze = on;
SET auto_explain.log_timing = off;
SET auto_explain.log_buffers = on;
SET auto_explain.log_format = json;
SET client_min_messages = log;
"""
_TOLD = re.compile(r"duration: ([\d.]+) ms\s+plan:\s*(\{.*\})", re.DOTALL)
_VALUES = re.compile(r"'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b")
_LIST = re.compile(r"\?(?:\s*,\s*-?\?)+")
_SHOWN = 110


@dataclass
class Told:
    """A statement: how long it took, the buffers it read, what they were of, and who asked."""

    milliseconds: float
    pages: int
    read: list[str]
    addresses: list[str] = field(default_factory=list)


class Plans:
    """Takes what PostgreSQL says to a connection, and keeps the longest of each statement."""

    def __init__(self) -> None:
        self.by_statement: dict[str, Told] = {}
        self.address = ""

    def append(self, notice: str) -> None:
        """What psycopg2 does with a notice."""
        if not (found := _TOLD.search(notice)):
            return
        milliseconds, plan = float(found[1]), json.loads(found[2])
        statement = _without_values(plan["Query Text"])
        known = self.by_statement.setdefault(statement, Told(0, 0, []))
        if milliseconds > known.milliseconds:
            known.milliseconds, known.pages = milliseconds, _pages(plan["Plan"])
            known.read = list(dict.fromkeys(_read(plan["Plan"])))
        if self.address not in known.addresses:
            known.addresses.append(self.address)


def _without_values(statement: str) -> str:
    return _LIST.sub("?, ...", _VALUES.sub("?", " ".join(statement.split())))


def _pages(node: dict[str, Any]) -> int:
    return int(node.get("Shared Hit Blocks", 0) + node.get("Shared Read Blocks", 0))


def _read(node: dict[str, Any]) -> Iterator[str]:
    """By its name what each node reads, with how many rows; what was never done is not told."""
    if rows := round(node["Actual Rows"] * node["Actual Loops"]):
        if "Index Name" in node:
            yield f"{node['Index Name']} {rows:,}"
        elif node["Node Type"] == "Seq Scan":
            yield f"**all of** {node['Relation Name']} {rows:,}"
        elif "Function Name" in node and node["Function Name"].startswith("places_"):
            yield f"{node['Function Name']}() {rows:,}"
    for one in node.get("Plans", []):
        yield from _read(one)


def _lines(plans: Plans) -> Iterator[str]:
    yield "| ms | pages | statement | what it reads, with rows | asked at |"
    yield "|---:|---:|---|---|---|"
    every = plans.by_statement.items()
    for statement, told in sorted(every, key=lambda one: -one[1].milliseconds):
        first, *others = told.addresses
        asked = f"`{first}`" + (f" and {len(others)} more" if others else "")
        said = statement[:_SHOWN].replace("|", "\\|").replace("`", "")
        yield (
            f"| {told.milliseconds:.1f} | {told.pages:,} | `{said}` | {', '.join(told.read)} |"
            f" {asked} |"
        )


def _write() -> None:
    ask, plans = asker(), Plans()
    from django.db import connection

    from places.models import Place
    from tests.test_query_counts import STATED

    def ask_anew(path: str, body: str) -> None:
        plans.address = path
        ask(path + ("&" if "?" in path else "?") + ANEW, body)

    with connection.cursor() as cursor:
        [drawn] = islice(drawings(cursor, 0), 1)
    asked = [one.asked(drawn) for one in SCENARIOS if not one.again]
    questions = [*((one.path, one.body) for one in asked), *((path, "") for path in STATED)]
    print(f"# Statements over a millisecond, among {Place.objects.count():,} places\n")
    for path, body in questions:
        ask_anew(path, body)  # what is asked once per process, and plans that a connection keeps
    with connection.cursor() as cursor:
        cursor.execute(EXPLAIN, [LEAST])
    connection.connection.notices = plans
    for path, body in questions:
        ask_anew(path, body)
    print("\n".join(_lines(plans)))


if __name__ == "__main__":
    _write()
