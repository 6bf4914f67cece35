"""A page of a part of the map, read at once with the number, is the page of an index."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from places.filters import PlaceFilter
from places.models import paging
from places.models.place import PlaceQuerySet

pytestmark = pytest.mark.django_db

BOX, NEAR = "bbox=4.3,51.8,4.6,52.0", "bij=51.92,4.48&straal=3000"
QUESTIONS = [
    BOX,
    f"{BOX}&q=eten",
    f"{BOX}&q=huis&sorteer=naam",
    f"{BOX}&sorteer=nagekeken",
    NEAR,
    f"{NEAR}&sorteer=naam",
    f"{NEAR}&q=koffie&aanbod=samen-eten",
]


def places(query: str) -> PlaceQuerySet:
    found: PlaceQuerySet = PlaceFilter(QueryDict(query), timezone.now()).qs
    return found


def rows(statement: tuple[str, object]) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize("start", [0, 5, 500])
def test_it_is_the_same_page_and_the_same_number(query: str, start: int) -> None:
    asked = places(query)
    keys = [key for (key,) in rows(asked.page_keys(start, start + 5))]
    assert rows(asked.near_page(start, start + 5)) == [(keys, *rows(asked.number(10_001))[0])]


@pytest.mark.parametrize("query", [*QUESTIONS, "q=eten", "q=paulskerk", "waarde=sfeer", "q=xyzzy"])
@pytest.mark.parametrize("start", [0, 5, 500])
def test_few_are_put_in_the_order_of_the_index(query: str, start: int) -> None:
    asked = places(query)
    by_index = rows(asked.page_keys(start, start + 5))
    assert rows(asked.page_keys(start, start + 5, asked.count())) == by_index


def test_of_too_many_an_index_is_asked() -> None:
    with patch.object(paging, "MOST_SORTED", 3):
        assert rows(places(BOX).near_page(0, 5)) == []


def test_words_are_counted_as_what_they_find() -> None:
    asked = PlaceFilter(QueryDict("q=eten"), timezone.now())
    assert asked.terms
    assert rows(asked.terms.number(10_001)) == rows(asked.qs.number(10_001))
    assert rows(asked.terms.number(3)) == [(3,)]
