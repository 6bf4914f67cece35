"""The answer in words: why a place is there, what to ask, and what to let go of."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from places.models import OpeningHours, Place, SpecialDay, Value
from places.vocabulary import Vocabulary
from tests.crowd import crowded
from tests.edition import settle
from tests.referring import answered, found_at, observe, said

pytestmark = pytest.mark.django_db

NEAR = "bij=51.9277,4.4742"


def test_a_place_says_how_far_it_is() -> None:
    assert found_at("Pauluskerk", NEAR).journey == "ongeveer 1,4 km, 18 minuten lopen"
    assert found_at("Bij de Provenier", NEAR).journey == "ongeveer 10 m, 1 minuut lopen"
    assert found_at("De Weerhaan", NEAR).journey == "afstand onbekend"
    assert found_at("Bij de Provenier", "").journey == ""


def test_a_river_on_the_way_is_told_where_the_straight_line_would_lie() -> None:
    south = "bij=51.9000,4.4950&minuten=60"
    assert "Nieuwe Maas" in found_at("Pauluskerk", south).water
    assert found_at("Bij de Provenier", NEAR).water == ""


def test_every_wish_is_said_known_or_unknown_in_the_order_of_the_form() -> None:
    observe("pauluskerk", "gelijkvloers", "ja")
    fields = "dag=di&dagdeel=middag&kenmerk=gelijkvloers&taal=turks&aanbod=samen-eten"
    assert said("Pauluskerk", fields) == [
        "open: dinsdagmiddag 17:00-18:30 (Eethuis)",
        "gelijkvloers",
        "samen eten",
        "taal Turks: onbekend, bel even",
    ]


def test_what_is_unknown_comes_with_a_question_for_the_telephone() -> None:
    found = found_at("Pauluskerk", "dag=zo&kenmerk=rolstoeltoegankelijk&taal=turks&waarde=locatie")
    assert [reason.known for reason in found.reasons] == [False] * 4
    assert found.questions == [
        "Kun je binnenlopen op zondag?",
        Value.objects.get(slug="locatie").asks,
        "Kun je er met een rolstoel naar binnen en overal bij?",
        "Spreekt er iemand Turks?",
    ]


def test_each_chosen_part_of_a_day_is_told() -> None:
    Place.objects.filter(slug="pauluskerk").update(hours_complete=True)
    assert said("Pauluskerk", "dag=di&dag=wo&dag=zo&dagdeel=middag") == [
        "open: dinsdagmiddag en woensdagmiddag 17:00-18:30 (Eethuis)",
        "dicht: zondagmiddag",
    ]


def test_when_one_part_of_a_day_surely_fits_the_others_are_no_question() -> None:
    found = found_at("Pauluskerk", "dag=di&dag=zo")
    assert [(reason.known, reason.fits) for reason in found.reasons] == [
        (True, True),
        (False, True),
    ]
    assert found.questions == []


def test_a_special_day_in_these_weeks_is_told() -> None:
    place = Place.objects.get(slug="pauluskerk")
    SpecialDay.objects.create(
        place=place, first_day="2026-12-01", last_day="2026-12-01", reason="uitje"
    )
    assert said("Pauluskerk", "dag=di&dagdeel=avond") == [
        "open: dinsdagavond 17:00-18:30 (Eethuis), maar niet zeker op 1 december (uitje)"
    ]


def test_by_appointment_is_said_and_asked() -> None:
    OpeningHours.objects.filter(place__slug="pauluskerk").update(mode="afspraak")
    found = found_at("Pauluskerk", "dag=di&dagdeel=middag")
    assert found.reasons[0].words == "dinsdagmiddag 17:00-18:30 op afspraak (Eethuis)"
    assert found.questions == ["Kun je een afspraak maken voor dinsdagmiddag?"]


def test_an_unknown_spot_is_asked_for() -> None:
    found = found_at("De Weerhaan", f"{NEAR}&minuten=60")
    (reason,) = found.reasons
    assert reason.words == "hoogstens 60 minuten lopend: onbekend, bel even"
    assert found.questions == ["Wat is het adres?"]


def test_in_english_it_is_english() -> None:
    with translation.override("en"):
        words = said("Pauluskerk", "dag=di&dagdeel=middag&taal=turks")
    assert words[0].startswith("open: Tuesday afternoon 17:00-18:30")
    assert "onbekend" not in words[1]


def test_if_nothing_fits_it_says_which_single_wish_to_let_go_of_and_what_that_gives() -> None:
    answer = answered("aanbod=samen-eten&dag=di&dagdeel=avond&kenmerk=aangepast-toilet")
    assert answer.sure_total == 0
    (only,) = answer.letting_go
    assert (only.key, only.label) == ("kenmerk:aangepast-toilet", "aangepast toilet")
    assert only.words == "dan passen 2 plekken zeker; als eerste: Onder de Oranjeboom"


def test_who_asks_one_thing_that_is_nowhere_hears_what_is_nearest_without_it() -> None:
    (only,) = answered("bij=Hoogvliet&minuten=5").letting_go
    assert only.key == "minuten"
    assert "als eerste: Villa Vonk, ongeveer" in only.words


def test_what_is_asked_is_said_without_what_nobody_knows() -> None:
    assert answered("gebied=noord&gebied=xyz").wishes == ["Noord"]


def test_every_evening_is_said_at_once() -> None:
    assert said("De Weerhaan", "dagdeel=avond&kenmerk=niets-hoeft") == [
        "elke avond: onbekend, bel even",
        "er hoeft niks: onbekend, bel even",
    ]
    assert "Kun je binnenlopen op een avond?" in found_at("De Weerhaan", "dagdeel=avond").questions


def test_letting_go_gives_what_it_says() -> None:
    answer = answered(f"{NEAR}&minuten=5&aanbod=tuinieren&kenmerk=geen-balie&doelgroep=ouderen")
    for one in answer.letting_go:
        left = answered(answer.found.without(one.key).urlencode())
        assert f"{left.sure_total} plek" in one.words


def test_if_something_fits_nothing_need_be_let_go_of() -> None:
    assert answered("aanbod=samen-eten").letting_go == []


def test_there_is_more_to_show_until_it_is_asked_for() -> None:
    assert (len(answered().sure), answered().more_sure) == (8, True)
    assert len(answered("", "sure").sure) == 50


@pytest.mark.parametrize(
    ("fields", "statements"),
    [
        # Vocabulary, what surely and perhaps fits, cards.
        (f"{NEAR}&minuten=60&dag=di&aanbod=samen-eten", 3),
        # One vocabulary with questions of its own more.
        ("waarde=sfeer", 4),
        # Nothing fits: what words mean, what to let go of, and the first place for each.
        ("q=xyzzyplugh&aanbod=samen-eten", 5),
    ],
)
def test_the_number_of_statements_does_not_grow_with_the_places(
    fields: str, statements: int
) -> None:
    assert _statements(fields) == statements
    crowded(500)
    settle()
    assert _statements(fields) == statements


def _statements(fields: str) -> int:
    """Of a process that has read the words before, as they are."""
    assert "aanbod:samen-eten" in Vocabulary()
    with CaptureQueriesContext(connection) as queries:
        answer = answered(fields)
        parts = [answer.wishes, answer.sure, answer.to_ask, answer.letting_go]
        assert any(parts)
        assert answer.sure_total + answer.to_ask_total >= len(answer.sure + answer.to_ask)
    return len(queries)
