"""Opening a shipped place and saving it as it is: nothing is refused, and nothing changes."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client

from places.history.versions import history_of, version_now
from places.hours_form import MOST_ROWS
from places.models import Place, Value
from tests.entries import KINDS
from tests.filling_in import filled_in, hours, saved
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


def form_of(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/change/"


def recorded() -> dict[str, int]:
    """How many rows of history there are of each kind."""
    return {model.__name__: history_of(model).count() for model in KINDS}


def refusals(answer: Any) -> list[Any]:
    """What the form says when it comes back."""
    if answer.status_code == 302:
        return []
    inlines = answer.context["inline_admin_formsets"]
    return [answer.context["adminform"].form.errors, *(one.formset.errors for one in inlines)]


def untouched(client: Client, place: Place) -> Any:
    """The answer to sending the form back as it was shown."""
    return client.post(form_of(place), filled_in(client.get(form_of(place))))


def test_every_shipped_place_can_be_saved_as_it_is_and_nothing_changes() -> None:
    editor = logged_in(colleague("redacteur"))
    places = list(Place.objects.all())
    before = [version_now(place, KINDS).states for place in places]
    known = recorded()
    refused = {place.slug: refusals(untouched(editor, place)) for place in places}
    assert not {slug: said for slug, said in refused.items() if said}
    assert [version_now(place, KINDS).states for place in places] == before
    assert recorded() == known


def test_a_place_changed_when_one_of_its_rows_did() -> None:
    place = Place.objects.get(slug="casa-tiberias")
    before = place.changed_at
    saved(logged_in(colleague("redacteur")), form_of(place), **hours(0))
    place.refresh_from_db()
    assert place.changed_at > before
    assert place.history.count() == 1


def test_a_place_with_as_many_rows_as_fit_can_be_saved() -> None:
    place = Place.objects.get(slug="casa-tiberias")
    for number in range(MOST_ROWS):
        weekday, hour = divmod(number, 6)
        place.hours.create(weekday=weekday, opens=time(9 + hour), closes=time(10 + hour))
        day = date(2027, 1, 1) + timedelta(days=number)
        place.special_days.create(first_day=day, last_day=day, reason="feest")
    for value in Value.objects.all():
        place.place_values.create(value=value, source="bezoek")
    for number in range(50):
        place.quotes.create(text=f"Kom {number}", said_by="de gastvrouw", source="bezoek")
    answer = untouched(logged_in(colleague("redacteur")), place)
    assert answer.status_code == 302
    assert place.hours.count() == MOST_ROWS
