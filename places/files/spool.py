"""Files are written to an anonymous file on disk first, and sent when they are whole.

So a slow client holds no transaction, and what goes wrong is said instead of torn off halfway.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore
from typing import BinaryIO

from django.http import FileResponse

PATIENCE = 20.0
"""Seconds that one waits for who is being served before."""

AT_ONCE = 2
"""Files of a process that may be waited for, written or sent: half of its threads (scripts/serve).

Who does not read what is sent holds a thread for as long as they like; pages keep the others.
"""

_turn = BoundedSemaphore()
_hands = BoundedSemaphore(AT_ONCE)


class BusyError(Exception):
    """This process has its hands full of files for others."""


class Handed(FileResponse):
    """A file on its way to a client; ``held`` is let go of when it is there, or nobody wants it."""

    block_size = 2**16

    def __init__(self, file: BinaryIO, held: ExitStack) -> None:
        super().__init__(file)
        self._held = held

    def close(self) -> None:
        super().close()
        self._held.close()


@contextmanager
def a_hand() -> Iterator[ExitStack]:
    """What a file is held with until it is sent; free again at once when none comes of it.

    Give it on with ``pop_all()``. Raises ``BusyError`` when none is free.
    """
    if not _hands.acquire(blocking=False):
        raise BusyError
    with ExitStack() as held:
        held.callback(_hands.release)
        yield held


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A process writes one file at a time, so that pages stay quick. Raises ``BusyError``."""
    if not _turn.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _turn.release()


def spooled(parts: Iterable[str]) -> BinaryIO:
    """These texts in UTF-8 as a file that is gone when it is closed."""
    file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        for part in parts:
            file.write(part.encode())
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
