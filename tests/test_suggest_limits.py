"""Nobody sends more than a few forms, and nobody's address is kept for that."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from places.models import Attempt, Report, Suggestion
from places.senders import address_of
from places.suggesting.limits import LIMITS
from tests.outsiders import PAULUSKERK, corrected, pauluskerk

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


NUMBERS = count(1)


def sent(client: Client, **headers: str) -> int:
    """The status of one more “still true”, from somebody else."""
    data = {"antwoord": "klopt", "sender_email": f"{next(NUMBERS)}@voorbeeld.example"}
    return client.post(PAULUSKERK, data, **headers).status_code  # type: ignore[arg-type]


def test_the_sixth_form_within_an_hour_is_refused_and_keeps_its_text(client: Client) -> None:
    assert [sent(client) for _ in range(5)] == [302] * 5
    answer = corrected(client, pauluskerk(), remark="Mijn lange verhaal")
    assert answer.status_code == 429
    assert "Mijn lange verhaal" in answer.content.decode()
    assert "stuur het later nog eens" in answer.content.decode()
    assert Suggestion.objects.count() == 5


def test_all_forms_count_together(client: Client) -> None:
    for _ in range(5):
        sent(client)
    report = {"tone": "dank", "text": "Fijn!"}
    assert client.post("/plekken/pauluskerk/melden/", report).status_code == 429
    assert client.post("/aanmelden/", {"name": "De Stoel"}).status_code == 429
    assert sent(client) == 429
    assert not Report.objects.exists()


def test_a_form_that_is_not_good_yet_does_not_count(client: Client) -> None:
    for _ in range(8):
        corrected(client, pauluskerk(), name="")
    assert not Attempt.objects.exists()


def test_after_an_hour_one_may_send_again() -> None:
    for minute in range(5):
        assert Attempt.objects.admit("x", NOON + timedelta(minutes=minute), LIMITS)
    assert not Attempt.objects.admit("x", NOON + timedelta(minutes=10), LIMITS)
    assert Attempt.objects.admit("x", NOON + timedelta(minutes=61), LIMITS)


def test_no_more_than_twenty_a_day() -> None:
    answers = [
        Attempt.objects.admit("x", NOON + timedelta(minutes=15 * n), LIMITS) for n in range(30)
    ]
    assert answers == [True] * 20 + [False] * 10


def test_another_sender_is_not_bothered() -> None:
    for _ in range(6):
        Attempt.objects.admit("x", NOON, LIMITS)
    assert Attempt.objects.admit("y", NOON, LIMITS)


def test_behind_our_proxy_everybody_is_somebody_else(client: Client, settings: Any) -> None:
    settings.PROXIES = 1
    for _ in range(5):
        sent(client, HTTP_X_FORWARDED_FOR="198.51.100.7")
    assert sent(client, HTTP_X_FORWARDED_FOR="198.51.100.7") == 429
    assert sent(client, HTTP_X_FORWARDED_FOR="198.51.100.8") == 302


def test_what_a_visitor_writes_before_our_proxy_counts_for_nothing(
    client: Client, settings: Any
) -> None:
    settings.PROXIES = 1
    made_up = [sent(client, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}, 198.51.100.7") for n in range(6)]
    assert made_up == [302] * 5 + [429]


def test_without_a_proxy_the_header_is_not_believed(client: Client) -> None:
    made_up = [sent(client, HTTP_X_FORWARDED_FOR=f"198.51.100.{n}") for n in range(6)]
    assert made_up[-1] == 429


def test_one_subscriber_of_ipv6_is_one_sender_whatever_address_is_used(client: Client) -> None:
    answers = [sent(client, REMOTE_ADDR=f"2001:db8:0:1::{n}") for n in range(6)]
    assert answers == [302] * 5 + [429]
    assert sent(client, REMOTE_ADDR="2001:db8:0:2::1") == 302


@pytest.mark.parametrize(
    ("said", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        (" 198.51.100.7:4711", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:DB8:1:2::7]:443", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("unknown", "0.0.0.0"),
        ("", "0.0.0.0"),
    ],
)
def test_an_address_is_cut_to_what_one_sender_has(rf: Any, said: str, network: str) -> None:
    assert address_of(rf.get("/", REMOTE_ADDR=said)) == network


def test_who_has_no_address_can_be_locked_out_too(client: Client, settings: Any) -> None:
    settings.PROXIES = 1
    wrong = {"username": "redacteur@gemeente.example", "password": "fout"}
    statuses = [client.post("/inloggen/", wrong).status_code for _ in range(6)]
    assert statuses[-1] == 429


def test_no_address_is_stored(client: Client) -> None:
    sent(client, REMOTE_ADDR="198.51.100.7")
    assert "198.51" not in Attempt.objects.get().sender
