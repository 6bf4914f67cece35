"""Visitors who ask again as soon as they have their answer, over connections that stay open.

A server that hangs up after every answer is connected to anew, within the time that is measured.
"""

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    "Accept-Encoding: {coding}\r\nAccept-Language: nl\r\n"
)
FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n"


@dataclass(frozen=True)
class Ask:
    """A path to get; with the ``body`` of a form, which stays out of the address, one to post.

    ``known`` is the validator of an answer that the visitor has already.
    """

    path: str
    body: str = ""
    known: str = ""
    coding: str = "gzip"

    @property
    def request(self) -> bytes:
        """What goes over the line."""
        body = self.body.encode()
        method = "POST" if body else "GET"
        head = HEAD.format(method=method, path=self.path, coding=self.coding)
        form = FORM.format(length=len(body)) if body else ""
        known = f"If-None-Match: {self.known}\r\n" if self.known else ""
        return f"{head}{form}{known}\r\n".encode() + body


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds; the size is that over the wire."""

    status: int
    seconds: float
    size: int


@dataclass
class Visitor:
    """One connection and what came in over it since the last question."""

    port: int
    line: socket.socket | None = None
    came_in: bytearray = field(default_factory=bytearray)
    asked_at: float = 0.0

    def ask(self, request: bytes) -> socket.socket:
        """Put the question; the line to listen at."""
        self.came_in.clear()
        self.asked_at = time.perf_counter()
        if self.line is None:
            self.line = socket.create_connection(("127.0.0.1", self.port))
            self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.line.sendall(request)
        return self.line

    def listen(self) -> Answer | None:
        """Take in what came; the answer once it is whole."""
        assert self.line is not None
        part = self.line.recv(1 << 18)
        if not part:
            return Answer(0, time.perf_counter() - self.asked_at, 0)
        self.came_in += part
        end = self.came_in.find(b"\r\n\r\n") + 4
        if end < 4:
            return None
        head = bytes(self.came_in[:end]).lower()
        if len(self.came_in) < end + _length(head):
            return None
        answer = Answer(int(head[9:12]), time.perf_counter() - self.asked_at, len(self.came_in))
        if b"\r\nconnection: close\r\n" in head:
            self.hang_up()
        return answer

    def hang_up(self) -> None:
        """Close the line; the next question makes another."""
        if self.line is not None:
            self.line.close()
        self.line = None


def visit(
    port: int, asks: Sequence[Ask], together: int, requests: int, seconds: float
) -> list[Answer]:
    """Ask in turn by so many visitors at once, until the requests or the seconds are used up.

    A visitor whose connection is cut gets status 0 and does not come back.
    """
    questions = [ask.request for ask in asks]
    answers: list[Answer] = []
    asked = 0
    ends = time.perf_counter() + seconds
    with selectors.DefaultSelector() as waiting:

        def send(visitor: Visitor) -> None:
            nonlocal asked
            line = visitor.ask(questions[asked % len(questions)])
            waiting.register(line, selectors.EVENT_READ, visitor)
            asked += 1

        for visitor in [Visitor(port) for _ in range(min(together, requests))]:
            send(visitor)
        while len(answers) < asked:
            for key, _events in waiting.select():
                visitor = key.data
                if (answer := visitor.listen()) is None:
                    continue
                waiting.unregister(key.fileobj)
                answers.append(answer)
                if answer.status and asked < requests and time.perf_counter() < ends:
                    send(visitor)
                else:
                    visitor.hang_up()
    return answers


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    if head[9:12] == b"304":
        return 0
    raise ValueError(f"an answer without a length: {head[:200]!r}")
