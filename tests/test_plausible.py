"""Facts that cannot be: refused wherever they come from."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from places.models import Place
from places.models.plausible import DIALLED, past_year
from tests.filling_in import saved
from tests.staff import colleague, logged_in


@pytest.mark.parametrize("number", ["010-4859737", "+31 (0)10 436 17 00", "14 010", "112"])
def test_a_number_as_people_write_it_is_one(number: str) -> None:
    DIALLED(number)


@pytest.mark.parametrize("number", ["bel maar", "12", "010 - x", "++31"])
def test_what_cannot_be_dialled_is_none(number: str) -> None:
    with pytest.raises(ValidationError):
        DIALLED(number)


def test_a_place_began_in_a_year_that_has_been() -> None:
    past_year(date.today().year)
    for year in (20, date.today().year + 1):
        with pytest.raises(ValidationError):
            past_year(year)


@pytest.mark.django_db
def test_the_form_says_so_beside_the_field() -> None:
    place = Place.objects.get(slug="casa-tiberias")
    url = f"/beheer/places/place/{place.pk}/change/"
    answer = saved(logged_in(colleague("redacteur")), url, phone="bel maar", since="3015")
    assert set(answer.context["adminform"].form.errors) == {"phone", "since"}
