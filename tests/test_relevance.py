"""Pages of what fits words best are cut from the order that sorting everything gives."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Place
from places.models.conditions import SearchTerms, matching
from places.models.place import PlaceQuerySet
from places.models.selected import Selected
from places.models.sorting import ByRelevance
from tests.rows import keys_of

pytestmark = pytest.mark.django_db

PHRASES = ["eten", "samen eten", "huis", "rotterdam", "koffie", "paul", "pauluskrek", "de", "noord"]


def found(phrase: str) -> PlaceQuerySet:
    terms = SearchTerms(phrase)
    return Place.objects.published().meeting(matching(terms)).by_relevance(terms)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(PHRASES), st.integers(0, 30), st.integers(1, 30))
def test_a_page_is_a_part_of_the_whole_order(phrase: str, start: int, size: int) -> None:
    in_order = list(found(phrase).values_list("name", flat=True))
    terms = SearchTerms(phrase)
    page = Selected([matching(terms)], ByRelevance(terms)).keys(start, start + size)
    names = dict(Place.objects.values_list("pk", "name"))
    assert [names[key] for key in keys_of(page)] == in_order[start : start + size]


def test_words_in_a_name_come_before_the_same_words_elsewhere() -> None:
    names = [place.name for place in found("huis")]
    named = [name for name in names if "huis" in name.lower().split()]
    assert named
    assert names[: len(named)] == sorted(named, key=names.index)


def test_a_phrase_is_looked_up_once(django_assert_num_queries: object) -> None:
    terms = SearchTerms("eten")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert terms.exact != terms.forgiving
