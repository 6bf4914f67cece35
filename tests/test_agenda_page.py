"""`/plekken.ics` and `/plekken/<slug>.ics`, asked for as an agenda does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from places.cards import schedule_of
from places.feeds.agenda import MOST_PLACES, horizon_of
from places.models import OpeningHours, Place, SpecialDay
from places.schedule import AMSTERDAM
from tests.agendas import events, heard, resolved
from tests.crowd import crowded
from tests.edition import settle

pytestmark = pytest.mark.django_db


def asked(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def this_month() -> date:
    return timezone.now().astimezone(AMSTERDAM).date().replace(day=1)


def test_the_hours_of_every_place_are_those_of_its_schedule(client: Client) -> None:
    closed = {"first_day": this_month(), "last_day": this_month(), "reason": "Verbouwing"}
    SpecialDay.objects.create(place=Place.objects.get(slug="pauluskerk"), **closed)
    horizon = horizon_of(this_month())
    for place in Place.objects.with_hours().with_timetable():
        content = asked(client, f"/plekken/{place.slug}.ics")
        assert heard(content) == resolved(schedule_of(place), horizon), place.name


def test_an_agenda_of_a_wijk_has_the_events_of_its_places_each_with_its_name(
    client: Client,
) -> None:
    one_by_one = [
        event
        for place in Place.objects.published().tagged("wijk:oude-westen").by_name()
        for event in events(asked(client, f"/plekken/{place.slug}.ics"))
    ]
    together = events(asked(client, "/plekken.ics?wijk=oude-westen"))
    assert [event.to_ical() for event in together] == [event.to_ical() for event in one_by_one]
    assert any(str(event["SUMMARY"]).startswith("Pauluskerk: ") for event in together)


def test_an_agenda_says_what_it_is_of(client: Client) -> None:
    read = Calendar.from_ical(asked(client, "/plekken.ics?pagina=9&wijk=cool&leeg="))
    assert str(read["X-WR-CALNAME"]) == "Huiskamers Rotterdam: Cool"
    assert str(read["SOURCE"]) == "http://testserver/plekken.ics?wijk=cool"
    assert str(read["URL"]) == "http://testserver/?wijk=cool"


def test_what_is_asked_cannot_become_a_line_of_the_agenda(client: Client) -> None:
    content = asked(client, "/plekken.ics?q=a%0d%0aATTENDEE:b%0dX;,%5cn%E2%80%A8c")
    assert not [line for line in content.splitlines() if line.startswith((b"ATTENDEE", b"X;"))]
    assert "ATTENDEE" in str(Calendar.from_ical(content)["X-WR-CALNAME"])


def test_an_event_says_where_and_who_to_call(client: Client) -> None:
    event = events(asked(client, "/plekken/pauluskerk.ics"))[0]
    assert event["LOCATION"] == "Pauluskerk, Mauritsweg 20, 3012 JR Rotterdam"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (51.9182, 4.4716)
    assert event["URL"] == "http://testserver/plekken/pauluskerk/"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_rough_spot_is_no_point(client: Client) -> None:
    place = Place.objects.get(slug="thuis-in-west")
    OpeningHours.objects.create(place=place, weekday=1, opens="03:00", closes="04:00")
    [event] = [one for one in events(asked(client, "/plekken/thuis-in-west.ics")) if "RRULE" in one]
    assert "GEO" not in event


def test_a_change_gives_a_later_sequence_and_no_other_identity(client: Client) -> None:
    settle()
    before = events(asked(client, "/plekken/pauluskerk.ics"))[0]
    place = Place.objects.get(slug="pauluskerk")
    place.phone = "010 123 4567"
    place.save()
    settle()
    after = events(asked(client, "/plekken/pauluskerk.ics"))[0]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert "010 123 4567" in after["DESCRIPTION"]


def test_an_agenda_is_dutch_whoever_asks(client: Client) -> None:
    OpeningHours.objects.filter(place__slug="pauluskerk").update(note_en="Dining room")
    answer = client.get("/plekken/pauluskerk.ics", headers={"accept-language": "en"})
    assert b"Dining" not in answer.content


def test_what_was_got_already_is_not_sent_again(client: Client) -> None:
    answer = client.get("/plekken.ics?wijk=cool")
    again = {"if-none-match": answer["ETag"]}
    with CaptureQueriesContext(connection) as statements:
        assert client.get("/plekken.ics?wijk=cool", headers=again).status_code == 304
    assert len(statements) == 1


def test_an_agenda_sets_no_cookie_and_is_for_scripts_of_other_sites_too(client: Client) -> None:
    client.force_login(User.objects.create_user("iemand"))
    answer = client.get("/plekken.ics?wijk=cool")
    assert not answer.cookies
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("query", ["wijk=atlantis", "open=banaan", "straal=5", "sorteer=mooist"])
def test_what_cannot_be_read_is_a_problem(client: Client, query: str) -> None:
    answer = client.get(f"/plekken.ics?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert query.partition("=")[0] in answer.json()["errors"]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_more_places_than_anybody_follows_are_refused(client: Client) -> None:
    crowded(2 * MOST_PLACES)
    keys = list(Place.objects.published().by_name().values_list("pk", flat=True))
    Place.objects.with_keys(keys[MOST_PLACES:]).update(status="concept")
    assert asked(client, "/plekken.ics")
    Place.objects.with_keys(keys[: MOST_PLACES + 1]).update(status="gepubliceerd")
    answer = client.get("/plekken.ics")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert f"hoogstens {MOST_PLACES} plekken" in answer.json()["detail"]


def test_a_renamed_place_leads_on(client: Client) -> None:
    Place.objects.filter(slug="pauluskerk").update(slug="de-pauluskerk")
    answer = client.get("/plekken/pauluskerk.ics")
    assert answer.status_code == 301
    assert answer["Location"] == "http://testserver/plekken/de-pauluskerk.ics"


def test_an_archived_place_is_gone_with_the_reason(client: Client) -> None:
    archived = {"status": "gearchiveerd", "archived_on": date(2026, 9, 1)}
    Place.objects.filter(slug="de-brug").update(archived_words="Samen verder.", **archived)
    answer = client.get("/plekken/de-brug.ics")
    assert (answer.status_code, answer.json()["detail"]) == (410, "Samen verder.")


def test_a_draft_is_not_there(client: Client) -> None:
    Place.objects.filter(slug="de-brug").update(status="concept")
    assert client.get("/plekken/de-brug.ics").status_code == 404
    assert client.get("/plekken/bestaat-niet.ics").status_code == 404


def test_the_calendar_reaches_at_least_a_year_ahead(client: Client) -> None:
    begins = [one.begin.date() for one in heard(asked(client, "/plekken/pauluskerk.ics"))]
    assert max(begins) > timezone.now().date() + timedelta(days=365)
