"""What people type for a place to be near to."""

import io
import json
from http.client import RemoteDisconnected
from typing import Any

import pytest

from places import locatieserver
from places.geocoding import UnknownLocationError, locate
from places.models import Area, Place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("3014 RA", "3014 RA"),
        ("3014ra", "3014 RA"),
        ("3014", "3014"),
        ("3014 ZZ", "3014"),
        ("gaffelstraat", "Gaffelstraat"),
        ("Gaffelstraat 63A", "Gaffelstraat"),
        ("oude westen", "Oude Westen"),
        ("Noord", "Noord"),
        ("'s-Gravendijkwal", "'s-Gravendijkwal"),
        ("’s-Gravendijkwal 12", "'s-Gravendijkwal"),
        ("rotterdam", "Rotterdam"),
        ("Gaffelstraat 63, 3014 RC Rotterdam", "3014 RC"),
        ("Gaffelstraat 63 3014rc", "3014 RC"),
        ("Gaffelstraat 63, 3014 ZZ Rotterdam", "Gaffelstraat"),
        ("Zaagmolenstraat 12, 3014 ZZ Rotterdam", "3014"),
        ("Zaagmolenstraat 12, 3014 Rotterdam", "3014"),
        ("3014 Rotterdam", "3014"),
        ("Gaffelstraat 63, Rotterdam", "Gaffelstraat"),
        ("gaffelstraat 63 a rotterdam", "Gaffelstraat"),
        ("Gaffelstr. 63", "Gaffelstraat"),
        ("Robert Fruinstraat 26-28 Rotterdam", "Robert Fruinstraat"),
        ("Zaagmolenstraat 12, Oude Westen", "Oude Westen"),
        ("Rotterdam Noord", "Noord"),
        ("Noord, Rotterdam", "Noord"),
    ],
)
def test_our_own_data_knows_postcodes_streets_and_areas(typed: str, label: str) -> None:
    assert locate(typed).label == label


def test_a_postcode_lies_at_its_places() -> None:
    near = locate("3014 RA").point
    assert near.distance(Place.objects.get(slug="aktiegroep-oude-westen").location) < 1


def test_a_wijk_lies_at_its_centre() -> None:
    assert locate("Provenierswijk").point == Area.objects.get(name="Provenierswijk").centre


def test_coordinates_are_degrees_and_become_metres() -> None:
    point = locate("51.9177, 4.4763").point
    assert point.srid == 28992
    assert (round(point.x, -3), round(point.y, -3)) == (92_000, 437_000)


@pytest.mark.parametrize(
    "typed",
    [
        "Zaagmolenstraat 12, 9999 QQ Rotterdam",  # a whole city is not where somebody lives
        "9999 QQ Rotterdam",
        "Gaffelstraat 63, Delft",
        "Gaffelstraat 63, 9999 QQ Delft",
        ",",
        "12",
        "9999",
    ],
)
def test_what_is_not_known_is_not_guessed(typed: str) -> None:
    with pytest.raises(UnknownLocationError):
        locate(typed)


def test_an_address_takes_a_statement_per_kind(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        locate("Gaffelstraat 63, 3014 ZZ Rotterdam")


def test_a_street_is_the_one_of_the_city_that_is_named() -> None:
    elsewhere = Place.objects.get(slug="bij-de-provenier")
    Place.objects.filter(pk=elsewhere.pk).update(street="Gaffelstraat", city="Voorbeeldstad")
    assert locate("Gaffelstraat 1, Voorbeeldstad").point.distance(elsewhere.location) < 1
    assert locate("Gaffelstraat 1 Voorbeeldstad").point.distance(elsewhere.location) < 1
    assert locate("Gaffelstraat 1").point.distance(elsewhere.location) > 500


def test_an_unknown_place_is_said_in_words() -> None:
    with pytest.raises(UnknownLocationError, match="Timboektoe"):
        locate("Timboektoe")


def test_a_draft_does_not_lend_its_street() -> None:
    Place.objects.filter(street="Banierstraat").update(status="concept")
    with pytest.raises(UnknownLocationError):
        locate("Banierstraat")


def answering(monkeypatch: pytest.MonkeyPatch, settings: Any, answer: Any) -> list[str]:
    """Let the Locatieserver give this answer (or raise it), and list what was asked."""
    asked: list[str] = []

    def urlopen(address: str, timeout: float) -> io.BytesIO:
        asked.append(address)
        if isinstance(answer, Exception):
            raise answer
        return io.BytesIO(json.dumps(answer).encode())

    settings.LOCATIESERVER_URL = "https://locatieserver.invalid"
    monkeypatch.setattr(locatieserver, "_silent_until", 0.0)
    monkeypatch.setattr(locatieserver.urllib.request, "urlopen", urlopen)
    return asked


def test_the_locatieserver_is_asked_when_we_do_not_know(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    document = {"weergavenaam": "Coolsingel, Rotterdam", "centroide_rd": "POINT(92500.5 437400.1)"}
    asked = answering(monkeypatch, settings, {"response": {"docs": [document]}})
    assert locate("Coolsingel").label == "Coolsingel, Rotterdam"
    assert asked[0].startswith("https://locatieserver.invalid/free?q=Coolsingel+Rotterdam")


def test_what_we_know_ourselves_is_not_asked_elsewhere(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    asked = answering(monkeypatch, settings, {"response": {"docs": []}})
    locate("Gaffelstraat")
    assert asked == []


def test_the_locatieserver_hears_the_city_once(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    asked = answering(monkeypatch, settings, {"response": {"docs": []}})
    with pytest.raises(UnknownLocationError):
        locate("Coolsingel 40, rotterdam")
    assert asked[0].endswith("/free?q=Coolsingel+40%2C+rotterdam&rows=1")


def test_nobody_else_is_asked_where_that_may_not(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    asked = answering(monkeypatch, settings, {"response": {"docs": []}})
    with pytest.raises(UnknownLocationError):
        locate("Coolsingel", ask_outside=False)
    assert asked == []


@pytest.mark.parametrize(
    "answer",
    [
        ConnectionResetError("gone"),
        RemoteDisconnected("gone"),
        [],
        {"response": {"docs": {"0": "odd"}}},
        {"response": {"docs": ["odd"]}},
        {"response": {"docs": [{"centroide_rd": "POINT(1.2.3 4)"}]}},
        {"response": None},
    ],
)
def test_a_locatieserver_that_misbehaves_is_as_good_as_none(
    monkeypatch: pytest.MonkeyPatch, settings: Any, answer: Any
) -> None:
    answering(monkeypatch, settings, answer)
    with pytest.raises(UnknownLocationError):
        locate("Coolsingel")


def test_after_a_failure_nobody_waits_for_the_locatieserver_again(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    asked = answering(monkeypatch, settings, TimeoutError("too slow"))
    for _attempt in range(3):
        with pytest.raises(UnknownLocationError):
            locate("Coolsingel")
    assert len(asked) == 1
