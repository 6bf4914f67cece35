"""What one internet address may ask in a minute: enough for anybody who is not in a great hurry."""

import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.test import Client

from places.api import allowance
from places.api.allowance import MINUTE, WEIGHTS, Ledger
from places.problem import PROBLEM
from tests.api import ROOT, assert_as_described

pytestmark = pytest.mark.django_db

HERE, THERE = "198.51.100.7", "203.0.113.9"
WORDS = f"{ROOT}/talen"


@pytest.fixture(autouse=True)
def _three_a_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.API_REQUESTS_PER_MINUTE = 3
    monkeypatch.setattr(allowance, "ledger", Ledger())


def ask(client: Client, path: str = WORDS, address: str = HERE, **more: Any) -> Any:
    return client.get(path, REMOTE_ADDR=address, **more)


def statuses(client: Client, path: str, times: int = 4) -> list[int]:
    return [ask(client, path).status_code for _ in range(times)]


def test_beyond_what_is_allowed_an_answer_says_when_to_come_back(client: Client) -> None:
    assert statuses(client, WORDS) == [200, 200, 200, 429]
    refused = ask(client)
    assert refused["Content-Type"] == PROBLEM
    assert 1 <= int(refused["Retry-After"]) <= MINUTE / 3
    assert refused["RateLimit"].startswith('"default";r=0;t=')
    assert "Hoogstens 3 per minuut" in refused.json()["detail"]
    assert_as_described(refused, "/talen")


def test_every_answer_says_what_is_left(client: Client) -> None:
    answers = [ask(client), ask(client, f"{ROOT}/bestaat-niet"), ask(client)]
    assert [one["RateLimit"] for one in answers] == [
        '"default";r=2;t=20',
        '"default";r=1;t=40',
        '"default";r=0;t=60',
    ]
    assert {one["RateLimit-Policy"] for one in answers} == {'"default";q=3;w=60'}


def test_another_address_has_an_allowance_of_its_own(client: Client) -> None:
    statuses(client, WORDS)
    assert ask(client, address=THERE).status_code == 200


def test_one_subscriber_of_ipv6_is_one_address(client: Client) -> None:
    for host in range(3):
        assert ask(client, address=f"2001:db8::{host + 1}").status_code == 200
    assert ask(client, address="2001:db8::ffff").status_code == 429
    assert ask(client, address="2001:db8:1::1").status_code == 200


