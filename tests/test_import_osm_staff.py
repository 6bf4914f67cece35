"""Staff and what was read from OpenStreetMap: seen for what it is, and after what people send."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from places.exchange.words import lexicon
from places.models import Area, Colleague, Place, Suggestion
from places.models.work import Question, Reason, waiting_work
from places.suggesting.scope import suggestions_for
from tests.openstreetmap import CENTRE, element, imported, pauluskerk, suggested
from tests.outsiders import newcomer, suggestion
from tests.outsiders import pauluskerk as our_pauluskerk
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db
LIST = "/beheer/places/suggestion/"


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def page(client: Client, made: Suggestion) -> str:
    """The page on which it is weighed."""
    return str(client.get(f"{LIST}{made.pk}/change/").content.decode())


def declined(client: Client, *made: Suggestion) -> Any:
    """The list after declining these at once."""
    data = {"action": "decline_openstreetmap", "_selected_action": [one.pk for one in made]}
    return client.post(LIST, data, follow=True)


def test_what_people_send_comes_first_also_when_it_is_newer(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element())
    read, sent = suggested(), newcomer()
    assert list(editor.get(LIST).context["cl"].result_list) == [sent, read]


def test_the_page_names_object_licence_and_reason(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"opening_hours": "Mo[1] 10:00-12:00"}))
    html = page(editor, suggested())
    assert 'href="https://www.openstreetmap.org/node/1"' in html
    assert "ODbL 1.0" in html
    assert "Zo kan het er niet in" in html
    assert "eerste van de maand" in html


def test_what_a_person_sent_says_nothing_of_licences(editor: Client) -> None:
    assert "ODbL" not in page(editor, suggestion())


def test_it_is_taken_over_field_by_field(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element(tags=CENTRE | {"phone": "010 123 45 67"}))
    data = {"take-name": "on", "text-name": "De Stoel", "besluit": "concept"}
    editor.post(f"{LIST}{suggested().pk}/change/", data)
    place = Place.objects.get(name="De Stoel")
    assert (place.status, place.phone) == ("concept", "")
    assert suggested().status == "deels"


def test_it_can_be_declined_without_a_word(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element())
    editor.post(f"{LIST}{suggested().pk}/change/", {"besluit": "afwijzen"})
    assert suggested().status == "afgewezen"


def test_many_are_declined_at_once_but_not_what_people_sent(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element())
    read, sent = suggested(), newcomer()
    html = declined(editor, read, sent).content.decode()
    assert "1 voorstel afgewezen." in html
    assert "Wat mensen stuurden, is blijven staan" in html
    assert list(Suggestion.objects.waiting()) == [sent]


def test_what_was_handled_already_is_not_declined_again(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element())
    declined(editor, suggested())
    assert "0 voorstellen afgewezen." in declined(editor, suggested()).content.decode()


def test_a_colleague_elsewhere_declines_nothing_here(tmp_path: Path) -> None:
    imported(tmp_path, element())
    declined(logged_in(colleague("redacteur", "noord", "noord")), suggested())
    assert suggested().status == "wacht"


def test_a_colleague_of_the_gebied_sees_it_also_where_two_areas_share_a_name() -> None:
    wijk = Area.objects.get(level="wijk", slug="pernis")
    word = lexicon(Area).word(wijk)
    assert word != "Pernis"
    made = newcomer(area=word)
    assert suggestions_for(colleague("redacteur", "pernis", "pernis")).contains(made)
    assert not suggestions_for(colleague("redacteur", "noord", "noord")).contains(made)


def test_a_wijkteam_may_not_see_it(tmp_path: Path) -> None:
    imported(tmp_path, element())
    client = logged_in(colleague("wijkteam"))
    assert client.get(f"{LIST}{suggested().pk}/change/").status_code == 404


def test_in_the_queue_it_is_the_least_that_waits(tmp_path: Path) -> None:
    imported(tmp_path, pauluskerk(phone="010 123 45 67"))
    question = Question(date(2026, 11, 22), [], list(Reason))
    found = waiting_work(Place.objects.all(), question, 0, 100)
    row = next(row for row in found.rows if row["slug"] == "pauluskerk")
    assert row["risk"] & Reason.OPENSTREETMAP
    assert not row["risk"] & Reason.SUGGESTION
    assert min(Reason) is Reason.OPENSTREETMAP


def test_the_queue_leads_to_both_of_a_place(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, pauluskerk(phone="010 123 45 67"))
    read, sent = suggested(), suggestion(our_pauluskerk())
    for reason, made in (("openstreetmap", read), ("voorstellen", sent)):
        html = editor.get(f"/beheer/werk/?reden={reason}").content.decode()
        assert f"{LIST}{made.pk}/change/" in html


def test_the_first_page_counts_it_apart(editor: Client, tmp_path: Path) -> None:
    imported(tmp_path, element())
    newcomer()
    html = editor.get("/beheer/").content.decode()
    assert "1 voorstel uit OpenStreetMap" in html
    assert editor.get("/beheer/").context["suggestion_count"] == 1


def test_the_daily_mail_does_not_tell_it(tmp_path: Path) -> None:
    user = colleague("redacteur")
    Colleague.objects.update(notices=Colleague.Notices.DAILY)
    imported(tmp_path, element())
    newcomer()
    call_command("mail_staff", verbosity=0)
    assert [letter.to for letter in mail.outbox] == [[user.email]]
    assert "De Nieuwe Stoel" in mail.outbox[0].body
    assert "Buurtkamer" not in mail.outbox[0].body
