"""Work on the next part of a file while the database takes in the one before: each has a core."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")


def one_ahead(work: Callable[[Part], Made], parts: Sequence[Part]) -> Iterator[tuple[Part, Made]]:
    """Each part with what ``work`` makes of it, in order.

    It runs in a thread of its own, in the language of this one, and so must not ask the database.
    """
    with ThreadPoolExecutor(1) as pool:
        coming = [pool.submit(copy_context().run, work, part) for part in parts[:1]]
        for number, part in enumerate(parts):
            made = coming.pop().result()
            coming = [
                pool.submit(copy_context().run, work, next_one)
                for next_one in parts[number + 1 : number + 2]
            ]
            yield part, made