def test_behind_a_proxy_the_visitor_counts(client: Client, settings: Any) -> None:
    settings.PROXIES = 1
    statuses_there = [
        ask(client, headers={"x-forwarded-for": f"192.0.2.{number}, {THERE}"}).status_code
        for number in range(4)
    ]
    assert statuses_there == [200, 200, 200, 429]
    assert ask(client, headers={"x-forwarded-for": HERE}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/kaart.geojson", "/plekken/pauluskerk/", "/waarden/"])
def test_pages_and_the_map_are_not_limited(client: Client, path: str) -> None:
    assert statuses(client, path) == [200] * 4
    assert "RateLimit" not in ask(client, path)


@pytest.mark.parametrize("path", ["/api/v1", "/api/hsds/v3", "/plekken/pauluskerk.ics"])
def test_all_doors_for_machines_are_limited(client: Client, path: str) -> None:
    statuses(client, path, times=3)
    assert ask(client, path).status_code == 429


@pytest.mark.parametrize("name", ["geojson", "csv", "xlsx", "gpkg", "osm.json"])
def test_a_file_counts_for_twenty(client: Client, settings: Any, name: str) -> None:
    settings.API_REQUESTS_PER_MINUTE = 50
    for left in (30, 10):
        head = client.head(f"/plekken.{name}", REMOTE_ADDR=HERE)
        assert head["RateLimit"].startswith(f'"default";r={left};')
    assert ask(client, f"/plekken.{name}").status_code == 429
    assert ask(client).status_code == 200


@pytest.mark.parametrize("name", ["atom", "ics"])
def test_a_feed_counts_for_five(client: Client, settings: Any, name: str) -> None:
    settings.API_REQUESTS_PER_MINUTE = 50
    assert ask(client, f"/plekken.{name}")["RateLimit"].startswith('"default";r=45;')


def test_a_script_elsewhere_may_read_why_it_got_no_file(client: Client) -> None:
    statuses(client, WORDS)
    refused = ask(client, "/plekken.csv")
    assert refused["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in refused["Access-Control-Expose-Headers"]


def test_a_browser_that_asks_whether_it_may_ask_does_not_pay(client: Client) -> None:
    for _ in range(9):
        assert client.options(WORDS, REMOTE_ADDR=HERE).status_code == 204
    assert ask(client).status_code == 200


def test_the_owner_may_set_no_limit(client: Client, settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 0
    assert statuses(client, WORDS, times=9) == [200] * 9


def test_a_refusal_asks_nothing_of_the_database(
    client: Client, django_assert_num_queries: Any
) -> None:
    statuses(client, WORDS)
    with django_assert_num_queries(0):
        assert ask(client).status_code == 429


def test_what_is_used_comes_back_evenly() -> None:
    ledger = Ledger()
    used = [ledger.spend(HERE, 1, 60, now=1000).left for _ in range(60)]
    assert used == list(range(59, -1, -1))
    assert ledger.spend(HERE, 1, 60, now=1000.5).wait == pytest.approx(0.5)
    assert ledger.spend(HERE, 1, 60, now=1001).wait == 0
    assert ledger.spend(HERE, 1, 60, now=1001).wait > 0
    assert ledger.spend(HERE, 1, 60, now=1071).left == 59


def test_a_refusal_costs_nothing() -> None:
    ledger = Ledger()
    for _ in range(1000):
        ledger.spend(HERE, 1, 10, now=1000)
    assert ledger.spend(HERE, 1, 10, now=1006).wait == 0


def test_what_weighs_more_than_all_there_is_can_be_had_once_a_minute() -> None:
    ledger = Ledger()
    assert ledger.spend(HERE, 20, 3, now=1000).wait == 0
    assert ledger.spend(HERE, 20, 3, now=1030).wait == pytest.approx(30)
    assert ledger.spend(HERE, 20, 3, now=1060).wait == 0


def test_memory_does_not_grow_however_many_ask() -> None:
    ledger = Ledger()
    tracemalloc.start()
    for number in range(100_000):
        ledger.spend(f"2001:db8:{number >> 16:x}:{number & 0xFFFF:x}::", 1, 600, now=1000)
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 10_000


def test_a_crowd_takes_nothing_from_others() -> None:
    """10,000 addresses at once, each asking half of what it may: no stranger is refused."""
    ledger = Ledger()
    for number in range(10_000):
        ledger.spend(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", 300, 600, now=1000)
    strangers = (ledger.spend(f"192.0.{n >> 8}.{n & 255}", 1, 600, now=1000) for n in range(2000))
    assert sum(one.wait > 0 for one in strangers) == 0


def test_no_address_can_be_found_in_what_is_kept() -> None:
    ledger = Ledger()
    ledger.spend(HERE, 1, 600, now=1000)
    other = Ledger()
    other.spend(HERE, 1, 600, now=1000)
    assert HERE.encode() not in ledger.paid_at.tobytes()
    assert ledger.paid_at != other.paid_at


def test_threads_spend_no_more_than_there_is() -> None:
    ledger = Ledger()
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: ledger.spend(HERE, 1, 500, now=1000).wait, range(2000)))
    assert waits.count(0) == 500


def test_only_what_is_named_weighs_anything() -> None:
    assert all(pattern.pattern.startswith("/") for pattern, _weight in WEIGHTS)
    for path in ("/plekken/api/", "/en/plekken/x/", "/plekken.csv/x", "/foto/api.jpg"):
        assert not [weight for pattern, weight in WEIGHTS if pattern.match(path)], path
