"""The forms of the public in English: what they say when something is wrong, and to a host."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from places.hosts.links import token_of
from places.models import HostRequest
from tests.english import unmarked, untranslated
from tests.outsiders import ADDRESS, filled_in, pauluskerk

pytestmark = pytest.mark.django_db

CHANGE = "/en/plekken/pauluskerk/wijziging/"
WRONG = [
    ("/en/aanmelden/", {}, "Fill in the name of the place."),
    ("/en/aanmelden/", {"name": "Pauluskerk"}, "Do you mean one of these places?"),
    (CHANGE, {"sender_email": "geen adres"}, "Write the address as name@example.nl."),
    ("/en/plekken/pauluskerk/melden/", {}, "Choose one of the three."),
    ("/en/inloggen/", {}, "Fill in your password."),
    ("/en/inloggen/", {"username": ADDRESS, "password": "x"}, "Mind the capital letters"),
    ("/en/wachtwoord-vergeten/", {}, "Fill in your e-mail address."),
]


def said_in_english(answer: Any, words: str) -> None:
    html = answer.content.decode()
    assert words in html
    assert (untranslated(html), unmarked(html)) == ([], [])


def asked(**fields: Any) -> HostRequest:
    """A host who was mailed just now, unless told otherwise."""
    known = {"email": ADDRESS, "asked_at": timezone.now(), "sent_at": timezone.now()}
    place = pauluskerk()
    place.email = ADDRESS
    place.save()
    return HostRequest.objects.create(place=place, **known | fields)


def page_of(request: HostRequest) -> str:
    return f"/en/bevestigen/{token_of(request)}/"


@pytest.mark.parametrize(("address", "typed", "words"), WRONG)
def test_what_is_wrong_is_said_in_english(
    client: Client, address: str, typed: dict[str, str], words: str
) -> None:
    said_in_english(client.post(address, typed), words)


def test_a_form_that_says_nothing_is_answered_in_english(client: Client) -> None:
    answer = client.post(CHANGE, filled_in(pauluskerk()))
    said_in_english(answer, "You have not changed anything yet.")


def test_a_form_without_its_token_is_refused_in_english() -> None:
    answer = Client(enforce_csrf_checks=True).post(CHANGE, {"antwoord": "klopt"})
    said_in_english(answer, "This form had expired")


def test_a_host_is_asked_and_thanked_in_english(client: Client) -> None:
    page = page_of(asked())
    said_in_english(client.get(page), "Yes, that is right")
    said_in_english(client.post(page, {"antwoord": "klopt"}, follow=True), "The site now says:")


@pytest.mark.parametrize(
    ("field", "words"),
    [("revoked_at", "This link has been withdrawn"), ("asked_at", "This link has expired")],
)
def test_a_host_is_refused_in_english(client: Client, field: str, words: str) -> None:
    long_ago = timezone.now() - timedelta(days=40)
    said_in_english(client.get(page_of(asked(**{field: long_ago}))), words)
