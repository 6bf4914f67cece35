"""Accounts: logging in and out, invitations, passwords, and who may give what to whom."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from places.accounts import letters
from places.models import Colleague
from tests.staff import PASSWORD, colleague, link_in, logged_in

pytestmark = pytest.mark.django_db


class Now:
    """A thread that runs when it is started, so that a test sees what it did."""

    def __init__(self, target: Any, args: Any) -> None:
        self.start = lambda: target(*args)


@pytest.fixture(autouse=True)
def _no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "Thread", Now)


def log_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/inloggen/", {"username": name, "password": password, **more})


def test_the_admin_sends_a_visitor_to_the_login_page_and_back(client: Client) -> None:
    colleague("redacteur")
    answer = client.get("/beheer/places/place/?q=huis", follow=True)
    assert answer.redirect_chain[-1][0] == "/inloggen/?next=/beheer/places/place/%3Fq%3Dhuis"
    answer = log_in(client, "redacteur@gemeente.example", next="/beheer/places/place/?q=huis")
    assert answer["Location"] == "/beheer/places/place/?q=huis"


def test_capitals_in_the_address_do_not_matter(client: Client) -> None:
    colleague("wijkteam")
    assert log_in(client, " Wijkteam@Gemeente.Example ")["Location"] == "/verwijzen/"


@pytest.mark.parametrize(
    ("areas", "start"),
    [([], ""), (["delfshaven"], "?vanuit=delfshaven"), (["delfshaven", "noord"], "")],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_wijkteam_begins_in_its_gebied(
    client: Client, areas: list[str], start: str, language: str
) -> None:
    who = {"username": colleague("wijkteam", "", *areas).username, "password": PASSWORD}
    assert client.post(f"{language}/inloggen/", who)["Location"] == f"{language}/verwijzen/{start}"
    assert client.get("/inloggen/")["Location"] == f"/verwijzen/{start}"


def test_the_gebieden_of_an_editor_are_no_start(client: Client) -> None:
    noor = colleague("redacteur", "noor", "noord")
    assert log_in(client, noor.username)["Location"] == "/beheer/"


def test_a_wijkteam_that_wanted_to_go_elsewhere_goes_there(client: Client) -> None:
    team = colleague("wijkteam", "tess", "noord")
    assert log_in(client, team.username, next="/beheer/mijn/")["Location"] == "/beheer/mijn/"


def test_a_superuser_may_log_in_with_name_or_address(client: Client) -> None:
    User.objects.create_superuser("Chef", "chef@gemeente.example", PASSWORD)
    assert log_in(client, "chef").status_code == 302
    assert log_in(Client(), "chef@gemeente.example").status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    [
        *("https://boos.example/", "//boos.example", "javascript:alert(1)", "\\\\boos"),
        *("//", "geen adres", "?q=huis", "#inhoud", "logout"),
    ],
)
def test_nobody_is_sent_to_another_site(client: Client, elsewhere: str) -> None:
    colleague("redacteur")
    answer = log_in(client, "redacteur@gemeente.example", next=elsewhere)
    assert answer["Location"] == "/beheer/"
    assert client.get("/inloggen/", {"next": elsewhere})["Location"] == "/beheer/"


def refused(client: Client, name: str, password: str) -> str:
    """The errors of the login page."""
    answer = log_in(client, name, password)
    assert answer.status_code == 200
    return str(answer.context["form"].non_field_errors())


def test_what_is_wrong_is_not_told(client: Client) -> None:
    colleague("redacteur")
    colleague("redacteur", "weg", is_active=False)
    said = {
        refused(client, "redacteur@gemeente.example", "fout"),
        refused(client, "niemand@gemeente.example", "fout"),
        refused(client, "weg@gemeente.example", PASSWORD),
    }
    assert len(said) == 1
    assert "sessionid" not in client.cookies


def test_after_five_wrong_passwords_the_right_one_is_refused_too(client: Client) -> None:
    colleague("redacteur")
    for name in ["redacteur", "Redacteur", "REDACTEUR", "rEdacteur", "redActeur"]:
        log_in(client, f"{name}@gemeente.example", "fout")
    answer = log_in(client, "redacteur@gemeente.example")
    assert answer.status_code == 429
    assert "kwartier" in answer.content.decode()


@pytest.mark.parametrize(
    "spelling", ["\u0131kki@gemeente.example", "IKKI@gemeente.example", "chef"]
)
def test_another_spelling_of_a_name_gives_no_new_tries(client: Client, spelling: str) -> None:
    User.objects.create_user("chef", "ikki@gemeente.example", PASSWORD, is_staff=True)
    for _time in range(5):
        log_in(client, "ikki@gemeente.example", "fout")
    assert log_in(client, spelling).status_code == 429


def test_a_wijkteam_that_chose_a_password_can_begin(client: Client) -> None:
    letters.send_reset(colleague("wijkteam", "tess", "noord"))
    new = {"new_password1": "een nieuw geheim", "new_password2": "een nieuw geheim"}
    answer = client.post(link_in(mail.outbox[0]), new)
    assert answer["Location"] == "/verwijzen/?vanuit=noord"


def test_a_new_password_unlocks(client: Client) -> None:
    user = colleague("redacteur")
    for _time in range(5):
        log_in(client, user.username, "fout")
    letters.send_reset(user)
    new = {"new_password1": "een nieuw geheim", "new_password2": "een nieuw geheim"}
    assert client.post(link_in(mail.outbox[0]), new)["Location"] == "/beheer/"
    assert log_in(Client(), user.username, "een nieuw geheim").status_code == 302


def test_a_session_is_only_there_after_logging_in_and_ends_after_twelve_hours(
    client: Client,
) -> None:
    colleague("redacteur")
    assert set(client.get("/inloggen/").cookies) == {"csrftoken"}
    cookie = log_in(client, "redacteur@gemeente.example").cookies["sessionid"]
    assert cookie["max-age"] == 12 * 3600
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_work_in_the_admin_keeps_somebody_logged_in_and_reading_the_site_sets_no_cookie() -> None:
    client = logged_in(colleague("redacteur"))
    assert "sessionid" in client.get("/beheer/").cookies
    assert "sessionid" not in client.get("/beheer/").cookies
    assert not client.get("/over/").cookies


def test_logging_out_takes_a_press_of_the_button() -> None:
    client = logged_in(colleague("redacteur"))
    client.get("/uitloggen/")
    assert client.get("/beheer/").status_code == 200
    assert client.post("/uitloggen/").status_code == 200
    assert client.get("/beheer/").status_code == 302


def test_somebody_without_a_role_is_not_sent_round_in_circles(client: Client) -> None:
    User.objects.create_user("los", "los@gemeente.example", PASSWORD)
    log_in(client, "los")
    answer = client.get("/beheer/", follow=True)
    assert answer.status_code == 200
    assert "geen rol" in answer.content.decode()


@pytest.mark.parametrize("address", ["redacteur@gemeente.example", "niemand@gemeente.example"])
def test_a_forgotten_password_is_answered_alike_for_everybody(client: Client, address: str) -> None:
    colleague("redacteur")
    answer = client.post("/wachtwoord-vergeten/", {"email": address})
    assert answer["Location"] == "/wachtwoord-vergeten/verstuurd/"
    assert len(mail.outbox) == (address == "redacteur@gemeente.example")


def test_one_mailbox_gets_three_mails_an_hour_whoever_asks(client: Client) -> None:
    colleague("redacteur")
    for number in range(5):
        client.post(
            "/wachtwoord-vergeten/",
            {"email": "Redacteur@gemeente.example"},
            REMOTE_ADDR=f"10.0.0.{number}",
        )
    assert len(mail.outbox) == 3


def test_one_sender_may_ask_ten_times_an_hour(client: Client) -> None:
    asked = [
        client.post("/wachtwoord-vergeten/", {"email": f"{number}@gemeente.example"}).status_code
        for number in range(11)
    ]
    assert asked == [302] * 10 + [429]


@pytest.mark.parametrize("key", ["MQ", "x", "_", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "%00", "w6k"])
def test_a_made_up_link_is_said_to_be_over(client: Client, key: str) -> None:
    assert client.get(f"/wachtwoord/{key}/abc-def/").status_code == 410


def test_no_request_for_a_style_sheet_tells_the_link(client: Client) -> None:
    letters.send_reset(colleague("redacteur"))
    answer = client.get(link_in(mail.outbox[0]))
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]


def test_a_link_of_somebody_who_left_is_over(client: Client) -> None:
    user = colleague("redacteur")
    letters.send_reset(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(link_in(mail.outbox[0])).status_code == 410


def test_a_password_that_is_too_easy_is_refused_with_the_reason(client: Client) -> None:
    letters.send_reset(colleague("redacteur"))
    easy = {"new_password1": "welkom", "new_password2": "welkom"}
    answer = client.post(link_in(mail.outbox[0]), easy)
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_everybody_chooses_how_to_be_mailed() -> None:
    user = colleague("wijkteam")
    client = logged_in(user)
    page = client.get("/beheer/mijn/").content.decode()
    assert "de hele stad" in page
    client.post("/beheer/mijn/", {"notices": "nooit"})
    assert Colleague.objects.get(user=user).notices == "nooit"
    assert client.post("/beheer/mijn/", {"notices": "soms"}).status_code == 200
