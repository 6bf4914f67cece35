"""`/plekken/<slug>/wijziging/` and `/aanmelden/`: anyone may say what is different."""

import pytest
from django.test import Client
from django.utils import timezone

from places.models import Place, Report, Suggestion
from places.suggesting import CorrectionForm
from tests.outsiders import ADDRESS, PAULUSKERK, corrected, filled_in, pauluskerk

pytestmark = pytest.mark.django_db
THANKS = "/plekken/pauluskerk/wijziging/bedankt/"


def only() -> Suggestion:
    return Suggestion.objects.get()


def test_the_form_shows_what_is_published(client: Client) -> None:
    html = client.get(PAULUSKERK).content.decode()
    assert 'value="Mauritsweg"' in html
    assert "ma-vr 17:00-18:30 activiteit | Eethuis | kosten: 1 euro" in html


def test_only_what_was_changed_is_kept(client: Client) -> None:
    answer = corrected(client, pauluskerk(), phone="010 123 45 67", remark="Gebeld.")
    assert answer["Location"] == THANKS
    assert (only().proposed, only().seen) == ({"phone": "010 123 45 67"}, {"phone": ""})
    assert (only().remark, only().kind, only().origin) == ("Gebeld.", "wijziging", "bezoeker")


def test_nothing_is_published_by_it(client: Client) -> None:
    corrected(client, pauluskerk(), name="Iets heel anders")
    assert pauluskerk().name == "Pauluskerk"


def test_the_thank_you_says_when_staff_look(client: Client) -> None:
    answer = client.get(THANKS)
    assert "binnen 10 werkdagen" in answer.content.decode()


def test_a_remark_alone_is_enough(client: Client) -> None:
    corrected(client, pauluskerk(), remark="De plek is dicht.")
    assert only().proposed == {}


def test_a_form_that_says_nothing_is_answered_kindly(client: Client) -> None:
    answer = corrected(client, pauluskerk())
    assert "Je hebt nog niets veranderd" in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_what_staff_changed_while_the_form_was_open_is_not_turned_back(client: Client) -> None:
    place = pauluskerk()
    data = filled_in(place, website="https://nieuw.example")
    Place.objects.update_or_create(pk=place.pk, defaults={"phone": "010 999 99 99"})
    client.post(PAULUSKERK, data)
    assert only().proposed == {"website": "https://nieuw.example"}


def test_line_ends_of_a_browser_are_no_change(client: Client) -> None:
    place = Place.objects.with_hours().get(slug="aktiegroep-oude-westen")
    data = {key: text.replace("\n", "\r\n") for key, text in filled_in(place).items()}
    answer = client.post("/plekken/aktiegroep-oude-westen/wijziging/", data)
    assert answer.status_code == 200
    assert not Suggestion.objects.exists()


def test_rows_that_stay_keep_their_source_and_translation(client: Client) -> None:
    before = "ma-vr 17:00-18:30 activiteit | Eethuis | kosten: 1 euro"
    after = before.replace("ma-vr", "di-vr") + "\nma 12:00-14:00"
    corrected(client, pauluskerk(), **{"was-hours": before, "hours": after})
    monday, rest = only().proposed["hours"].split("\n")
    assert monday == "ma 12:00-14:00"
    assert rest.startswith("di-vr 17:00-18:30 activiteit | Eethuis | wat (Engels): Eatery")
    assert only().seen["hours"].startswith("ma-vr 17:00-18:30 activiteit | Eethuis | wat (Eng")


def test_hours_in_somebodys_own_words_are_kept(client: Client) -> None:
    corrected(client, pauluskerk(), hours="elke dag vanaf een uur of tien")
    assert only().proposed == {"hours": "elke dag vanaf een uur of tien"}


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("name", "", "Vul de naam van de plek in."),
        ("name", "x" * 201, "200"),
        ("description", "x" * 3001, "3000"),
        ("street", "Kade\0", "Null"),
        ("sender_email", "geen adres", "naam@voorbeeld.nl"),
        ("sender_email", "a@b.example\nBcc: c@d.example", "naam@voorbeeld.nl"),
    ],
)
def test_a_bad_text_is_told_beside_its_field_and_loses_nothing(
    client: Client, field: str, text: str, words: str
) -> None:
    answer = corrected(client, pauluskerk(), **{"phone": "010 1", field: text})
    assert words in str(answer.context["form"].errors[field])
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert 'value="010 1"' in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_what_is_wrong_stands_where_the_browser_goes_after_sending(client: Client) -> None:
    html = corrected(client, pauluskerk()).content.decode()
    _before, _address, from_there = html.partition('<section id="anders"')
    assert f'action="{PAULUSKERK}#anders"' in from_there
    assert "Je hebt nog niets veranderd" in from_there


@pytest.mark.parametrize("was", ["\0", "x" * 5000])
def test_a_forged_text_of_what_stood_there_is_not_believed(client: Client, was: str) -> None:
    corrected(client, pauluskerk(), phone="010 1", **{"was-phone": was})
    assert only().seen == {"phone": ""}


