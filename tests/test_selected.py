"""What is asked in SQL of our own is what Django finds, in its order, however it is looked up."""

import pytest
from django.db import connection

from places.models import Source
from places.models.selected import Selected
from places.models.sorting import BY_KEY
from tests.asking import found
from tests.rows import keys_of, plan_of, rows

pytestmark = pytest.mark.django_db

BOX, NEAR = "bbox=4.3,51.8,4.6,52.0", "bij=51.92,4.48&straal=3000"
QUESTIONS = [
    BOX,
    f"{BOX}&q=eten",
    f"{BOX}&q=huis&sorteer=naam",
    f"{BOX}&sorteer=nagekeken",
    f"{BOX}&waarde=sfeer&open=2026-11-24T17:45&bij=51.92,4.48",
    NEAR,
    f"{NEAR}&sorteer=naam",
    f"{NEAR}&q=koffie&aanbod=samen-eten",
    "",
    "sorteer=nagekeken",
    "bij=51.92,4.48",
    "q=eten",
    "q=paulskerk",
    "q=xyzzy",
    "waarde=sfeer",
    "soort=huiskamer&gebied=noord&gebied=centrum",
    "nagekeken=12",
    "open=2026-12-25T12:00",
    "open=2026-12-26T12:00&kenmerk=geen-balie",
    "open=2026-11-24T17:45&taal=turks&netwerk=sol",
]


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize("start", [0, 5, 500])
def test_a_page_is_that_of_django(query: str, start: int) -> None:
    asked = found(query)
    keys = list(asked.qs.values_list("pk", flat=True))
    for number in (None, len(keys)):
        page = keys_of(asked.selected.keys(start, start + 5, number))
        assert page == keys[start : start + 5]


@pytest.mark.parametrize("query", QUESTIONS)
def test_there_are_as_many(query: str) -> None:
    asked = found(query)
    assert rows(asked.selected.number(10_001)) == [(asked.qs.count(),)]
    assert rows(asked.selected.number(2)) == [(min(2, asked.qs.count()),)]


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize("start", [0, 5, 500])
def test_a_page_is_read_with_its_number(query: str, start: int) -> None:
    asked = found(query)
    keys = list(asked.qs.values_list("pk", flat=True))
    assert rows(asked.selected.numbered_keys(start, start + 5, 100)) == [
        (keys[start : start + 5], len(keys))
    ]


@pytest.mark.parametrize("query", QUESTIONS)
def test_a_page_may_go_by_key(query: str) -> None:
    asked = found(query)
    keys = list(BY_KEY.of(asked.qs).values_list("pk", flat=True))
    selected = Selected(asked.selected.conditions, BY_KEY)
    for number in (None, len(keys)):
        assert keys_of(selected.keys(2, 7, number)) == keys[2:7]


def test_of_too_many_there_is_no_page() -> None:
    assert rows(found(BOX).selected.numbered_keys(0, 5, 3)) == []


def test_words_are_counted_as_what_they_find() -> None:
    asked = found("q=eten")
    assert asked.terms
    assert rows(asked.terms.number(10_001)) == rows(asked.selected.number(10_001))
    assert rows(asked.terms.number(3)) == [(3,)]


@pytest.mark.parametrize("query", ["soort=leeszaal", "open=2026-11-24T17:45"])
def test_a_table_may_have_another_name(query: str) -> None:
    """Of another table around it, so that a name from there would be an error."""
    places = found(query).qs
    around = Source.objects.filter(place__in=places.order_by()).values_list("place", flat=True)
    assert set(around) == {place.pk for place in places} != set()


@pytest.mark.parametrize("query", [BOX, NEAR, f"{NEAR}&q=koffie", f"{BOX}&waarde=sfeer"])
def test_names_of_everything_are_read_to_order_and_not_to_find_what_is_near(query: str) -> None:
    asked = found(query).selected
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("DROP INDEX places_place_location_379f2e9c_id, place_by_tag, place_by_word")
    assert "place_by_" not in plan_of(asked.rows("id"))
    assert "place_by_" in plan_of(asked.rows_to_order("id"))
