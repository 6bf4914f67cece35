"""What is said of now stays true from one turn of the clock to the next, and no longer."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from places.models import OpeningHours
from places.models.version import Until, version_at
from places.repeats import holds
from places.schedule import Schedule, last_turn, next_turn
from places.sentences import next_sentence, state_sentence
from places.validators import MadeOf
from tests.edition import settle
from tests.entries import changed, entry
from tests.schedules import NIGHTS_OF_THE_JUMP, holidays, local, moments, schedules

SECOND = timedelta(seconds=1)
AROUND = (0, 1, 13, 14)
PAGES = ["/", "/en/?open=nu", "/kaart.geojson", "/plekken/pauluskerk/", "/waarden/sfeer/"]
PAGES += ["/wijken/cool/", "/insluiten/lijst/", "/api/v1/plekken?velden=slug,staat"]


def minutes_of(schedule: Schedule) -> list[int]:
    """The minutes of the day that its rows name, in order."""
    clocks = [clock for row in schedule.periods for clock in (row.opens, row.closes)]
    clocks += [clock for day in schedule.special_days for clock in (day.opens, day.closes)]
    return sorted({one.hour * 60 + one.minute for one in clocks if one})


def said(schedule: Schedule, moment: datetime, named: dict[date, str]) -> tuple[object, ...]:
    """All that a visitor reads of a moment."""
    status = schedule.status(moment, named)
    sentences = state_sentence(status, moment), next_sentence(status, moment)
    return (status.state, *sentences, schedule.week(moment.date(), named)[0].date)


@settings(max_examples=300, deadline=None)
@given(schedules(), moments(), holidays())
def test_nothing_that_is_said_changes_between_two_turns(
    schedule: Schedule, moment: datetime, named: dict[date, str]
) -> None:
    minutes = minutes_of(schedule)
    began, ends = last_turn(moment, minutes), next_turn(moment, minutes)
    assert began.astimezone(UTC) <= moment.astimezone(UTC) < ends.astimezone(UTC)
    same = [began, moment, (ends.astimezone(UTC) - SECOND).astimezone(moment.tzinfo)]
    assert len({said(schedule, one, named) for one in same}) == 1


@settings(max_examples=8, deadline=None)
@given(schedules(), st.sampled_from(NIGHTS_OF_THE_JUMP))
def test_wherever_something_changes_there_is_a_turn(schedule: Schedule, night: date) -> None:
    """The minutes of 26 hours at and around those at which rows of these schedules begin or end."""
    minutes = minutes_of(schedule)
    start = datetime.combine(night, time(), local("2026-01-01").tzinfo).astimezone(UTC)
    hours = [start + timedelta(minutes=one) for one in range(26 * 60) if one % 15 in AROUND]
    told = [said(schedule, one.astimezone(local("2026-01-01").tzinfo), {}) for one in hours]
    for before, after, now in zip(told, told[1:], hours[1:], strict=False):
        assert before == after or last_turn(now, minutes).astimezone(UTC) == now


@pytest.mark.parametrize(
    ("moment", "last", "following"),
    [
        ("2026-11-24T10:29:59", "2026-11-24T10:00", "2026-11-24T10:30"),
        ("2026-11-24T10:30:00", "2026-11-24T10:30", "2026-11-25T00:00"),
        ("2026-11-24T01:00:00", "2026-11-24T00:00", "2026-11-24T02:30"),
        # There is no half past two on this night, and there are two of them on the other.
        ("2027-03-28T01:59:59", "2027-03-28T00:00", "2027-03-28T03:00"),
        ("2026-10-25T02:29:59", "2026-10-25T00:00", "2026-10-25T02:30"),
    ],
)
def test_a_clock_turns_where_it_strikes(moment: str, last: str, following: str) -> None:
    minutes = [150, 600, 630]
    assert last_turn(local(moment), minutes) == local(last)
    assert next_turn(local(moment), minutes) == local(following)


@pytest.mark.django_db
def test_a_save_adds_its_own_times_to_the_clock() -> None:
    noon = local("2026-11-24T12:00")
    place = entry()
    OpeningHours.objects.create(place=place, weekday=1, opens=time(12, 7), closes=time(12, 9))
    assert version_at(noon, Until.STATE).turns_at != local("2026-11-24T12:07")
    settle()
    assert version_at(noon, Until.STATE).turns_at == local("2026-11-24T12:07")


@pytest.mark.django_db
def test_what_is_for_a_draft_alone_strikes_no_clock() -> None:
    place = entry()
    place.status = place.Status.DRAFT
    place.save()
    settle()
    OpeningHours.objects.create(place=place, weekday=1, opens=time(12, 7))
    settle()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM places_clock WHERE minute = 12 * 60 + 7")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
@pytest.mark.parametrize("night", NIGHTS_OF_THE_JUMP, ids=str)
@pytest.mark.parametrize("until", [Until.EDITION, Until.DAY, Until.STATE])
def test_a_version_holds_exactly_as_long_as_it_is_the_one_of_now(until: Until, night: date) -> None:
    start = datetime.combine(night, time(), local("2026-01-01").tzinfo).astimezone(UTC)
    moments_around = [start + timedelta(minutes=one) for one in range(-120, 26 * 60, 15)]
    version = version_at(start + timedelta(minutes=130), until)
    for moment in moments_around:
        said = version_at(moment, until)[:3] == version[:3]
        assert holds(MadeOf(until, version), moment) == said, moment


@pytest.mark.django_db
def test_a_version_holds_until_an_edit() -> None:
    noon = local("2026-11-24T12:00")
    made = MadeOf(Until.EDITION, version_at(noon, Until.EDITION))
    assert holds(made, noon)
    changed(entry(), note="Bel aan.")
    settle()
    assert not holds(made, noon)


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_the_same_bytes_until_the_next_turn(
    address: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = version_at(local("2026-11-25T16:20"), Until.STATE)
    began, ends = version.since, version.turns_at
    assert ends is not None
    pages = []
    for moment in (began, began + (ends - began) / 2, ends - SECOND, ends):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        pages.append(client.get(address))
    *same, after = pages
    assert len({(one["ETag"], one.content) for one in same}) == 1
    assert after["ETag"] != same[0]["ETag"]


@pytest.mark.django_db
def test_a_page_is_another_when_a_place_opens(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for moment in ("2026-11-25T16:59:59", "2026-11-25T17:00:00"):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: local(moment))
        told.append(client.get("/plekken/pauluskerk/"))
    assert told[0].content != told[1].content
    assert told[0]["ETag"] != told[1]["ETag"]
