"""No address of the site tells a visitor what is for staff or wijkteams alone.

Every address is found by walking ``huiskamers/urls.py``: a new one fails until it is told here
what it may be asked with.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from django.utils.translation import override

from places.hosts.links import token_of
from places.models import HostRequest, Photo, Place, Referral
from places.photos.files import folder, path_of
from tests.canaries import LURE, TRACES, WORD, draft, nested, newcomer
from tests.edition import settle
from tests.files import readable
from tests.hsds import ids_of
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

OPEN, CLOSED, HIDDEN = "bij-de-provenier", "pauluskerk", "een-concept"
PLACES = [{"slug": slug} for slug in (OPEN, CLOSED, HIDDEN)]
NAMED: dict[str, list[dict[str, Any]]] = {
    **dict.fromkeys(["place", "place_card", "suggest_change", "suggest_change_thanks"], PLACES),
    **dict.fromkeys(["report", "report_thanks"], PLACES),
    **dict.fromkeys(["referral_place", "referral_place_thanks"], PLACES),
    "embed_card": PLACES,
    "embed_style": [{"theme": "licht"}, {"theme": "donker"}],
    "agenda_place": PLACES,
    "sitemap_part": [{"kind": kind, "number": "0"} for kind in ("paginas", "plekken", "wijken")],
    "value": [{"slug": "sfeer"}],
    "dilemma": [{"slug": "diversiteit"}],
    "district": [{"slug": "noord"}, {"slug": "centrum"}],
    "neighbourhood": [{"slug": "provenierswijk"}, {"slug": "oude-westen"}],
    "network": [{"slug": "sol"}, {"slug": "gaarkeuken-rotterdam"}],
    "choose_password": [{"key": "1", "token": "geraden"}],
    **dict.fromkeys(["api_place", "api_timetable"], PLACES),
    "api_district": [{"slug": "noord"}, {"slug": "centrum"}],
    "api_neighbourhood": [{"slug": "provenierswijk"}, {"slug": "oude-westen"}],
}
"""Addresses that need words, with the words to ask them with."""

QUERIES = [
    *("?gebied=noord", "?wijk=provenierswijk", "?netwerk=gaarkeuken-rotterdam", "?bij=3033CJ"),
    *("?open=nu", "?nagekeken=6", "?bbox=4,51,5,52&zoom=19", "?sorteer=nagekeken", "?pagina=2"),
]
FOR_A_CLIENT: list[tuple[str, dict[str, Any]]] = [
    ("/verwijzen/", {"bij": "3033CJ", "meer": ["sure", "ask"]}),
    ("/verwijzen/", {"kenmerk": "rolstoeltoegankelijk", "q": LURE, "plek": [OPEN, HIDDEN]}),
    ("/verwijzen/", {"vanuit": "noord", "hoe": "fiets", "dag": ["ma", "wo"], "dagdeel": "middag"}),
    ("/verwijzen/kaart/", {"plek": [OPEN, CLOSED, HIDDEN], "bij": "3033CJ", "werker": "Ik"}),
    *((f"/verwijzen/plek/{slug}/", {"subject": "anders", "text": "x"}) for slug in (OPEN, HIDDEN)),
]
"""What is posted to find places for a client."""

STAFF = "beheer/"
FILES = ["/plekken.csv", "/plekken.xlsx", "/plekken.gpkg"]
EMBEDDED = ["/insluiten/", "/insluiten/kaart/", "/insluiten/lijst/"]
API, HSDS = "/api/v1/plekken", "/api/hsds/v3/services"


@pytest.fixture
def secrets(settings: Any, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """Canaries in everything that is not public; how addresses with keys are asked for."""
    settings.MEDIA_ROOT = tmp_path
    Place.objects.at_address(CLOSED).update(
        status="gearchiveerd", archived_on="2026-11-01", archived_because="verhuisd"
    )
    for place in [Place.objects.get(slug=OPEN), Place.objects.get(slug=CLOSED), draft()]:
        nested(place)
    newcomer()
    keys = Photo.objects.values_list("key", flat=True)
    ways = [{"width": 480, "extension": "jpg"}, {"width": 640, "extension": "avif"}]
    photos = [{"key": key, **way} for key, way in product(keys, ways)]
    folder().mkdir()
    for photo in photos:
        path_of(**photo).write_bytes(b"...")
    settle()
    hsds = ids_of(*Place.objects.filter(slug__in=[OPEN, CLOSED, HIDDEN]))
    return NAMED | hsds | {"photo": photos, "confirm": [{"token": _link()}, {"token": "geraden"}]}


def _link() -> str:
    """A link that a host got and may still use."""
    Place.objects.at_address(OPEN).update(email="gastheer@huis.example")
    place, now = Place.objects.get(slug=OPEN), timezone.now()
    asked = HostRequest.objects.create(
        place=place, email="gastheer@huis.example", asked_at=now, sent_at=now
    )
    return token_of(asked)


def addresses(known: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Every public address, in both languages where it has two."""
    for pattern in public_patterns(get_resolver().url_patterns):
        for words, language in product(asked_with(pattern, known), ["nl", "en"]):
            with override(language):
                yield reverse(pattern.name, kwargs=words) if pattern.name else f"/{pattern.pattern}"


