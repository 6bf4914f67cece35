"""Whatever the API is asked, it answers what it can read or says per parameter what it cannot."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.filters import PlaceFilter
from tests.api import ROOT, asked, names_on
from tests.asking import found
from tests.test_bad_input import VALUES

pytestmark = pytest.mark.django_db

NAMES = [*PlaceFilter.base_filters, "per", "velden", "onbekend"]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6))
def test_any_query_string_gets_places_or_reasons(
    client: Client, pairs: list[tuple[str, str]]
) -> None:
    query = urlencode(pairs, errors="replace")
    assert asked(client, f"/plekken?{query}").status_code in (200, 400)


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("per=0", ["per"]),
        ("per=501", ["per"]),
        ("per=veel", ["per"]),
        ("per=²", ["per"]),
        ("per=" + "9" * 5000, ["per"]),
        ("velden=slug,geheim", ["velden"]),
        ("velden=referral", ["velden"]),
        ("velden=slug&velden=place.search", ["velden"]),
        ("velden=\0", ["velden"]),
        ("pagina=0", ["pagina"]),
        ("pagina=4", ["pagina"]),
        ("pagina=" + "9" * 400, ["pagina"]),
        ("pagina=" + "9" * 5000, ["pagina"]),
        ("straal=800", ["straal"]),
        ("waarde=banaan&open=straks&bbox=1,2,3", ["waarde", "open", "bbox"]),
        ("q=\0", ["q"]),
        ("bbox=1e308,1e308,1e309,1e309", ["bbox"]),
    ],
)
def test_every_wrong_parameter_is_named(client: Client, query: str, wrong: list[str]) -> None:
    answer = asked(client, f"/plekken?{quote(query, safe='=&,')}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert sorted(answer.json()["errors"]) == sorted(wrong)


@pytest.mark.parametrize("query", ["waarde=banaan", "open=straks", "bij=9999ZZ", "sorteer=afstand"])
def test_reasons_are_those_of_the_filter(client: Client, query: str) -> None:
    reasons = {name: list(why) for name, why in found(query).errors.items()}
    assert asked(client, f"/plekken?{query}").json()["errors"] == reasons


def test_unknown_names_and_empty_values_are_ignored(client: Client) -> None:
    assert len(names_on(client, "kleur=rood&q=&per=&velden=&pagina=&straal=")) == 25


@pytest.mark.parametrize(
    "path",
    [
        *("/bestaat-niet", "/plekken/", "/plekken/%00", "/plekken/%ff", "/plekken/a/b/c"),
        *("/wijken/bestaat-niet", "/gebieden/bestaat-niet", "/plekken/../../beheer"),
        "/waarden/sfeer",
        "/plekken/" + "a" * 5000,
    ],
)
def test_what_is_not_there_is_a_problem(client: Client, path: str) -> None:
    answer = client.get(ROOT + path)
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_text_is_data_whatever_is_in_it(client: Client) -> None:
    words = """'; DROP TABLE places_place; -- %s %(x)s {0} </script> \\u0000 "x" 🏠"""
    answer = client.get(f"{ROOT}/plekken", {"q": words, "per": 1})
    assert answer.status_code == 200
    assert answer.json()["_links"]["self"]["href"].startswith("http://testserver/api/v1/plekken?")
