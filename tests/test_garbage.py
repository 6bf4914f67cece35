"""A large file does not change how a process looks for garbage afterwards."""

import gc
from pathlib import Path

import pytest

from places.importing.garbage import SELDOM, seldom_looked_for
from places.importing.places import load_places
from places.importing.report import Refused


def test_within_it_garbage_is_looked_for_seldom() -> None:
    with seldom_looked_for():
        assert gc.get_threshold()[0] == SELDOM


def test_a_file_that_is_refused_leaves_it_as_it_was(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    with pytest.raises(Refused):
        load_places(str(tmp_path / "nothing.json"))
    assert gc.get_threshold() == usual
