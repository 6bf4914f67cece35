"""The page behind the link in the mail to a host: what it shows, takes and refuses."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from places.hosts.links import token_of
from places.models import Confirmation, HostRequest, Place, Suggestion
from tests.host_requests import address, asked, place_with_address, stored

pytestmark = pytest.mark.django_db


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