def asked_with(pattern: URLPattern, known: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    needs = pattern.pattern.regex.groupindex
    return known[str(pattern.name)] if needs else [{}]


def public_patterns(patterns: Any) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern) != STAFF:
                yield from public_patterns(pattern.url_patterns)
        else:
            yield pattern


def traces(client: Client, address: str) -> list[str]:
    """Where a canary sings when this address is asked for."""
    return heard(client.get(address), address)


def heard(answer: Any, address: str) -> list[str]:
    """Where a canary sings in what is answered: body and headers, but for a hash of all there is,
    in which any four digits stand now and then."""
    assert answer.status_code < 500, address
    headers = [pair for pair in answer.items() if pair[0] != "ETag"]
    said = f"{headers} {readable(answer.getvalue())}".lower()
    return [f"{address}: {said[at - 80 : at + 40]}" for at in map(said.find, TRACES) if at >= 0]


def test_no_address_tells_a_visitor_a_secret(secrets: dict[str, list[dict[str, Any]]]) -> None:
    asked = list(dict.fromkeys(addresses(secrets)))
    assert {"/", "/en/", "/kaart.geojson", f"/en/plekken/{OPEN}/"} <= set(asked)
    assert {"/api/v1/openapi.json", f"{API}/{OPEN}", f"{API}/{OPEN}/openingstijden"} <= set(asked)
    assert {"/api/v1", "/api/v1/wijzigingen"} <= set(asked)
    assert [trace for address in asked for trace in traces(Client(), address)] == []


@pytest.mark.parametrize("path", ["/", "/en/", *EMBEDDED, "/kaart.geojson", API, HSDS, *FILES])
def test_no_choice_brings_a_secret_out(secrets: dict[str, list[dict[str, Any]]], path: str) -> None:
    assert [trace for query in QUERIES for trace in traces(Client(), path + query)] == []


@pytest.mark.parametrize(("path", "asked"), FOR_A_CLIENT)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_visitor_who_refers_finds_no_secret(
    secrets: dict[str, list[dict[str, Any]]], path: str, asked: dict[str, Any], language: str
) -> None:
    assert heard(Client().post(language + path, asked), path) == []
    stale = Client()
    stale.cookies["sessionid"] = "verlopen"
    assert heard(stale.post(language + path, asked), path) == []


def test_a_page_of_documents_holds_a_place_of_which_much_is_secret(
    client: Client, secrets: dict[str, list[dict[str, Any]]]
) -> None:
    answer = client.get(f"{API}?per=500")
    places = {one["slug"]: one for one in answer.json()["resultaten"]}
    assert not places.keys() & {CLOSED, HIDDEN}
    assert places[OPEN]["fotos"][0]["alt"] == "Een tuin"
    assert heard(answer, API) == []


def test_part_of_a_page_tells_no_more_than_the_page(
    client: Client, secrets: dict[str, list[dict[str, Any]]]
) -> None:
    html = client.get("/", headers={"hx-request": "true"}).content.decode().lower()
    assert not [trace for trace in TRACES if trace in html]


def test_a_secret_cannot_be_searched_for(
    client: Client, secrets: dict[str, list[dict[str, Any]]]
) -> None:
    assert LURE in Referral.objects.get(place__slug=OPEN).contact
    assert client.get("/kaart.geojson", {"q": LURE}).json()["features"] == []
    assert client.get("/kaart.geojson", {"q": WORD}).json()["features"] == []
    assert [client.get(API, {"q": word}).json()["totaal"] for word in (LURE, WORD)] == [0, 0]


def test_what_is_hidden_answers_as_what_does_not_exist(
    client: Client, secrets: dict[str, list[dict[str, Any]]]
) -> None:
    for name in ("place", "place_card", "suggest_change", "report", "api_place", "api_timetable"):
        assert client.get(reverse(name, args=[HIDDEN])).status_code == 404, name
    for photo in Photo.objects.filter(place__slug__in=[HIDDEN, CLOSED]):
        assert client.get(photo.smallest).status_code == 404


def test_canaries_do_sing_where_they_may(
    admin_client: Client, secrets: dict[str, list[dict[str, Any]]]
) -> None:
    key = Place.objects.get(slug=OPEN).pk
    assert traces(admin_client, f"/beheer/places/place/{key}/change/")
    team = logged_in(colleague("wijkteam"))
    assert traces(team, f"/verwijzen/plek/{OPEN}/")
    for asked in {"bij": "3033CJ"}, {"vanuit": "noord"}:
        assert heard(team.post("/verwijzen/", asked), "/verwijzen/")
