"""`/plekken/<slug>/`: what one reads before walking over."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.test import Client

from places.models import Dossier, FormerSlug, Place, PlaceDilemma, PlaceTrait, SpecialDay, Trait
from places.portrait import Portrait
from places.portrait.reach import phone_url
from tests.asking import TUESDAY_EVENING

pytestmark = pytest.mark.django_db


def page(client: Client, slug: str, prefix: str = "") -> str:
    answer = client.get(f"{prefix}/plekken/{slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def portrait(slug: str) -> Portrait:
    return Portrait(Place.objects.at_address(slug).for_its_page().get(), TUESDAY_EVENING)


def structured(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_quote_is_word_for_word_and_dutch_in_both_languages(client: Client) -> None:
    for prefix in ("", "/en"):
        assert "Wij bieden een beschutte plek" in page(client, "pauluskerk", prefix)


def test_the_meal_is_open_and_outside_it_nothing_is_claimed() -> None:
    pauluskerk = portrait("pauluskerk")
    assert (pauluskerk.state, pauluskerk.sentence) == ("open", "open tot 18:30")
    assert "bel even" in pauluskerk.hours_remark


def test_today_is_marked_in_the_week() -> None:
    week = portrait("pauluskerk").week
    assert [day.name for day in week if day.today] == ["dinsdag"]
    assert [(row.hours, row.note, row.cost) for row in week[1].rows] == [
        ("17:00-18:30", "Eethuis", "1 euro")
    ]
    assert (week[5].rows, week[5].empty) == ([], "onbekend")


def test_a_complete_week_says_closed_where_it_has_no_row() -> None:
    assert portrait("leeszaal-rotterdam-west").week[0].empty == "dicht"


def test_hours_without_an_end_say_so() -> None:
    assert portrait("huiskamer-slaghekbuurt").week[2].rows[0].hours == "vanaf 12:00"


def test_a_place_without_hours_has_no_week_but_a_remark() -> None:
    casa = portrait("casa-tiberias")
    assert casa.week == []
    assert casa.sentence == "onbekend, bel even"


def test_special_days_and_unsure_holidays_to_come_are_listed_in_order() -> None:
    place = Place.objects.get(slug="pauluskerk")
    SpecialDay.objects.create(
        place=place, first_day="2026-12-28", last_day="2026-12-30", reason="Verbouwing"
    )
    SpecialDay.objects.create(
        place=place, first_day="2026-01-01", last_day="2026-01-02", reason="Lang voorbij"
    )
    assert [(day.dates, day.hours, day.reason) for day in portrait("pauluskerk").special_days] == [
        ("25 december 2026", "Eerste kerstdag: onbekend of het open is, bel even", ""),
        ("28 december 2026 tot en met 30 december 2026", "dicht", "Verbouwing"),
        ("1 januari 2027", "Nieuwjaarsdag: onbekend of het open is, bel even", ""),
    ]


def test_every_trait_is_said_and_the_unasked_is_unknown() -> None:
    place = Place.objects.get(slug="pauluskerk")
    PlaceTrait.objects.create(place=place, trait=Trait.objects.get(slug="geen-balie"), answer="ja")
    answers = {line.name: line.answer for line in portrait("pauluskerk").traits}
    assert answers.pop("geen balie") == "ja"
    assert set(answers.values()) == {"onbekend"}
    assert len(answers) == 9


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (None, "Waar deze plek precies staat, weten we nog niet."),
        (2, "dichter bij “vaste vertrouwde gezichten”"),
        (3, "in het midden"),
    ],
)
def test_a_dilemma_says_where_the_place_stands(position: int | None, words: str) -> None:
    PlaceDilemma.objects.filter(place__slug="humanitas-akropolis").update(position=position)
    [line] = portrait("humanitas-akropolis").dilemmas
    assert line.position_words.casefold() == words.casefold()


def test_an_approximate_point_is_called_approximate_and_no_geo_for_machines(client: Client) -> None:
    html = page(client, "thuis-in-west")
    assert "bij benadering" in html
    assert "geo" not in structured(html)


def test_an_exact_point_is_there_for_machines(client: Client) -> None:
    document = structured(page(client, "bij-de-provenier"))
    assert document["geo"]["latitude"] == 51.92771
    assert document["address"]["postalCode"] == "3033 CJ"


def test_hours_are_there_for_machines_only_when_they_are_all_there_is(client: Client) -> None:
    complete = structured(page(client, "leeszaal-rotterdam-west"))
    assert [row["opens"] for row in complete["openingHoursSpecification"]] == ["10:00"] * 5
    assert "openingHoursSpecification" not in structured(page(client, "pauluskerk"))


def test_a_closed_day_is_there_for_machines(client: Client) -> None:
    SpecialDay.objects.create(
        place=Place.objects.get(slug="pauluskerk"),
        first_day="2026-12-28",
        last_day="2026-12-30",
        reason="Verbouwing",
    )
    [special] = structured(page(client, "pauluskerk"))["specialOpeningHoursSpecification"]
    assert (special["opens"], special["closes"]) == ("00:00", "00:00")
    assert (special["validFrom"], special["validThrough"]) == ("2026-12-28", "2026-12-30")


def test_what_staff_note_for_themselves_is_on_no_page(client: Client) -> None:
    note = {"editor_note": "kanarie in de kolenmijn"}
    Dossier.objects.update_or_create(note, place=Place.objects.get(slug="pauluskerk"))
    for path in ("/plekken/pauluskerk/", "/plekken/pauluskerk/kaartje/", "/?q=pauluskerk"):
        assert "kanarie" not in client.get(path).content.decode()
    assert "kanarie" not in client.get("/kaart.geojson").content.decode()


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("thuis-in-west", "bij benadering"),
        ("welschen-2", "alleen in welke wijk"),
        ("casa-tiberias", "adres is niet bekend"),
    ],
)
def test_how_precisely_the_spot_is_known_is_said(
    client: Client, precision: str, words: str
) -> None:
    assert words in page(client, precision)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("010-4361700", "tel:+31104361700"),
        ("+31 (0)10 436 17 00", "tel:+31104361700"),
        ("14 010", "tel:14010"),
    ],
)
def test_a_number_is_dialled_as_it_was_meant(written: str, dialled: str) -> None:
    assert phone_url(written) == dialled


def test_unknown_is_left_out_of_what_machines_read(client: Client) -> None:
    document = structured(page(client, "casa-tiberias"))
    assert "telephone" not in document
    assert "openingHoursSpecification" not in document


def test_what_an_editor_types_cannot_end_the_script(client: Client) -> None:
    Place.objects.filter(slug="de-brug").update(description="</script><script>alert(1)</script>")
    html = page(client, "de-brug")
    assert "<script>alert(1)" not in html
    assert structured(html)["description"] == "</script><script>alert(1)</script>"


def test_routes_lead_to_the_point(client: Client) -> None:
    assert "51.92771" in portrait("bij-de-provenier").walking_url
    assert portrait("casa-tiberias").walking_url == ""


def test_nearby_places_are_the_nearest_or_of_the_same_wijk() -> None:
    assert portrait("pauluskerk").nearby()[0].name == "Huis van de Wijk De Nieuwe Gaffel"
    assert [card.name for card in portrait("leeszaal-rotterdam-west").nearby()] == [
        "Aktiegroep Oude Westen",
        "Huis van de Wijk De Nieuwe Gaffel",
        "Pauluskerk",
    ]
    assert portrait("casa-tiberias").nearby() == []


def test_a_renamed_place_answers_from_its_old_address(client: Client) -> None:
    place = Place.objects.get(slug="de-nieuwe-banier")
    place.slug = "de-banier"
    place.save()
    answer = client.get("/en/plekken/de-nieuwe-banier/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/plekken/de-banier/")


def test_a_name_that_comes_back_is_no_detour() -> None:
    place = Place.objects.get(slug="de-brug")
    for slug in ("de-brug-2", "de-brug"):
        place.slug = slug
        place.save()
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["de-brug-2"]


def test_an_archived_place_is_gone_with_the_reason_and_where_to_go(client: Client) -> None:
    successor = Place.objects.get(slug="pauluskerk")
    Place.objects.filter(slug="de-brug").update(
        status="gearchiveerd",
        archived_on=date(2026, 9, 1),
        archived_because="samengevoegd",
        archived_words="Samen verder aan de Mauritsweg.",
        successor=successor,
    )
    answer = client.get("/plekken/de-brug/")
    html = answer.content.decode()
    assert answer.status_code == 410
    assert "Samen verder aan de Mauritsweg." in html
    assert 'href="/plekken/pauluskerk/"' in html


def test_a_successor_that_is_not_published_is_not_named(client: Client) -> None:
    successor = Place.objects.get(slug="pauluskerk")
    Place.objects.filter(slug="de-brug").update(
        status="gearchiveerd", archived_on=date(2026, 9, 1), successor=successor
    )
    Place.objects.filter(slug="pauluskerk").update(status="concept")
    assert "Pauluskerk" not in client.get("/plekken/de-brug/").content.decode()


def test_a_draft_is_not_there_yet(client: Client) -> None:
    Place.objects.filter(slug="de-brug").update(status="concept")
    assert client.get("/plekken/de-brug/").status_code == 404
    assert client.get("/plekken/de-brug/kaartje/").status_code == 404


def test_coordinates_are_written_with_a_dot_in_every_language(client: Client) -> None:
    Place.objects.filter(slug="de-brug").update(
        location=Point(92500, 437400, srid=28992), location_precision="adres"
    )
    for prefix in ("", "/en"):
        card = client.get(f"{prefix}/plekken/de-brug/kaartje/").content.decode()
        assert re.search(r'data-lat="51\.\d+" data-lon="4\.\d+"', card)


def test_the_week_is_said_in_one_line_too() -> None:
    assert portrait("wijkgebouw-de-bron").week_summary == "ma, di, vr 12:00-13:00"
