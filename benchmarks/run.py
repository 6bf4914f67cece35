"""make bench: how fast every answer is, against a floor measured in the same run.

SIZES="58 10000" are the numbers of places to try; KEEP=yes keeps the databases. The table is
printed and written to benchmarks/results.md.
"""

import os
import platform
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.files import File
from benchmarks.generate import ROOT, connected, database_of
from benchmarks.measure import RUSH, TOGETHER, Row, Rush, measured

RESULTS = Path(__file__).parent / "results.md"
HEAD = (
    "| what | question | p50 | p95 | p99 | x floor | x lean "
    f"| p50, {TOGETHER} at once | p95 | a second | kB | statements | bare SQL | planned each time |"
)


def main() -> None:
    url = os.environ["DATABASE_URL"]
    sizes = [int(size) for size in os.environ.get("SIZES", "58 10000").replace(",", " ").split()]
    parts = [_about(url)]
    for places in sizes:
        began = time.monotonic()
        with database_of(url, places, keep=bool(os.environ.get("KEEP"))) as made:
            filled = time.monotonic() - began
            print(f"-- {places} places made in {filled:.0f} s, measuring", file=sys.stderr)
            rows, files, rush = measured(made)
        parts.append(_table(places, filled, rows, files, rush))
    text = "\n\n".join(parts) + "\n"
    RESULTS.write_text(text)
    print(text)


def _about(url: str) -> str:
    with connected(url) as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), default_version "
            "FROM pg_available_extensions WHERE name = 'postgis'"
        )
        postgresql, postgis = cursor.fetchone()
    return f"""# How fast

Made by `make bench` on {date.today()} from commit `{_commit()}`: {os.cpu_count()} cores, load
{os.getloadavg()[0]:.1f} at the start, Python {platform.python_version()},
PostgreSQL {postgresql.split()[0]}, PostGIS {postgis}. Server, database and visitors share the
machine.

Times are milliseconds, over connections that stay open, compressed. *x floor* is the median
against that of a constant view in the same process and rounds, *x lean* against a view that sends
the same document from the same statement with nothing around it; *bare SQL* is the same statements
prepared once and executed by themselves, *planned each time* the way the site sends them."""


def _commit() -> str:
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True
    )
    return described.stdout.strip() or "unknown"


def _table(places: int, filled: float, rows: list[Row], files: list[File], rush: Rush) -> str:
    rule = "|---|---|" + "---:|" * 12
    lines = [f"## {places:,} places", "", HEAD, rule, *map(_line, rows), ""]
    lines += ["| file | seconds | MB | places a second |", "|---|---:|---:|---:|"]
    lines += [
        f"| `{one.path}` | {one.seconds:.2f} | {one.size / 1e6:.2f} | {places / one.seconds:,.0f} |"
        for one in files
    ]
    lines.append("")
    statuses = ", ".join(f"{count} times {status}" for status, count in rush.statuses.items())
    lines.append(
        f"Made and filled in {filled:.0f} s. {RUSH} requests for `/` at once: {statuses}; the last "
        f"after {rush.slowest:.1f} s, over {rush.connections} connections of the {rush.allowed} "
        "that PostgreSQL allows."
    )
    return "\n".join(lines)


def _line(row: Row) -> str:
    alone, together = row.percentiles(), row.percentiles(together=True)
    lean = "" if row.times_lean is None else f"{row.times_lean:.2f}"
    numbers = [*together[:2], row.a_second, row.kilobytes]
    sql = [f"{row.statements}", f"{row.prepared:.2f}", f"{row.planned:.2f}"]
    ratios = [*(f"{number:.2f}" for number in [*alone, row.ratio]), lean]
    cells = [row.question.label, f"`{row.question}`", *ratios, *(f"{one:.2f}" for one in numbers)]
    return "| " + " | ".join([*cells, *(sql if row.statements else ["", "", ""])]) + " |"


if __name__ == "__main__":
    main()
