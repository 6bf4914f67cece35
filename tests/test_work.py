"""The work queue: what is in it, in which order, for whom, and what its buttons do."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from places.models import Confirmation, OpeningHours, Place, Report, SpecialDay, Suggestion
from places.models.confirmation import Role, confirm
from places.models.work import Question, Reason, waiting_work
from places.public_holidays import holidays_between
from places.work import AHEAD, work_queue
from tests.crowd import crowded
from tests.sent_in import reported, suggested
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

EDITOR = "redacteur@gemeente.example"
TODAY = date(2026, 12, 10)
"""A fortnight before Christmas, which is a Friday and a Saturday."""


@pytest.fixture
def place() -> Place:
    """A place with nothing to do about it; the only one that is published."""
    Place.objects.exclude(slug="bij-de-provenier").update(status="concept")
    place = Place.objects.get(slug="bij-de-provenier")
    place.phone, place.holiday_policy = "010 123 4567", "gewoon"
    place.save()
    place.hours.all().delete()
    opened(place, 4)
    confirm(place, TODAY, Role.STAFF, "telefoon")
    place.refresh_from_db()
    return place


def opened(place: Place, weekday: int, **fields: Any) -> OpeningHours:
    return OpeningHours.objects.create(place=place, weekday=weekday, opens=time(10), **fields)


def reasons(today: date = TODAY) -> set[Reason]:
    """Why places wait; empty when none does."""
    holidays = list(holidays_between(today, today + AHEAD, "nl"))
    found = waiting_work(Place.objects.all(), Question(today, holidays, list(Reason)), 0, 100)
    return {reason for reason in Reason for row in found.rows if row["risk"] & reason}


class TestReasons:
    def test_a_place_that_is_all_right_does_not_wait(self, place: Place) -> None:
        assert reasons() == set()

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"phone": ""}, Reason.PHONE),
            ({"location_precision": "straat"}, Reason.SPOT),
            ({"location_precision": "onbekend", "location": None}, Reason.SPOT),
        ],
    )
    def test_what_is_missing(self, place: Place, changes: Any, reason: Reason) -> None:
        Place.objects.filter(pk=place.pk).update(**changes)
        assert reasons() == {reason}

    def test_unknown_hours(self, place: Place) -> None:
        place.hours.all().delete()
        assert reasons() == {Reason.HOURS}

    @pytest.mark.parametrize(
        ("checked_on", "expected"),
        [
            ("2026-06-10", set()),
            ("2026-06-09", {Reason.DUE}),
            ("2025-12-10", {Reason.DUE}),
            ("2025-12-09", {Reason.STALE}),
            (None, {Reason.STALE}),
        ],
    )
    def test_a_check_wears_off_after_six_and_twelve_months(
        self, place: Place, checked_on: str | None, expected: set[Reason]
    ) -> None:
        Place.objects.update(checked_on=checked_on)
        assert reasons() == expected

    def test_what_people_sent_waits_until_it_is_handled(self, place: Place) -> None:
        reported(place)
        suggested(place)
        assert reasons() == {Reason.REPORT, Reason.SUGGESTION}
        now = timezone.now()
        Report.objects.update(status="gesloten", handled_at=now)
        Suggestion.objects.update(status="afgewezen", handled_at=now)
        assert reasons() == set()

    def test_a_draft_waits_only_for_what_people_sent(self, place: Place) -> None:
        Place.objects.update(status="concept", phone="", checked_on=None)
        assert reasons() == set()
        reported(place)
        assert reasons() == {Reason.REPORT}


class TestHolidays:
    @pytest.fixture(autouse=True)
    def _unknown(self, place: Place) -> None:
        place.holiday_policy = "onbekend"
        place.save()

    def test_a_holiday_on_which_the_week_would_be_open(self, place: Place) -> None:
        assert reasons() == {Reason.HOLIDAY}

    @pytest.mark.parametrize(
        ("today", "expected"),
        [("2026-12-03", set()), ("2026-12-04", {Reason.HOLIDAY}), ("2027-01-02", set())],
    )
    def test_it_counts_from_three_weeks_before(self, today: str, expected: set[Reason]) -> None:
        assert reasons(date.fromisoformat(today)) == expected

    def test_not_when_the_place_never_opens_on_that_weekday(self, place: Place) -> None:
        place.hours.all().delete()
        opened(place, 2)
        assert reasons() == set()

    def test_by_appointment_counts_too(self, place: Place) -> None:
        place.hours.update(mode="afspraak")
        assert reasons() == {Reason.HOLIDAY}

    def test_hours_that_end_before_it_do_not_count(self, place: Place) -> None:
        place.hours.update(valid_until="2026-12-24")
        assert reasons() == set()

    def test_a_special_day_says_it_already(self, place: Place) -> None:
        SpecialDay.objects.create(
            place=place, first_day="2026-12-20", last_day="2027-01-03", reason="kerstvakantie"
        )
        assert reasons() == set()

    def test_the_words_name_the_first_holiday_that_is_unknown(self, place: Place) -> None:
        queue = work_queue(colleague("redacteur"), TODAY, "", 0, 10)
        [task] = queue.jobs[0].tasks
        assert task.words == "Onbekend of het op Eerste kerstdag (25 december) open is."
        assert [one.label for one in task.buttons] == ["Dicht op feestdagen", "Open zoals altijd"]


class TestOrder:
    def test_the_worst_reason_comes_first_then_the_oldest_check_then_the_name(self) -> None:
        Place.objects.update(phone="1", holiday_policy="dicht")
        reported(Place.objects.get(slug="pauluskerk"))
        suggested(Place.objects.get(slug="dorpsveld"))
        names = [job.name for job in work_queue(colleague("redacteur"), TODAY, "", 0, 3).jobs]
        assert names == ["Pauluskerk", "Dorpsveld", "Casa Tiberias"]

    def test_pages_do_not_overlap_and_together_have_everything(self) -> None:
        user = colleague("redacteur")
        jobs = [
            job.name for start in (0, 25, 50) for job in work_queue(user, TODAY, "", start, 25).jobs
        ]
        assert len(jobs) == len(set(jobs)) == work_queue(user, TODAY, "", 0, 1).total

    @pytest.mark.parametrize("slug", ["tijden", "verouderd", "telefoon", "kaart", "feestdag"])
    def test_a_filter_has_as_many_places_as_it_says(self, slug: str) -> None:
        queue = work_queue(colleague("redacteur"), TODAY, slug, 0, 1000)
        [chosen] = [one for one in queue.filters if one.chosen]
        assert 0 < chosen.count == queue.count == len(queue.jobs) <= queue.total

    def test_every_task_has_one_way_to_solve_it_and_its_page_is_there(
        self, admin_client: Client
    ) -> None:
        jobs = work_queue(colleague("beheerder"), TODAY, "", 0, 4).jobs
        for task in (task for job in jobs for task in job.tasks):
            assert bool(task.url) != bool(task.buttons)
            if task.url:
                assert admin_client.get(task.url.partition("#")[0]).status_code == 200

    @pytest.mark.parametrize("places", [58, 500])
    def test_the_queue_is_one_statement_however_many_places(self, places: int) -> None:
        crowded(places)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            waiting_work(Place.objects.all(), Question(TODAY, [], list(Reason)), 0, 25)
        assert len(asked) == 1


class TestWhoMay:
    def test_a_visitor_and_a_team_get_nothing(self, client: Client) -> None:
        assert client.get("/beheer/werk/").status_code == 302
        assert logged_in(colleague("wijkteam")).get("/beheer/werk/").status_code == 403

    def test_an_editor_of_one_district_has_the_work_there_and_no_other(self) -> None:
        reported(Place.objects.get(slug="pauluskerk"))
        page = logged_in(colleague("redacteur", "noor", "noord")).get("/beheer/werk/")
        text = page.content.decode()
        assert "Bij de Provenier" in text
        assert "Pauluskerk" not in text
        assert "melding wacht" not in text

    @pytest.mark.parametrize("action", ["nagekeken", "feestdagen"])
    def test_the_buttons_of_others_places_do_nothing(self, action: str) -> None:
        elsewhere = Place.objects.get(slug="pauluskerk")
        for user, status in (
            (colleague("redacteur", "noor", "noord"), 404),
            (colleague("wijkteam"), 403),
        ):
            answer = logged_in(user).post(
                f"/beheer/werk/{elsewhere.pk}/{action}/", {"keuze": "dicht"}
            )
            assert answer.status_code == status
        elsewhere.refresh_from_db()
        assert elsewhere.holiday_policy == "onbekend"
        assert not Confirmation.objects.exists()

    @pytest.mark.parametrize("action", ["nagekeken", "feestdagen"])
    def test_opening_the_address_of_a_button_changes_nothing(self, action: str) -> None:
        key = Place.objects.get(slug="pauluskerk").pk
        answer = logged_in(colleague("redacteur")).get(f"/beheer/werk/{key}/{action}/")
        assert answer.status_code == 405


class TestButtons:
    @pytest.fixture
    def editor(self) -> Client:
        return logged_in(colleague("redacteur"))

    def test_called_and_all_is_true(self, editor: Client) -> None:
        place = Place.objects.get(slug="pauluskerk")
        url = f"/beheer/werk/{place.pk}/nagekeken/?reden=verouderd&pagina=2"
        answer = editor.post(url)
        [made] = place.confirmations.all()
        assert (made.role, made.how, made.by.email) == ("gemeente", "telefoon", EDITOR)
        assert answer["Location"] == "/beheer/werk/?reden=verouderd&pagina=2"

    def test_a_holiday_policy_is_set_with_history(self, editor: Client) -> None:
        place = Place.objects.get(slug="pauluskerk")
        editor.post(f"/beheer/werk/{place.pk}/feestdagen/?terug=begin", {"keuze": "dicht"})
        place.refresh_from_db()
        newest = place.history.first()
        assert place.holiday_policy == newest.holiday_policy == "dicht"
        assert newest.history_user.email == EDITOR

    @pytest.mark.parametrize("choice", ["", "onbekend", "x"])
    def test_a_choice_that_does_not_exist_is_refused_in_words(
        self, editor: Client, choice: str
    ) -> None:
        place = Place.objects.get(slug="pauluskerk")
        url = f"/beheer/werk/{place.pk}/feestdagen/"
        answer = editor.post(url, {"keuze": choice}, follow=True)
        place.refresh_from_db()
        assert place.holiday_policy == "onbekend"
        assert "Kies of de plek op feestdagen dicht is" in answer.content.decode()

    @pytest.mark.parametrize(
        "query",
        [
            "?reden=x",
            "?pagina=x",
            "?pagina=-1",
            "?pagina=²",
            "?pagina=99999",
            "?pagina=" + "9" * 99,
        ],
    )
    def test_a_query_that_makes_no_sense_shows_the_beginning(
        self, editor: Client, query: str
    ) -> None:
        answer = editor.get(f"/beheer/werk/{query}", follow=True)
        assert answer.status_code == 200
        assert answer.context["number"] == 1
