"""Answers that depend on data alone are not made twice for who has them."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from django.utils import timezone

from places import release, validators
from places.models import Edition
from places.models.version import Until
from places.problem import unreadable
from places.schedule import AMSTERDAM
from places.validators import validated, validated_as_asked
from tests.edition import settle
from tests.entries import changed, entry

pytestmark = pytest.mark.django_db

LATER = timezone.now() + timedelta(days=1)
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC).timestamp()


def ask(**headers: str) -> tuple[HttpResponseBase, list[str]]:
    """The answer of a view that writes down that it worked."""
    worked = []

    @validated(Until.DAY, by=("Accept-Crs",))
    def view(request: HttpRequest) -> HttpResponse:
        worked.append(request.path)
        return HttpResponse("alle plekken")

    return view(RequestFactory().get("/plekken.csv", headers=headers)), worked


def _clock(monkeypatch: pytest.MonkeyPatch, minute: int) -> None:
    """It is this minute of tomorrow in Amsterdam."""
    midnight = LATER.astimezone(AMSTERDAM).replace(hour=0, minute=0, second=0, microsecond=0)
    moment = midnight.replace(hour=minute // 60, minute=minute % 60)
    monkeypatch.setattr(validators.timezone, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators.timezone, "now", lambda: LATER)


def test_who_has_it_gets_304_and_no_work_is_done() -> None:
    first, _ = ask()
    again, worked = ask(**{"If-None-Match": first["ETag"]})
    assert (again.status_code, worked) == (304, [])


def test_a_date_will_do() -> None:
    first, _ = ask()
    again, worked = ask(**{"If-Modified-Since": first["Last-Modified"]})
    assert (again.status_code, worked) == (304, [])


def test_an_edit_shows_at_once() -> None:
    first, _ = ask()
    changed(entry(), note="Bel aan.")
    settle()
    again, _ = ask(**{"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


def test_what_looks_ahead_is_another_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = ask()
    monkeypatch.setattr(validators.timezone, "now", lambda: LATER + timedelta(days=1))
    again, _ = ask(**{"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_another_wish_in_a_header_is_another_answer() -> None:
    first, _ = ask()
    again, _ = ask(**{"If-None-Match": first["ETag"], "Accept-Crs": "epsg:28992"})
    assert again.status_code == 200


def test_a_second_that_is_not_over_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    changed(entry(), note="Bel aan.")
    settle()
    moment = Edition.objects.now().changed_at + timedelta(milliseconds=300)
    monkeypatch.setattr(validators.timezone, "now", lambda: moment)
    answer, _ = ask()
    assert not answer.has_header("Last-Modified")


def test_caches_ask_again_before_they_give_it() -> None:
    answer, _ = ask()
    assert answer["Cache-Control"] == "public, no-cache"


def test_a_refusal_has_no_version_and_is_not_kept() -> None:
    refused = validated()(lambda request: unreadable({"sinds": ["Schrijf een dag."]}))
    answer = refused(RequestFactory().get("/api/v1/wijzigingen"))
    assert not answer.has_header("ETag")
    assert not answer.has_header("Last-Modified")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "lasts"),
    [("", True), ("open=2026-11-24T17:30", True), ("open=nu", False), ("open=+nu&open=", False)],
)
def test_what_is_asked_of_this_moment_lasts_until_a_state_changes(
    query: str, lasts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = validated_as_asked(lambda request: HttpResponse("alle plekken"))
    request = RequestFactory().get(f"/plekken.csv?{query}")
    tags = []
    for minute in (10 * 60 - 1, 10 * 60):  # there are places that open at ten
        _clock(monkeypatch, minute)
        tags.append(listed(request)["ETag"])
    assert (tags[0] == tags[1]) == lasts


@pytest.mark.parametrize("name", ["static/css/cards.css", "requirements/base.txt"])
def test_what_answers_are_made_of_is_part_of_the_release(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("")
    os.utime(file, (NOON, NOON))
    monkeypatch.setattr(release, "BASE_DIR", tmp_path)
    assert release.released_at.__wrapped__().timestamp() == NOON


def test_the_release_gives_no_setting_away(settings: Any) -> None:
    assert settings.SECRET_KEY not in validators.release()
    assert len(validators.release()) == 8
