"""make bench: how fast every answer is, beside a textbook project and a floor in the same run.

SIZES="58 10000 100000 1000000" are the numbers of places to try, ROUNDS the rounds of each;
KEEP=yes measures in copies of databases that are kept, makes those that are not there, and ends
before it began if one does not fit any more (``benchmarks/kept.py``). The tables are printed and
written to benchmarks/results.md.
"""

import asyncio
import os
import platform
import subprocess
import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.connections import connected
from benchmarks.draw import drawings
from benchmarks.files import File, files
from benchmarks.gate import passed
from benchmarks.generate import ROOT, Made, database_of, keep
from benchmarks.measure import ROUNDS, Row, measured
from benchmarks.memory import Memory, after_many
from benchmarks.overload import Rush, rush
from benchmarks.report import Measured, text_of
from benchmarks.server import served
from benchmarks.statements import behind
from benchmarks.writes import writes

RESULTS = Path(__file__).parent / "results.md"
MOST_IN_FILES, BULK_AT = 10_000, 10_000
"""Beyond so many places files take minutes; with how many the 100,000 are added."""

QUICK = 50.0
"""Milliseconds: what takes longer is not among the ten thousand that show whether memory grows."""


def main() -> None:
    url = os.environ["DATABASE_URL"]
    sizes = [int(size) for size in os.environ.get("SIZES", "58 10000").replace(",", " ").split()]
    kept = bool(os.environ.get("KEEP"))
    for places in sizes if kept else []:
        keep(url, places)
    about = _about(url)
    parts: list[Measured] = []
    for places in sizes:
        with database_of(url, places, kept) as made:
            parts.append(_measured(made, places))
        RESULTS.write_text(text_of(about, parts))
    print(text_of(about, parts))


def _measured(made: Made, places: int) -> Measured:
    url = made.url
    _say(f"{places} places: {made.told} in {made.seconds:.0f} s. Do the answers agree?")
    with served(url) as servers, connected(url) as cursor:
        textbook = passed(servers, cursor)
    _say("they do; measuring")
    rows, site, other = measured(url, places, int(os.environ.get("ROUNDS", ROUNDS)))
    statements = behind(url)
    _say("files, many requests and a rush")
    all_files, memory, seen = _afterwards(url, places, rows)
    _say("writing")
    written = writes(url, bulk=places == BULK_AT)
    early, late, requests = memory
    held = Memory(site, other, early, late, requests)
    return Measured(made, places, textbook, rows, statements, all_files, seen, held, written)


def _afterwards(
    url: str, places: int, rows: list[Row]
) -> tuple[list[File], tuple[float, float, int], Rush]:
    """Files, memory and a rush, with servers of their own each."""
    with connected(url) as cursor:
        drawn = list(islice(drawings(cursor, 99), 100))
    quick = [r.scenario for r in rows if r.site.median < QUICK and not r.scenario.again]
    asks = [one.asked(values) for values in drawn for one in quick]
    with served(url) as servers:
        memory = after_many(servers.site, servers.site_process, asks)
        made = files(servers.site) if places <= MOST_IN_FILES else []
    with served(url) as servers:
        seen = asyncio.run(rush(servers.site))
    return made, memory, seen


def _say(words: str) -> None:
    print(f"-- {time.strftime('%H:%M:%S')} {words}", file=sys.stderr)


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
machine. How it is measured: docs/performance.md.

Times are milliseconds over connections that stay open, compressed as browsers ask; *plain* is
without compression, *cold* the first answer of a site that just started. *constant* is a view that
sends as many bytes as ours did, made beforehand, and *lean* one that sends what one statement
gives, both in a project without anything else; *textbook* is a project of Django and DRF-GIS by
the book. In parentheses: how many times as long ours took as the floor, and the textbook as
ours."""


def _commit() -> str:
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True
    )
    return described.stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
