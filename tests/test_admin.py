"""`/beheer/`: staff can open and change what there is."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from places.models import Area, Kind, Organisation, Place
from tests.filling_in import hours, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_url() -> str:
    """The change form of a place of which nothing but the name is known."""
    return f"/beheer/places/place/{Place.objects.get(slug='casa-tiberias').pk}/change/"


@pytest.mark.parametrize("model", [Place, Area, Kind, Organisation])
def test_staff_find_the_models_in_the_list(admin_client: Client, model: Any) -> None:
    assert model in admin.site._registry
    assert admin_client.get(f"/beheer/places/{model._meta.model_name}/").status_code == 200


def test_a_visitor_is_asked_to_log_in(client: Client, form_url: str) -> None:
    assert client.get(form_url)["Location"].startswith("/beheer/login/")


def test_the_scripts_of_the_map_widget_carry_the_nonce(admin_client: Client, form_url: str) -> None:
    answer = admin_client.get(form_url)
    policy = answer["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert f'<script nonce="{nonce}">' in answer.content.decode()


def test_what_staff_save_is_what_visitors_find(admin_client: Client, form_url: str) -> None:
    answer = saved(admin_client, form_url, name="Casa Tiberias aan Zee", **hours(0))
    assert answer.status_code == 302
    assert "Casa Tiberias aan Zee" in admin_client.get("/?q=zee").content.decode()
    assert "09:00-12:00" in admin_client.get("/plekken/casa-tiberias/").content.decode()


def test_two_new_rows_that_overlap_are_refused_and_both_named(
    admin_client: Client, form_url: str
) -> None:
    both = {**hours(0), **hours(1, opens="11:00", closes="13:00")}
    answer = saved(admin_client, form_url, **both)
    assert answer.status_code == 200
    assert "“maandag 09:00-12:00” en “maandag 11:00-13:00”" in answer.content.decode()
    assert not Place.objects.get(slug="casa-tiberias").hours.exists()


def test_sunday_night_overlaps_with_monday_morning(admin_client: Client, form_url: str) -> None:
    night = hours(0, weekday="6", opens="22:00", closes="02:00")
    answer = saved(admin_client, form_url, **night, **hours(1, opens="01:00"))
    assert "kunnen niet samen" in answer.content.decode()


def test_a_validity_that_ends_before_it_begins_is_said_beside_the_row(
    admin_client: Client, form_url: str
) -> None:
    backwards = hours(0, valid_from="2027-01-02", valid_until="2027-01-01")
    answer = saved(admin_client, form_url, **backwards)
    assert answer.status_code == 200
    assert "De einddatum ligt voor de begindatum" in answer.content.decode()


@pytest.mark.parametrize("bound", ["valid_from", "valid_until"])
def test_a_day_that_nobody_lives_to_see_is_refused_beside_the_row(
    admin_client: Client, form_url: str, bound: str
) -> None:
    answer = saved(admin_client, form_url, **hours(0, **{bound: "9999-12-31"}))
    assert answer.status_code == 200
    assert "Kies een dag voor het jaar 2200" in answer.content.decode()


def test_two_rows_may_take_each_others_place(admin_client: Client, form_url: str) -> None:
    saved(admin_client, form_url, **hours(0), **hours(1, opens="13:00", closes="15:00"))
    swapped = {"hours-0-opens": "13:00", "hours-0-closes": "15:00"}
    swapped |= {"hours-1-opens": "09:00", "hours-1-closes": "12:00"}
    assert saved(admin_client, form_url, **swapped).status_code == 302
    assert Place.objects.get(slug="casa-tiberias").hours.count() == 2
