"""Two colleagues merge the same two places at the same moment, each the other way around.

On real connections, each with transactions of its own; what is stored is removed by hand.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connections
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from places import merging
from places.archiving import archive
from places.merging import Merger
from places.models import Place
from tests.entries import administrator

SLUGS = ("dubbel-een", "dubbel-twee")


@pytest.fixture
def two_places(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Two places that every connection sees, and somebody who may merge them."""
    with django_db_blocker.unblock():
        user = administrator()
        for slug in SLUGS:
            Place.objects.create(name=slug, slug=slug, status="gepubliceerd")
        try:
            yield
        finally:
            for slug in SLUGS:
                Place.objects.get(slug=slug).delete()
                Place.history.filter(slug=slug).delete()
            user.delete()
            connections.close_all()


def test_only_one_of_two_wins(two_places: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "archive", later(archive))
    ready = Barrier(2, timeout=20)

    def merge(slugs: tuple[str, str]) -> bool:
        kept, gone = (Place.objects.get(slug=slug) for slug in slugs)
        ready.wait()
        try:
            Merger(kept, gone, administrator(), {}).carry_out(timezone.localdate(), "dubbel")
        except ValidationError:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(merge, [SLUGS, SLUGS[::-1]])) == [False, True]
    assert Place.objects.get(status="gearchiveerd", slug__in=SLUGS).successor is not None


def later(work: Any) -> Any:
    """The same, but late enough for the other to come in between."""

    def slow(*arguments: Any) -> Any:
        time.sleep(0.3)
        return work(*arguments)

    return slow
