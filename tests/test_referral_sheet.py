"""`/verwijzen/kaart/`: what stands on the sheet, and what never leaves it."""

import re
from datetime import UTC, date, datetime, time
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.models import FormerSlug, Place, PlaceTrait, SpecialDay, Trait
from places.referral.choice import Choice
from places.referral.sheet import make_sheet, whole_sentences

pytestmark = pytest.mark.django_db

ADDRESS = "/verwijzen/kaart/"
TWO = {"plek": ["pauluskerk", "bij-de-provenier"]}
FIVE = ["pauluskerk", "bij-de-provenier", "kleyburg", "villa-vonk", "inloophuis-in-de-gouwstraat"]
CLIENTS = {
    "bij": "Gaffelstraat",
    "regel-pauluskerk": "Jouw eigen regel",
    "vraag-pauluskerk": "Mevrouw Kanarie",
    "werker": "Wijkwerker Kanarie",
    "telefoon": "06-00112233",
}


def text_of(answer: HttpResponse) -> str:
    """What one reads on the sheet itself, white space as one space."""
    html = answer.content.decode()
    sheet = html[html.index("<article") : html.index("</article>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", sheet)).split())


def posted(client: Client, **fields: Any) -> HttpResponse:
    answer = client.post(ADDRESS, {**TWO, **fields})
    assert answer.status_code == 200
    return answer


def test_a_place_stands_there_with_all_that_one_needs(client: Client) -> None:
    text = text_of(client.get(ADDRESS, {"plek": ["inloophuis-in-de-gouwstraat", "pauluskerk"]}))
    for words in [
        "1 Inloophuis In de Gouwstraat inloophuis",
        "Gouwstraat 36b, 3082 BD Rotterdam (Oud Charlois)",
        "010-4859737",
        "vrijdag 16:45-19:00: Maaltijdavond, op afspraak, 4 euro, aanmelden tot woensdag 11:00",
        "Andere tijden weten we niet. Bel even.",
        "nog niet nagekeken; bron:",
        "2 Pauluskerk",
    ]:
        assert words in text


def test_what_nobody_knows_is_called_unknown(client: Client) -> None:
    text = text_of(client.get(ADDRESS, {"plek": "casa-tiberias"}))
    assert "Adres onbekend. (Rotterdam)" in text
    assert "Telefoon, e-mail en website zijn niet bekend." in text
    assert "We weten niet wanneer het open is. Vraag het na voor je gaat." in text


def test_the_order_of_the_address_is_the_order_on_paper(client: Client) -> None:
    text = text_of(client.get(ADDRESS + "?plek=villa-vonk&plek=pauluskerk"))
    assert text.index("1 Villa Vonk") < text.index("2 Pauluskerk")


def test_what_the_worker_wrote_is_on_the_sheet(client: Client) -> None:
    text = text_of(posted(client, **CLIENTS))
    assert "Jouw eigen regel" in text
    assert "Vraag naar Mevrouw Kanarie" in text
    assert "Heb je een vraag? Wijkwerker Kanarie , 06-00112233" in text
    assert "Vanaf Gaffelstraat is het ongeveer" in text


def test_without_a_name_or_number_of_a_worker_the_line_is_hidden(client: Client) -> None:
    html = posted(client).content.decode()
    assert re.search(r'<p class="sheet-questions"[^>]* hidden>', html)


def test_what_the_worker_wrote_is_never_read_from_an_address(client: Client) -> None:
    html = client.get(ADDRESS, {**TWO, **CLIENTS}).content.decode()
    for secret in ("Jouw eigen regel", "Kanarie", "06-00112233", "Vanaf", "jij bent hier", "<form"):
        assert secret not in html


def test_what_is_shared_holds_no_word_of_the_client(client: Client) -> None:
    html = unescape(posted(client, **CLIENTS).content.decode())
    shared = [unquote(one) for one in re.findall(r'(?:href|data-share)="([^"]+)"', html)]
    assert any("wa.me" in one and "Mauritsweg 20" in one for one in shared)
    assert any("mailto:" in one and "17:00-18:30" in one for one in shared)
    for secret in ("Gaffelstraat", "Jouw eigen regel", "Kanarie", "06-00112233"):
        assert not [one for one in shared if secret in one]


