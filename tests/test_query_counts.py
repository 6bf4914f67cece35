"""What an answer takes: few statements, as many for a country as for a city, and an index."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from places.models.hsds_ids import id_of_tag
from tests.crowd import crowded
from tests.edition import settle
from tests.rows import rows

pytestmark = pytest.mark.django_db

COUNTRY = 5_000
SOL = id_of_tag("netwerk:sol")

DIRECTORY = {
    # The version and whether the words still hold, numbers of everything, the cards.
    "/": 3,
    "/?pagina=2": 3,
    "/en/": 3,
    "/?open=2026-11-24T17:30": 3,
    "/?waarde=sfeer&soort=huiskamer&gemeente=rotterdam": 3,
    "/?bij=51.92,4.47&straal=2000": 3,
    "/?q=samen+eten": 4,
    "/?q=pauluskrek": 4,
    # One more to look up a postcode, a wijk or a street.
    "/?bij=3014": 4,
    "/?bij=Cool": 4,
    "/?bij=Gaffelstraat": 4,
    "/?bij=Noord&straal=5000&q=eten&aanbod=samen-eten&gebied=noord&open=2026-11-24T17:30": 5,
    # Nothing found: what to let go of, and the middle of the wijk to show the nearest from.
    "/?q=xyzzyplugh": 5,
    "/?q=xyzzyplugh&wijk=cool&open=nu": 6,
    "/?q=xyzzyplugh&bij=Gaffelstraat&soort=huiskamer&open=nu": 6,
}
MAP = {
    "/kaart.geojson": 2,
    "/kaart.geojson?bbox=4.3,51.8,4.6,52&zoom=12&open=nu": 2,
    "/kaart.geojson?waarde=sfeer&gebied=noord": 2,
    "/kaart.geojson?waarde=sfeer&q=eten": 3,
    "/kaart.geojson?waarde=sfeer&q=eten&bij=Gaffelstraat&straal=900&open=nu": 4,
}
PLACE = {"/plekken/pauluskerk/": 3, "/plekken/pauluskerk/kaartje/": 2}
OTHERS = {
    "/waarden/": 3,
    "/waarden/sfeer/": 6,
    "/dilemmas/": 3,
    "/dilemmas/diversiteit/": 6,
    "/gebieden/noord/": 6,
    "/wijken/": 4,
    "/wijken/cool/": 5,
    "/netwerken/": 3,
    "/netwerken/sol/": 4,
    "/kaart-grond.geojson": 1,
    # As the directory, where there are cards.
    "/insluiten/": 2,
    "/insluiten/lijst/": 3,
    "/insluiten/kaart/?bij=3014": 4,
    "/insluiten/kaart/?q=xyzzyplugh": 3,
    "/insluiten/kaartje/pauluskerk/": 2,
    # The edition of the data, and all that is said of it.
    "/open-data/": 2,
    "/open-data/catalogus.jsonld": 2,
    "/verwijzen/": 1,
    "/verwijzen/?vanuit=noord&taal=turks": 2,
}
API = {
    # The version, and the document with its total; one more to look up a place to be near to.
    "/api/v1/plekken": 2,
    "/api/v1/plekken?per=500&pagina=1": 2,
    "/api/v1/plekken?bij=51.92,4.47&straal=2000&open=nu": 2,
    "/api/v1/plekken?waarde=sfeer&q=eten": 3,
    "/api/v1/plekken?waarde=sfeer&q=eten&bij=Gaffelstraat&velden=slug": 4,
    "/api/v1/plekken/pauluskerk": 2,
    "/api/v1/plekken/pauluskerk/openingstijden": 4,
    # What depends on data alone asks for the edition first: then a 304 costs nothing more.
    "/api/v1/waarden": 2,
    "/api/v1/dilemmas": 2,
    "/api/v1/soorten": 2,
    "/api/v1/kenmerken": 2,
    "/api/v1/doelgroepen": 2,
    "/api/v1/aanbod": 2,
    "/api/v1/talen": 2,
    "/api/v1/gebieden": 2,
    "/api/v1/gebieden/noord": 2,
    "/api/v1/wijken": 2,
    "/api/v1/wijken/cool": 2,
    "/api/v1/netwerken": 2,
    "/api/v1/wijzigingen": 2,
    "/api/v1/wijzigingen?sinds=2026-11-01&per=5": 2,
    "/api/v1": 0,
    "/api/v1/crss": 0,
    "/api/v1/openapi.json": 0,
}
FOLLOWED = {
    # The edition, and the places; one more to look up what words or a place to be near to mean.
    "/plekken.atom": 2,
    "/plekken.atom?pagina=1&sorteer=naam": 2,
    "/plekken.atom?waarde=sfeer&q=eten": 3,
    "/plekken.ics?wijk=cool": 2,
    "/plekken.ics?waarde=sfeer&bij=Gaffelstraat&straal=900": 3,
    "/plekken/pauluskerk.ics": 2,
    "/sitemap.xml": 2,
    "/sitemap-plekken-0.xml": 2,
    "/robots.txt": 0,
}
HSDS = {
    # The edition, the number and the document; one more for words, or for a place to be near to.
    "/api/hsds/v3": 0,
    "/api/hsds/v3/services": 3,
    "/api/hsds/v3/services?full=true&per_page=500": 3,
    "/api/hsds/v3/services?minimal=true": 3,
    "/api/hsds/v3/services?postcode=3014": 4,
    f"/api/hsds/v3/services?taxonomy_term_id={id_of_tag('waarde:sfeer')}&waarde=sfeer": 3,
    f"/api/hsds/v3/services?taxonomy_id={id_of_tag('waarde')}&organization_id={SOL}": 3,
    "/api/hsds/v3/services?modified_after=2026-01-01&open=nu": 3,
    "/api/hsds/v3/service_at_locations?full=true": 3,
    "/api/hsds/v3/organizations": 3,
    f"/api/hsds/v3/organizations/{SOL}": 2,
    "/api/hsds/v3/taxonomies": 2,
    "/api/hsds/v3/taxonomy_terms": 2,
    f"/api/hsds/v3/taxonomy_terms/{id_of_tag('waarde:sfeer')}": 2,
    "/api/hsds/v3/openapi.json": 0,
}
STATED = {**FOLLOWED, **DIRECTORY, **MAP, **PLACE, **OTHERS, **API, **HSDS}
VALIDATED = [one for one in STATED if not one.startswith("/verwijzen/")]


IN_SEQUENCE = """
SELECT sum(seq_tup_read)::integer FROM pg_stat_xact_user_tables
WHERE relname IN ('places_place', 'places_openinghours')
"""
"""How many rows of places and hours this transaction read one after another."""

COMMON = ["/?q=samen+eten"]
"""Two thirds of so small a country are found: what is sought fills every page of the table."""


@dataclass(frozen=True)
class Counts:
    """Statements per address; in the country also places and hours read one after another."""

    city: dict[str, int]
    country: dict[str, int]
    in_sequence: dict[str, int]


@pytest.fixture(scope="module")
def counts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Counts:
    """Every address once in the city and once in the country, which is gone again afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        city = _counts(_statements)
        crowded(COUNTRY)
        settle()
        rows(("SELECT gin_clean_pending_list('place_by_word')", ()))  # as a vacuum does
        country, in_sequence = _counts(_statements), _counts(_in_sequence)
        transaction.set_rollback(True)
    return Counts(city, country, in_sequence)


