"""So many work at once, others wait a while, and nobody waits for ever."""

import asyncio
import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event
from typing import Any

import pytest
from django.db import connection
from django.http import FileResponse, HttpResponse
from pytest_django import DjangoDbBlocker

from benchmarks.overload import Rush, rush
from huiskamers.seats import Seats

ROOT = Path(__file__).parent.parent
Answer = tuple[str, dict[str, str], bytes]


def asked(seats: Seats, path: str = "/", **environ: Any) -> Answer:
    """What the server would send."""
    told: list[Any] = []
    pieces = seats({"PATH_INFO": path, **environ}, lambda *head: told.extend(head))
    return told[0], dict(told[1]), b"".join(pieces)


def backend() -> int:
    """The process of PostgreSQL that answers this thread."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def answering(work: Callable[[], object], kind: type[Any] = HttpResponse) -> Any:
    """An application that does this and says that it is done."""

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        work()
        start("200 OK", [])
        answer: Iterable[bytes] = kind(io.BytesIO(b"klaar") if kind is FileResponse else b"klaar")
        return answer

    return application


@contextmanager
def taken(patience: float, path: str = "/") -> Iterator[Seats]:
    """One seat, and somebody who sits there until the block is over."""
    sits, may_go = Event(), Event()

    def work() -> None:
        if not sits.is_set():
            sits.set()
            may_go.wait(10)

    seats = Seats(answering(work), 1, patience)
    with ThreadPoolExecutor(1) as first:
        first.submit(asked, seats)
        sits.wait(10)
        yield seats
        may_go.set()


def test_as_many_work_at_once_as_there_are_seats() -> None:
    together = Barrier(3)
    seats = Seats(answering(lambda: together.wait(10)), 3, 10)
    with ThreadPoolExecutor(3) as visitors:
        answers = [visitors.submit(asked, seats) for _ in range(3)]
        assert [one.result()[2] for one in answers] == [b"klaar"] * 3


def test_one_more_than_there_are_seats_waits() -> None:
    together = Barrier(3)
    seats = Seats(answering(lambda: together.wait(0.5)), 2, 10)
    with ThreadPoolExecutor(3) as visitors:
        answers = [visitors.submit(asked, seats) for _ in range(3)]
        assert {type(one.exception()) for one in answers} == {BrokenBarrierError}


def test_one_seat_after_another_gives_its_connections(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    seen: list[int] = []
    seats = Seats(answering(lambda: seen.append(backend())), 1, 10)
    with django_db_blocker.unblock(), ThreadPoolExecutor(3) as visitors:
        for _ in range(3):
            visitors.submit(asked, seats).result()
        seats.free.get().databases[0].close()
    assert len(set(seen)) == 1


@pytest.mark.django_db
def test_a_thread_has_its_own_connections_back() -> None:
    seen: list[int] = []
    before, seats = backend(), Seats(answering(lambda: seen.append(backend())), 1, 10)
    asked(seats)
    seats.free.get().databases[0].close()
    assert backend() == before
    assert before not in seen


def test_who_gets_no_seat_in_time_hears_when_to_come_back() -> None:
    with taken(patience=0.05) as seats:
        status, headers, page = asked(seats)
    assert (status, headers["Retry-After"]) == ("503 Service Unavailable", "5")
    assert "heel druk" in page.decode()
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/en/plekken/pauluskerk/", "text/html; charset=utf-8", "very busy"),
        ("/api/v1/plekken", "application/problem+json", '"status": 503'),
    ],
)
def test_everybody_hears_it_as_they_can_read_it(path: str, kind: str, words: str) -> None:
    with taken(patience=0.05) as seats:
        _status, headers, page = asked(seats, path)
    assert headers["Content-Type"] == kind
    assert words in page.decode()


def test_who_waits_in_time_gets_the_answer() -> None:
    with ThreadPoolExecutor(1) as second:
        with taken(patience=10) as seats:
            waits = second.submit(asked, seats)
            time.sleep(0.05)
            assert not waits.done()
        assert waits.result()[2] == b"klaar"


def test_a_process_lives_also_when_it_is_busy() -> None:
    with taken(patience=0.05) as seats:
        seats.application = answering(lambda: None)
        assert asked(seats, "/gezond/live")[2] == b"klaar"


def test_who_sends_slowly_takes_no_seat() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            sends.set()
            may_go.wait(10)
            return super().read(size)

    sends, may_go = Event(), Event()
    seats = Seats(answering(lambda: None), 1, 10)
    form: dict[str, Any] = {"CONTENT_LENGTH": "3", "wsgi.input": Slow(b"a=b")}
    with ThreadPoolExecutor(1) as sender:
        slow = sender.submit(lambda: asked(seats, **form))
        sends.wait(10)
        assert asked(seats)[2] == b"klaar"
        may_go.set()
        assert slow.result()[2] == b"klaar"


def test_a_body_comes_whole() -> None:
    read: list[bytes] = []

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        read.append(environ["wsgi.input"].read())
        return answering(lambda: None)(environ, start)  # type: ignore[no-any-return]

    body = b"x" * 200_000
    sent: dict[str, Any] = {"CONTENT_LENGTH": "200000", "wsgi.input": io.BytesIO(body)}
    asked(Seats(application, 1, 10), **sent)
    assert read == [body]


def test_who_reads_a_file_slowly_keeps_no_seat() -> None:
    seats = Seats(answering(lambda: None, FileResponse), 1, 0.05)
    unread = seats({"PATH_INFO": "/plekken.csv"}, lambda *head: None)
    assert asked(seats)[2] == b"klaar"
    assert b"".join(unread) == b"klaar"


@pytest.mark.django_db
def test_a_rush_at_a_real_server_is_answered_and_over() -> None:
    """Slow visitors among them; over no more connections than seats, and a line."""
    with _served() as port:
        seen = _rushed(port, 120, ["/", "/plekken/pauluskerk/"])
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'a rush'"
            )
            (connections,) = cursor.fetchone()
    assert seen.is_honest, seen
    assert seen.statuses["200"] > 0
    assert 0 < connections <= 3 + 1
    assert seen.recovered is not None


def _rushed(port: int, visitors: int, paths: list[str]) -> Rush:
    """In a thread of its own: browser tests leave theirs with a loop that goes on."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(lambda: asyncio.run(rush(port, visitors, paths, pause=0.05))).result()


@contextmanager
def _served() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    socket_folder, name = connection.settings_dict["HOST"], connection.settings_dict["NAME"]
    quoted = str(socket_folder).replace("/", "%2F")
    url = f"postgis://{connection.settings_dict['USER']}@{quoted}/{name}"
    environ = {**os.environ, "DATABASE_URL": url, "SEATS": "3", "PATIENCE": "1", "DEBUG": "true"}
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)),
            *(
                "--blocking-threads",
                "140",
                "--log-level",
                "critical",
                "huiskamers.wsgi:application",
            ),
        ],
        env=environ | {"PGAPPNAME": "a rush"},
        cwd=ROOT,
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")
