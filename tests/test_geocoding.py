"""What people type for a place to be near to."""

import io
import json
from http.client import RemoteDisconnected
from typing import Any

import pytest
from django.contrib.gis.geos import Point

from places import locatieserver
from places.geocoding import UnknownLocationError, locate
from places.models import Area, Place, Postcode

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


def with_postcodes(**points: tuple[int, int]) -> None:
    """Load postcodes, written as ``P3036_HA``, at points in RD New."""
    Postcode.objects.bulk_create(
        Postcode(code=name[1:].replace("_", " "), point=Point(x, y, srid=28992), source="CBS")
        for name, (x, y) in points.items()
    )


@pytest.mark.parametrize(
    ("typed", "label", "at"),
    [
        ("3036 HA", "3036 HA", (92_236, 438_516)),
        ("3036ha", "3036 HA", (92_236, 438_516)),
        ("Zaagmolenstraat 12, 3036 HA Rotterdam", "3036 HA", (92_236, 438_516)),
        ("3036 ZZ", "3036", (92_325, 438_459)),  # letters that nobody knows
        ("3036", "3036", (92_325, 438_459)),
        ("3037", "3037", (91_800, 438_900)),  # amid those with letters
        ("3037 ZZ", "3037", (91_800, 438_900)),
        ("3014", "3014", (91_000, 436_000)),  # rather than amid its places
        ("3014 ZZ", "3014", (91_000, 436_000)),
    ],
)
def test_a_postcode_that_the_city_loaded_is_known(
    typed: str, label: str, at: tuple[int, int]
) -> None:
    with_postcodes(
        P3036=(92_325, 438_459),
        P3036_HA=(92_236, 438_516),
        P3037_AB=(91_700, 438_900),
        P3037_AC=(91_900, 438_900),
        P3014=(91_000, 436_000),
    )
    near = locate(typed)
    assert (near.label, near.point.coords) == (label, pytest.approx(at))


def test_the_postcode_of_a_place_goes_before_a_loaded_one() -> None:
    with_postcodes(P3014=(91_000, 436_000), P3014_RA=(91_001, 436_001))
    place = Place.objects.get(slug="aktiegroep-oude-westen")
    assert (locate("3014 RA").label, locate("3014 RA").point) == ("3014 RA", place.location)


def test_a_street_still_says_more_than_the_digits_of_a_postcode() -> None:
    with_postcodes(P3014=(91_000, 436_000))
    assert locate("Gaffelstraat 63, 3014 ZZ Rotterdam").label == "Gaffelstraat"


def test_a_loaded_postcode_is_not_guessed_from_another() -> None:
    with_postcodes(P3036_HA=(92_236, 438_516))
    with pytest.raises(UnknownLocationError):
        locate("3038", ask_outside=False)


def test_a_postcode_takes_one_statement(django_assert_num_queries: Any) -> None:
    with_postcodes(P3036_HA=(92_236, 438_516))
    with django_assert_num_queries(1):
        locate("3036 HA")


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
