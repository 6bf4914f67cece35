"""Bad files and bad rows: each is refused with a reason that says what to do, nothing is a 500."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook

from places.exchange import sheets, workbooks
from places.models import Place
from tests.exchange import (
    csv_file,
    imported,
    problems,
    saved,
    trial,
    tried,
    xlsx_file,
)
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
WHO = ["UUID", "Naam", "Postcode"]
NEW = ["", "Huiskamer De Lamp", "3014 RA"]


@pytest.fixture(autouse=True)
def _folder_of_uploads(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


CELLS = [
    ("Soort", "kasteel", "Soort: soort ‘kasteel’ is niet bekend; wel: huis van de wijk"),
    ("Organisatie of netwerk", "SLO", "‘SLO’ is niet bekend; wel: BuurtBuik"),
    ("Wijk of gebied", "Nergenshuizen", "‘Nergenshuizen’ is niet bekend"),
    ("Wijk of gebied", "Hoogvliet Noord, Zuid", "is niet bekend"),
    ("Postcode", "30014", "Schrijf de postcode als 3014 RA"),
    ("E-mail van de plek", "geen adres", "E-mail van de plek: "),
    ("Website", "https://een site", "Website: "),
    ("Telefoon", "0" * 21, "Telefoon: "),
    ("Sinds", "vorig jaar", "Sinds: "),
    ("Breedtegraad", "noord", "‘noord’ is geen getal zoals 51,9225"),
    ("Breedtegraad", "519225000", "ligt niet in Nederland"),
    ("Breedtegraad", "51,92", "Een punt heeft een lengte- en een breedtegraad"),
    ("Precisie", "ongeveer", "kies uit: adres, straat, wijk, onbekend"),
    ("Precisie", "adres", "zonder punt is de precisie wijk of onbekend"),
    ("Openingstijden", "soms", "Regel 1, “soms”: De regel begint niet met een dag"),
    ("Openingstijden", "ma 9-12; ma 11-13", "“maandag 09:00-12:00” en “maandag 11:00-13:00”"),
    ("Openingstijden zijn volledig", "bijna", "‘bijna’ is geen ja of nee"),
    ("Bijzondere dagen", "Kerst dicht", "De regel begint niet met een datum"),
    ("Aanbod", "taal, toveren", "aanbod ‘toveren’ is niet bekend"),
    ("Waarden", "Sfeer: warm", "‘Sfeer: warm’: bron: "),
    ("Waarden", "Glans: ja | bron: x", "waarde ‘Glans’ is niet bekend"),
    ("Waarden", "Sfeer: a | bron: x\nSfeer: b | bron: y", "‘Sfeer’ staat er twee keer"),
    ("Waarden", "Sfeer: a | kleur: rood", "na een streep kan: engels, bron, gelezen"),
    ("Dilemma's", "Diversiteit: a | stand: 9 | bron: x", "stand"),
    ("Kenmerken", "gelijkvloers: misschien", "antwoord"),
    ("Bronnen", "site | gelezen: gisteren", "Geef een jaar"),
    ("Status", "weg", "kies uit: concept, gepubliceerd, gearchiveerd"),
    ("Status", "gearchiveerd", "Archiveren en terughalen gaat met een reden"),
    ("Huur tot en met", "ooit", "‘ooit’ is geen dag zoals 2026-11-22"),
    ("Adresnaam", "Een Adres", "Adresnaam: "),
    ("Adresnaam", "pauluskerk", "Dit adres is al van een andere plek"),
]


@pytest.mark.parametrize(
    ("heading", "cell", "reason"), CELLS, ids=[f"{h}: {c}" for h, c, _ in CELLS]
)
def test_a_bad_cell_is_refused_with_its_reason(
    editor: Client, heading: str, cell: str, reason: str
) -> None:
    row = {"UUID": "", "Naam": "De Lamp", "Postcode": "3014 RA", heading: cell}
    report = imported(editor, csv_file(list(row), list(row.values())))
    assert reason in " ".join(problems(report))
    assert [(r["number"], r["name"]) for r in report["rows"]] == [(2, "De Lamp")]
    assert not Place.objects.filter(name="De Lamp").exists()


def test_one_bad_row_holds_up_the_good_ones(editor: Client) -> None:
    report = imported(editor, csv_file(WHO, NEW, ["", "", "3014 RA"]))
    assert report["counts"] | {"gelijk": 0} == {
        "nieuw": 1,
        "geweigerd": 1,
        "gewijzigd": 0,
        "gelijk": 0,
    }
    assert problems(report) == ["De naam ontbreekt."]
    assert not Place.objects.filter(name=NEW[1]).exists()


FILES = [
    (b"", "Het bestand is leeg"),
    (b"\n\n", "Het bestand is leeg"),
    (csv_file(WHO), "Onder de koppen staat geen enkele rij"),
    (csv_file(["", ""], ["a", "b"]), "De eerste rij is leeg"),
    (csv_file([*WHO, "Kleur"], [*NEW, "rood"]), "Deze kolommen kennen we niet: ‘Kleur’"),
    (csv_file([*WHO, "naam"], [*NEW, "x"]), "staan er vaker dan één keer: ‘Naam’"),
    (csv_file(["Telefoon"], ["1"]), "zijn de kolommen Naam en Postcode nodig"),
    (b"Naam;Postcode\n\"De \"Lamp\";3014 RA\n", "Regel 2 is geen goede CSV"),
    (b"Naam;Postcode\nDe \x81;3014 RA\n", "niet te lezen"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", "Dit is geen CSV- of Excel-bestand"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "oud of beveiligd Excel-bestand"),
    (b"PK\x03\x04" + b"kapot" * 20, "geen Excel-bestand dat wij kunnen lezen"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), FILES, ids=[reason[:40] for _data, reason in FILES])
def test_a_bad_file_is_refused_with_its_reason(editor: Client, data: bytes, reason: str) -> None:
    assert reason in " ".join(problems(trial(editor, data)))


def test_a_zip_without_a_workbook_is_refused(editor: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("foto.jpg", "geen werkblad")
    assert "geen Excel-bestand" in " ".join(problems(trial(editor, packed.getvalue())))


def test_a_bomb_is_weighed_before_it_is_unpacked(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 10_000)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 10_001)
    assert "uitgepakt te groot" in " ".join(problems(trial(editor, bomb.getvalue())))


def test_too_many_rows_are_refused(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)
    data = csv_file(WHO, NEW, NEW, NEW)
    assert problems(trial(editor, data)) == ["Meer dan 2 rijen; splits het bestand."]


def test_a_file_that_is_too_large_is_refused_beside_the_field(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("places.admin.exchange.MAX_BYTES", 10)
    fields = {"token": "5d5a0b1c-0000-4000-8000-000000000000", "file": io.BytesIO(b"x" * 11)}
    answer = editor.post("/beheer/places/place/importeren/", fields)
    assert "groter dan 10 MB" in answer.content.decode()


def test_merged_cells_are_named(editor: Client) -> None:
    book = Workbook()
    for row in (WHO, NEW, NEW):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    assert "samengevoegde cellen (B2:B3)" in " ".join(problems(trial(editor, saved(book))))


TYPED = [
    ("Telefoon", "=1+1", "Telefoon: Hier staat een formule"),
    ("Huisnummer", datetime(2026, 2, 1), "Huisnummer: Excel heeft hier de datum 01-02-2026 van"),
    ("Openingstijden", time(9), "Openingstijden: Excel heeft hier de tijd 09:00 van gemaakt"),
    ("Telefoon", "#REF!", "Hier staat een fout van Excel (#REF!)"),
]


@pytest.mark.parametrize(("heading", "value", "reason"), TYPED, ids=[t[2][:30] for t in TYPED])
def test_what_excel_made_of_a_cell_is_refused(
    editor: Client, heading: str, value: Any, reason: str
) -> None:
    report = trial(editor, xlsx_file([*WHO, heading], [*NEW, value]))
    assert reason in " ".join(problems(report))


@pytest.mark.parametrize(
    ("heading", "value", "meant"),
    [
        ("Telefoon", 101234567, "0101234567"),
        ("Telefoon", 31101234567, "+31101234567"),
        ("Huisnummer", 12.0, "12"),
        ("Sinds", 2015, "2015"),
        ("Openingstijden zijn volledig", True, "ja"),
        ("Huur tot en met", date(2027, 12, 31), "2027-12-31"),
        ("Huur tot en met", "31-12-2027", "2027-12-31"),
        ("Openingstijden", "maandag t/m vrijdag 9-17 uur", "ma-vr 09:00-17:00"),
        ("Website", "voorbeeld.example", "https://voorbeeld.example"),
        ("Postcode", "3014ra", "3014 RA"),
    ],
)
def test_what_is_clear_is_made_whole(editor: Client, heading: str, value: Any, meant: str) -> None:
    row = {"UUID": "", "Naam": "De Lamp", "Postcode": "3014 RA", heading: value}
    [told] = trial(editor, xlsx_file(list(row), list(row.values())))["rows"]
    assert {"label": heading, "old": "", "new": meant} in [
        change | {"old": ""} for change in told["changes"]
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_usual_separator_is_understood(editor: Client, separator: str) -> None:
    data = csv_file([*WHO, "Beschrijving"], [*NEW, "a; b, c\td"], separator=separator)
    assert trial(editor, data)["counts"]["nieuw"] == 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_letters_with_accents_are_read_in_any_usual_encoding(editor: Client, encoding: str) -> None:
    text = "Naam;Postcode\nCafé ’t Hoekje;3014 RA\n"
    imported(editor, text.encode(encoding))
    assert Place.objects.filter(name="Café ’t Hoekje").exists()


def test_windows_letters_are_said(editor: Client) -> None:
    remarks = trial(editor, "Naam;Postcode\nCafé;3014 RA\n".encode("cp1252"))["remarks"]
    assert "Windows-1252" in " ".join(remarks)


def test_an_unknown_column_is_left_out_when_the_user_says_so(editor: Client) -> None:
    data = csv_file([*WHO, "Kleur"], [*NEW, "rood"])
    assert trial(editor, data, ignore_unknown="on")["counts"]["nieuw"] == 1


def test_a_cell_beside_the_headings_is_said(editor: Client) -> None:
    assert "Rechts van de laatste kop" in problems(trial(editor, csv_file(WHO, [*NEW, "x"])))[0]


def test_two_places_of_one_name_and_postcode_need_a_uuid(editor: Client) -> None:
    for slug in ("lamp-1", "lamp-2"):
        Place.objects.create(name=NEW[1], slug=slug, postcode=NEW[2])
    assert (
        "Er zijn 2 plekken met deze naam en postcode"
        in problems(trial(editor, csv_file(WHO, NEW)))[0]
    )


def test_a_namesake_without_a_postcode_may_be_the_same_and_is_not_guessed(editor: Client) -> None:
    Place.objects.create(name=NEW[1], slug="lamp")
    assert (
        "maar de postcode is aan een kant niet bekend"
        in problems(trial(editor, csv_file(WHO, NEW)))[0]
    )


def test_a_namesake_elsewhere_is_another_place(editor: Client) -> None:
    Place.objects.create(name=NEW[1], slug="lamp", postcode="3011 AA")
    assert trial(editor, csv_file(WHO, NEW))["counts"]["nieuw"] == 1


def test_a_uuid_that_is_not_known_beside_a_known_name_is_refused(editor: Client) -> None:
    place = Place.objects.create(name=NEW[1], slug="lamp", postcode=NEW[2])
    row = ["5d5a0b1c-0000-4000-8000-000000000000", place.name, place.postcode]
    assert "Laat de UUID leeg" in problems(trial(editor, csv_file(WHO, row)))[0]


def test_the_same_place_twice_in_a_file_is_refused(editor: Client) -> None:
    report = trial(editor, csv_file(WHO, NEW, NEW))
    assert problems(report) == ["Dezelfde plek staat ook op rij 2."]


def test_blank_rows_count_but_say_nothing(editor: Client) -> None:
    [row] = trial(editor, csv_file(WHO, ["", "", ""], NEW))["rows"]
    assert row["number"] == 3


def test_a_file_that_waited_too_long_is_asked_for_again(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tried(editor, csv_file(WHO, NEW))
    monkeypatch.setattr("places.exchange.uploads.KEEP", timedelta(0))
    answer = editor.get(address, follow=True)
    assert "Dit bestand is er niet meer" in answer.content.decode()
