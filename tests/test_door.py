"""The poster for the door, and saying that a place was checked."""

import re
from typing import Any

import pytest
import segno
from django.test import Client

from places.admin.door import door_url
from places.models import Confirmation, HostRequest, Place
from places.models.confirmation import Role, confirm
from tests.host_requests import address, asked, place_with_address
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def pauluskerk() -> Place:
    return Place.objects.get(slug="pauluskerk")


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def page_of(place: Place, page: str) -> str:
    return f"/beheer/places/place/{place.pk}/{page}/"


class TestPoster:
    def test_it_has_name_hours_phone_and_the_question(
        self, editor: Client, pauluskerk: Place
    ) -> None:
        page = editor.get(page_of(pauluskerk, "deur")).content.decode()
        assert "<h1>Pauluskerk</h1>" in page
        assert "<li>ma-vr 17:00-18:30</li>" in page
        assert "Klopt dit nog?" in page

    def test_the_code_leads_to_the_question_on_the_page_of_the_place(
        self, editor: Client, pauluskerk: Place, settings: Any
    ) -> None:
        settings.SITE_URL = "https://huiskamers.example"
        url = "https://huiskamers.example/plekken/pauluskerk/#klopt-dit-nog"
        page = editor.get(page_of(pauluskerk, "deur")).content.decode()
        assert door_url(pauluskerk) == url
        assert modules_of(page) == [list(row) for row in segno.make_qr(url, error="q").matrix]

    def test_the_question_is_there_on_that_page(self, client: Client, pauluskerk: Place) -> None:
        page = client.get(pauluskerk.get_absolute_url()).content.decode()
        assert 'id="klopt-dit-nog"' in page

    def test_it_has_no_inline_style_or_script(self, editor: Client, pauluskerk: Place) -> None:
        page = editor.get(page_of(pauluskerk, "deur")).content.decode()
        assert "<script" not in page
        assert " style=" not in page

    @pytest.mark.parametrize("status", ["concept", "gearchiveerd"])
    def test_a_place_that_is_not_published_has_none(
        self, editor: Client, pauluskerk: Place, status: str
    ) -> None:
        archived_on = "2026-01-01" if status == "gearchiveerd" else None
        Place.objects.filter(pk=pauluskerk.pk).update(status=status, archived_on=archived_on)
        assert editor.get(page_of(pauluskerk, "deur")).status_code == 404
        assert "/deur/" not in editor.get(page_of(pauluskerk, "change")).content.decode()

    def test_who_may_not_see_the_place_gets_none(self, client: Client, pauluskerk: Place) -> None:
        north = logged_in(colleague("redacteur", "noor", "noord"))
        assert north.get(page_of(pauluskerk, "deur")).status_code == 404
        assert client.get(page_of(pauluskerk, "deur")).status_code == 302


def modules_of(page: str) -> list[list[int]]:
    """The dark modules of the code, read back from the path that draws them, without its border."""
    [size] = re.findall(r'viewBox="0 0 (\d+) \d+"', page)
    [path] = re.findall(r'stroke="#000"[^>]* d="([^"]+)"|d="([^"]+)"[^>]* stroke="#000"', page)
    grid = [[0] * int(size) for _row in range(int(size))]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", "".join(path)):
        steps = [float(one) for one in numbers.split()]
        if command == "h":
            grid[int(y)][int(x) : int(x + steps[0])] = [1] * int(steps[0])
            x += steps[0]
        else:
            x, y = steps if command == "M" else [x + steps[0], y + steps[1]]
    return [row[4:-4] for row in grid[4:-4]]


class TestChecking:
    def test_now_checked_is_by_the_municipality_today(
        self, editor: Client, pauluskerk: Place
    ) -> None:
        answer = editor.post(page_of(pauluskerk, "nagekeken"), {"how": "bezoek"})
        [made] = pauluskerk.confirmations.all()
        pauluskerk.refresh_from_db()
        assert answer.status_code == 302
        assert (made.role, made.how) == ("gemeente", "bezoek")
        assert pauluskerk.checked_on == made.day

    @pytest.mark.parametrize("how", ["", "link", "x"])
    def test_how_must_be_said_and_nobody_says_it_for_the_host(
        self, editor: Client, pauluskerk: Place, how: str
    ) -> None:
        answer = editor.post(page_of(pauluskerk, "nagekeken"), {"how": how})
        assert answer.status_code == 200
        assert "errorlist" in answer.content.decode()
        assert not Confirmation.objects.exists()

    def test_the_form_of_a_place_shows_its_checks_to_read(
        self, editor: Client, pauluskerk: Place
    ) -> None:
        confirm(pauluskerk, pauluskerk.created_at.date(), Role.HOST, "link")
        page = editor.get(page_of(pauluskerk, "change")).content.decode()
        assert "via een link" in page
        assert page_of(pauluskerk, "nagekeken") in page
        assert 'name="confirmations-0-day"' not in page
        assert 'name="confirmations-0-DELETE"' not in page

    def test_an_administrator_takes_a_wrong_one_back(self, pauluskerk: Place) -> None:
        confirm(pauluskerk, pauluskerk.created_at.date(), Role.HOST, "link")
        page = logged_in(colleague("beheerder")).get(page_of(pauluskerk, "change"))
        assert 'name="confirmations-0-DELETE"' in page.content.decode()

    @pytest.mark.parametrize(
        ("role", "areas", "status"),
        [("wijkteam", [], 404), ("redacteur", ["noord"], 404)],
    )
    def test_others_can_not(
        self, pauluskerk: Place, role: str, areas: list[str], status: int
    ) -> None:
        other = logged_in(colleague(role, "ander", *areas))
        answer = other.post(page_of(pauluskerk, "nagekeken"), {"how": "telefoon"})
        assert answer.status_code == status
        assert page_of(pauluskerk, "nagekeken") not in other.get("/beheer/").content.decode()
        assert not Confirmation.objects.exists()


class TestRevoking:
    def test_a_revoked_link_opens_nothing(self, editor: Client, client: Client) -> None:
        request = asked(place_with_address())
        url = f"{page_of(request.place, 'nagekeken')}{request.pk}/intrekken/"
        assert url in editor.get(page_of(request.place, "nagekeken")).content.decode()
        assert editor.get(url).status_code == 405
        assert editor.post(url).status_code == 302
        assert client.get(address(request)).status_code == 410
        assert url not in editor.get(page_of(request.place, "nagekeken")).content.decode()

    def test_only_of_the_place_in_the_address_and_by_who_may_change_that(
        self, editor: Client
    ) -> None:
        request = asked(place_with_address())
        other = Place.objects.get(slug="bij-de-provenier")
        north = logged_in(colleague("redacteur", "noor", "noord"))
        for client, place in (editor, other), (north, other), (north, request.place):
            url = f"{page_of(place, 'nagekeken')}{request.pk}/intrekken/"
            assert client.post(url).status_code == 404
        assert HostRequest.objects.get().revoked_at is None
