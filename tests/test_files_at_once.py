"""A file is made while somebody publishes a place; on real connections, tidied up by hand."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import InternalError, connections
from pytest_django import DjangoDbBlocker

from places.models import Place
from places.models.file_rows import snapshot

SLUG = "later-gekomen"


@pytest.fixture
def real_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            Place.objects.at_address(SLUG).delete()
            Place.history.filter(slug=SLUG).delete()
            connections.close_all()


def publish() -> None:
    Place.objects.create(name=SLUG, slug=SLUG, status="gepubliceerd")
    connections.close_all()


def test_a_file_is_one_moment_of_the_data(real_database: None) -> None:
    with snapshot():
        before = Place.objects.published().count()
        with ThreadPoolExecutor(1) as other:
            other.submit(publish).result()
        assert Place.objects.published().count() == before
    assert Place.objects.published().count() == before + 1


def test_who_makes_a_file_writes_nothing(real_database: None) -> None:
    with pytest.raises(InternalError, match="read-only"), snapshot():
        Place.objects.create(name=SLUG, slug=SLUG)
