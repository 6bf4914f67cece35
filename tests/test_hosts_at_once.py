"""Two at the same moment: runs that ask hosts, and answers of one host.

On real connections, each with transactions of its own; what is stored is removed by hand.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from places.hosts import answers
from places.hosts.answers import confirm_by_link
from places.hosts.asking import ask_hosts
from places.hosts.links import token_of
from places.models import Confirmation, HostRequest, Place
from places.models.confirmation import HostRequestQuerySet, confirm


@pytest.fixture
def stored_place(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Place]:
    """A place that every connection sees."""
    with django_db_blocker.unblock():
        place = Place.objects.create(
            name="De Dubbele Deur", slug="dubbel", email="deur@plek.example", status="gepubliceerd"
        )
        try:
            yield place
        finally:
            place.delete()
            Place.history.filter(slug="dubbel").delete()
            connections.close_all()


def twice_at_once(act: Callable[[], object]) -> None:
    """Do this in two threads, each with a connection of its own."""
    ready = Barrier(2, timeout=20)

    def one(_number: int) -> None:
        ready.wait()
        try:
            act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(one, range(2)))


def slowly(work: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but late enough for the other to come in between."""

    def later(*arguments: Any, **options: Any) -> Any:
        time.sleep(0.3)
        return work(*arguments, **options)

    return later


def test_two_runs_mail_a_host_once(stored_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HostRequestQuerySet, "create", slowly(HostRequestQuerySet.create))
    twice_at_once(lambda: ask_hosts(timezone.now()))
    assert HostRequest.objects.filter(place=stored_place).count() == 1
    assert [letter.to for letter in mail.outbox] == [["deur@plek.example"]]


def test_two_presses_confirm_once(stored_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "confirm", slowly(confirm))
    asked = HostRequest.objects.create(
        place=stored_place, email=stored_place.email, asked_at=timezone.now()
    )
    twice_at_once(lambda: confirm_by_link(token_of(asked), timezone.now()))
    assert Confirmation.objects.filter(place=stored_place).count() == 1
