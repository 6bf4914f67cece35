"""The site as `make run` serves it, and beside it the floor and the textbook project."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.generate import ROOT

SETTINGS = {
    **{"DJANGO_SETTINGS_MODULE": "benchmarks.settings", "DEBUG": "false"},
    "CACHE_URL": "",  # every answer is made anew
}
PATIENCE, WHOLE = 30.0, 600.0
"""Seconds to start in, and for the largest file of all."""

BIN = os.path.dirname(sys.executable)
FLOOR = [
    *(f"{BIN}/granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "2"),
    *("--blocking-threads", "4", "--blocking-threads-idle-timeout", "600", "--no-access-log"),
    *("--log-level", "warning", "benchmarks.floor.wsgi:application", "--port"),
]
"""The server of ``scripts/serve`` with its workers and threads."""

TEXTBOOK = [
    *(f"{BIN}/gunicorn", "--workers", str(2 * (os.cpu_count() or 1) + 1), "--timeout", "600"),
    *("--worker-class", "sync", "--log-level", "warning", "benchmarks.peer.wsgi:application"),
    "--bind",
]
"""As many synchronous workers as the documentation of gunicorn says."""


@dataclass(frozen=True)
class Servers:
    """The ports at which the three answer, and the processes of the site and of the textbook."""

    site: int
    floor: int
    textbook: int
    site_process: int
    textbook_process: int


@contextmanager
def served(url: str) -> Iterator[Servers]:
    """All three on this database, as long as the block lasts."""
    with (
        _running(["scripts/serve"], url, "/gezond/live") as (site, site_process),
        _running(FLOOR, url, "/nothing") as (floor, _),
        _running(TEXTBOOK, url, "/api/") as (textbook, textbook_process),
    ):
        yield Servers(site, floor, textbook, site_process, textbook_process)


@contextmanager
def site_alone(url: str) -> Iterator[int]:
    """The port of the site, as long as the block lasts."""
    with _running(["scripts/serve"], url, "/gezond/live") as (site, _):
        yield site


def fetched(port: int, path: str, timeout: float = WHOLE) -> bytes:
    """The page at this path, not compressed."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=timeout) as answer:
        return bytes(answer.read())


def validator(port: int, path: str) -> str:
    """What a visitor who has this page says to ask whether it is still the same."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip", "Host": "127.0.0.1"}
    )
    with urllib.request.urlopen(request, timeout=WHOLE) as answer:
        return str(answer.headers.get("ETag", ""))


@contextmanager
def _running(command: Sequence[str], url: str, path: str) -> Iterator[tuple[int, int]]:
    port = _free_port()
    last = {"--port": str(port), "--bind": f"127.0.0.1:{port}"}.get(command[-1])
    environment = {**os.environ, **SETTINGS, "DATABASE_URL": url, "PORT": str(port)}
    server = subprocess.Popen(
        [*command, *([last] if last else [])],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, path, server)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


def _wait_for(port: int, path: str, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and server.poll() is None:
        try:
            fetched(port, path)
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit(f"{path} at port {port} is not there; try `make run` to see why.")
