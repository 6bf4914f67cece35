"""A primary, a standby that follows it, and the site in front of them as two processes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2

CHECKOUT = Path(__file__).parent.parent
PATIENCE = 30
"""Seconds for what takes one on a machine with nothing else to do."""


@dataclass(frozen=True)
class Answer:
    """What came of a question."""

    status: int
    tag: str
    body: bytes

    @property
    def text(self) -> str:
        """The body, as it is read."""
        return self.body.decode()


@dataclass(frozen=True)
class Site:
    """Two processes of one site, by port, and the directory of their databases."""

    folder: str
    ports: tuple[int, int]

    def ask(self, path: str, process: int = 0, **headers: str) -> Answer:
        """An answer of the first process or the second; ``cookie="a=b"`` is a header."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named["Host"] = "localhost"  # both are one site, and answers name it
        with closing(HTTPConnection("127.0.0.1", self.ports[process], timeout=PATIENCE)) as one:
            one.request("GET", path, headers=named)
            given = one.getresponse()
            return Answer(given.status, given.headers.get("ETag", ""), given.read())

    def run(self, which: str, statement: str) -> list[tuple[Any, ...]]:
        """What a statement gives in the ``primary`` or the ``standby``."""
        known = {"host": f"{self.folder}/{which}", "user": "huiskamers", "dbname": "huiskamers"}
        with closing(psycopg2.connect(**known)) as connection, connection.cursor() as cursor:
            connection.autocommit = True
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    @contextmanager
    def without(self, which: str) -> Iterator[None]:
        """As long as the ``primary`` or the ``standby`` is stopped."""
        _standby("away", self.folder, which)
        yield
        _standby("back", self.folder, which)


@contextmanager
def replicated_site(database_url: str, folder: str) -> Iterator[Site]:
    """Of what is in a database now, in a directory that is not there yet."""
    primary, standby = _standby("start", folder, database_url).split()
    known = {"DATABASE_URL": primary, "REPLICA_URLS": standby, "LOCATIESERVER_URL": ""}
    try:
        with _served(os.environ | known) as first, _served(os.environ | known) as second:
            _wait_for(first, second)
            yield Site(folder, (first, second))
    finally:
        _standby("stop", folder)


def until(holds: Callable[[], bool]) -> None:
    """Wait for something to be so."""
    late = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < late, "it did not come in time"
        time.sleep(0.02)


def of_database(url: str, name: str) -> str:
    """The address of another database of the same server, as PostgreSQL's own programs read it."""
    return urlunsplit(urlsplit(url)._replace(scheme="postgresql", path=f"/{name}"))


def _standby(what: str, *more: str) -> str:
    script = CHECKOUT / "scripts" / "standby"
    done = subprocess.run([script, what, *more], capture_output=True, text=True, cwd=CHECKOUT)
    assert not done.returncode, done.stderr
    return done.stdout


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    with closing(socket.socket()) as holder:
        holder.bind(("127.0.0.1", 0))
        port = holder.getsockname()[1]
    options = f"--interface wsgi --host 127.0.0.1 --port {port} --workers 1 --blocking-threads 2"
    command = [sys.executable, "-m", "granian", *options.split(), "--log-level", "error"]
    server = subprocess.Popen(
        [*command, "--no-access-log", "huiskamers.wsgi:application"], env=environment, cwd=CHECKOUT
    )
    try:
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for(*ports: int) -> None:
    until(lambda: all(map(_answers, ports)))


def _answers(port: int) -> bool:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as one:
        try:
            one.request("GET", "/gezond/klaar")
            return one.getresponse().read() == b"ok"
        except (OSError, HTTPException):
            return False
