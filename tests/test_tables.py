"""A database that was made by another version of the code is told before anything fails in it."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from places.tables import made_by_this_code

pytestmark = pytest.mark.django_db

HERE = ["default"]


def run(statement: str) -> None:
    """In the transaction of the test."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_tables_that_were_just_made_are_ours() -> None:
    assert made_by_this_code(HERE) == []


@pytest.mark.parametrize("signed", ["'anders'", "NULL"], ids=["another version", "before signing"])
def test_tables_of_another_version_are_told_before_they_are_touched(signed: str) -> None:
    run(f"COMMENT ON TABLE places_place IS {signed}")
    with pytest.raises(SystemCheckError, match=r"places.E001.*another version.*\n.*make clean"):
        call_command("migrate", skip_checks=False, verbosity=0)


def test_where_no_tables_are_nothing_is_told() -> None:
    run("SET LOCAL search_path = pg_catalog")
    assert made_by_this_code(HERE) == []


def test_without_a_database_nothing_is_asked() -> None:
    assert made_by_this_code() == made_by_this_code(["replica_1"]) == []
