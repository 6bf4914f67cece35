"""What a million page views cost, and how long visitors wait when more come than now.

``python -m benchmarks.scaling ADDRESS DATABASE PROCESS [SERVERS]`` asks a mixture of pages of a
site that runs, one at a time, and counts processor seconds of the server (PROCESS and its children)
and of PostgreSQL. Then visitors come at random at two rates, and what they wait is put beside what
a queue says that has as many SERVERS as requests can be at work at once.
"""

import math
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import fmean, pvariance
from urllib.parse import urlsplit

import psycopg2

MIXTURE = {
    "/": 20,
    "/?open=nu": 10,
    "/?q=samen+eten": 5,
    "/?bij=51.9225,4.4792": 10,
    "/?waarde=sfeer&gemeente=rotterdam": 5,
    "/plekken/pauluskerk/": 25,
    "/kaart.geojson?bbox=4.38,51.86,4.58,51.98&zoom=12": 15,
    "/kaart.geojson": 5,
    "/api/v1/plekken?bij=51.9225,4.4792": 5,
}
"""Addresses and how many in a hundred ask them: what we reckon with until there are logs."""

ALONE, A_RATE = 400, 25
"""Requests to measure by one at a time; seconds for which visitors come at each rate."""

LOADS = (0.3, 0.6)


def waits(servers: int, load: float, service: float, variation: float) -> float:
    """Seconds from question to answer, on average (Erlang C; Allen and Cunneen for the variation).

    ``load`` is the part of the time for which each server is busy, ``service`` the seconds of one
    request and ``variation`` the square of their coefficient of variation.
    """
    offered = servers * load
    parts = [offered**n / math.factorial(n) for n in range(servers)]
    full = offered**servers / math.factorial(servers) / (1 - load)
    queued = full / (sum(parts) + full)
    return service + queued * service / (servers * (1 - load)) * (1 + variation) / 2


def main(address: str, database: str, process: int, servers: int) -> None:
    """Print both measurements."""
    host = urlsplit(address).netloc
    draw = random.Random(58)
    asked = draw.choices([*MIXTURE], [*MIXTURE.values()], k=ALONE)
    print("What many ask alike is given again:")
    _alone(host, database, process, asked)
    print("Everything is made anew:")
    service, variation = _alone(host, database, process, list(map(_anew, asked)))
    for load in LOADS:
        rate = load * servers / service
        measured = _at_random(host, rate, draw)
        expected = waits(servers, load, service, variation)
        print(f"{rate:.1f} a second: {1000 * measured:.0f} ms, reckoned {1000 * expected:.0f}")


def _alone(host: str, database: str, process: int, asked: list[str]) -> tuple[float, float]:
    """Seconds from question to answer, one at a time, and the square of their variation."""
    with closing(psycopg2.connect(database)) as connection:
        for path in dict.fromkeys(asked):
            _seconds(host, path)
        before = _processor(process, connection)
        alone = [_seconds(host, path) for path in asked]
        spent = [
            now - then for now, then in zip(_processor(process, connection), before, strict=True)
        ]
    service, variation = fmean(alone), pvariance(alone) / fmean(alone) ** 2
    for name, seconds in zip(("server", "PostgreSQL"), spent, strict=True):
        each = seconds / ALONE
        print(f"{name}: {1000 * each:.1f} ms a page, {each / 0.0036:.1f} hours a million")
    print(f"alone: {1000 * service:.1f} ms, variation {variation:.2f}")
    return service, variation


def _anew(path: str) -> str:
    """With a name that the site does not know: then no answer is kept."""
    return f"{path}{'&' if '?' in path else '?'}meting=1"


def _at_random(host: str, rate: float, draw: random.Random) -> float:
    """How long visitors wait who know nothing of each other."""
    start, moment, waiting = time.monotonic(), 0.0, []
    with ThreadPoolExecutor(64) as visitors:
        while (moment := moment + draw.expovariate(rate)) < A_RATE:
            time.sleep(max(0.0, start + moment - time.monotonic()))
            path = _anew(draw.choices([*MIXTURE], [*MIXTURE.values()])[0])
            waiting.append(visitors.submit(_seconds, host, path))
    return fmean(one.result() for one in waiting)


def _seconds(host: str, path: str) -> float:
    began = time.perf_counter()
    with closing(HTTPConnection(host, timeout=60)) as visitor:
        visitor.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = visitor.getresponse()
        answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} gives {answer.status}")
    return time.perf_counter() - began


def _processor(process: int, connection: "psycopg2.extensions.connection") -> tuple[float, float]:
    """Seconds that the server and the connections of its database have worked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        backends = [pid for (pid,) in cursor.fetchall()]
    return sum(map(_worked, [process, *_children(process)])), sum(map(_worked, backends))


def _children(process: int) -> list[int]:
    said = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [deeper for child in map(int, said) for deeper in (child, *_children(child))]


def _worked(process: int) -> float:
    user, system = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / 100


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int((sys.argv[4:] or ["1"])[0]))
