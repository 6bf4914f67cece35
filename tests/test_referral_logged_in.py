"""What an account adds to finding places for a client, where it stays, and what no page tells."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from places.models import Place, Referral
from tests.staff import PASSWORD, colleague, logged_in

pytestmark = pytest.mark.django_db

SLUG = "bij-de-provenier"
CONTACT = "Vraag naar Ans, 06 87654321"
NEARBY = {"bij": "3033CJ"}
SHEET = {"plek": [SLUG, "pauluskerk"], "bij": "3033CJ", "werker": "Tess"}


@pytest.fixture(autouse=True)
def known() -> None:
    """How to refer somebody to a place in Noord."""
    Referral.objects.create(place=Place.objects.get(slug=SLUG), contact=CONTACT)


@pytest.fixture
def team() -> Client:
    """Somebody of the wijkteam of Delfshaven."""
    return logged_in(colleague("wijkteam", "tess", "delfshaven"))


def paper(html: str) -> str:
    """The part of a page that is printed."""
    _before, _begins, rest = html.partition('<article class="sheet"')
    printed, ends, _after = rest.partition("</article>")
    assert ends
    return printed


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_answer_tells_a_team_how_to_refer(team: Client, language: str) -> None:
    answer = team.post(f"{language}/verwijzen/", NEARBY)
    assert CONTACT in answer.content.decode()
    assert f'href="{language}/verwijzen/plek/{SLUG}/"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_the_answer_tells_an_editor_of_elsewhere_nothing() -> None:
    south = logged_in(colleague("redacteur", "zoe", "charlois"))
    html = south.post("/verwijzen/", NEARBY).content.decode()
    assert CONTACT not in html
    assert f"/verwijzen/plek/{SLUG}/" not in html


@pytest.mark.parametrize("kind", ["visitor", "without a role", "gone", "stale"])
def test_the_answer_tells_nobody_else_anything(kind: str) -> None:
    client = Client()
    if kind == "without a role":
        client.force_login(User.objects.create_user("los", "los@gemeente.example", PASSWORD))
    if kind == "gone":
        user = colleague("wijkteam")
        client.force_login(user)
        User.objects.filter(pk=user.pk).update(is_active=False)
    if kind == "stale":
        client.cookies["sessionid"] = "verlopen"
    for path, sent in ("/verwijzen/", NEARBY), ("/verwijzen/kaart/", SHEET):
        html = client.post(path, sent).content.decode()
        assert CONTACT not in html
        assert "briefing" not in html.replace("css/briefing", "")


def test_beside_the_sheet_a_team_reads_how_to_refer_but_never_on_it(team: Client) -> None:
    html = team.post("/verwijzen/kaart/", SHEET).content.decode()
    assert CONTACT in html
    for secret in CONTACT, "tess@", "briefing":
        assert secret not in paper(html)


def test_the_sheet_that_is_handed_over_holds_nothing_of_it_for_anybody(team: Client) -> None:
    html = team.get(f"/verwijzen/kaart/?plek={SLUG}&plek=pauluskerk").content.decode()
    assert CONTACT not in html
    assert "tess@" not in paper(html)


@pytest.mark.parametrize(
    "path",
    [
        *("/", f"/plekken/{SLUG}/", f"/plekken/{SLUG}/kaartje/", "/gebieden/noord/"),
        *(f"/plekken/{SLUG}/wijziging/", "/kaart.geojson", "/verwijzen/"),
    ],
)
def test_no_other_page_tells_it_even_to_a_team(team: Client, path: str) -> None:
    assert CONTACT not in team.get(path).content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ({}, ""),
        ({"vanuit": "noord", "q": "jansen"}, "%3Fvanuit%3Dnoord"),
        ({"vanuit": "provenierssingel 4"}, ""),
    ],
)
def test_a_visitor_may_log_in_and_takes_nothing_of_a_client_along(
    client: Client, asked: dict[str, str], back: str, language: str
) -> None:
    here = f"{language}/verwijzen/"
    for answer in client.get(here, asked), client.post(here, asked | NEARBY):
        link = f'href="{language}/inloggen/?next={here}{back}"'
        assert link in answer.content.decode()
        assert not answer.cookies


def test_a_team_sees_where_it_starts_and_who_is_logged_in(team: Client) -> None:
    html = team.get("/verwijzen/").content.decode()
    assert 'href="/verwijzen/?vanuit=delfshaven"' in html
    assert "Ingelogd als tess@gemeente.example" in html
    assert "Werk je bij een wijkteam?" not in html


@pytest.mark.parametrize("person", [("wijkteam",), ("redacteur", "noor", "noord"), None])
def test_only_a_team_with_a_gebied_has_a_start_of_its_own(person: Any) -> None:
    client = logged_in(colleague(*person)) if person else Client()
    assert "Jouw startpunt" not in client.get("/verwijzen/").content.decode()


@pytest.mark.parametrize("path", ["/verwijzen/", f"/verwijzen/kaart/?plek={SLUG}"])
def test_referring_keeps_a_team_logged_in_and_gives_a_visitor_no_cookie(
    team: Client, client: Client, path: str
) -> None:
    assert "sessionid" in team.get(path).cookies
    assert "sessionid" not in team.get(path).cookies
    for answer in client.get(path), client.post(path, NEARBY):
        assert not answer.cookies
