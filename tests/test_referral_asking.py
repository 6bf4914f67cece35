"""What surely fits a client, what perhaps does, and what does not."""

import pytest

from places.models import Area, OpeningHours, Place
from tests.asking import EVERYBODY
from tests.referring import answered, asked, observe, sure, to_ask

pytestmark = pytest.mark.django_db

PROVENIERSPLEIN = "51.9277,4.4742"
NEAR = f"bij={PROVENIERSPLEIN}"


def test_without_wishes_everything_fits() -> None:
    answer = answered()
    assert (answer.sure_total, answer.to_ask_total) == (EVERYBODY, 0)


@pytest.mark.parametrize(
    ("answer", "in_sure", "in_ask"), [("ja", True, False), ("nee", False, False)]
)
def test_a_trait_that_is_known_decides(answer: str, in_sure: bool, in_ask: bool) -> None:
    observe("pauluskerk", "rolstoeltoegankelijk", answer)
    wish = "kenmerk=rolstoeltoegankelijk"
    assert ("Pauluskerk" in sure(wish)) is in_sure
    assert ("Pauluskerk" in to_ask(wish)) is in_ask


def test_a_trait_that_nobody_looked_at_is_to_be_asked() -> None:
    observe("pauluskerk", "rolstoeltoegankelijk", "onbekend")
    assert sure("kenmerk=rolstoeltoegankelijk") == []
    assert answered("kenmerk=rolstoeltoegankelijk").to_ask_total == EVERYBODY


@pytest.mark.parametrize("wish", ["taal=turks", "doelgroep=spaanstaligen", "waarde=sfeer"])
def test_what_nobody_named_is_unknown_and_not_absent(wish: str) -> None:
    answer = answered(wish)
    assert answer.sure_total + answer.to_ask_total == EVERYBODY


def test_a_place_of_unknown_kind_may_be_the_kind_that_is_asked() -> None:
    Place.objects.filter(slug="pauluskerk").update(kind=None)
    assert "Pauluskerk" in to_ask("soort=huiskamer")
    assert "Leeszaal Rotterdam West" not in to_ask("soort=huiskamer")


def test_nearest_come_first_in_both_lists() -> None:
    answer = answered(f"{NEAR}&aanbod=samen-eten", "sure", "ask")
    for found in answer.sure, answer.to_ask:
        metres = [one.card.place.distance for one in found]
        known = [one for one in metres if one is not None]
        assert known == sorted(known)
        assert metres[: len(known)] == known


def test_within_reach_is_sure_and_a_place_without_a_point_nearby_is_to_be_asked() -> None:
    near = f"{NEAR}&minuten=20"
    assert "Bij de Provenier" in sure(near)
    assert "Leeszaal Rotterdam West" in to_ask(near)


def test_a_place_without_a_point_in_a_gebied_far_away_is_no_question() -> None:
    Place.objects.filter(slug="leeszaal-rotterdam-west").update(area=_area("hoogvliet"))
    assert "Leeszaal Rotterdam West" not in to_ask(f"{NEAR}&minuten=20")


@pytest.mark.parametrize(("how", "more"), [("fiets", True), ("rolstoel", False)])
def test_who_goes_faster_reaches_more(how: str, more: bool) -> None:
    on_foot = answered(f"{NEAR}&minuten=15").sure_total
    assert (answered(f"{NEAR}&minuten=15&hoe={how}").sure_total > on_foot) is more


def test_one_of_the_chosen_parts_of_days_is_enough() -> None:
    assert "Pauluskerk" in sure("dag=di&dag=zo&dagdeel=middag")
    assert "Pauluskerk" in to_ask("dag=zo&dagdeel=middag")


def test_closed_all_these_weeks_is_in_neither_list() -> None:
    _complete("pauluskerk")
    assert "Pauluskerk" not in sure("dag=zo") + to_ask("dag=zo")


def test_by_appointment_is_to_be_arranged() -> None:
    _complete("pauluskerk")
    OpeningHours.objects.filter(place__slug="pauluskerk").update(mode="afspraak")
    assert "Pauluskerk" in to_ask("dag=di&dagdeel=middag")


def test_a_draft_is_in_neither_list() -> None:
    Place.objects.filter(slug="pauluskerk").update(status="concept")
    answer = answered("aanbod=samen-eten", "sure", "ask")
    assert "Pauluskerk" not in [one.card.name for one in answer.sure + answer.to_ask]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("dag=ma&dag=xx", "dag"),
        ("dagdeel=nacht", "dagdeel"),
        ("hoe=raket", "hoe"),
        ("minuten=10", "minuten"),
        (f"{NEAR}&minuten=999", "minuten"),
        ("vanuit=atlantis", "vanuit"),
        ("kenmerk=lift", "kenmerk"),
        ("bij=Nergensstraat+1", "bij"),
    ],
)
def test_a_wrong_value_is_said_and_the_rest_holds(fields: str, wrong: str) -> None:
    found = asked(f"{fields}&aanbod=samen-eten")
    assert set(found.form.errors) == {wrong}
    assert "aanbod:samen-eten" in [wish.key for wish in found.wishes()]


def test_a_good_day_beside_a_wrong_one_counts() -> None:
    assert asked("dag=ma&dag=xx").slots[0].weekday == 0


def test_the_team_s_own_start_counts_until_the_client_s_is_known() -> None:
    start = asked("vanuit=delfshaven").start
    assert start
    assert start.label == "Delfshaven"
    client = asked("vanuit=delfshaven&bij=Noord").start
    assert client
    assert client.label == "Noord"


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("aanbod:taal", ["samen-eten"]),
        ("dag", ["samen-eten", "taal"]),
        ("aanbod:onzin", ["samen-eten", "taal"]),
        ("csrfmiddlewaretoken", ["samen-eten", "taal"]),
    ],
)
def test_one_wish_can_be_let_go_of(key: str, left: list[str]) -> None:
    rest = asked("aanbod=samen-eten&aanbod=taal&dag=di&dagdeel=avond&x=1").without(key)
    assert rest.getlist("aanbod") == left
    assert (rest.getlist("dag"), rest.getlist("dagdeel")) == (
        ([], []) if key == "dag" else (["di"], ["avond"])
    )


def _area(slug: str) -> Area:
    return Area.objects.get(slug=slug, level="gebied")


def _complete(slug: str) -> None:
    Place.objects.filter(slug=slug).update(hours_complete=True)
