"""*Iets melden over deze plek*: for staff only, answered or closed with a word."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from places.models import Report
from tests.outsiders import ADDRESS, complaint, pauluskerk
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
PAGE = "/plekken/pauluskerk/melden/"


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def page_of(report: Report) -> str:
    return f"/beheer/places/report/{report.pk}/change/"


def handled(client: Client, report: Report, decision: str, words: str) -> Any:
    return client.post(page_of(report), {"besluit": decision, "words": words})


def test_a_report_is_stored_and_thanked_for(client: Client) -> None:
    sent = {"tone": "zorg", "text": "De deur\r\nklemt.", "sender_email": ADDRESS}
    assert client.post(PAGE, sent)["Location"] == f"{PAGE}bedankt/"
    only = Report.objects.get()
    assert (only.tone, only.text, only.email) == ("zorg", "De deur\nklemt.", ADDRESS)
    assert "binnen 10 werkdagen" in client.get(f"{PAGE}bedankt/").content.decode()


def test_the_page_says_whom_to_call_when_it_cannot_wait(client: Client, settings: Any) -> None:
    settings.URGENT_PHONE, settings.CONTACT_PHONE = "112", "14 010"
    html = client.get(PAGE).content.decode()
    assert 'href="tel:112"' in html
    assert 'href="tel:14010"' in html
    assert "Wat de gemeente ermee doet" in html


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"text": "Koud"}, "tone"),
        ({"tone": "ruzie", "text": "Koud"}, "tone"),
        ({"tone": "klacht", "text": "  "}, "text"),
        ({"tone": "klacht", "text": "x" * 3001}, "text"),
        ({"tone": "klacht", "text": "a\0b"}, "text"),
        ({"tone": "klacht", "text": "Koud", "sender_email": "nee"}, "sender_email"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(
    client: Client, sent: dict[str, str], field: str
) -> None:
    answer = client.post(PAGE, sent)
    assert list(answer.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Report.objects.exists()


def test_a_choice_stays_chosen_when_something_else_is_wrong(client: Client) -> None:
    html = client.post(PAGE, {"tone": "dank", "text": ""}).content.decode()
    assert re.search(r'<input[^>]*value="dank"[^>]*checked', html)


def test_a_machine_is_thanked_and_forgotten(client: Client) -> None:
    sent = {"tone": "dank", "text": "koop", "reactie": "x"}
    assert client.post(PAGE, sent)["Location"] == f"{PAGE}bedankt/"
    assert not Report.objects.exists()


@pytest.mark.parametrize("page", ["/", "/plekken/pauluskerk/", "/en/plekken/pauluskerk/"])
def test_nothing_of_a_report_is_public(client: Client, page: str) -> None:
    complaint(text="GEHEIM", words="OOK GEHEIM")
    before = client.get(page).content
    Report.objects.all().delete()
    assert client.get(page).content == before
    assert b"GEHEIM" not in before


@pytest.mark.parametrize("address", ["/en" + PAGE, f"/en{PAGE}bedankt/"])
def test_the_pages_are_there_in_english(client: Client, address: str) -> None:
    assert '<html lang="en"' in client.get(address).content.decode()


def test_an_answer_is_mailed_and_the_address_forgotten(
    editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    report = complaint()
    with django_capture_on_commit_callbacks(execute=True):
        handled(editor, report, "beantwoord", "De kachel is gemaakt.")
    (sent,) = mail.outbox
    assert sent.to == [ADDRESS]
    assert "De kachel is gemaakt." in sent.body
    report.refresh_from_db()
    assert (report.status, report.email) == ("beantwoord", "")


def test_closing_mails_nobody_and_forgets_the_address(
    editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    report = complaint()
    with django_capture_on_commit_callbacks(execute=True):
        handled(editor, report, "gesloten", "Scheldpartij.")
    report.refresh_from_db()
    assert (report.status, report.words, report.email) == ("gesloten", "Scheldpartij.", "")
    assert not mail.outbox


@pytest.mark.parametrize(("decision", "words"), [("beantwoord", ""), ("", "Ja"), ("open", "Ja")])
def test_without_a_word_or_a_choice_it_stays_open(
    editor: Client, decision: str, words: str
) -> None:
    answer = handled(editor, complaint(), decision, words)
    assert answer.context["form"].errors
    assert Report.objects.get().status == "open"


def test_the_second_colleague_sees_who_was_first(editor: Client) -> None:
    report = complaint()
    handled(logged_in(colleague("beheerder")), report, "gesloten", "Gelezen.")
    answer = handled(editor, report, "beantwoord", "Dank!")
    assert "was je voor" in editor.get(answer["Location"]).content.decode()
    report.refresh_from_db()
    assert (report.status, report.words) == ("gesloten", "Gelezen.")


def test_staff_read_it_as_text(editor: Client) -> None:
    script = "<script>alert(1)</script>"
    html = editor.get(page_of(complaint(text=script))).content.decode()
    assert script not in html
    assert "&lt;script&gt;" in html


def test_an_address_cannot_add_recipients_to_what_staff_write(editor: Client) -> None:
    html = editor.get(page_of(complaint(email="a?bcc=b@voorbeeld.example"))).content.decode()
    assert 'href="mailto:a%3Fbcc%3Db@voorbeeld.example"' in html


def test_the_list_of_reports_shows_place_and_tone_only(editor: Client) -> None:
    complaint(text="Een lang verhaal")
    html = editor.get("/beheer/places/report/").content.decode()
    assert f"een klacht: {pauluskerk().name}" in html
    assert ADDRESS not in html
