"""Who has an account: what an administrator may give to whom, and what nobody may."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client

from places.accounts.person import PersonForm
from places.models import Area
from tests.staff import PASSWORD, colleague, link_in, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> Client:
    """An administrator who is not a superuser."""
    return logged_in(colleague("beheerder", "baas"))


def person(**changes: Any) -> dict[str, Any]:
    """What an administrator fills in."""
    filled = {"first_name": "Noor", "last_name": "de Wit", "email": "noor@gemeente.example"}
    return filled | {"role": "redacteur", "notices": "dagelijks", "is_active": "on"} | changes


def test_an_invited_colleague_chooses_a_password_and_is_in(boss: Client, client: Client) -> None:
    answer = boss.post("/beheer/auth/user/add/", person(email="Noor@Gemeente.Example"), follow=True)
    assert "noor@gemeente.example" in str(next(iter(answer.context["messages"])))
    user = User.objects.get(username="noor@gemeente.example")
    assert not user.has_usable_password()
    new = {"new_password1": "een nieuw geheim", "new_password2": "een nieuw geheim"}
    link = link_in(mail.outbox[0])
    assert client.get(link).status_code == 200
    assert client.post(link, new)["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200
    assert Client().get(link).status_code == 410


def test_an_invitation_says_nothing_secret_to_who_sends_it(boss: Client) -> None:
    answer = boss.post("/beheer/auth/user/add/", person(), follow=True)
    assert link_in(mail.outbox[0]) not in answer.content.decode()
    assert mail.outbox[0].to == ["noor@gemeente.example"]


def test_a_mail_that_did_not_go_is_said_and_can_be_sent_again(boss: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = boss.post("/beheer/auth/user/add/", person(), follow=True)
    assert "ging niet weg" in answer.content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    user = User.objects.get(username="noor@gemeente.example")
    boss.post(f"/beheer/auth/user/{user.pk}/uitnodigen/")
    assert len(mail.outbox) == 1


def test_role_areas_and_notices_are_kept(boss: Client) -> None:
    north = Area.objects.get(level="gebied", slug="noord")
    boss.post("/beheer/auth/user/add/", person(areas=[north.pk], notices="meteen"))
    user = User.objects.get(username="noor@gemeente.example")
    assert [group.name for group in user.groups.all()] == ["redacteur"]
    assert list(user.colleague.areas.all()) == [north]
    assert user.colleague.notices == "meteen"
    assert user.is_staff


def errors_of(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": "BAAS@gemeente.example"}, "al een account"),
        ({"email": "geen adres"}, "naam@voorbeeld.nl"),
        ({"role": ""}, "Kies een rol"),
        ({"role": "superuser"}, "role"),
        ({"role": "beheerder", "areas": "noord"}, "Kies geen gebieden"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field(
    boss: Client, changes: dict[str, str], said: str
) -> None:
    if "areas" in changes:
        changes = {**changes, "areas": str(Area.objects.get(level="gebied", slug="noord").pk)}
    answer = boss.post("/beheer/auth/user/add/", person(**changes))
    assert said in errors_of(answer)
    assert User.objects.count() == 1


def test_an_address_of_a_superuser_is_taken_too(boss: Client) -> None:
    User.objects.create_superuser("chef", "chef@gemeente.example", PASSWORD)
    answer = boss.post("/beheer/auth/user/add/", person(email="Chef@gemeente.example"))
    assert "al een account" in errors_of(answer)


def changed(client: Client, user: User, **changes: Any) -> Any:
    data = person(first_name=user.first_name, email=user.email, **changes)
    return client.post(f"/beheer/auth/user/{user.pk}/change/", data)


def test_nobody_becomes_more_by_fields_that_the_form_does_not_have(boss: Client) -> None:
    user = colleague("redacteur")
    wanted = {"is_superuser": "on", "groups": [group.pk for group in Group.objects.all()]}
    changed(boss, user, user_permissions="1", password="gestolen", username="baas2", **wanted)
    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.user_permissions.exists()
    assert [group.name for group in user.groups.all()] == ["redacteur"]
    assert user.check_password(PASSWORD)
    assert user.username == "redacteur@gemeente.example"


def test_an_administrator_cannot_lock_out_the_own_account(boss: Client) -> None:
    user = User.objects.get(first_name="baas")
    data = person(first_name="baas", email=user.email, role="wijkteam")
    del data["is_active"]
    boss.post(f"/beheer/auth/user/{user.pk}/change/", data)
    user.refresh_from_db()
    assert user.is_active
    assert [group.name for group in user.groups.all()] == ["beheerder"]


def test_the_last_administrator_stays() -> None:
    """Of two who switch each other off at once, the second finds that nobody else is left."""
    last, no_longer = colleague("beheerder", "laatste"), colleague("wijkteam", "was het")
    form = type("PersonForm", (PersonForm,), {"editor": no_longer})
    filled = form(person(email=last.email, role="redacteur"), instance=last)
    assert "laatste beheerder" in str(filled.errors)


@pytest.mark.parametrize("door", ["change", "uitnodigen", "delete", "password"])
def test_a_superuser_is_not_touched_by_an_administrator(boss: Client, door: str) -> None:
    chef = User.objects.create_superuser("chef", "chef@gemeente.example", PASSWORD)
    answer = boss.post(f"/beheer/auth/user/{chef.pk}/{door}/", person(email="mij@gemeente.example"))
    assert answer.status_code in (302, 403, 404)
    chef.refresh_from_db()
    assert chef.email == "chef@gemeente.example"
    assert not mail.outbox


def test_passwords_cannot_be_guessed_through_a_filter(boss: Client) -> None:
    assert boss.get("/beheer/auth/user/?password__startswith=pbkdf2").status_code == 400


def test_who_was_switched_off_is_out_at_once(boss: Client) -> None:
    user = colleague("redacteur")
    client = logged_in(user)
    assert client.get("/beheer/").status_code == 200
    data = person(first_name=user.first_name, email=user.email)
    del data["is_active"]
    boss.post(f"/beheer/auth/user/{user.pk}/change/", data)
    assert client.get("/beheer/").status_code == 302
    assert User.objects.filter(pk=user.pk).exists()


def test_only_an_administrator_sees_who_has_an_account() -> None:
    for role in "redacteur", "wijkteam":
        client = logged_in(colleague(role))
        assert client.get("/beheer/auth/user/").status_code == 403
        assert client.get("/beheer/auth/user/add/").status_code == 403


def test_groups_sessions_and_attempts_have_no_page(admin_client: Client) -> None:
    for model in "auth/group", "sessions/session", "axes/accessattempt":
        assert admin_client.get(f"/beheer/{model}/").status_code == 404