def test_the_answer_is_kept_by_nobody_and_sets_no_cookie(client: Client) -> None:
    for answer in (posted(client, **CLIENTS), client.get(ADDRESS, TWO)):
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
        assert " style=" not in answer.content.decode()


def test_an_archived_place_is_named_with_its_page_and_a_draft_is_unknown(client: Client) -> None:
    Place.objects.at_address("kleyburg").update(status="gearchiveerd", archived_on=date(2026, 1, 1))
    Place.objects.at_address("villa-vonk").update(status="concept")
    answer = client.get(ADDRESS, {"plek": FIVE})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert '<a href="/plekken/kleyburg/">Lees waarom</a>' in html
    assert "Een van de plekken kennen we niet" in html
    assert "Villa Vonk" not in html
    assert client.get("/plekken/kleyburg/").status_code == 410


def test_when_no_place_is_left_the_page_is_kind_and_not_found(client: Client) -> None:
    answer = client.get(ADDRESS, {"plek": "bestaat-niet"})
    assert answer.status_code == 404
    assert "Deze plekken zijn er niet meer" in answer.content.decode()
    assert client.get(ADDRESS).status_code == 200


def test_an_old_address_of_a_place_still_leads_to_it(client: Client) -> None:
    FormerSlug.objects.create(slug="oude-naam", place=Place.objects.get(slug="pauluskerk"))
    answer = client.get(ADDRESS, {"plek": ["oude-naam", "pauluskerk"]})
    assert "kennen we niet, of niet meer" not in answer.content.decode()
    assert answer.content.decode().count('class="sheet-place"') == 1


def test_the_host_is_to_be_asked_for_only_where_one_is_known(client: Client) -> None:
    host = Trait.objects.get(slug="vaste-gastheer-of-gastvrouw")
    PlaceTrait.objects.create(place=Place.objects.get(slug="pauluskerk"), trait=host, answer="ja")
    text = text_of(client.get(ADDRESS, TWO))
    assert text.count("Vraag naar de gastheer of gastvrouw.") == 1
    assert "Wat we weten: vaste gastheer of gastvrouw." in text


def test_dutch_texts_are_marked_on_the_english_sheet(client: Client) -> None:
    Place.objects.at_address("pauluskerk").update(first_visit="Loop maar naar binnen.")
    html = client.get(f"/en{ADDRESS}", TWO).content.decode()
    assert '<p class="sheet-expects" lang="nl">Loop maar naar binnen.</p>' in html
    Place.objects.at_address("pauluskerk").update(first_visit_en="Just walk in.")
    html = client.get(f"/en{ADDRESS}", TWO).content.decode()
    assert '<p class="sheet-expects">Just walk in.</p>' in html


def test_a_special_day_that_is_near_is_a_warning(client: Client) -> None:
    today = date.today()
    SpecialDay.objects.create(
        place=Place.objects.get(slug="pauluskerk"), first_day=today, last_day=today, reason="Feest"
    )
    assert re.search(
        r"Let op: dicht op [a-z]+ \d+ [a-z]+ \(Feest\)", text_of(client.get(ADDRESS, TWO))
    )


def test_places_without_a_point_are_named_as_not_on_the_map(client: Client) -> None:
    answer = client.get(ADDRESS, {"plek": ["pauluskerk", "casa-tiberias", "thuis-in-west"]})
    text = text_of(answer)
    assert "want we weten niet precies waar: 2 Casa Tiberias ." in text
    assert "Stippels om een nummer" in text
    assert "Kaartje met genummerde plekken: 1, 3" in text


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Kort.", "Kort."),
        ("Een zin. Nog een zin.", "Een zin."),
        ("“Kom binnen!” Zegt hij altijd.", "“Kom binnen!”"),
        ("Lange woorden zonder einde", "Lange woorden …"),
    ],
)
def test_texts_are_cut_at_a_sentence(text: str, fits: str) -> None:
    assert whole_sentences(text, 16) == fits


