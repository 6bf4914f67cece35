"""What `make bench` says of its goals, and when it trusts a database that was kept."""

from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection

from benchmarks import kept
from benchmarks.connections import name_of, on_server
from benchmarks.draw import Drawn, drawings
from benchmarks.floor.statements import STATEMENTS, prepared
from benchmarks.gate import CHECKS, Check, Rows
from benchmarks.measure import Row, Series
from benchmarks.plans import EXPLAIN, Plans
from benchmarks.scenarios import NEAREST, REPEATS, SCENARIOS, Goals, Scenario
from benchmarks.verdicts import growth, verdicts
from benchmarks.visitors import Answer

GOALS = Goals({10_000: 10}, lean=2, constant=5, of_bytes=1 / 3)


def taking(milliseconds: float, size: int = 1000) -> Series:
    """A server that took as long in each of three rounds."""
    series = Series()
    for _ in range(3):
        series.add([Answer(200, milliseconds / 1000, size)])
    return series


def row(scenario: Scenario = NEAREST) -> Row:
    """Ours 2 ms, the lean view 1, the constant 0.25 and the textbook 30."""
    return Row(
        replace(scenario, goals=GOALS),
        site=taking(2, size=1000),
        lean=taking(1),
        constant=taking(0.25),
        textbook=taking(30, size=2000),
    )


def test_a_goal_is_met_or_not_by_the_median_of_the_rounds() -> None:
    said = {verdict.words: verdict.met for verdict in verdicts(row(), 10_000)}
    assert said == {
        "15.0 of 10 times textbook": True,
        "2.0 of at most 2 times lean": True,
        "8.0 of at most 5 times constant": False,
        "0.50 of at most 0.33 of the textbook's bytes": False,
    }


def test_a_small_city_is_held_against_the_floor_only() -> None:
    assert [str(verdict)[2:5] for verdict in verdicts(row(), 58)] == ["2.0", "8.0"]


def test_no_scenario_has_a_goal_beside_a_textbook_for_a_small_city() -> None:
    assert not [one.key for one in SCENARIOS if min(one.goals.textbook, default=10_000) < 10_000]


def test_growth_is_how_much_longer_the_same_takes() -> None:
    small, large = Row(NEAREST, site=taking(2)), Row(NEAREST, site=taking(5))
    assert str(growth(small, large)) == "✗ 2.5 of at most 2 times"


def test_what_is_kept_for_all_is_asked_in_rows_of_its_own() -> None:
    plain = {one.site for one in SCENARIOS if not urlsplit(one.site).query and not one.body}
    assert plain == {one.site for one in REPEATS}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_lean_statement_can_be_prepared(name: str) -> None:
    sql, names = prepared(name)
    assert "%(" not in sql
    assert all(f"${number}" in sql for number in range(1, len(names) + 1))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "check", [one for one in CHECKS if one.scenario.lean], ids=lambda one: one.scenario.key
)
def test_a_lean_view_answers_what_the_honest_query_does(check: Check) -> None:
    with connection.cursor() as cursor:
        cursor.execute((kept.HERE / "floor" / "clusters.sql").read_text())
        for drawn in islice(drawings(cursor, 1), 10):
            assert check.holds(_lean(cursor, check.scenario, drawn), _right(cursor, check, drawn))


@pytest.mark.django_db
@pytest.mark.parametrize("one", [one for one in SCENARIOS if one.lean], ids=lambda one: one.key)
def test_a_lean_view_is_asked_with_all_that_its_statement_needs(one: Scenario) -> None:
    with connection.cursor() as cursor:
        asked = urlsplit(one.asked_lean(next(drawings(cursor, 1))).path)
    needed = prepared(asked.path.rpartition("/")[2])[1]
    assert set(needed) <= parse_qs(asked.query).keys()


def _lean(cursor: Any, one: Scenario, drawn: Drawn) -> bytes:
    cursor.execute(STATEMENTS[one.lean.partition("?")[0]], drawn)
    return str(cursor.fetchone()[0]).encode()


def _right(cursor: Any, check: Check, drawn: Drawn) -> Rows:
    cursor.execute(check.query, drawn)
    rows: Rows = cursor.fetchall()
    return rows


@pytest.mark.django_db
def test_a_database_that_is_not_there_is_not_used_again() -> None:
    assert kept.objections(f"{url()}_nowhere", set()) == ["it is not there"]


@pytest.mark.django_db
def test_a_database_that_nobody_signed_is_not_used_again() -> None:
    assert kept.objections(url(), set()) == ["it was made from other files, or has other places"]


@pytest.mark.django_db
def test_a_signed_database_is_used_again_until_anything_in_it_is_otherwise() -> None:
    wanted = kept.schema(url())
    kept.sign(url())
    try:
        assert kept.objections(url(), wanted) == []
        assert kept.objections(url(), wanted | {"CREATE INDEX more"}) == [
            "missing: CREATE INDEX more"
        ]
    finally:
        on_server(url(), f'COMMENT ON DATABASE "{name_of(url())}" IS NULL')


def url() -> str:
    """That of the database of the tests."""
    settings = connection.settings_dict
    host, user, name = (settings[key] for key in ("HOST", "USER", "NAME"))
    return f"postgresql://{user}@{host.replace('/', '%2F')}/{name}"


@pytest.mark.django_db
def test_a_statement_tells_what_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    plans = Plans()
    plans.address = "/"
    with connection.cursor() as cursor:
        monkeypatch.setattr(connection.connection, "notices", plans)
        cursor.execute(EXPLAIN, [0])
        cursor.execute("SELECT slug FROM places_place WHERE slug = 'pauluskerk' LIMIT 3")
        cursor.execute("SELECT name FROM places_kind")
    told = {sql: (one.read, one.addresses) for sql, one in plans.by_statement.items()}
    [kinds] = told.pop("SELECT name FROM places_kind")[0]
    assert kinds.startswith("**all of** places_kind ")
    [(sql, (read, asked))] = told.items()
    assert sql == "SELECT slug FROM places_place WHERE slug = ? LIMIT ?"
    assert (len(read), asked) == (1, ["/"])
