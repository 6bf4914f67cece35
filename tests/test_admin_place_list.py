"""The list of places: found, narrowed down, seen at a glance, changed several at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from places.models import Confirmation, Place
from places.models.confirmation import Role, confirm
from tests.crowd import crowded
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

LIST = "/beheer/places/place/"


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


@pytest.fixture
def church() -> Place:
    return Place.objects.get(slug="pauluskerk")


def found(client: Client, **query: str) -> list[str]:
    """The slugs that the list shows."""
    answer = client.get(LIST, query | {"all": ""})
    assert answer.status_code == 200
    return [place.slug for place in answer.context["cl"].result_list]


@pytest.mark.parametrize("typed", ["paulusk", "mauritsweg 20", "3012 JR", "3012jr", "010 123"])
def test_a_place_is_found_by_name_address_or_telephone(
    editor: Client, church: Place, typed: str
) -> None:
    church.phone = "010 123 45 67"
    church.save()
    assert "pauluskerk" in found(editor, q=typed)


@pytest.mark.parametrize(
    ("days", "level"), [(1, "vers"), (250, "even"), (400, "oud"), (None, "nooit")]
)
def test_places_are_found_by_freshness(
    editor: Client, church: Place, days: int | None, level: str
) -> None:
    if days:
        day = timezone.localdate() - timedelta(days=days)
        confirm(church, day, Role.STAFF, Confirmation.How.PHONE)
    levels = {one for one in ("vers", "even", "oud", "nooit") if _in(editor, one)}
    assert levels == {level}


def _in(editor: Client, level: str) -> bool:
    return "pauluskerk" in found(editor, nagekeken=level)


@pytest.mark.parametrize(
    ("gap", "query"),
    [
        ("tijden", Place.objects.without_hours),
        ("punt", Place.objects.without_location),
        ("foto", Place.objects.without_photo),
    ],
)
def test_places_are_found_by_what_they_lack(editor: Client, gap: str, query: Any) -> None:
    assert set(found(editor, ontbreekt=gap)) == {place.slug for place in query()}


def test_places_are_found_by_gebied_and_status(editor: Client, church: Place) -> None:
    assert "pauluskerk" in found(editor, gebied="gebied:centrum", status__exact="gepubliceerd")
    assert "pauluskerk" not in found(editor, gebied="gebied:noord")
    assert "pauluskerk" not in found(editor, status__exact="concept")


def test_the_list_says_in_words_what_is_missing(editor: Client) -> None:
    html = editor.get(LIST, {"q": "Casa Tiberias"}).content.decode()
    assert "openingstijden, punt op de kaart, telefoon" in html
    assert "nog nooit nagekeken" in html


def act(client: Client, action: str, *places: Place, **answers: Any) -> Any:
    data = {"action": action, "_selected_action": [place.pk for place in places], **answers}
    return client.post(LIST, data, follow=True)


def test_drafts_are_published_and_counted(editor: Client, church: Place) -> None:
    draft = Place.objects.create(name="Nieuw", slug="nieuw", city="Rotterdam")
    html = act(editor, "publish", draft, church).content.decode()
    assert Place.objects.get(pk=draft.pk).status == "gepubliceerd"
    assert "1 plek gepubliceerd." in html
    assert "1 plek overgeslagen" in html


def test_publishing_is_told_in_the_history(editor: Client) -> None:
    draft = Place.objects.create(name="Nieuw", slug="nieuw", city="Rotterdam")
    act(editor, "publish", draft)
    newest = draft.history.first()
    assert newest.status == "gepubliceerd"
    assert newest.history_user.groups.get().name == "redacteur"


def test_checking_asks_how(editor: Client, church: Place) -> None:
    html = act(editor, "mark_checked", church).content.decode()
    assert "Hoe heb je het nagekeken?" in html
    assert not church.confirmations.exists()


def test_checking_writes_who_did_it_how_and_when(editor: Client, church: Place) -> None:
    html = act(editor, "mark_checked", church, answered="1", how="bezoek").content.decode()
    made = church.confirmations.get()
    assert (made.role, made.how, made.day) == ("gemeente", "bezoek", timezone.localdate())
    assert made.by.groups.get().name == "redacteur"
    assert "1 plek nagekeken." in html
    assert Place.objects.get(pk=church.pk).checked_by == "gemeente"


def test_nobody_checks_by_a_way_that_is_not_asked(editor: Client, church: Place) -> None:
    act(editor, "mark_checked", church, answered="1", how="link")
    assert not church.confirmations.exists()


def test_archiving_asks_why_since_when_and_in_words(editor: Client, church: Place) -> None:
    html = act(editor, "archive_places", church, answered="1", because="gesloten").content.decode()
    assert "Sinds wanneer?" in html
    assert Place.objects.get(pk=church.pk).status == "gepubliceerd"


def test_archived_places_say_why(editor: Client, church: Place) -> None:
    why = {"because": "gesloten", "on": "2026-11-01", "words": "De deur is dicht."}
    html = act(editor, "archive_places", church, answered="1", **why).content.decode()
    place = Place.objects.get(pk=church.pk)
    assert (place.status, place.archived_on) == ("gearchiveerd", date(2026, 11, 1))
    assert "1 plek gearchiveerd." in html


def test_no_place_leaves_in_the_future(editor: Client, church: Place) -> None:
    why = {"because": "gesloten", "on": "2126-11-01", "words": "Ooit."}
    html = act(editor, "archive_places", church, answered="1", **why).content.decode()
    assert "nog niet geweest" in html


@pytest.mark.parametrize("action", ["publish", "mark_checked", "archive_places"])
def test_what_lies_elsewhere_is_not_touched_together_with_the_rest(
    church: Place, action: str
) -> None:
    client = logged_in(colleague("redacteur", "noor", "noord"))
    answers = {"how": "bezoek", "because": "gesloten", "on": "2026-11-01", "words": "Weg."}
    act(client, action, church, answered="1", **answers)
    again = Place.objects.get(pk=church.pk)
    assert (again.status, again.checked_on) == ("gepubliceerd", None)


def test_the_list_asks_no_more_of_a_country_than_of_a_city(editor: Client) -> None:
    editor.get(LIST)
    city = _statements(editor)
    crowded(300)
    assert _statements(editor) == city
    assert city <= 15


@pytest.mark.parametrize("query", ["tags__contains=x", "name__regex=(", "pk__in=x", "utm=1"])
def test_a_question_that_no_filter_asks_leads_back_to_the_list(editor: Client, query: str) -> None:
    answer = editor.get(f"{LIST}?{query}", follow=True)
    assert answer.redirect_chain == [(f"{LIST}?e=1", 302)]
    assert answer.status_code == 200


def _statements(client: Client) -> int:
    with CaptureQueriesContext(connection) as statements:
        assert client.get(LIST).status_code == 200
    return len(statements)


def test_a_draft_is_seen_before_it_is_published(editor: Client, client: Client) -> None:
    draft = Place.objects.create(name="Nieuw", slug="nieuw", city="Rotterdam")
    answer = editor.get(f"{LIST}{draft.pk}/voorbeeld/")
    assert "Voorbeeld, nog niet gepubliceerd" in answer.content.decode()
    assert "klopt-dit-nog" not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.get("/plekken/nieuw/").status_code == 404


def test_only_staff_see_a_preview(client: Client, church: Place) -> None:
    answer = client.get(f"{LIST}{church.pk}/voorbeeld/")
    assert answer.status_code == 302


def test_the_public_page_has_no_banner(client: Client) -> None:
    assert "Voorbeeld" not in client.get("/plekken/pauluskerk/").content.decode()
