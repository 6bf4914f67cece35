"""Colleagues hear what waits, at once or once a day, as each chose; and nobody's address stays."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from places.models import Attempt, Notice, Report, Suggestion
from tests.outsiders import PAULUSKERK, complaint, corrected, newcomer, pauluskerk, suggestion
from tests.staff import colleague

pytestmark = pytest.mark.django_db


def wanting(notices: str, name: str = "redacteur", *areas: str) -> User:
    """An editor who chose to be mailed this often."""
    user = colleague("redacteur", name, *areas)
    user.colleague.notices = notices  # type: ignore[attr-defined]
    user.colleague.save()  # type: ignore[attr-defined]
    return user


def told(*arguments: str, command: str = "mail_staff") -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def recipients() -> list[str]:
    return [address for one in mail.outbox for address in one.to]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Any:
    return django_capture_on_commit_callbacks(execute=True)


def test_who_wants_it_at_once_is_mailed_at_once(client: Client, committed: Any) -> None:
    wanting("meteen"), wanting("dagelijks", "b"), wanting("nooit", "c")
    with committed:
        corrected(client, pauluskerk(), phone="010 1", remark="GEHEIM")
    (sent,) = mail.outbox
    made = Suggestion.objects.get()
    assert recipients() == ["redacteur@gemeente.example"]
    assert f"http://127.0.0.1:8000/beheer/places/suggestion/{made.pk}/change/" in sent.body
    assert "Pauluskerk" in sent.subject
    assert "GEHEIM" not in sent.body


def test_a_report_goes_to_who_is_concerned_with_its_area(client: Client, committed: Any) -> None:
    wanting("meteen", "a", "noord"), wanting("meteen", "b", "centrum")
    with committed:
        client.post("/plekken/pauluskerk/melden/", {"tone": "dank", "text": "Fijn"})
    assert recipients() == ["b@gemeente.example"]


def test_a_wijkteam_is_not_mailed(client: Client, committed: Any) -> None:
    team = colleague("wijkteam")
    team.colleague.notices = "meteen"  # type: ignore[attr-defined]
    team.colleague.save()  # type: ignore[attr-defined]
    with committed:
        client.post(PAULUSKERK, {"antwoord": "klopt"})
    assert not mail.outbox


def test_a_visitor_is_thanked_though_mail_is_broken(
    client: Client, committed: Any, settings: Any
) -> None:
    wanting("meteen")
    settings.EMAIL_BACKEND = "tests.test_mail.Failing"
    with committed:
        assert corrected(client, pauluskerk(), phone="010 1").status_code == 302
    assert Suggestion.objects.exists()


def test_the_daily_mail_sums_up_what_waits() -> None:
    wanting("dagelijks"), wanting("meteen", "b")
    suggestion(), complaint(), newcomer()
    assert "gemaild: 1" in told()
    assert recipients() == ["redacteur@gemeente.example"]
    assert mail.outbox[0].subject == "Er wachten 3 voorstellen en meldingen"
    assert mail.outbox[0].body.count("http://127.0.0.1:8000/beheer/places/") == 3


def test_nothing_that_waits_is_no_mail() -> None:
    wanting("dagelijks")
    suggestion(status="afgewezen", handled_at=timezone.now(), email="")
    assert "gemaild: 0" in told()
    assert not mail.outbox


def test_each_hears_of_the_own_areas_only() -> None:
    wanting("dagelijks", "a", "noord"), wanting("dagelijks", "b", "centrum")
    suggestion()
    told()
    assert recipients() == ["b@gemeente.example"]


def test_a_second_run_on_the_same_day_mails_nobody() -> None:
    wanting("dagelijks")
    suggestion()
    told()
    assert "gemaild: 0, vandaag al gemaild: 1" in told()
    assert len(mail.outbox) == 1


def test_the_next_day_it_goes_again() -> None:
    user = wanting("dagelijks")
    suggestion()
    Notice.objects.create(user=user, day=timezone.localdate() - timedelta(days=1))
    assert "gemaild: 1" in told()


def test_one_that_failed_is_tried_again_and_does_not_stop_the_rest(settings: Any) -> None:
    wanting("dagelijks", "redacteur"), wanting("dagelijks", "b")
    suggestion()
    settings.EMAIL_BACKEND = "tests.test_mail.Refusing"
    assert "gemaild: 1, vandaag al gemaild: 0, mislukt: 1" in told()
    assert "gemaild: 0, vandaag al gemaild: 1, mislukt: 1" in told()


def test_a_timer_hears_that_no_mail_went(settings: Any) -> None:
    wanting("dagelijks")
    suggestion()
    settings.EMAIL_BACKEND = "tests.test_mail.Failing"
    with pytest.raises(CommandError, match="mailserver"):
        told()


def test_a_dry_run_mails_and_notes_nothing() -> None:
    wanting("dagelijks")
    suggestion()
    assert "redacteur@gemeente.example: 1" in told("--dry-run")
    assert not mail.outbox
    assert not Notice.objects.exists()


@pytest.mark.parametrize(("days", "kept"), [(89, True), (91, False)])
def test_an_address_is_forgotten_after_ninety_days(days: int, kept: bool) -> None:
    suggestion(), complaint()
    past = timezone.now() - timedelta(days=days)
    Suggestion.objects.update(created_at=past)
    Report.objects.update(created_at=past)
    summary = told(command="forget_addresses")
    assert bool(Suggestion.objects.get().email) is kept
    assert bool(Report.objects.get().email) is kept
    assert ("1 bij voorstellen, 1 bij meldingen" in summary) is not kept


def test_forgetting_twice_changes_nothing_more() -> None:
    suggestion()
    Suggestion.objects.update(created_at=timezone.now() - timedelta(days=100))
    Attempt.objects.create(sender="x", at=timezone.now() - timedelta(days=2))
    Attempt.objects.create(sender="x", at=timezone.now())
    assert "tellingen gewist: 1" in told(command="forget_addresses")
    assert "0 bij voorstellen" in told(command="forget_addresses")
    assert Attempt.objects.count() == 1
    assert Suggestion.objects.get().status == "wacht"
