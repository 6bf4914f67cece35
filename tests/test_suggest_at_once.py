"""Two colleagues who decide at the same moment: one wins, the other hears who."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from places.models import Attempt, Place, Report, Suggestion
from places.suggesting.answering import answer
from places.suggesting.deciding import AlreadyHandledError, accept, decline
from places.suggesting.limits import LIMITS


@pytest.fixture
def stored(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Place]:
    """A place that every connection sees: stored for good, and taken away again."""
    with django_db_blocker.unblock():
        place = Place.objects.create(name="De Proef", slug="de-proef", status="gepubliceerd")
        try:
            yield place
        finally:
            User.objects.filter(username__in=["een", "twee"]).delete()
            Attempt.objects.all().delete()
            place.delete()
            Place.history.filter(slug="de-proef").delete()
            connection.close()


def both_at_once(*doings: Any) -> list[Any]:
    """What each returned or raised, each on a connection of its own."""
    start = Barrier(len(doings))

    def run(doing: Any) -> Any:
        try:
            start.wait(5)
            return doing()
        except AlreadyHandledError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as threads:
        return list(threads.map(run, doings))


def colleagues() -> list[User]:
    return [User.objects.create_superuser(name) for name in ("een", "twee")]


def test_of_two_decisions_on_a_suggestion_one_counts(stored: Place) -> None:
    one, two = colleagues()
    made = Suggestion.objects.create(place=stored, kind="wijziging", proposed={"phone": "010 1"})
    outcomes = both_at_once(
        lambda: accept(made, one, {"phone": "010 1"}, {}, ""), lambda: decline(made, two, "Nee")
    )
    (loser,) = [o for o in outcomes if isinstance(o, AlreadyHandledError)]
    stored.refresh_from_db()
    final = Suggestion.objects.get(pk=made.pk)
    assert final.handled_by == loser.item.handled_by
    assert (final.status, stored.phone) in [("aangenomen", "010 1"), ("afgewezen", "")]


def test_of_two_answers_to_a_report_one_counts(stored: Place) -> None:
    users = colleagues()
    report = Report.objects.create(place=stored, tone="dank", text="Fijn")
    outcomes = both_at_once(*[lambda u=u: answer(report, u, "gesloten", "Gelezen") for u in users])
    assert sum(isinstance(one, AlreadyHandledError) for one in outcomes) == 1


def test_the_same_sent_at_once_is_kept_once(stored: Place) -> None:
    def send() -> bool:
        return Suggestion.objects.keep(Suggestion(place=stored, kind="klopt"))[1]

    assert sorted(both_at_once(*[send] * 6)) == [False] * 5 + [True]


def test_many_forms_at_once_do_not_slip_through_the_limit(stored: Place) -> None:
    now = timezone.now()
    outcomes = both_at_once(*[lambda: Attempt.objects.admit("x", now, LIMITS)] * 8)
    assert sum(outcomes) == 5
