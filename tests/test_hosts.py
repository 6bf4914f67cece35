"""Hosts are asked by mail, and answer by a link."""

import re
from datetime import datetime, timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from places.hosts.asking import ask_hosts, hosts_to_ask
from places.hosts.links import link_of, token_of
from places.models import Confirmation, HostRequest, Place, Suggestion
from places.models.confirmation import Role, confirm
from places.schedule import AMSTERDAM

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=AMSTERDAM)
ADDRESS = "gastvrouw@plek.example"

pytestmark = pytest.mark.django_db


def place_with_address(slug: str = "pauluskerk", email: str = ADDRESS) -> Place:
    place = Place.objects.get(slug=slug)
    place.email = email
    place.save()
    return place


def asked(place: Place, **fields: Any) -> HostRequest:
    """A request that was just mailed, unless told otherwise."""
    known = {"email": place.email, "asked_at": timezone.now(), "sent_at": timezone.now()}
    return HostRequest.objects.create(place=place, **known | fields)


def address(request: HostRequest) -> str:
    return f"/bevestigen/{token_of(request)}/"


def told(*options: str) -> str:
    out = StringIO()
    call_command("ask_hosts", *options, stdout=out)
    return out.getvalue()


def stored() -> dict[str, int]:
    """How many rows every table of ours has."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names() if "places_" in name]
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


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


class TestTheLink:
    def test_the_page_shows_the_entry_and_one_button(self, client: Client) -> None:
        page = client.get(address(asked(place_with_address()))).content.decode()
        assert "Mauritsweg 20, 3012 JR Rotterdam" in page
        assert len(re.findall(r'value="klopt"', page)) == 1

    @pytest.mark.parametrize("method", ["get", "head", "options"])
    def test_opening_it_changes_nothing(self, client: Client, method: str) -> None:
        request = asked(place_with_address())
        before = stored()
        getattr(client, method)(address(request))
        getattr(client, method)(f"/en{address(request)}")
        request.refresh_from_db()
        assert stored() == before
        assert request.answered_at is None
        assert Place.objects.get(pk=request.place_id).checked_on is None

    def test_nobody_keeps_finds_or_passes_on_the_page(self, client: Client) -> None:
        answer = client.get(address(asked(place_with_address())))
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies

    def test_yes_confirms_once_however_often_it_is_pressed(self, client: Client) -> None:
        request = asked(place_with_address())
        for _press in range(3):
            answer = client.post(address(request), {"antwoord": "klopt"}, follow=True)
        [made] = Confirmation.objects.all()
        assert (made.role, made.how, made.day) == ("gastheer", "link", timezone.localdate())
        assert "door de gastheer of gastvrouw" in answer.content.decode()
        assert 'value="klopt"' not in answer.content.decode()

    def test_it_works_in_a_browser_that_tells_no_origin(self) -> None:
        strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})
        answer = strict.post(address(asked(place_with_address())), {"antwoord": "klopt"})
        assert answer.status_code == 302
        assert Confirmation.objects.count() == 1

    def test_a_correction_is_a_suggestion_of_the_host_and_changes_nothing_yet(
        self, client: Client
    ) -> None:
        request = asked(place_with_address())
        sent = filled_in(client, request) | {"phone": "010 123 4567"}
        for _press in range(2):
            answer = client.post(address(request), sent, follow=True)
        [made] = Suggestion.objects.all()
        assert (made.origin, made.proposed) == ("gastheer", {"phone": "010 123 4567"})
        assert not Confirmation.objects.exists()
        assert "is aangekomen" in answer.content.decode()

    def test_who_corrected_the_entry_can_not_confirm_it_before_staff_looked(
        self, client: Client
    ) -> None:
        request = asked(place_with_address())
        client.post(address(request), filled_in(client, request) | {"remark": "verhuisd"})
        client.post(address(request), {"antwoord": "klopt"})
        assert not Confirmation.objects.exists()

    def test_a_correction_that_changes_nothing_is_pointed_to_the_button(
        self, client: Client
    ) -> None:
        request = asked(place_with_address())
        answer = client.post(address(request), filled_in(client, request))
        assert "Druk dan op “Ja, klopt”" in answer.content.decode()
        assert not Suggestion.objects.exists()

    def test_nobody_floods_staff_with_a_link(self, client: Client) -> None:
        request = asked(place_with_address())
        for number in range(6):
            story = filled_in(client, request) | {"remark": f"verhaal {number}"}
            answer = client.post(address(request), story)
        assert answer.status_code == 429
        assert "verhaal 5" in answer.content.decode()
        assert Suggestion.objects.count() == 5

    def test_a_mistake_in_the_correction_loses_nothing(self, client: Client) -> None:
        request = asked(place_with_address())
        wrong = {"sender_email": "geen adres", "remark": "We zijn verhuisd"}
        answer = client.post(address(request), filled_in(client, request) | wrong)
        assert "We zijn verhuisd" in answer.content.decode()
        assert not Suggestion.objects.exists()


def filled_in(client: Client, request: HostRequest) -> dict[str, str]:
    """The correction as it comes back when nothing is touched."""
    form = client.get(address(request)).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def aged(request: HostRequest) -> None:
    request.asked_at = timezone.now() - timedelta(days=30, minutes=1)
    request.save()


def revoked(request: HostRequest) -> None:
    request.revoked_at = timezone.now()
    request.save()


def moved(request: HostRequest) -> None:
    place_with_address(email="ander@plek.example")


def archived(request: HostRequest) -> None:
    Place.objects.filter(pk=request.place_id).update(
        status="gearchiveerd", archived_on=timezone.localdate()
    )


def removed(request: HostRequest) -> None:
    HostRequest.objects.all().delete()


class TestALinkThatDoesNotWork:
    @pytest.mark.parametrize(
        ("happened", "status", "words"),
        [
            (aged, 410, "Deze link is verlopen"),
            (revoked, 410, "Deze link is ingetrokken"),
            (moved, 410, "staat nu een ander e-mailadres"),
            (archived, 410, "staat niet meer in de lijst"),
            (removed, 404, "Deze link kennen we niet"),
        ],
    )
    def test_says_why_and_what_to_do_and_names_no_place(
        self, client: Client, happened: Any, status: int, words: str
    ) -> None:
        request = asked(place_with_address())
        url = address(request)
        happened(request)
        for answer in client.get(url), client.post(url, {"antwoord": "klopt"}):
            page = answer.content.decode()
            assert answer.status_code == status
            assert words in page
            assert "Zoek je plek op" in page
            assert "Pauluskerk" not in page
            assert "Mauritsweg" not in page
        assert not Confirmation.objects.exists()

    @pytest.mark.parametrize(
        "token", ["x", "1", "1.", ".", "1.abc", "%00", "é", "-1.x", "9" * 400, "1:x", "{}"]
    )
    def test_a_made_up_token_is_unknown(self, client: Client, token: str) -> None:
        asked(place_with_address())
        assert client.get(f"/bevestigen/{token}/").status_code == 404

    def test_a_signature_holds_for_one_request_only(self, client: Client) -> None:
        one = asked(place_with_address())
        other = asked(place_with_address("bij-de-provenier"))
        signature = token_of(one).partition(".")[2]
        assert client.get(f"/bevestigen/{other.pk}.{signature}/").status_code == 404

    def test_on_the_last_of_thirty_days_it_works(self, client: Client) -> None:
        almost = timezone.now() - timedelta(days=30) + timedelta(minutes=1)
        request = asked(place_with_address(), asked_at=almost)
        assert client.get(address(request)).status_code == 200

    def test_a_link_of_a_mail_of_which_nobody_knows_whether_it_went_works(
        self, client: Client
    ) -> None:
        request = asked(place_with_address(), sent_at=None)
        assert client.get(address(request)).status_code == 200
