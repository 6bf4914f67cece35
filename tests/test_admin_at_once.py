"""Two colleagues with the same form open: nobody undoes what they did not see."""

import pytest
from django.test import Client

from places.models import Place
from tests.filling_in import filled_in, filled_in_at, hours
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place.objects.get(slug="casa-tiberias")


@pytest.fixture
def url(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/change/"


@pytest.fixture
def late() -> Client:
    """Somebody whose form was opened before a colleague saved."""
    return logged_in(colleague("redacteur"))


def test_the_second_one_hears_of_it_and_loses_nothing(
    late: Client, admin_client: Client, url: str, place: Place
) -> None:
    opened = filled_in_at(late, url)
    admin_client.post(url, filled_in_at(admin_client, url) | {"phone": "010 1234567"})
    answer = late.post(url, opened | {"description": "Een kleine kamer."})
    place.refresh_from_db()
    assert (place.phone, place.description) == ("010 1234567", "")
    assert "is deze plek gewijzigd" in answer.content.decode()
    assert "Een kleine kamer." in answer.content.decode()


def test_saving_once_more_is_meant(
    late: Client, admin_client: Client, url: str, place: Place
) -> None:
    opened = filled_in_at(late, url)
    admin_client.post(url, filled_in_at(admin_client, url) | {"phone": "010 1234567"})
    refused = late.post(url, opened | {"description": "Een kleine kamer."})
    assert late.post(url, filled_in(refused)).status_code == 302
    place.refresh_from_db()
    assert place.description == "Een kleine kamer."


def test_rows_of_a_colleague_count_too(late: Client, admin_client: Client, url: str) -> None:
    opened = filled_in_at(late, url)
    with_hours = filled_in_at(admin_client, url) | hours(0) | {"hours-TOTAL_FORMS": 1}
    assert admin_client.post(url, with_hours).status_code == 302
    assert late.post(url, opened | {"phone": "010 1234567"}).status_code == 200


def test_nobody_else_means_no_question(late: Client, url: str) -> None:
    assert late.post(url, filled_in_at(late, url) | {"phone": "010 1234567"}).status_code == 302
