"""Hosts are asked by mail whether their entry is still true."""

from datetime import datetime, timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from places.hosts.asking import ask_hosts, hosts_to_ask
from places.hosts.links import link_of
from places.models import HostRequest, Place, Suggestion
from places.models.confirmation import Role, confirm
from places.schedule import AMSTERDAM
from tests.host_requests import ADDRESS, asked, place_with_address, stored

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=AMSTERDAM)

pytestmark = pytest.mark.django_db


def told(*options: str) -> str:
    out = StringIO()
    call_command("ask_hosts", *options, stdout=out)
    return out.getvalue()


class TestWhoIsAsked:
    @pytest.mark.parametrize(
        ("checked", "is_asked"),
        [(None, True), ("2026-05-21", True), ("2026-05-22", False), ("2026-11-01", False)],
    )
    def test_after_six_months_to_the_day_or_never_checked(
        self, checked: str | None, is_asked: bool
    ) -> None:
        place = place_with_address()
        if checked:
            confirm(place, datetime.fromisoformat(checked).date(), Role.STAFF, "telefoon")
        assert hosts_to_ask(NOW).contains(place) is is_asked

    @pytest.mark.parametrize("changes", [{"email": ""}, {"status": "concept"}])
    def test_not_without_an_address_or_when_not_published(self, changes: dict[str, str]) -> None:
        place = place_with_address()
        Place.objects.filter(pk=place.pk).update(**changes)
        assert not hosts_to_ask(NOW).exists()

    @pytest.mark.parametrize(("seconds", "is_asked"), [(-1, False), (0, False), (1, True)])
    def test_not_again_within_thirty_days(self, seconds: int, is_asked: bool) -> None:
        place = place_with_address()
        asked(place, asked_at=NOW - timedelta(days=30, seconds=seconds))
        assert hosts_to_ask(NOW).exists() is is_asked

    def test_not_on_another_address_within_thirty_days_either(self) -> None:
        asked(place_with_address(), asked_at=NOW - timedelta(days=3))
        place_with_address(email="nieuw@plek.example")
        assert not hosts_to_ask(NOW).exists()

    def test_not_while_what_the_host_told_waits_for_staff(self) -> None:
        place = place_with_address()
        Suggestion.objects.create(place=place, kind="wijziging", origin="gastheer", remark="dicht")
        assert not hosts_to_ask(NOW).exists()


class TestAskHosts:
    def test_the_mail_has_the_entry_and_the_link_as_text_and_as_html(self) -> None:
        place_with_address()
        ask_hosts(NOW)
        [letter] = mail.outbox
        [(html, _kind)] = letter.alternatives
        link = link_of(HostRequest.objects.get())
        assert letter.to == [ADDRESS]
        assert "Pauluskerk" in letter.subject
        for text in letter.body, html:
            assert link in text
            assert "Mauritsweg 20, 3012 JR Rotterdam" in text
            assert "ma-vr 17:00-18:30" in text

    def test_a_second_run_mails_nobody(self) -> None:
        place_with_address()
        assert "Gemaild: 1\n  Pauluskerk" in told()
        assert "Gemaild: 0" in told()
        assert len(mail.outbox) == 1

    def test_a_dry_run_names_the_places_and_does_nothing(self) -> None:
        place_with_address()
        before = stored()
        assert "1\n  Pauluskerk" in told("--dry-run")
        assert ADDRESS not in told("--dry-run")
        assert stored() == before
        assert not mail.outbox

    def test_one_address_that_fails_does_not_stop_the_rest_and_is_tried_again(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place_with_address(email="kapot@plek.example")
        place_with_address("bij-de-provenier", "goed@plek.example")
        with monkeypatch.context() as patched:
            patched.setattr(EmailBackend, "send_messages", _all_but_broken(EmailBackend))
            summary = told()
        assert "Gemaild: 1\n  Bij de Provenier" in summary
        assert "Niet gelukt, de volgende keer opnieuw: 1\n  Pauluskerk" in summary
        assert "Gemaild: 1\n  Pauluskerk" in told()

    def test_when_no_mail_goes_the_command_fails(self, settings: Any) -> None:
        settings.EMAIL_BACKEND = "tests.test_hosts.NoServer"
        place_with_address()
        with pytest.raises(CommandError, match="Geen enkele mail"):
            told()
        assert not HostRequest.objects.exists()

    def test_a_run_that_breaks_off_while_mailing_never_mails_twice(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place_with_address()
        with monkeypatch.context() as patched:
            patched.setattr(EmailBackend, "send_messages", _killed)
            with pytest.raises(KeyboardInterrupt):
                told()
        summary = told()
        assert "Gemaild: 0" in summary
        assert "onzeker of de mail ging: 1\n  Pauluskerk" in summary
        assert hosts_to_ask(timezone.now() + timedelta(days=31)).exists()

    def test_the_number_of_statements_grows_by_as_many_for_every_host(
        self, django_assert_max_num_queries: Any
    ) -> None:
        place_with_address()
        with django_assert_max_num_queries(12):
            ask_hosts(NOW)


class NoServer(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPServerDisconnected("weg")


def _all_but_broken(backend: type[EmailBackend]) -> Any:
    send = backend.send_messages

    def send_messages(self: EmailBackend, messages: Any) -> int:
        if messages[0].to == ["kapot@plek.example"]:
            raise SMTPServerDisconnected("weg")
        return send(self, messages)

    return send_messages


def _killed(self: EmailBackend, messages: Any) -> int:
    raise KeyboardInterrupt
