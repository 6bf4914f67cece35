"""How many requests work at once in a process: who works has a seat, and with it its connections.

The server's own threads, of which there are many, work when they have a seat, and else wait: for
one, for somebody who sends slowly, for somebody who reads slowly. Who gets no seat in time hears
503 and when to come back, so that a rush is over soon after its last visitor, instead of everybody
waiting for answers to those who left long ago. PostgreSQL sees as many connections as there are
seats, whatever comes. Threads of their own for seats, that a request is handed to and back, took
0.3 ms of every answer.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore
from typing import IO, Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

ALIVE = "/gezond/live"
"""What a balancer asks to learn whether the process lives: it does, also when it is busy."""

WAITING, SENDING = 96, 32
"""Requests that may wait for a seat, and be on their way to us, in a process. Each keeps a thread
of the server; ``scripts/serve`` gives it that many, so that one is left to say that it is busy."""

AGAIN = "5"
"""Seconds after which one may come back: a rush is answered by then."""

IN_MEMORY, PIECE = 1_000_000, 65_536

WORDS = {
    "nl": ("Even geduld", "Het is nu heel druk. Probeer het over een paar tellen nog eens."),
    "en": ("Just a moment", "It is very busy right now. Please try again in a few seconds."),
}


class Seat:
    """Connections to databases, which whoever sits here has as those of the thread."""

    def __init__(self) -> None:
        self.databases: list[BaseDatabaseWrapper] = []

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Lend them to this thread, and keep what it connected to meanwhile for the next."""
        own = _exchanged_for(self.databases)
        try:
            yield
        finally:
            self.databases = _exchanged_for(own)


class Seats:
    """An application of which so many requests work at once; others wait so many seconds."""

    def __init__(self, application: Application, seats: int, patience: float) -> None:
        self.application, self.patience = application, patience
        self.free: LifoQueue[Seat] = LifoQueue()
        for _ in range(seats):
            self.free.put(Seat())
        self.waiting, self.sending = BoundedSemaphore(seats + WAITING), BoundedSemaphore(SENDING)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] == ALIVE:
            return self.application(environ, start)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            if not self._has_its_body(environ, body) or not self.waiting.acquire(blocking=False):
                return _busy(environ, start)
            try:
                return self._answer(environ, start)
            finally:
                self.waiting.release()

    def _answer(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """From the seat that was left last: its connections have their plans at hand."""
        try:
            seat = self.free.get(timeout=self.patience)
        except Empty:
            return _busy(environ, start)
        try:
            with seat.taken():
                return self._worked(environ, start)
        finally:
            self.free.put(seat)

    def _worked(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """The whole answer; what comes from a file is sent when the seat is another's."""
        answer: Any = self.application(environ, start)
        if getattr(answer, "streaming", True):
            return answer  # type: ignore[no-any-return]
        try:
            return list(answer)
        finally:
            answer.close()

    def _has_its_body(self, environ: Environ, body: IO[bytes]) -> bool:
        """Read what is sent along, before anybody who could work has to wait for it."""
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal() or not int(length):
            return True
        if not self.sending.acquire(blocking=False):
            return False
        try:
            _read(environ["wsgi.input"], int(length), body)
            environ["wsgi.input"] = body
        finally:
            self.sending.release()
        return True


def _exchanged_for(databases: list[BaseDatabaseWrapper]) -> list[BaseDatabaseWrapper]:
    """Give this thread these connections; those that it had, which others may use from now on."""
    had = list(connections.all(initialized_only=True))
    for database in had:
        del connections[database.alias]
        if not database.allow_thread_sharing:
            database.inc_thread_sharing()
    for database in databases:
        connections[database.alias] = database
    return had


def _read(stream: IO[bytes], length: int, body: IO[bytes]) -> None:
    while length and (piece := stream.read(min(length, PIECE))):
        body.write(piece)
        length -= len(piece)
    body.seek(0)


def _busy(environ: Environ, start: Start) -> Iterable[bytes]:
    """Without Django: saying that there is no time must take none."""
    path = environ["PATH_INFO"]
    title, words = WORDS["en" if path.startswith("/en/") else "nl"]
    if path.startswith("/api/"):
        kind, text = "application/problem+json", _problem(title, words)
    else:
        kind, text = "text/html; charset=utf-8", _page(title, words)
    headers = {"Content-Type": kind, "Retry-After": AGAIN, "Cache-Control": "no-store"}
    headers |= {"Access-Control-Allow-Origin": "*", "Content-Security-Policy": "default-src 'none'"}
    body = text.encode()
    start("503 Service Unavailable", [*headers.items(), ("Content-Length", str(len(body)))])
    return [body]


def _problem(title: str, words: str) -> str:
    problem = {"type": "about:blank", "title": title, "status": 503, "detail": words}
    return json.dumps(problem, ensure_ascii=False)


def _page(title: str, words: str) -> str:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f"<!doctype html><html>{head}<title>{title}</title><h1>{title}</h1><p>{words}</p></html>"
