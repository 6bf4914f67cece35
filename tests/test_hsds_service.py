"""What HSDS says of one place of which everything is known, and of one of which little is."""

from typing import Any

import pytest
from django.test import Client

from places.models import Place, PlaceValue
from tests.entries import entry
from tests.hsds import service_of, told
from tests.hsds_places import NEXT_YEAR, everything_known

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(client: Client) -> dict[str, Any]:
    """Everything is known of this one."""
    everything_known(entry())
    return service_of(client, "bij-de-provenier")


def rules(service: dict[str, Any], **parts: str) -> list[dict[str, Any]]:
    """The schedules that say this."""
    return [one for one in service["schedules"] if parts.items() <= one.items()]


def test_a_place_of_which_everything_is_known_says_so(whole: dict[str, Any]) -> None:
    assert whole["alternate_name"] == "De Kerk, Kerkje"
    assert whole["description"] == "\n\n".join(
        f"{name} van hier" for name in ("description", "first_visit", "note")
    )
    assert whole["assured_date"] == "2026-11-01"
    assert whole["eligibility_description"].startswith("Bewust voor ")
    assert (len(whole["languages"]), whole["email"]) == (3, "post@plek.example")
    assert whole["phones"][0]["number"] == "010 123 45 67"


def test_only_traits_about_access_are_accessibility(whole: dict[str, Any]) -> None:
    access = whole["service_at_locations"][0]["location"]["accessibility"]
    assert [one["description"] for one in access] == [
        "gelijkvloers",
        "rolstoeltoegankelijk",
        "aangepast toilet",
        "rustige ruimte",
    ]


def test_days_with_the_same_hours_are_one_rule(client: Client) -> None:
    place = entry()
    Place.objects.at_address(place.slug).update(holiday_policy="gewoon")
    [rule] = service_of(client, place.slug)["schedules"]
    assert (rule["byday"], rule["freq"]) == ("MO,TU,WE,TH,FR", "WEEKLY")
    assert rule["description"] == "ma, di, wo, do, vr 17:00-18:00"
    assert rule["notes"] == "Tweegangenmaaltijd; kosten: 5 euro of naar draagkracht"
    assert rule["opens_at"][5:] == f"+0{rule['timezone']}:00"


def test_an_end_that_is_not_known_is_left_out(whole: dict[str, Any]) -> None:
    open_ended = rules(whole, byday="SA")
    assert open_ended
    for rule in open_ended:
        assert "closes_at" not in rule
        assert rule["description"] == "za 12:00, eindtijd onbekend"
        assert rule["notes"] == "soep; kosten: 2 euro; aanmelden: bij de deur"


def test_an_appointment_is_called_one(whole: dict[str, Any]) -> None:
    [rule, *_later] = rules(whole, byday="SU")
    assert rule["attending_type"] == "op afspraak"
    assert (rule["opens_at"][:5], rule["closes_at"][:5]) == ("00:00", "23:59")
    assert rule["schedule_link"].endswith("/plekken/bij-de-provenier/")


def test_a_closed_day_says_why_and_the_week_leaves_it_out(whole: dict[str, Any]) -> None:
    [closed] = rules(whole, description="Dicht: vakantie")
    summer = f"{NEXT_YEAR}-07-01", f"{NEXT_YEAR}-08-09"
    assert (closed["valid_from"], closed["valid_to"]) == summer
    assert not {"opens_at", "freq", "byday"} & closed.keys()
    assert rules(whole, byday="SA", valid_to=f"{NEXT_YEAR}-06-30")
    assert rules(whole, byday="SA", valid_from=f"{NEXT_YEAR}-08-10")


def test_where_a_place_closes_on_holidays_that_is_said(client: Client) -> None:
    Place.objects.at_address("bij-de-provenier").update(holiday_policy="dicht")
    told_why = {one["description"] for one in service_of(client, "bij-de-provenier")["schedules"]}
    assert "Dicht: Tweede paasdag" in told_why
    Place.objects.at_address("bij-de-provenier").update(holiday_policy="onbekend")
    told_why = {one["description"] for one in service_of(client, "bij-de-provenier")["schedules"]}
    assert "Tweede paasdag: onbekend of het open is, bel even" in told_why


def test_what_must_be_said_but_is_not_known_is_empty(client: Client, settings: Any) -> None:
    settings.PROVINCES = {"utrecht": "Utrecht"}
    Place.objects.at_address("bij-de-provenier").update(postcode="")
    location = service_of(client, "bij-de-provenier")["service_at_locations"][0]["location"]
    [address] = location["addresses"]
    assert (address["postal_code"], address["state_province"]) == ("", "")
    assert address["address_1"] == "Proveniersstraat 6"


def test_a_place_without_a_street_has_no_address(client: Client) -> None:
    place = Place.objects.filter(street="", location__isnull=True)[0]
    location = service_of(client, place.slug)["service_at_locations"][0]["location"]
    assert location["addresses"] == []
    assert not {"latitude", "longitude"} & location.keys()
    assert "bekend" in location["description"]


def test_words_of_a_value_come_along(client: Client) -> None:
    shown = PlaceValue.objects.filter(value__slug="sfeer").select_related("place")[0]
    PlaceValue.objects.filter(pk=shown.pk).update(words="Met een kachel.")
    attributes = service_of(client, shown.place.slug)["attributes"]
    said = {one["taxonomy_term"]["code"]: one.get("value") for one in attributes}
    assert said["sfeer"] == "Met een kachel."


def test_hours_stand_once_in_a_service_at_its_location(client: Client) -> None:
    service = service_of(client, "bij-de-provenier")
    one = told(client, f"/service_at_locations/{service['service_at_locations'][0]['id']}")
    assert one["schedules"] == service["schedules"]
    assert "schedules" not in one["service"]
    assert one["service"]["attributes"] == service["attributes"]
