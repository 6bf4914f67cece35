"""The real site for the browser: the production server, on a database and folders of its own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2.sql import SQL, Identifier

CHECKOUT = Path(__file__).parent.parent.parent
PATIENCE = 60
"""Seconds until the first page must be there."""

EVERYTHING_ASKED = "[asked] %(method)s %(path)s?%(query_string)s %(status)d"
"""Of each request, more than any server of ours writes down."""

BESIDE = ["a_place_that_closed.py", "people_with_an_account.py", "things_that_wait.py"]
"""Scripts that add to what the fixtures know; what they print is read as JSON."""


@dataclass(frozen=True)
class Site:
    """A site that runs: its address, where its mail and photos go, and keys of rows by name.

    ``log`` is all that the server says, with every address that it was asked.
    """

    address: str
    mail: Path
    media: Path
    log: Path
    keys: dict[str, int]
    environment: dict[str, str]

    def manage(self, *words: str) -> str:
        """What a command of ``manage.py`` says, run as the site's own timers would."""
        return _run(self.environment, CHECKOUT / "manage.py", *words)

    def restore(self) -> None:
        """Everything in the database as it was at first; whoever was logged in is no longer."""
        _remade(self.environment["DATABASE_URL"])


@contextmanager
def running_site(name: str, folder: Path) -> Iterator[Site]:
    """A site with the places of Rotterdam; its database is gone afterwards."""
    server_url = os.environ["DATABASE_URL"]
    database = f"{urlsplit(server_url).path.strip('/')}_browser_{name}"
    with _own_database(server_url, database) as database_url, _free_port() as port:
        # Nobody outside is asked for addresses. Tiles keep theirs: the browser lets no request out.
        mail, media, address = folder / "mail", folder / "media", f"http://127.0.0.1:{port}"
        environment = os.environ | {
            "DATABASE_URL": database_url,
            "LOCATIESERVER_URL": "",
            "EMAIL_HOST": "",
            "EMAIL_FILE_PATH": str(mail),
            "MEDIA_ROOT": str(media),
            "SITE_URL": address,
        }
        _run(environment, CHECKOUT / "scripts" / "fill_database.py")
        keys = _added(environment)
        log = folder / "server.log"
        with _kept_clean(server_url, database), _server(environment, port, log):
            yield Site(address, mail, media, log, keys, environment)


@contextmanager
def _own_database(server_url: str, database: str) -> Iterator[str]:
    """The address of an empty database; one that a killed run left behind is replaced."""
    drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database))
    _command(server_url, drop)
    _command(server_url, SQL("CREATE DATABASE {}").format(Identifier(database)))
    try:
        yield urlunsplit(urlsplit(server_url)._replace(path=f"/{database}"))
    finally:
        _command(server_url, drop)


@contextmanager
def _kept_clean(server_url: str, database: str) -> Iterator[None]:
    """A copy of the database as it is now, to go back to."""
    clean = Identifier(f"{database}_clean")
    drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(clean)
    _command(server_url, drop)
    _command(server_url, SQL("CREATE DATABASE {} TEMPLATE {}").format(clean, Identifier(database)))
    try:
        yield
    finally:
        _command(server_url, drop)


def _remade(database_url: str) -> None:
    """The database anew from its copy; the server connects again by itself."""
    database = urlsplit(database_url).path.strip("/")
    names = Identifier(database), Identifier(f"{database}_clean")
    _command(database_url, SQL("DROP DATABASE {} WITH (FORCE)").format(names[0]))
    _command(database_url, SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))


def _command(server_url: str, command: object) -> None:
    """One statement in the maintenance database; databases are not made inside a transaction."""
    address = urlsplit(server_url)._replace(scheme="postgresql", path="/postgres")
    with closing(psycopg2.connect(urlunsplit(address))) as connection:
        connection.autocommit = True
        connection.cursor().execute(command)


@contextmanager
def _free_port() -> Iterator[int]:
    """A port that nobody else is handed for as long as we do not use it ourselves."""
    with closing(socket.socket()) as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def _added(environment: dict[str, str]) -> dict[str, int]:
    """The keys that the scripts beside this file tell."""
    printed = [_run(environment, Path(__file__).parent / name) for name in BESIDE]
    return {name: key for text in printed if text for name, key in json.loads(text).items()}


def _run(environment: dict[str, str], script: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, script, *words],
        env=environment,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert not done.returncode, done.stderr
    return done.stdout


@contextmanager
def _server(environment: dict[str, str], port: int, log: Path) -> Iterator[None]:
    """Granian as in production, but with one worker (one visitor at a time) and an access log."""
    options = f"--interface wsgi --host 127.0.0.1 --port {port} --workers 1 --blocking-threads 4"
    command = [sys.executable, "-m", "granian", *options.split(), "--log-level", "warning"]
    command += ["--access-log", "--access-log-fmt", EVERYTHING_ASKED, "huiskamers.wsgi:application"]
    with log.open("wb") as written:
        server = subprocess.Popen(
            command, env=environment, cwd=CHECKOUT, stdout=written, stderr=written
        )
    try:
        _wait_for(server, port)
        yield
    finally:
        server.terminate()
        server.wait(PATIENCE)
        sys.stderr.write("".join(_complaints(log)))


def _complaints(log: Path) -> Iterator[str]:
    """What the server said besides what it was asked."""
    for line in log.read_text("utf-8", "replace").splitlines(keepends=True):
        if "[asked]" not in line:
            yield line


def _wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while not _answers(port):
        assert server.poll() is None, "the server stopped before it served a page"
        assert time.monotonic() < until, "the server gave no page"
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/gezond/live")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