@pytest.mark.parametrize("places", [["pauluskerk"], FIVE])
def test_few_statements_however_many_places(client: Client, places: list[str]) -> None:
    with CaptureQueriesContext(connection) as public:
        client.get(ADDRESS, {"plek": places})
    assert len(public) == 3  # places, vocabulary, areas under the map
    with CaptureQueriesContext(connection) as clients:
        client.post(ADDRESS, {"plek": places, **CLIENTS})
    assert len(clients) == 4  # and where the street is


@pytest.mark.parametrize("method", ["get", "post"])
def test_hostile_input_gets_a_page(client: Client, method: str) -> None:
    slugs = [f"plek-{number}" for number in range(300)]
    odd = ["\x00", "a\x00", "\ud800".encode("utf-8", "surrogatepass"), "'; --", "../..", "x" * 5000]
    fields = {
        "plek": [*slugs, *odd, "pauluskerk", "pauluskerk"],
        "regel-pauluskerk": "r" * 100_000 + "\x00",
        "vraag-pauluskerk": b"\xed\xa0\x80<script>alert(1)</script>",
        "regel-\x00": "x",
        "omhoog": "\x00",
        "bij": "\x00",
        "hoe": "vliegend",
    }
    answer = getattr(client, method)(ADDRESS, fields)
    assert answer.status_code in (200, 404)
    assert "<script>alert" not in answer.content.decode()


def test_the_map_is_small(client: Client) -> None:
    html = client.get(ADDRESS, {"plek": FIVE}).content.decode()
    drawing = html[html.index('<svg class="sheet-map"') :]
    assert drawing.index("</svg>") < 30_000


@pytest.fixture
def kleyburg() -> Place:
    """With a meal, a night that begins later, a move, and nothing known about holidays."""
    Place.objects.at_address("kleyburg").update(holiday_policy="onbekend", phone="010-1")
    place = Place.objects.get(slug="kleyburg")
    place.hours.all().delete()
    meal = {"note": "samen eten", "cost": "5 euro", "sign_up": "tot woensdag 11:00"}
    place.hours.create(weekday=4, opens=time(17, 30), closes=time(19), mode="activiteit", **meal)
    place.hours.create(weekday=5, opens=time(20), closes=time(2), valid_from=date(2026, 12, 19))
    days = {"first_day": date(2026, 12, 31), "last_day": date(2027, 1, 2)}
    place.special_days.create(reason="verhuizing", **days)
    return place


def test_every_kind_of_hours_is_said_so_that_one_can_read_it_aloud(kleyburg: Place) -> None:
    moment = datetime(2026, 12, 10, 12, tzinfo=UTC)
    [entry] = make_sheet(Choice((kleyburg.slug,)), moment).entries
    assert entry.hours.usual == [
        "vrijdag 17:30-19:00: samen eten, 5 euro, aanmelden tot woensdag 11:00",
        "zaterdag (vanaf 19 december) 20:00-02:00 (’s nachts)",
    ]
    assert entry.hours.other == [
        "misschien dicht op vrijdag 25 december (Eerste kerstdag). Bel even.",
        "misschien dicht op zaterdag 26 december (Tweede kerstdag). Bel even.",
        "dicht van donderdag 31 december tot en met zaterdag 2 januari (verhuizing)",
    ]


@pytest.mark.parametrize(
    ("bij", "said"),
    [("Gaffelstraat", "jij bent hier"), ("3033 CJ", "jij bent hier"), ("Noord", "Noord")],
)
def test_nobody_is_said_to_be_in_the_middle_of_a_gebied(
    client: Client, bij: str, said: str
) -> None:
    page = posted(client, **TWO, bij=bij).content.decode()
    assert f">{said}</text>" in page or f"Het zwarte huisje: {said}" in page
    assert ("jij bent hier" in page) is (said == "jij bent hier")
