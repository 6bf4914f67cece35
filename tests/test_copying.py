"""Rows that are copied into the database are what saving them one by one would leave there."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from places.coordinates import rd_point
from places.models import Place
from places.models.copying import copy_rows, new_keys
from tests.entries import entry, rows_around

pytestmark = pytest.mark.django_db

ODD = ["", "\\N", "\\", "een\ttab", "twee\nregels\r", "{\"a\": 'b'}", "ë 🏠", "\\.", "\x01", "NULL"]


def copied(row: Any) -> Any:
    """The row as it stands in its table afterwards."""
    [row.pk] = new_keys(type(row), 1)
    copy_rows(type(row), [row])
    return type(row)._default_manager.get(pk=row.pk)


def kept(row: Any) -> dict[str, Any]:
    names = {field.attname for field in row._meta.concrete_fields if not field.primary_key}
    found: dict[str, Any] = type(row)._default_manager.values(*names).get(pk=row.pk)
    return found


def test_rows_of_every_kind_are_as_if_they_were_saved() -> None:
    rows = rows_around(entry())
    with transaction.atomic():
        for row in rows:
            row.save()
        wanted = [kept(row) for row in rows]
        transaction.set_rollback(True)
    assert [kept(copied(row)) for row in rows_around(entry())] == wanted


@pytest.mark.parametrize("words", ODD, ids=ascii)
def test_words_come_through_as_they_are(words: str) -> None:
    place = copied(Place(slug="odd", name="Vreemd", note=words, name_variants=[words, '"']))
    assert (place.note, place.name_variants) == (words, [words, '"'])


def test_a_point_and_what_is_empty_come_through() -> None:
    point = rd_point(4.48, 51.92)
    place = copied(Place(slug="odd", name="Ergens", location=point, location_precision="adres"))
    assert place.location.equals_exact(point)
    assert (place.since, place.kind, place.hours_complete) == (None, None, False)
    assert place.created_at is not None


def test_what_a_row_may_not_be_is_said_as_for_any_other_row() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        copied(Place(slug="pauluskerk", name="Nog een"))