def test_a_text_longer_than_visitors_may_write_can_stay(client: Client) -> None:
    place = pauluskerk()
    place.description = "lang " * 1000
    place.save()
    assert corrected(client, place, phone="010 1").status_code == 302


def test_still_true_is_a_suggestion_and_confirms_nothing(client: Client) -> None:
    answer = client.post(PAULUSKERK, {"antwoord": "klopt"})
    assert answer["Location"] == THANKS
    assert only().kind == "klopt"
    assert pauluskerk().checked_on is None


@pytest.mark.parametrize(
    ("page", "data"),
    [
        (PAULUSKERK, {"antwoord": "klopt"}),
        (PAULUSKERK, {"name": "Pauluskerk", "remark": "De plek is dicht."}),
        ("/aanmelden/", {"name": "De Nieuwe Stoel", "sender_email": ADDRESS}),
        ("/plekken/pauluskerk/melden/", {"tone": "dank", "text": "Fijn"}),
    ],
)
def test_what_is_sent_twice_is_kept_once_while_it_waits(
    client: Client, page: str, data: dict[str, str]
) -> None:
    answers = [client.post(page, data), client.post(page, data)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Suggestion.objects.count() + Report.objects.count() == 1


def test_the_same_from_somebody_else_or_about_another_place_is_kept(client: Client) -> None:
    for email in ("", ADDRESS):
        for place in ("pauluskerk", "aktiegroep-oude-westen"):
            data = {"antwoord": "klopt", "sender_email": email}
            client.post(f"/plekken/{place}/wijziging/", data)
    assert Suggestion.objects.count() == 4


def test_the_same_again_after_it_was_handled_is_kept(client: Client) -> None:
    client.post(PAULUSKERK, {"antwoord": "klopt"})
    Suggestion.objects.update(status="afgewezen", handled_at=timezone.now())
    client.post(PAULUSKERK, {"antwoord": "klopt"})
    assert Suggestion.objects.count() == 2


def test_opening_the_page_stores_nothing(client: Client) -> None:
    client.get(f"{PAULUSKERK}?antwoord=klopt")
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("page", ["wijziging/", "melden/", "wijziging/bedankt/"])
@pytest.mark.parametrize(("status", "code"), [("concept", 404), ("gearchiveerd", 410)])
def test_a_place_that_is_not_published_takes_nothing(
    client: Client, page: str, status: str, code: int
) -> None:
    place = pauluskerk()
    place.status, place.archived_on = status, "2026-01-01" if code == 410 else None
    place.save()
    assert client.get(f"/plekken/pauluskerk/{page}").status_code == code
    assert client.post(f"/plekken/pauluskerk/{page}", {"antwoord": "klopt"}).status_code == code
    assert not Suggestion.objects.exists()


def test_an_unknown_place_is_not_found(client: Client) -> None:
    assert client.get("/plekken/bestaat-niet/wijziging/").status_code == 404


def test_a_machine_is_thanked_and_forgotten(client: Client) -> None:
    answer = corrected(client, pauluskerk(), phone="koop nu", reactie="http://spam.example")
    assert answer["Location"] == THANKS
    assert not Suggestion.objects.exists()


def test_the_page_asks_not_to_be_indexed_or_kept(client: Client) -> None:
    answer = client.get(PAULUSKERK)
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]


def test_a_form_without_its_token_is_refused_in_clear_words() -> None:
    answer = Client(enforce_csrf_checks=True).post(PAULUSKERK, {"antwoord": "klopt"})
    assert answer.status_code == 403
    assert "Er is niets verstuurd" in answer.content.decode()


def test_what_is_typed_is_text_and_nothing_else(client: Client) -> None:
    script = "<script>alert(1)</script>"
    html = corrected(client, pauluskerk(), name="", street=script, remark=script).content.decode()
    assert script not in html
    assert "&lt;script&gt;" in html


def test_the_address_of_the_sender_is_kept_beside_the_suggestion_only(client: Client) -> None:
    corrected(client, pauluskerk(), phone="010 1", sender_email=ADDRESS)
    assert only().email == ADDRESS
    assert ADDRESS not in str(only().proposed)


def test_a_correction_without_changes_makes_no_suggestion() -> None:
    form = CorrectionForm(pauluskerk(), filled_in(pauluskerk()))
    assert form.is_valid()
    assert form.suggestion("gastheer") is None


def test_a_correction_of_the_host_says_so() -> None:
    form = CorrectionForm(pauluskerk(), filled_in(pauluskerk(), phone="010 1"))
    assert form.is_valid()
    made = form.suggestion("gastheer")
    assert made is not None
    assert made.origin == "gastheer"


@pytest.mark.parametrize("page", ["/en/aanmelden/", f"/en{PAULUSKERK}", "/en/aanmelden/bedankt/"])
def test_the_pages_are_there_in_english(client: Client, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.content.decode()


def test_what_is_published_is_the_same_text_on_the_english_page(client: Client) -> None:
    answer = client.post(f"/en{PAULUSKERK}", filled_in(pauluskerk(), phone="010 1"))
    assert answer["Location"] == f"/en{THANKS}"
    assert only().proposed == {"phone": "010 1"}
