"""The first page of `/beheer/`: what waits, for whom, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from places.models import Place
from tests.crowd import crowded
from tests.sent_in import reported, suggested
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


class TestIndex:
    def test_it_says_what_waits_and_shows_the_top_of_the_queue(self) -> None:
        reported(Place.objects.get(slug="pauluskerk"))
        suggested(Place.objects.get(slug="dorpsveld"))
        suggested(None, kind="nieuw", proposed={"name": "De Stoof"})
        page = logged_in(colleague("redacteur")).get("/beheer/").content.decode()
        assert "2 voorstellen" in page
        assert "1 melding" in page
        assert page.index("Er wacht een melding") < page.index("Er wacht een voorstel")

    def test_a_team_sees_its_lists_and_no_work(self) -> None:
        reported(Place.objects.get(slug="pauluskerk"))
        page = logged_in(colleague("wijkteam")).get("/beheer/").content.decode()
        assert "Plekken" in page
        assert "melding" not in page.lower()
        assert 'class="job"' not in page

    def test_its_statements_are_as_many_for_a_country_as_for_a_city(self) -> None:
        editor = logged_in(colleague("redacteur", "noor", "noord"))
        editor.get("/beheer/")  # looks up what is kept from then on
        counts = []
        for places in (58, 500):
            crowded(places)
            with CaptureQueriesContext(connection) as asked:
                editor.get("/beheer/")
            counts.append(len(asked))
        assert counts[0] == counts[1] < 25
