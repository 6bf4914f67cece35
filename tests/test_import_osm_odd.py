"""Whatever stands in a file of OpenStreetMap, the import says something and staff can look."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Suggestion
from places.osm_import.facts import KEYS
from places.suggesting.handling import HandlingForm
from tests.openstreetmap import CENTRE, element, imported

pytestmark = pytest.mark.django_db

SOME = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = st.sampled_from(
    ["yes", "no", "limited", ";", "Mo-Fr 09:00-17:00", "24/7", "PH off; Mo", "||", "2026", "-5",
     "https://", "http://[", "a@b", "0031", "+", "'=1+1", "x" * 3000, "\ud800", "\x00", "|", "\\"]
)  # fmt: skip
VALUES = st.one_of(WORDS, st.text(max_size=30), st.integers(), st.none(), st.lists(WORDS))
TAGS = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=12)
POINTS = st.one_of(st.none(), st.floats(), st.floats(51.8, 52.0), st.text(max_size=3))


@SOME
@given(TAGS, POINTS, POINTS, st.one_of(st.none(), st.integers(), st.text(max_size=5)))
def test_no_tags_make_it_fall_over(
    tags: dict[str, Any], longitude: Any, latitude: Any, version: Any
) -> None:
    odd = element(tags=CENTRE | tags, at=(longitude, latitude), version=version, timestamp=version)
    with tempfile.TemporaryDirectory() as folder:
        assert "object" in imported(Path(folder), odd)
    for made in Suggestion.objects.all():
        assert HandlingForm(made).as_div()
    Suggestion.objects.all().delete()


def test_no_number_is_too_large_to_be_nowhere(tmp_path: Path) -> None:
    assert "object" in imported(tmp_path, element(tags=CENTRE, at=(4.48, 10**400)))


@SOME
@given(st.text(max_size=60))
def test_any_hours_are_rows_or_text(expression: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        imported(Path(folder), element(tags=CENTRE | {"opening_hours": expression}))
    kept = Suggestion.objects.get().proposed.get("hours", "")
    assert bool(kept) <= bool(expression.strip())
    Suggestion.objects.all().delete()
