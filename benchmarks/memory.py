"""What the workers of a server hold of memory, and whether more requests make it more."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.visitors import Ask, visit

REQUESTS, FIRST, TOGETHER = 10_000, 2_000, 8
LONGEST = 120.0
"""Seconds for all of them."""


@dataclass(frozen=True)
class Memory:
    """Megabytes: the most that a worker of the site held in the whole bench, and one of the
    textbook; of the site after some requests and after many more, and how many those were."""

    site: float
    textbook: float
    early: float
    late: float
    requests: int


def peak(process: int) -> float:
    """The most that any process below this one ever held, in megabytes."""
    return max((_held(one, "VmHWM") for one in _below(process)), default=0.0)


def held(process: int) -> float:
    """What the largest process below this one holds now, in megabytes."""
    return max((_held(one, "VmRSS") for one in _below(process)), default=0.0)


def after_many(port: int, process: int, asks: Sequence[Ask]) -> tuple[float, float, int]:
    """Megabytes after the first requests and after all of them, and how many were made."""
    first = visit(port, asks, TOGETHER, FIRST, LONGEST / 3)
    early = held(process)
    rest = visit(port, asks, TOGETHER, REQUESTS, LONGEST)
    return early, held(process), len(first) + len(rest)


def _below(process: int) -> list[int]:
    """The children of a process, and theirs."""
    children: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        children += [int(child) for child in task.read_text().split()]
    return [one for child in children for one in [child, *_below(child)]]


def _held(process: int, name: str) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    return 0.0
