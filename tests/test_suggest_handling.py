"""`/beheer/places/suggestion/`: staff see what would change, and decide."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.models import Confirmation, Place, Suggestion
from places.suggesting.handling import HandlingForm
from tests.outsiders import ADDRESS, newcomer, pauluskerk, suggestion
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
EDITOR = "redacteur@gemeente.example"
BOTH = {"phone": "010 123 45 67", "website": "https://nieuw.example"}


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def page_of(made: Suggestion) -> str:
    return f"/beheer/places/suggestion/{made.pk}/change/"


def decided(client: Client, made: Suggestion, decision: str, *take: str, **texts: str) -> Any:
    """The answer to a decision; ``texts`` are what staff made of a column or the words."""
    form = HandlingForm(made)
    data = {f"now-{one.key}": one.now for one in form.differences}
    data |= {f"text-{one.key}": one.proposed for one in form.differences}
    data |= {f"take-{key}": "on" for key in take} | {"besluit": decision} | texts
    return client.post(page_of(made), data)


def test_what_waits_comes_first_and_the_oldest_of_it(editor: Client) -> None:
    handled = suggestion(status="afgewezen", handled_at="2026-11-22T12:00Z", email="")
    older, newer = suggestion(), suggestion()
    listed = editor.get("/beheer/places/suggestion/").context["cl"].result_list
    assert list(listed) == [older, newer, handled]


def test_the_page_shows_each_column_as_it_is_and_as_proposed(editor: Client) -> None:
    html = editor.get(page_of(suggestion(remark="Zelf gezien"))).content.decode()
    for text in ("Telefoon", "010 123 45 67", "Zelf gezien", ADDRESS):
        assert text in html
    assert "intussen gewijzigd" not in html


def test_a_column_that_changed_meanwhile_says_so(editor: Client) -> None:
    made = suggestion(seen={"phone": "010 000 00 00"})
    html = editor.get(page_of(made)).content.decode()
    assert "intussen gewijzigd" in html
    assert "010 000 00 00" in html


def test_accepting_half_changes_only_that_half(editor: Client) -> None:
    made = suggestion(proposed=BOTH)
    assert decided(editor, made, "overnemen", "phone").status_code == 302
    place = pauluskerk()
    assert (place.phone, place.website) == ("010 123 45 67", "https://www.pauluskerkrotterdam.nl")
    made.refresh_from_db()
    assert (made.status, made.email) == ("deels", "")
    assert made.handled_by is not None


def test_accepting_all_is_accepted(editor: Client) -> None:
    made = suggestion(proposed=BOTH)
    decided(editor, made, "overnemen", *BOTH)
    made.refresh_from_db()
    assert made.status == "aangenomen"


def test_accepting_is_one_change_in_the_history_without_the_senders_address(
    editor: Client,
) -> None:
    made = suggestion(proposed=BOTH | {"hours": "ma 10:00-12:00"})
    decided(editor, made, "overnemen", *BOTH, "hours")
    newest: Any = pauluskerk().history.latest()
    assert (newest.door, newest.history_user.email) == ("voorstel", EDITOR)
    rows = list(pauluskerk().hours.model.history.filter(change=newest.change))  # type: ignore[attr-defined]
    assert {row.history_type for row in rows} >= {"+", "-"}
    assert ADDRESS not in str([vars(row) for row in [newest, *rows]])


def test_a_text_can_be_edited_before_it_is_accepted(editor: Client) -> None:
    made = suggestion(proposed={"hours": "elke maandagochtend"})
    answer = decided(editor, made, "overnemen", "hours")
    assert answer.context["form"].errors["text-hours"]
    decided(editor, made, "overnemen", "hours", **{"text-hours": "ma 09:00-12:00"})
    assert [str(row) for row in pauluskerk().hours.all()] == ["maandag 09:00-12:00"]


def test_a_bad_text_is_told_beside_it_and_nothing_is_saved(editor: Client) -> None:
    made = suggestion(proposed=BOTH | {"postcode": "geen"})
    answer = decided(editor, made, "overnemen", "phone", "postcode")
    assert "Schrijf de postcode als 3014 RA." in answer.content.decode()
    assert pauluskerk().phone == ""
    assert Suggestion.objects.get().status == "wacht"


@pytest.mark.parametrize(
    "hours", ["ma 09:00-12:00\nma 11:00-13:00", "ma 09:00-12:00; ma 09:00-12:00", "zo 25:00-26:00"]
)
def test_hours_that_cannot_be_are_refused_beside_their_text(editor: Client, hours: str) -> None:
    answer = decided(editor, suggestion(proposed={"hours": hours}), "overnemen", "hours")
    assert answer.context["form"].errors["text-hours"]
    assert pauluskerk().hours.count() == 5


def test_ticking_nothing_is_no_decision(editor: Client) -> None:
    answer = decided(editor, suggestion(), "overnemen")
    assert "Vink aan wat je overneemt" in answer.content.decode()


def test_an_entry_that_changed_while_staff_looked_is_shown_again(editor: Client) -> None:
    made = suggestion()
    answer = decided(editor, made, "overnemen", "phone", **{"now-phone": "010 777 77 77"})
    assert "net door iemand anders gewijzigd" in answer.content.decode()
    assert pauluskerk().phone == ""


def test_declining_needs_a_word(editor: Client) -> None:
    made = suggestion()
    answer = decided(editor, made, "afwijzen")
    assert "Schrijf op waarom je het niet overneemt." in answer.content.decode()
    decided(editor, made, "afwijzen", words="Gebeld: het nummer klopt niet.")
    made.refresh_from_db()
    assert (made.status, made.words) == ("afgewezen", "Gebeld: het nummer klopt niet.")
    assert pauluskerk().phone == ""


@pytest.mark.parametrize("decision", ["", "concept", "telefoon", "verwijder"])
def test_a_decision_that_does_not_fit_is_refused(editor: Client, decision: str) -> None:
    answer = decided(editor, suggestion(), decision, "phone")
    assert "Kies wat je met dit voorstel doet." in answer.content.decode()


def test_the_sender_hears_the_outcome_once(
    editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    made = suggestion()
    with django_capture_on_commit_callbacks(execute=True):
        decided(editor, made, "afwijzen", words="Het nummer klopt niet.")
    assert [one.to for one in mail.outbox] == [[ADDRESS]]
    assert "Pauluskerk" in mail.outbox[0].subject
    assert "Het nummer klopt niet." in mail.outbox[0].body


def test_still_true_becomes_a_confirmation_when_staff_asked(editor: Client) -> None:
    made = suggestion(kind="klopt", proposed={})
    decided(editor, made, "telefoon")
    only = Confirmation.objects.get()
    assert (only.role, only.how, str(only.by)) == ("gemeente", "telefoon", EDITOR)
    assert pauluskerk().checked_by == "gemeente"


def test_still_true_can_just_be_read(editor: Client) -> None:
    decided(editor, suggestion(kind="klopt", proposed={}), "afwijzen")
    assert not Confirmation.objects.exists()
    assert Suggestion.objects.get().status == "afgewezen"


def test_a_remark_alone_can_be_closed(editor: Client) -> None:
    decided(editor, suggestion(proposed={}, remark="Mooi!"), "overnemen")
    assert Suggestion.objects.get().status == "aangenomen"


@pytest.mark.parametrize("status", ["concept", "gepubliceerd"])
def test_a_new_place_is_made_as_staff_choose(editor: Client, status: str) -> None:
    made = newcomer(area="Oude Westen", phone="010 1234567")
    decided(editor, made, status, "name", "area", "phone")
    place = Place.objects.get(slug="de-nieuwe-stoel")
    assert (place.status, place.city, str(place.area)) == (status, "Rotterdam", "Oude Westen")
    assert place.sources.get().title == "aangemeld door een bezoeker"
    made.refresh_from_db()
    assert (made.place, made.status) == (place, "aangenomen")


def test_a_new_place_needs_its_name(editor: Client) -> None:
    answer = decided(editor, newcomer(phone="010 1"), "concept", "phone")
    assert "Zonder naam kan de plek er niet bij." in answer.content.decode()


def test_places_that_look_like_a_new_one_are_shown(editor: Client) -> None:
    made = newcomer(name="Paulus kerk")
    assert pauluskerk() in editor.get(page_of(made)).context["lookalikes"]


def test_what_was_handled_says_by_whom_and_cannot_be_handled_again(editor: Client) -> None:
    made = suggestion()
    decided(editor, made, "afwijzen", words="Nee.")
    assert f"Behandeld door {EDITOR}" in editor.get(page_of(made)).content.decode()
    again = decided(editor, made, "overnemen", "phone")
    assert "edacteur was je voor" in editor.get(again["Location"]).content.decode()
    assert pauluskerk().phone == ""


def test_a_handled_one_is_not_said_to_be_overtaken_by_itself(editor: Client) -> None:
    made = suggestion()
    decided(editor, made, "overnemen", "phone")
    assert "intussen gewijzigd" not in editor.get(page_of(made)).content.decode()


@pytest.mark.parametrize("words", ["stoel", "pauluskerk"])
def test_a_suggestion_is_found_by_the_name_of_its_place(editor: Client, words: str) -> None:
    made = {"stoel": newcomer(), "pauluskerk": suggestion()}
    listed = editor.get(f"/beheer/places/suggestion/?q={words}").context["cl"].result_list
    assert list(listed) == [made[words]]


def test_what_is_proposed_is_text_and_nothing_else(editor: Client) -> None:
    script = "</textarea><script>alert(1)</script>"
    made = suggestion(proposed={"phone": script}, seen={"phone": script}, remark=script)
    assert "<script>alert" not in editor.get(page_of(made)).content.decode()
    assert "<script>alert" not in editor.get(page_of(newcomer(name=script))).content.decode()
    assert "<script>alert" not in editor.get("/beheer/places/suggestion/").content.decode()


def test_a_longer_list_asks_no_more_of_the_database(editor: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            editor.get("/beheer/places/suggestion/")
        return len(asked)

    suggestion()
    queries()
    few = queries()
    for _ in range(20):
        suggestion(status="afgewezen", handled_at="2026-11-22T12:00Z", email="")
    assert queries() == few
