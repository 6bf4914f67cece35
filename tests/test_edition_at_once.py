"""Two transactions that end at once; on real connections, tidied up by hand."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from places.models import Place, Source
from tests.two_at_once import PATIENCE, another, until_it_waits

TITLE = "tegelijk"


@pytest.fixture
def real_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            Source.objects.filter(title=TITLE).delete()
            connections.close_all()


def test_who_waits_for_a_place_does_not_keep_the_edition_from_who_holds_it(
    real_database: None,
) -> None:
    held, touched = Place.objects.published().values_list("pk", flat=True)[:2]
    with ThreadPoolExecutor(1) as pool, another() as one, another() as other:
        one.execute("SELECT FROM places_place WHERE id = %s FOR UPDATE", [held])
        one.execute("UPDATE places_place SET note = note WHERE id = %s", [held])
        other.execute("UPDATE places_place SET note = note WHERE id = %s", [touched])
        row = "INSERT INTO places_source (place_id, title, as_of, position)"
        other.execute(f"{row} VALUES (%s, %s, '', 0)", [held, TITLE])
        waiting = pool.submit(other.connection.commit)
        until_it_waits(other)
        one.connection.commit()
        waiting.result(PATIENCE)
