"""All places as a file of each form: how long until it is there, whole."""

import time
from dataclasses import dataclass

from benchmarks.server import fetched

PATHS = ["/plekken.geojson", "/plekken.csv", "/plekken.xlsx", "/plekken.gpkg", "/plekken.osm.json"]


@dataclass(frozen=True)
class File:
    """What one file took; seconds, and bytes before compression."""

    path: str
    seconds: float
    size: int


def files(port: int) -> list[File]:
    """Every form once, after it was asked for a single gebied: its module is there then."""
    return [_file(port, path) for path in PATHS]


def _file(port: int, path: str) -> File:
    fetched(port, f"{path}?gebied=centrum")
    began = time.perf_counter()
    size = len(fetched(port, path))
    return File(path, time.perf_counter() - began, size)
