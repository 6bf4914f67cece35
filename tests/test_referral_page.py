"""`/verwijzen/` as it is asked and answered over the wire."""

import re
from html import unescape
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from places.models import Place
from tests.crowd import crowded
from tests.edition import settle
from tests.referring import observe

pytestmark = pytest.mark.django_db

PAGE = "/verwijzen/"
HOME = "Proveniersstraat 6, 3033 CJ Rotterdam"
NEAR = {"bij": HOME, "hoe": "lopen", "minuten": "20"}


def posted(fields: dict[str, Any], page: str = PAGE, client: Client | None = None) -> str:
    """The page after a POST, as a reader sees its text and attributes."""
    answer = (client or Client(enforce_csrf_checks=True)).post(page, fields)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def got(query: str = "", page: str = PAGE) -> str:
    answer = Client().get(f"{page}{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def field(page: str, name: str, value: str) -> str:
    """The tag of the field with this name and value."""
    found = re.search(rf'<input[^>]* name="{name}" value="{value}"[^>]*>', page)
    assert found, f"no {name}={value}"
    return found[0]


def picked(page: str, name: str) -> list[str]:
    """The values that are selected in a list of this name."""
    [options] = re.findall(rf'<select id="{name}".*?</select>', page, re.DOTALL)
    return re.findall(r'<option value="([^"]*)"[^>]* selected', options)


def values(page: str, name: str) -> list[str]:
    """The values of all fields of a name, ticked or not."""
    return re.findall(rf'<input[^>]* name="{name}" value="([^"]*)"', page)


def shown(page: str) -> list[str]:
    """The names of the places in the answer."""
    return re.findall(r'<h4><a [^>]*lang="nl">([^<]*)</a></h4>', page)


def test_without_a_question_there_is_only_the_form() -> None:
    page = got()
    assert 'id="verwijzing"' in page
    assert 'id="antwoord"' not in page


def test_an_empty_question_is_answered_with_every_place() -> None:
    assert "58 plekken passen zeker" in posted({})


def test_the_answer_has_the_nearest_first_and_says_how_far() -> None:
    page = posted(NEAR)
    assert shown(page)[0] == "Bij de Provenier"
    assert "minuten lopen" in page


def test_what_was_typed_stands_in_the_form_again() -> None:
    page = posted({**NEAR, "dag": ["di", "do"], "dagdeel": "middag", "taal": "turks"})
    assert f'value="{HOME}"' in page
    for name, value in (("dag", "di"), ("dag", "do"), ("dagdeel", "middag"), ("taal", "turks")):
        assert "checked" in field(page, name, value)
    assert "checked" not in field(page, "dag", "wo")
    assert picked(page, "minuten") == ["20"]


def test_an_address_is_never_read_from_the_address_of_the_page() -> None:
    page = got(f"?bij={HOME}&hoe=rolstoel")
    assert "Dat gebruiken we niet" in page
    assert 'name="bij" type="text" value=""' in page
    assert "checked" in field(page, "hoe", "rolstoel")
    assert "Proveniersstraat" not in page


def test_a_team_has_a_starting_point_of_its_own_at_an_address() -> None:
    page = got("?vanuit=delfshaven")
    assert "Startpunt: Delfshaven." in page
    assert 'href="/verwijzen/?vanuit=delfshaven"' in page
    assert picked(page, "vanuit") == ["delfshaven"]


def test_the_bookmark_of_a_team_says_nothing_about_a_client() -> None:
    page = posted({**NEAR, "vanuit": "delfshaven", "taal": "turks", "dag": "di"})
    assert set(re.findall(r'href="/verwijzen/(\?[^"]*)"', page)) == {"?vanuit=delfshaven"}


def test_what_only_a_bookmark_asks_for_can_be_let_go_of_in_the_form() -> None:
    page = got("?soort=buurthuis&gebied=noord&q=eten")
    assert "checked" in field(page, "soort", "buurthuis")
    assert "checked" in field(page, "gebied", "noord")
    assert 'name="q" type="text" value="eten"' in page
    assert values(got(), "soort") == []


WRONG = {
    "bij": ("Timboektoe 12", "We kennen “Timboektoe 12” niet"),
    "vanuit": ("atlantis", "Dit gebied kennen we niet"),
    "hoe": ("vliegend", "“vliegend” kan niet gekozen worden"),
    "minuten": ("veel", "Dit is geen heel getal"),
    "dag": ("feestdag", "“feestdag” kennen we niet"),
    "dagdeel": ("nacht", "“nacht” kennen we niet"),
    "taal": ("klingon", "“klingon” kennen we niet"),
    "soort": ("kasteel", "“kasteel” kennen we niet"),
}


@pytest.mark.parametrize(("name", "value", "words"), [(n, *w) for n, w in WRONG.items()], ids=WRONG)
def test_a_wrong_value_is_said_beside_its_field_and_loses_nothing(
    name: str, value: str, words: str
) -> None:
    rest = {"bij": "3033", "hoe": "fiets", "kenmerk": "gelijkvloers", "plek": "pauluskerk"}
    page = posted({**rest, name: value})
    assert words in page
    assert re.search(rf'id="(fout-{name}|filter-{name})"', page)
    assert "checked" in field(page, "kenmerk", "gelijkvloers")
    assert "checked" in field(page, "plek", "pauluskerk")


def test_how_long_counts_only_from_somewhere_and_stays_chosen() -> None:
    page = posted({"bij": "Timboektoe 12", "minuten": "20"})
    assert "Vul eerst in waar de cliënt woont" in page
    assert picked(page, "minuten") == ["20"]


def test_the_answer_says_how_the_minutes_were_reckoned() -> None:
    page = posted({"bij": HOME, "hoe": "rolstoel"})
    assert "hemelsbreed keer 1,4 voor de omweg, met 2,7 km per uur" in page
    assert "bovenaan" in posted({})


def test_when_no_single_wish_is_in_the_way_that_is_said() -> None:
    page = posted({"taal": "urdu", "waarde": "locatie", "kenmerk": "aangepast-toilet"})
    assert "ook niet als je één ding loslaat" in page
    assert 'name="zonder"' not in page


@pytest.mark.parametrize(
    "fields",
    [
        {"bij": "\x00"},
        {"bij": "x" * 5000},
        {"minuten": "9" * 400},
        {"zonder": "'; DROP"},
        {"meer": ["alles", "\x00"]},
        {"plek": ["\x00", "bestaat-niet", "-" * 300]},
        {"dag": ["ma"] * 300},
    ],
    ids=["nul", "long", "huge", "let go of nothing", "more", "places", "many days"],
)
def test_nothing_that_is_posted_breaks_the_page(fields: dict[str, Any]) -> None:
    assert "Zoek plekken" in posted(fields)


def test_one_wish_can_be_let_go_of() -> None:
    observe("bij-de-provenier", "gelijkvloers", "nee")
    fields = {"bij": "3033 CJ", "kenmerk": ["gelijkvloers"], "wijk": "provenierswijk"}
    page = posted(fields)
    assert 'name="zonder" value="kenmerk:gelijkvloers"' in page
    page = posted({**fields, "zonder": "kenmerk:gelijkvloers"})
    assert "Bij de Provenier" in shown(page)
    assert "checked" not in field(page, "kenmerk", "gelijkvloers")


def test_more_places_are_shown_until_something_else_is_asked() -> None:
    assert len(shown(posted({}))) == 8
    page = posted({"meer": "sure"})
    assert len(shown(page)) == 50
    assert values(page, "meer") == ["sure"]
    assert len(shown(posted({"meer": "sure", "zoek": "1"}))) == 8


def test_what_was_chosen_stays_chosen_in_the_answer_and_beside_it() -> None:
    page = posted({**NEAR, "plek": ["bij-de-provenier", "villa-vonk"]})
    assert "checked" in field(page, "plek", "bij-de-provenier")
    beside = page[page.index("Al gekozen") : page.index("</fieldset>", page.index("Al gekozen"))]
    assert values(beside, "plek") == ["villa-vonk"]


def test_the_order_of_the_sheet_travels_in_the_answer() -> None:
    page = posted({**NEAR, "plek": ["villa-vonk", "kleyburg", "bij-de-provenier"]})
    assert values(page, "volgorde") == ["villa-vonk", "kleyburg", "bij-de-provenier"]
    page = posted({**NEAR, "volgorde": values(page, "volgorde"), "plek": values(page, "plek")})
    assert values(page, "volgorde")[:3] == ["villa-vonk", "kleyburg", "bij-de-provenier"]


def test_a_place_that_is_not_public_is_not_among_the_chosen() -> None:
    Place.objects.filter(slug="villa-vonk").update(status="concept")
    assert "villa-vonk" not in values(posted({**NEAR, "plek": "villa-vonk"}), "plek")


def test_more_than_five_is_said() -> None:
    slugs = list(Place.objects.order_by("slug").values_list("slug", flat=True)[:6])
    assert "Je koos er 6. Op het blad passen er 5" in posted({"plek": slugs})


def test_what_was_written_on_the_sheet_comes_back_along() -> None:
    page = posted({"plek": "villa-vonk", "regel-villa-vonk": "Vraag Ans", "werker": "Sam"})
    assert values(page, "regel-villa-vonk") == ["Vraag Ans"]
    assert values(page, "werker") == ["Sam"]
    assert "Xantippe" not in got("?werker=Xantippe")


def test_a_place_can_be_called_and_otherwise_written_to() -> None:
    assert 'href="tel:+31104361700"' in posted({"q": "Aktiegroep Oude Westen"})
    Place.objects.filter(slug="pauluskerk").update(phone="", email="dag@pauluskerk.example")
    assert "mailto:dag@pauluskerk.example" in posted({"q": "Pauluskerk"})


def test_the_page_speaks_english() -> None:
    page = posted({"taal": "turks"}, "/en/verwijzen/")
    assert 'lang="en"' in page
    assert 'action="/en/verwijzen/#antwoord"' in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_keeps_the_page_and_it_sets_no_cookie(method: str) -> None:
    answer = getattr(Client(), method)(PAGE)
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert b"csrfmiddlewaretoken" not in answer.content


def test_other_methods_are_refused() -> None:
    assert Client().delete(PAGE).status_code == 405
    assert Client().head(PAGE).status_code == 200


def test_the_form_says_when_an_address_may_leave(settings: Any) -> None:
    assert "PDOK" not in got()
    settings.CLIENT_ADDRESSES_AT_PDOK, settings.LOCATIESERVER_URL = True, "https://x.invalid"
    assert "Kadaster (PDOK)" in got()
    settings.LOCATIESERVER_URL = ""
    assert "PDOK" not in got()
    assert django_settings.CLIENT_ADDRESSES_AT_PDOK


STATEMENTS: dict[str, tuple[dict[str, Any], int]] = {
    # The vocabulary, what surely and perhaps fits, the cards.
    "nothing asked": ({}, 3),
    # One more to look up the address.
    "near": (NEAR, 4),
    "when and what": ({**NEAR, "dag": "di", "aanbod": "samen-eten", "meer": "ask"}, 4),
    # And for the names of those chosen before.
    "chosen before": ({**NEAR, "plek": "villa-vonk"}, 5),
}


@pytest.fixture(scope="module")
def counts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[dict[str, int]]:
    """Statements per question, in the city and in a country."""
    with django_db_blocker.unblock(), transaction.atomic():
        _counted({})  # a process asks once what a metre is
        city = {name: _counted(fields) for name, (fields, _stated) in STATEMENTS.items()}
        crowded(5_000)
        settle()
        _counted({})  # and for new words
        country = {name: _counted(fields) for name, (fields, _stated) in STATEMENTS.items()}
        transaction.set_rollback(True)
    return [city, country]


def test_a_country_takes_no_more_statements_than_a_city(counts: list[dict[str, int]]) -> None:
    assert counts[1] == counts[0]


def test_a_question_takes_the_statements_it_is_said_to_take(counts: list[dict[str, int]]) -> None:
    assert counts[0] == {name: stated for name, (_fields, stated) in STATEMENTS.items()}


def _counted(fields: dict[str, Any]) -> int:
    with CaptureQueriesContext(connection) as statements:
        assert Client().post(PAGE, fields).status_code == 200
    return len(statements)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"bij": HOME}, "Gemeten vanaf 3033 CJ."),
        ({"bij": "3014 XX"}, "Gemeten vanaf 3014."),
        ({"vanuit": "delfshaven"}, "Gemeten vanaf Delfshaven."),
        (
            {"bij": "Nergensstraat 1", "vanuit": "delfshaven"},
            "Het adres kennen we niet; gemeten vanaf Delfshaven.",
        ),
    ],
)
def test_the_answer_says_what_it_was_measured_from(fields: dict[str, str], said: str) -> None:
    assert said in posted(fields)


def test_without_a_start_nothing_is_said_to_be_measured() -> None:
    assert "emeten vanaf" not in posted({"aanbod": "samen-eten"})
