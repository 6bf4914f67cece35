"""Who may put which page in a frame, and that a frame remembers nobody."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client
from django.urls import get_resolver, reverse

from tests.embedding import FRAMES, LIST, MAP
from tests.test_canaries import addresses, public_patterns, secrets

__all__ = ["secrets"]  # the fixture: every address, with words to ask it with

pytestmark = pytest.mark.django_db

ANYBODY = "frame-ancestors 'self' *"
NOBODY = "frame-ancestors 'none'"


def ancestors(answer: Any) -> str:
    """What the policy of an answer says of frames."""
    [said] = re.findall(r"frame-ancestors [^;]*", answer["Content-Security-Policy"])
    return str(said)


def test_of_all_addresses_only_the_frames_may_be_framed(
    secrets: dict[str, list[dict[str, Any]]],
) -> None:
    asked = list(dict.fromkeys(addresses(secrets)))
    assert set(FRAMES) < set(asked)
    for address in asked:
        answer = Client().get(address)
        answer.getvalue()  # to the end of a file that is streamed
        framed = address in FRAMES
        assert ancestors(answer) == (ANYBODY if framed else NOBODY), address
        assert answer.get("X-Frame-Options") == (None if framed else "DENY"), address


def test_what_goes_wrong_and_what_staff_see_may_not_be_framed(admin_client: Client) -> None:
    for address in (
        "/bestaat-niet/",
        "/insluiten/bestaat-niet/",
        "/beheer/",
        "/kaart.geojson?q=%00",
    ):
        answer = admin_client.get(address)
        assert (ancestors(answer), answer["X-Frame-Options"]) == (NOBODY, "DENY"), address


def test_every_address_below_insluiten_is_known_here() -> None:
    names = {one.name for one in public_patterns(get_resolver().url_patterns)}
    ours = {name for name in names if str(name).startswith("embed")}
    files = {"embed_card", "embed_style", "embed_growing"}
    assert ours == {"embedding", "embed_map", "embed_list", *files}


@pytest.mark.parametrize("frame", FRAMES)
def test_a_site_may_name_who_frames_it(client: Client, settings: Any, frame: str) -> None:
    settings.EMBED_ORIGINS = ["https://bieb.example", "https://school.example"]
    said = ancestors(client.get(frame))
    assert said == "frame-ancestors 'self' https://bieb.example https://school.example"


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_without_a_database_says_so_inside_the_frame(
    client: Client, monkeypatch: pytest.MonkeyPatch, frame: str
) -> None:
    def away(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr("places.views.embedding.Frame", away)
    answer = client.get(frame)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert (ancestors(answer), answer.get("X-Frame-Options")) == (ANYBODY, None)
    assert b'class="embed"' in answer.content


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_sets_no_cookie_and_is_the_same_for_everybody(client: Client, frame: str) -> None:
    anonymous = client.get(f"{frame}?gebied=noord")
    client.force_login(User.objects.create_superuser("baas"))
    known = client.get(f"{frame}?gebied=noord")
    assert not anonymous.cookies
    assert not known.cookies
    assert known.content == anonymous.content
    assert "Cookie" not in anonymous["Vary"]
    assert "csrf" not in anonymous.content.decode().lower()


@pytest.mark.parametrize("frame", [MAP, LIST])
def test_the_policy_of_a_frame_is_as_strict_as_that_of_a_page(client: Client, frame: str) -> None:
    page, framed = (client.get(one)["Content-Security-Policy"] for one in ("/", frame))
    assert framed.replace(ANYBODY, NOBODY) == page


@pytest.mark.parametrize(
    "address", ["/kaart.geojson", "/kaart-grond.geojson", "/insluiten/kaartje/pauluskerk/"]
)
def test_a_frame_without_an_origin_may_read_what_its_map_needs(
    client: Client, address: str
) -> None:
    answer = client.get(address, headers={"origin": "null"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer


def test_a_map_that_was_asked_wrongly_hears_why(client: Client) -> None:
    answer = client.get("/kaart.geojson?open=banaan", headers={"origin": "null"})
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (400, "*")


@pytest.mark.parametrize("frame", FRAMES)
def test_frames_and_their_script_may_be_loaded_by_any_page(client: Client, frame: str) -> None:
    for address in (frame, reverse("embed_growing")):
        assert client.get(address)["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_script_for_the_page_around_keeps_its_address_and_is_short_lived(
    client: Client,
) -> None:
    answer = client.get("/insluiten/meegroeien.js")
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_place_that_is_not_public_has_no_card_for_a_frame(client: Client) -> None:
    assert client.get("/insluiten/kaartje/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("address", [*FRAMES, "/insluiten/", "/insluiten/meegroeien.js"])
def test_a_frame_only_shows(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
