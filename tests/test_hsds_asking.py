"""What can be asked of HSDS: its own questions, all of the directory's, and what is refused."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from places.models import Option, Organisation, Place
from places.models.hsds_ids import Entity, id_of, id_of_tag
from places.models.hsds_terms import TAXONOMIES
from tests.asking import names
from tests.edition import settle
from tests.hsds import asked, contents, told

pytestmark = pytest.mark.django_db

SENSELESS = {
    "page": ["0", "-1", "x", "1.5", "9" * 20],
    "per_page": ["0", "501", "alles"],
    "format": ["ndjson", "xml"],
    "taxonomy_term_id": ["sfeer", "00000000-0000-0000-0000-000000000000", "\0"],
    "taxonomy_id": ["waarde", "00000000-0000-0000-0000-000000000000"],
    "organization_id": ["sol"],
    "modified_after": ["gisteren", "2026-13-01", "0001-01-01", "9999-12-31T23:59:59-14:00"],
    "minimal": ["1", "ja"],
    "full": ["yes"],
    "postcode": ["3014RAX", "Rotterdam", "٣٠١٤"],
    "proximity": ["ver", "0", "100001", "500"],
    "waarde": ["bestaat-niet"],
    "open": ["straks"],
}


def found(client: Client, query: str = "") -> list[str]:
    return [one["name"] for one in contents(client, f"/services?{query}")]


def options() -> list[tuple[str, str]]:
    """How a word is asked for here, and at the directory."""
    tags = [one.tag for one in Option.objects.all() if one.tag.partition(":")[0] in TAXONOMIES]
    return [(f"taxonomy_term_id={id_of_tag(tag)}", tag.replace(":", "=", 1)) for tag in tags]


@pytest.mark.parametrize(("name", "value"), [(a, b) for a in SENSELESS for b in SENSELESS[a]])
def test_what_makes_no_sense_is_refused_with_the_reason(
    client: Client, name: str, value: str
) -> None:
    for address in ("/services", "/service_at_locations", "/organizations"):
        answer = client.get(f"/api/hsds/v3{address}", {name: value})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [name])


def test_what_is_refused_is_refused_as_described(client: Client) -> None:
    for query in ("page=x", "search=a&q=b", "proximity=900", "format=ndjson", "bij=xyzzy"):
        assert asked(client, f"/services?{query}").status_code == 400
    for query in ("taxonomy_id=x", "top_only=ja", "per_page=0", "search=%00"):
        assert asked(client, f"/taxonomy_terms?{query}").status_code == 400


def test_every_word_finds_the_places_that_it_finds_in_the_directory(client: Client) -> None:
    for ours, theirs in options():
        assert found(client, ours) == names(theirs), theirs


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("search=samen+eten", "q=samen+eten"),
        ("search=pauluskrek", "q=pauluskrek"),
        ("postcode=3014", "bij=3014"),
        ("postcode=3033+CJ&proximity=1500", "bij=3033+CJ&straal=1500"),
        ("wijk=cool&wijk=provenierswijk", "wijk=cool&wijk=provenierswijk"),
        ("open=2026-11-24T17:30", "open=2026-11-24T17:30"),
    ],
)
def test_questions_of_the_standard_are_questions_of_the_directory(
    client: Client, ours: str, theirs: str
) -> None:
    assert found(client, ours) == names(theirs)
    at_locations = contents(client, f"/service_at_locations?{ours}")
    assert [one["service"]["name"] for one in at_locations] == names(theirs)


OTHERS = ["open=2026-11-24T17:30", "nagekeken=12", "q=noord", "bij=3014", "bij=3014&straal=3000"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_whatever_is_asked_the_places_are_those_of_the_directory(
    client: Client, data: st.DataObject
) -> None:
    words = data.draw(st.lists(st.sampled_from(options()), max_size=2, unique=True))
    other = data.draw(st.sampled_from(["", *OTHERS]))
    together = "&".join(ours for ours, _theirs in words)
    expected = set(names(other)).intersection(*(names(theirs) for _ours, theirs in words))
    assert set(found(client, f"{together}&{other}")) == expected


def test_a_taxonomy_finds_all_that_have_any_of_its_words(client: Client) -> None:
    for parameter in TAXONOMIES:
        words = [theirs for _ours, theirs in options() if theirs.startswith(f"{parameter}=")]
        expected = {name for theirs in words for name in names(theirs)}
        assert set(found(client, f"taxonomy_id={id_of_tag(parameter)}")) == expected


def test_two_words_of_one_taxonomy_must_both_hold(client: Client) -> None:
    kinds = [id_of_tag("soort:huiskamer"), id_of_tag("soort:inloophuis")]
    query = "&".join(f"taxonomy_term_id={one}" for one in kinds)
    assert found(client, query) == []
    assert found(client, f"taxonomy_term_id={kinds[0]}&soort=inloophuis") == []


def test_the_services_of_an_organization_are_found_by_it(client: Client) -> None:
    for one in contents(client, "/organizations?"):
        services = told(client, f"/organizations/{one['id']}")["services"]
        by_id = contents(client, f"/services?organization_id={one['id']}&minimal=true")
        assert {each["id"] for each in by_id} == {each["id"] for each in services} != set()


def test_a_place_that_nobody_is_known_to_run_is_its_own_organization(client: Client) -> None:
    place = Place.objects.filter(organisation__isnull=True)[0]
    one = told(client, f"/organizations/{id_of(place.uuid, Entity.ORGANIZATION)}")
    assert one["name"] == place.name
    assert [each["id"] for each in one["services"]] == [str(place.uuid)]


@pytest.mark.parametrize("query", ["", "soort=huis-van-de-wijk", "waarde=sfeer", "q=paulskerk"])
def test_organizations_are_of_the_places_that_are_found(client: Client, query: str) -> None:
    services = contents(client, f"/services?{query}")
    organizations = contents(client, f"/organizations?{query}")
    expected = {one["organization_id"] for one in services}
    assert {one["id"] for one in organizations} == expected
    assert len(organizations) == len(expected)


@pytest.mark.parametrize("query", ["", "bbox=4.3,51.8,4.6,52.0"])
@pytest.mark.parametrize("sorted_at_once", [0, 2000])
def test_organizations_come_in_pages_by_name_and_then_places_on_their_own(
    client: Client, monkeypatch: pytest.MonkeyPatch, query: str, sorted_at_once: int
) -> None:
    monkeypatch.setattr("places.models.selected.MOST_SORTED", sorted_at_once)
    places = Place.objects.filter(name__in=names(query)).order_by("pk")
    run = Organisation.objects.filter(places__in=places).distinct()
    expected = [one.name for one in [*run, *places.filter(organisation=None)]]
    assert run.count() > 5
    pages = [
        told(client, f"/organizations?{query}&per_page=5&page={number + 1}")
        for number in range(-(-len(expected) // 5))
    ]
    assert [one["name"] for page in pages for one in page["contents"]] == expected
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {
        (len(expected), len(pages))
    }


@pytest.mark.parametrize("query", ["page=99", "q=xyzzyplugh"])
def test_a_page_without_organizations_is_empty(client: Client, query: str) -> None:
    page = told(client, f"/organizations?{query}")
    assert (page["contents"], page["empty"]) == ([], True)


def test_only_what_changed_since_is_found(client: Client) -> None:
    settle()
    before = [one["last_modified"] for one in contents(client, "/services?minimal=true")]
    Place.objects.at_address("pauluskerk").update(note="Nu met bel.")
    settle()
    [changed] = contents(client, f"/services?modified_after={max(before)[:-1]}999Z")
    assert changed["name"] == "Pauluskerk"
    assert changed["last_modified"] > max(before)
    again = contents(client, f"/services?modified_after={changed['last_modified']}")
    assert [one["name"] for one in again] == ["Pauluskerk"]


@pytest.mark.parametrize("moment", ["2026-01-01", "2026-01-01T00:00:00+01:00", "2026-01-01T00:00Z"])
def test_a_moment_may_be_written_as_iso_8601_allows(client: Client, moment: str) -> None:
    assert len(found(client, f"modified_after={moment}")) == 58
    assert found(client, f"modified_after={moment.replace('2026', '2090')}") == []


def test_terms_are_found_by_text_taxonomy_and_parent(client: Client) -> None:
    def codes(query: str) -> list[str]:
        return [one["code"] for one in contents(client, f"/taxonomy_terms?{query}")]

    dilemma = id_of_tag("dilemma:diversiteit")
    assert codes(f"parent_id={dilemma}") == ["diversiteit:a", "diversiteit:b"]
    assert "samen-eten" in codes("search=SAMEN ETEN")
    kinds: Any = codes(f"taxonomy_id={id_of_tag('soort')}")
    assert len(kinds) == 16
    assert not [code for code in codes("top_only=true") if ":" in code]
