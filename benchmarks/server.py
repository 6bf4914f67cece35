"""The site as `make run` serves it, with a floor beside it."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.generate import ROOT

SETTINGS = {"DJANGO_SETTINGS_MODULE": "benchmarks.settings", "DEBUG": "false"}
PATIENCE, WHOLE = 30.0, 600.0
"""Seconds to start in, and for the largest file of all."""


@contextmanager
def served(url: str) -> Iterator[int]:
    """The port at which the site answers from this database, as long as the block lasts."""
    port = _free_port()
    environment = {**os.environ, **SETTINGS, "DATABASE_URL": url, "PORT": str(port)}
    server = subprocess.Popen(["scripts/serve"], cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def fetched(port: int, path: str) -> bytes:
    """The page at this path, not compressed."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=WHOLE) as answer:
        return bytes(answer.read())


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and server.poll() is None:
        try:
            fetched(port, "/vloer/")
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("The site does not start; try `make run` to see why.")
