"""A rush: many requests at once, slow visitors among them, and how soon it is over.

``python -m benchmarks.overload PORT`` tells it of a server that runs; ``rush`` does it for whoever
measures. Every visitor has a connection of its own, and the machine is shared with the server.
"""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from itertools import cycle

VISITORS, ONE_IN_SLOW = 500, 10
DRIBBLE, PAUSE = 40, 0.25
"""Pieces that a slow visitor sends or reads, and the seconds between them: ten in all."""

PATIENCE = 60.0
PROBED_FOR, EVERY = 15.0, 0.1
CALM = 3.0
"""Recovered is when an answer takes no longer than this many times what it took before."""

PAGES = ("/", "/?open=nu", "/?waarde=sfeer&bij=51.9225,4.4792", "/plekken/pauluskerk/")


@dataclass
class Rush:
    """What became of it. Seconds count from the first request."""

    statuses: Counter[str] = field(default_factory=Counter)
    slow: Counter[str] = field(default_factory=Counter)
    without_advice: int = 0
    last_answer: float = 0.0
    recovered: float | None = None
    before: float = 0.0
    pause: float = PAUSE

    @property
    def is_honest(self) -> bool:
        """Whether every request that was sent got a page, or was told when to come back."""
        return set(self.statuses) <= {"200", "503"} and not self.without_advice


async def rush(
    port: int, visitors: int = VISITORS, pages: Sequence[str] = PAGES, pause: float = PAUSE
) -> Rush:
    """So many visitors at once, one in ten of them slow in one of three ways."""
    seen = Rush(before=min([await _probe(port) for _ in range(5)]), pause=pause)
    began = time.perf_counter()
    slow = cycle([_slow_to_ask, _slow_to_send, _slow_to_read])
    paths = cycle(pages)
    everybody: list[Awaitable[None]] = [
        next(slow)(port, seen)
        if number % ONE_IN_SLOW == 0
        else _hasty(port, next(paths), seen, began)
        for number in range(visitors)
    ]
    await asyncio.gather(*everybody, _recovery(port, seen, began))
    return seen


async def _hasty(port: int, path: str, seen: Rush, began: float) -> None:
    head = await _asked(port, _request(path))
    status = head.split(" ")[1] if head.startswith("HTTP/") else "no answer"
    seen.statuses[status] += 1
    seen.without_advice += status == "503" and "retry-after:" not in head.lower()
    seen.last_answer = max(seen.last_answer, time.perf_counter() - began)


async def _recovery(port: int, seen: Rush, began: float) -> None:
    """When the first answer that took as long as before was asked for, of five in a row of which
    most did, as others work here too."""
    calm = max(CALM * seen.before, seen.before + 0.1)
    probed: list[tuple[float, float]] = []
    while (now := time.perf_counter() - began) < PROBED_FOR and seen.recovered is None:
        probed = [*probed[-4:], (now, await _probe(port))]
        quick = [asked_at for asked_at, took in probed if took <= calm]
        if len(probed) == 5 and len(quick) > 2:
            seen.recovered = quick[0]
        await asyncio.sleep(EVERY)


async def _probe(port: int) -> float:
    """Of a page that is made anew: what was given before waits for no seat."""
    began = time.perf_counter()
    head = await _asked(port, _request("/?meting=1"))
    return time.perf_counter() - began if " 200 " in head[:16] else PATIENCE


async def _slow_to_ask(port: int, seen: Rush) -> None:
    """A line of the headers now and then."""
    lines = [f"X-Slow-{number}: yes\r\n".encode() for number in range(DRIBBLE)]
    await _slow(port, seen, [_request("/")[:-2], *lines, b"\r\n"])


async def _slow_to_send(port: int, seen: Rush) -> None:
    """A form, letter by letter."""
    head = "POST /verwijzen/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    length = f"Content-Length: {DRIBBLE}\r\n\r\n"
    await _slow(port, seen, [f"{head}{kind}{length}".encode(), *[b"a"] * DRIBBLE])


async def _slow(port: int, seen: Rush, pieces: Sequence[bytes]) -> None:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(seen.pause)
        head = (await asyncio.wait_for(reader.readline(), PATIENCE)).decode()
        writer.close()
    except OSError:
        head = ""
    seen.slow[head.split(" ")[1] if head else "sent away"] += 1


async def _slow_to_read(port: int, seen: Rush) -> None:
    """A page in small sips."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=512)
    writer.write(_request("/"))
    head = (await reader.readline()).decode()
    for _ in range(DRIBBLE):
        if not await reader.read(256):
            break
        await asyncio.sleep(seen.pause)
    writer.close()
    seen.slow[head.split(" ")[1] if head else "sent away"] += 1


async def _asked(port: int, request: bytes) -> str:
    """The head of the answer, once all of it came; empty when there was none."""
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request)
            answer = await reader.read(-1)
            writer.close()
    except (OSError, TimeoutError):
        return ""
    return answer.split(b"\r\n\r\n")[0].decode("latin-1")


def _request(path: str) -> bytes:
    headers = "Host: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n"
    return f"GET {path} HTTP/1.1\r\n{headers}\r\n".encode()


if __name__ == "__main__":
    print(asyncio.run(rush(int(sys.argv[1]))))
