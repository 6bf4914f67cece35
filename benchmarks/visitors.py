"""Visitors who ask again as soon as they have their answer, over connections that stay open."""

import selectors
import socket
import time
from dataclasses import dataclass, field

from benchmarks.questions import Question

HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    "Accept-Encoding: gzip\r\nAccept-Language: nl\r\n"
)
FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n"


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    seconds: float
    size: int


@dataclass
class Visitor:
    """One connection and what came in over it since the last question."""

    line: socket.socket
    came_in: bytearray = field(default_factory=bytearray)
    asked_at: float = 0.0

    def ask(self, request: bytes) -> None:
        """Put the question."""
        self.came_in.clear()
        self.asked_at = time.perf_counter()
        self.line.sendall(request)

    def listen(self) -> Answer | None:
        """Take in what came; the answer once it is whole."""
        part = self.line.recv(1 << 18)
        if not part:
            return Answer(0, time.perf_counter() - self.asked_at, 0)
        self.came_in += part
        end = self.came_in.find(b"\r\n\r\n") + 4
        if end < 4 or len(self.came_in) < end + _length(bytes(self.came_in[:end])):
            return None
        status = int(self.came_in[9:12])
        return Answer(status, time.perf_counter() - self.asked_at, len(self.came_in))


def visit(
    port: int, question: Question, together: int, requests: int, seconds: float
) -> list[Answer]:
    """Ask by so many visitors at once, until the requests or the seconds are used up.

    A visitor whose connection is cut gets status 0 and does not come back.
    """
    request = _request(question)
    answers: list[Answer] = []
    asked = 0
    ends = time.perf_counter() + seconds
    with selectors.DefaultSelector() as waiting:
        visitors = [Visitor(socket.create_connection(("127.0.0.1", port))) for _ in range(together)]
        for visitor in visitors:
            visitor.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(visitor.line, selectors.EVENT_READ, visitor)
            visitor.ask(request)
            asked += 1
        while len(answers) < asked:
            for key, _events in waiting.select():
                visitor = key.data
                if (answer := visitor.listen()) is None:
                    continue
                answers.append(answer)
                if answer.status and asked < requests and time.perf_counter() < ends:
                    visitor.ask(request)
                    asked += 1
                else:
                    waiting.unregister(visitor.line)
                    visitor.line.close()
    return answers


def _request(question: Question) -> bytes:
    body = question.body.encode()
    head = HEAD.format(method="POST" if body else "GET", path=question.path)
    form = FORM.format(length=len(body)) if body else ""
    return f"{head}{form}\r\n".encode() + body


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    raise ValueError(f"an answer without a length: {head[:200]!r}")
