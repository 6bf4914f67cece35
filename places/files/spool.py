"""Files are written to an anonymous file on disk first, and sent when they are whole.

So a slow client holds no transaction, and what goes wrong is said instead of torn off halfway.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import BinaryIO

PATIENCE = 20.0
"""Seconds that one waits for who is being served before."""

_turn = BoundedSemaphore()


class BusyError(Exception):
    """Somebody else's file is still being written in this process."""


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
