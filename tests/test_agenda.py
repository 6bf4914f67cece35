"""Agendas read back: the same hours as our own, on every day of more than a year."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from places.feeds.agenda import Titled, calendar, horizon_of
from places.feeds.events import events_of
from places.feeds.recurrence import Horizon
from places.feeds.time_zone import time_zone
from places.schedule import AMSTERDAM, HolidayPolicy, Mode, Period, Schedule, SpecialDay
from tests.agendas import Heard, events, followed, heard, resolved, timed, whole_days
from tests.schedules import MONDAY, SATURDAY, SUNDAY, TUESDAY, complete, row, schedules

AUTUMN = date(2026, 10, 9)
PAGE = "https://huiskamers.example/plekken/slug-van-de-plek/"
TITLED = Titled("De Proef", "https://huiskamers.example/plekken/de-proef.ics", PAGE)
KINGS_DAY = date(2027, 4, 27)


def written(schedule: Schedule, today: date = AUTUMN) -> bytes:
    return calendar(TITLED, [followed(schedule)], today, PAGE)


def of_day(content: bytes, day: date) -> list[str]:
    """What begins on a day, in the time of the city."""
    times = sorted((one for one in heard(content).elements()), key=lambda one: one.begin)
    return [_told(one) for one in times if one.begin.astimezone(AMSTERDAM).date() == day]


def _told(one: Heard) -> str:
    end = f"{one.end.astimezone(AMSTERDAM):%H:%M}" if one.end else "?"
    return f"{one.begin.astimezone(AMSTERDAM):%H:%M}-{end} {one.status}"


@settings(max_examples=200, deadline=None)
@given(schedule=schedules())
def test_an_agenda_read_back_is_what_the_schedule_says_of_every_day(schedule: Schedule) -> None:
    horizon = horizon_of(AUTUMN)
    assert heard(written(schedule)) == resolved(schedule, horizon)


@settings(max_examples=50, deadline=None)
@given(schedule=schedules(), today=st.dates(date(2026, 9, 1), date(2027, 5, 31)))
def test_wherever_the_horizon_begins(schedule: Schedule, today: date) -> None:
    assert heard(written(schedule, today)) == resolved(schedule, horizon_of(today))


@settings(max_examples=50, deadline=None)
@given(schedule=schedules())
def test_every_event_has_an_identity_of_its_own(schedule: Schedule) -> None:
    """Rows that cannot stand beside each other in the database are left out."""
    rows = {(one.weekday, one.mode): one for one in schedule.periods}
    kept = replace(schedule, periods=(*rows.values(),), special_days=schedule.special_days[:1])
    uids = [str(event["UID"]) for event in events(written(kept))]
    assert len(uids) == len(set(uids))


def test_the_horizon_is_whole_months_and_at_least_a_year() -> None:
    horizon = horizon_of(date(2026, 12, 31))
    assert (horizon.first, horizon.last) == (date(2026, 12, 1), date(2027, 12, 31))
    assert horizon.holidays[KINGS_DAY] == "Koningsdag"


def test_the_same_data_give_the_same_bytes_all_month() -> None:
    weekly = complete(row(TUESDAY, "10:00", "12:00"))
    assert written(weekly, date(2026, 11, 1)) == written(weekly, date(2026, 11, 30))
    assert written(weekly, date(2026, 11, 30)) != written(weekly, date(2026, 12, 1))


def test_a_night_out_ends_on_the_next_day() -> None:
    late = complete(row(SATURDAY, "22:00", "02:00"))
    [event] = timed(written(Schedule(late.periods, holiday_policy=HolidayPolicy.AS_USUAL)))[:1]
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=4)


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2026, 10, 24), 5), (date(2027, 3, 27), 3)], ids=["autumn", "spring"]
)
def test_the_night_of_the_jump_lasts_as_long_as_it_does(night: date, hours: int) -> None:
    late = written(complete(row(SATURDAY, "22:00", "02:00"), row(SUNDAY, "00:00", "04:00")))
    jump = night + timedelta(days=1)
    [long] = [one for one in heard(late) if one.begin.astimezone(AMSTERDAM).date() == jump]
    assert long.end
    assert long.end - long.begin == timedelta(hours=hours)


def test_a_holiday_that_closes_is_told_as_a_whole_day_and_has_no_hours() -> None:
    closes = complete(row(TUESDAY, "10:00", "12:00"), holiday_policy=HolidayPolicy.CLOSED)
    content = written(closes)
    assert of_day(content, KINGS_DAY) == []
    assert (KINGS_DAY, date(2027, 4, 28), "De Proef: dicht, Koningsdag") in whole_days(content)


def test_a_holiday_of_which_nobody_knows_is_tentative_and_says_so() -> None:
    content = written(complete(row(TUESDAY, "10:00", "12:00")))
    assert of_day(content, KINGS_DAY) == ["10:00-12:00 TENTATIVE"]
    [doubt] = [event for event in timed(content) if "Koningsdag" in event["SUMMARY"]]
    assert "Bel even" in doubt["DESCRIPTION"]


def test_an_end_that_is_not_known_is_not_made_up() -> None:
    content = written(complete(row(MONDAY, "12:00", None)))
    event = timed(content)[0]
    assert "DTEND" not in event
    assert "DURATION" not in event
    assert "eindtijd onbekend" in event["SUMMARY"]
    assert event["STATUS"] == "TENTATIVE"


def test_an_appointment_is_tentative_and_called_one() -> None:
    event = timed(written(complete(row(MONDAY, "12:00", "13:00", Mode.APPOINTMENT))))[0]
    assert (event["STATUS"], event["SUMMARY"]) == ("TENTATIVE", "De Proef: op afspraak")


def test_other_hours_replace_the_week_and_say_why() -> None:
    special = SpecialDay(KINGS_DAY, KINGS_DAY, time(14), time(16), reason="oranjefeest")
    content = written(complete(row(TUESDAY, "10:00", "12:00"), special_days=(special,)))
    assert of_day(content, KINGS_DAY) == ["14:00-16:00 CONFIRMED"]
    [event] = [one for one in timed(content) if "oranjefeest" in one["DESCRIPTION"]]
    assert "RRULE" not in event


def test_days_off_in_a_row_are_one_event() -> None:
    off = SpecialDay(date(2026, 12, 28), date(2027, 1, 3), reason="vakantie")
    content = written(complete(row(MONDAY, "10:00", "12:00"), special_days=(off,)))
    told = (date(2026, 12, 28), date(2027, 1, 4), "De Proef: dicht, vakantie")
    assert told in whole_days(content)


def test_what_is_not_known_beside_the_rows_is_said() -> None:
    known_in_part = Schedule((Period(MONDAY, time(10), time(12)),))
    assert "onbekend, bel even" in timed(written(known_in_part))[0]["DESCRIPTION"]
    assert "onbekend" not in timed(written(complete(*known_in_part.periods)))[0]["DESCRIPTION"]


def test_a_place_without_hours_has_an_agenda_that_can_be_followed() -> None:
    read = Calendar.from_ical(written(Schedule()))
    assert read.walk("VEVENT") == []
    assert [str(one["TZID"]) for one in read.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_our_time_zone_is_that_of_the_city() -> None:
    zone = time_zone().to_tz(lookup_tzid=False)
    noon = datetime(2026, 1, 1, 12)
    for hours in range(0, 24 * 365 * 2, 1):
        local = noon + timedelta(hours=hours)
        ours, theirs = (local.replace(tzinfo=each) for each in (zone, AMSTERDAM))
        if theirs.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None) == local:
            assert ours.utcoffset() == theirs.utcoffset(), local


def test_a_line_of_a_name_cannot_become_a_line_of_the_agenda() -> None:
    place = followed(complete(row(MONDAY, "10:00", "12:00")))
    place.place.name = "De\r\nATTENDEE:mailto:x\rX\u2028Y\x85Z\x0b;,\\n Brug" + " lang" * 40
    horizon = Horizon(AUTUMN, AUTUMN + timedelta(days=30), {})
    lines = b"".join(event.to_ical() for event in events_of(place, horizon, PAGE)).splitlines()
    assert not [line for line in lines if line.startswith((b"ATTENDEE", b"X"))]
    assert max(map(len, lines)) <= 75
