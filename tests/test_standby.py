"""A real standby follows a real primary, and two processes of the site stand before them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.standby import Site, of_database, replicated_site, until
from tests.test_query_counts import STATED

PAGE, WORDS = "/plekken/pauluskerk/", "/api/v1/waarden"
FILES = [f"/plekken.{kind}" for kind in ("geojson", "csv", "xlsx", "gpkg", "osm.json")]
PUBLIC = [path for path in (*STATED, *FILES) if not path.startswith("/verwijzen/")]


@pytest.fixture(scope="module")
def site(django_db_setup: None) -> Iterator[Site]:
    parent = Path(tempfile.mkdtemp(prefix="huiskamers-", dir="/tmp"))
    parent.chmod(0o711)  # the account of the server goes through
    try:
        url = of_database(os.environ["DATABASE_URL"], str(connection.settings_dict["NAME"]))
        with replicated_site(url, f"{parent}/pair") as site:
            yield site
    finally:
        shutil.rmtree(parent)


@pytest.fixture
def behind(site: Site) -> Iterator[Site]:
    """The standby gets what is saved, and does nothing with it yet."""
    site.run("standby", "SELECT pg_wal_replay_pause()")
    until(lambda: site.run("standby", "SELECT pg_get_wal_replay_pause_state()") == [("paused",)])
    yield site
    site.run("standby", "SELECT pg_wal_replay_resume()")


def rename(site: Site, name: str) -> None:
    site.run("primary", f"UPDATE places_place SET name = '{name}' WHERE slug = 'pauluskerk'")


def test_what_is_saved_comes_to_visitors_of_every_process_from_the_standby(site: Site) -> None:
    rename(site, "Huis met een nieuwe naam")
    for process in (0, 1):
        until(lambda process=process: "nieuwe naam" in site.ask(PAGE, process).text)
    readers = "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle'"
    assert site.run("standby", readers)[0][0] >= 2


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME])
def test_who_may_have_saved_it_sees_it_and_others_what_was(behind: Site, cookie: str) -> None:
    before = behind.ask(WORDS)
    rename(behind, f"Huis van {cookie}")
    assert f"Huis van {cookie}" not in behind.ask(PAGE, 1).text
    assert f"Huis van {cookie}" in behind.ask(PAGE, 1, Cookie=f"{cookie}={'x' * 32}").text
    assert behind.ask(WORDS, 1, If_None_Match=before.tag).status == 304


def test_a_repeat_is_as_new_as_the_primary(behind: Site) -> None:
    rename(behind, "Huis van nu")
    assert "Huis van nu" not in behind.ask(PAGE, 1).text
    behind.ask(PAGE, 1, Cookie=f"{settings.CSRF_COOKIE_NAME}={'x' * 32}")
    assert "Huis van nu" in behind.ask(PAGE, 1).text


def test_a_standby_that_is_away_is_done_without_until_it_is_back(site: Site) -> None:
    site.ask(PAGE)
    with site.without("standby"):
        assert [site.ask(PAGE, process).status for process in (0, 1, 0, 1)] == [200] * 4
        assert site.ask("/gezond/klaar").text == "ok without replica_1"
    until(lambda: site.ask("/gezond/klaar").text == "ok")


def test_nothing_that_the_public_reads_asks_the_primary(site: Site) -> None:
    # What a coordinate system is, Django asks once in a process.
    assert site.ask("/kaart.geojson?bij=51.92,4.47&straal=2000").status == 200
    with site.without("primary"):
        assert [path for path in PUBLIC if site.ask(path).status != 200] == []
        assert site.ask("/gezond/klaar").text == "ok without primary"
        assert site.ask("/aanmelden/").status == 503