@pytest.mark.parametrize(("address", "stated"), STATED.items())
def test_an_address_takes_the_statements_it_is_said_to_take(
    address: str, stated: int, counts: Counts
) -> None:
    assert counts.city[address] == stated


@pytest.mark.parametrize("address", VALIDATED)
def test_who_has_an_answer_costs_one_statement_at_most(address: str, client: Client) -> None:
    known = {"if-none-match": client.get(address).headers.get("ETag", "")}
    with CaptureQueriesContext(connection) as statements:
        again = client.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert len(statements) <= 1


def test_a_country_takes_no_more_statements_than_a_city(counts: Counts) -> None:
    assert counts.country == counts.city


@pytest.mark.parametrize("address", [one for one in STATED if one not in COMMON])
def test_places_are_not_read_one_after_another(address: str, counts: Counts) -> None:
    assert counts.in_sequence[address] == 0


@pytest.mark.parametrize(
    ("addresses", "most"),
    [(DIRECTORY, 7), (MAP, 4), (PLACE, 4), (API, 5), (HSDS, 4)],
    ids=["list", "map", "place", "api", "hsds"],
)
def test_what_we_promised_holds(addresses: dict[str, int], most: int, counts: Counts) -> None:
    assert max(counts.country[address] for address in addresses) <= most


def _counts(cost_of: Callable[[str], int]) -> dict[str, int]:
    """A process asks once what a metre is, for new words, and for the areas to draw."""
    for address in ("/?bij=51.92,4.47&straal=900", "/en/", "/kaart-grond.geojson"):
        cost_of(address)
    return {address: cost_of(address) for address in STATED}


def _statements(address: str) -> int:
    with CaptureQueriesContext(connection) as statements:
        answer = Client().get(address)
    assert answer.status_code == 200, address
    return len(statements)


def _in_sequence(address: str) -> int:
    before = _read_in_sequence()
    assert Client().get(address).status_code == 200, address
    return _read_in_sequence() - before


def _read_in_sequence() -> int:
    [(read,)] = rows((IN_SEQUENCE, ()))
    return int(read)
