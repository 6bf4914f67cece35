"""What writing costs: saving a place in the admin, what is derived from a save, and imports.

Run by itself, in the settings of a database, it writes what it measured as JSON. The database has
more places afterwards, so this comes last.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import crowd_files
from benchmarks.connections import connected
from benchmarks.generate import ROOT
from benchmarks.server import SETTINGS

SAVES = 20
ROWS, MANY = 5_000, 100_000
_SOME = "SELECT id FROM places_place WHERE status = 'gepubliceerd' ORDER BY md5(id::text) LIMIT %s"
_EDIT = "UPDATE places_place SET description = description || ' Nieuw.' WHERE id = %s"


@dataclass(frozen=True)
class Writes:
    """Milliseconds of a save in the admin (all of the POST, and the database's part) and of
    an UPDATE by itself with and without all that is derived; seconds of imports."""

    admin: float
    database: float
    update: float
    bare_update: float
    trial: float
    carried_out: float
    bulk: float | None


def writes(url: str, bulk: bool) -> Writes:
    """Everything once, saves a number of times; ``bulk`` adds the 100,000."""
    with connected(url) as cursor:
        # Out of the way: what the copy of a database left to be written, for which reading waits.
        cursor.execute("CHECKPOINT")
        update = _updates(cursor, "origin")
        bare = _updates(cursor, "replica")
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.writes", *(["bulk"] if bulk else [])],
        cwd=ROOT,
        env={**os.environ, **SETTINGS, "DATABASE_URL": url},
        check=True,
        stdout=subprocess.PIPE,
    )
    said = json.loads(answer.stdout)
    return Writes(update=update, bare_update=bare, **said)


def _updates(cursor: Any, role: str) -> float:
    """One place changed and committed; as a replica it would be, without triggers."""
    cursor.execute(_SOME, [SAVES])
    keys = [key for (key,) in cursor.fetchall()]
    cursor.execute(f"SET session_replication_role = {role}")
    times = [_seconds(partial(cursor.execute, _EDIT, [key])) * 1000 for key in keys]
    cursor.execute("RESET session_replication_role")
    return statistics.median(times)


def _seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


class Clock:
    """Adds up the seconds that a connection waits for the database."""

    def __init__(self, connection: Any) -> None:
        self.seconds = 0.0
        self.commit = connection._commit
        connection.execute_wrappers.append(self.executed)
        connection._commit = self.committed

    def executed(self, execute: Any, *call: Any) -> Any:
        """Around every statement."""
        began = time.perf_counter()
        try:
            return execute(*call)
        finally:
            self.seconds += time.perf_counter() - began

    def committed(self) -> Any:
        """Around every commit, when an edition is made."""
        began = time.perf_counter()
        try:
            return self.commit()
        finally:
            self.seconds += time.perf_counter() - began


def _measure(bulk: bool) -> dict[str, Any]:
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test.utils import setup_test_environment

    setup_test_environment()
    with tempfile.TemporaryDirectory() as folder:
        settings.VAR_DIR = Path(folder)
        name = f"{uuid.uuid4()}@example.org"
        user = User.objects.create_superuser(name, name, uuid.uuid4().hex)
        admin, database = _saves(user)
        trial, carried_out = _import(user)
        seconds = _bulk(Path(folder)) if bulk else None
    return {
        **{"admin": admin, "database": database},
        **{"trial": trial, "carried_out": carried_out, "bulk": seconds},
    }


def _saves(user: Any) -> tuple[float, float]:
    from django.db import connection
    from django.test import Client

    from tests.filling_in import filled_in

    client = Client()
    client.force_login(user)
    clock, both = Clock(connection), []
    with connection.cursor() as cursor:
        cursor.execute(_SOME, [SAVES])
        keys = [key for (key,) in cursor.fetchall()]
    for key in keys:
        url = f"/beheer/places/place/{key}/change/"
        data = filled_in(client.get(url)) | {"description": f"Anders, {uuid.uuid4().hex}."}
        clock.seconds = 0.0
        began = time.perf_counter()
        answer = client.post(url, data)
        both.append((time.perf_counter() - began, clock.seconds))
        if answer.status_code != 302:
            raise SystemExit(f"{url} was not saved: {answer.context['errors']}")
    del both[:2]
    whole, part = zip(*both, strict=True)
    return statistics.median(whole) * 1000, statistics.median(part) * 1000


def _import(user: Any) -> tuple[float, float]:
    from places.exchange.importing import carry_out, try_out
    from places.exchange.uploads import Upload

    data = crowd_files.sheet(ROWS)
    facts = {"name": "plekken.csv", "ignore_unknown": False, "empties": False}
    upload = Upload.make(uuid.uuid4(), user, data, **facts)
    assert upload is not None
    trial = _seconds(lambda: try_out(upload, user))
    carried_out = _seconds(lambda: carry_out(upload, user))
    report = upload.report or {}
    if not report.get("done"):
        raise SystemExit(f"The import was refused: {str(report)[:1000]}")
    return trial, carried_out


def _bulk(folder: Path) -> float:
    from places.importing.places import load_places
    from places.models import Offer, Value

    offers, values = (list(m.objects.values_list("slug", flat=True)) for m in (Offer, Value))
    file = folder / "places.json"
    file.write_bytes(crowd_files.document(MANY, offers, values))
    return _seconds(lambda: load_places(str(file)))


if __name__ == "__main__":
    json.dump(_measure("bulk" in sys.argv), sys.stdout)
