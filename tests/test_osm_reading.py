"""Rows out of an `opening_hours` expression mean what the library reads in it, or are refused."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from places.clashes import clashes
from places.models import OpeningHours
from places.osm_hours import osm_expression
from places.osm_reading import Reading, read_osm
from places.schedule import HolidayPolicy, Mode, Period, Schedule, State, local_moment
from places.week_notation import hours_text, special_days_text
from tests.schedules import NO_HOLIDAYS, periods, schedules
from tests.test_osm_hours import telling_moments

TODAY = date(2026, 11, 22)


def read(text: str) -> Reading:
    return read_osm(text, TODAY)


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ("Mo-Fr 09:00-17:00", "ma-vr 09:00-17:00"),
        ("Mo-Fr 09:00-17:00, We 19:00-21:00", "ma-vr 09:00-17:00\nwo 19:00-21:00"),
        ("Mo-Fr 09:00-12:00,13:00-17:00", "ma-vr 09:00-12:00\nma-vr 13:00-17:00"),
        ("Mo-Fr 09:00-17:00; We 10:00-12:00", "ma, di, do, vr 09:00-17:00\nwo 10:00-12:00"),
        ("Mo-Su 10:00-18:00; Tu,Th off", "ma, wo, vr-zo 10:00-18:00"),
        ("Mo-Fr 09:00-17:00; Sa,Su closed", "ma-vr 09:00-17:00"),
        ("mo–fr 09:00–17:00", "ma-vr 09:00-17:00"),
        ("24/7", "ma-zo 00:00-24:00"),
        ("Sa-Mo 20:00-24:00", "ma, za, zo 20:00-24:00"),
        ("Sa 22:00-02:00", "za 22:00-02:00"),
        ("Sa 22:00-26:00", "za 22:00-02:00"),
        ("Sa 10:00-34:00", "za 10:00-10:00"),
        ("We 12:00+", "wo vanaf 12:00"),
        ('We 12:00+ unknown "eindtijd onbekend"', "wo vanaf 12:00"),
        ('Mo 10:00-12:00 "op afspraak"', "ma 10:00-12:00 op afspraak"),
        ('Mo 10:00-12:00 unknown "by appointment"', "ma 10:00-12:00 op afspraak"),
        ('Mo 10:00-12:00 "afspraak: 010"', "ma 10:00-12:00 op afspraak | afspraak: 010"),
        ('Fr 17:30-19:00 open "samen eten"', "vr 17:30-19:00 | samen eten"),
        ("Mo 09:00-17:00, Mo 12:00-18:00", "ma 09:00-18:00"),
        (
            "2026 Nov 01-2027 Feb 10 Tu 10:00-12:00",
            "di 10:00-12:00 | vanaf 2026-11-01 | tot en met 2027-02-10",
        ),
        ("2027 Tu 10:00-12:00", "di 10:00-12:00 | vanaf 2027-01-01 | tot en met 2027-12-31"),
        ("2026 Dec 01+ Tu 10:00-12:00", "di 10:00-12:00 | vanaf 2026-12-01"),
        (
            "Tu 10:00-12:00; 2027 Jan-Feb Tu 14:00-15:00",
            "di 10:00-12:00 | tot en met 2026-12-31\ndi 10:00-12:00 | vanaf 2027-03-01\n"
            "di 14:00-15:00 | vanaf 2027-01-01 | tot en met 2027-02-28",
        ),
    ],
)  # fmt: skip
def test_a_week_is_read(expression: str, meant: str) -> None:
    reading = read(expression)
    assert hours_text(reading.hours_rows()) == meant
    assert reading.complete


@pytest.mark.parametrize(
    ("exception", "meant"),
    [
        ('2026 Dec 25 off "Kerst"', "2026-12-25 dicht | Kerst"),
        (
            '2026 Dec 24-2027 Jan 03 closed "vakantie"',
            "2026-12-24 t/m 2027-01-03 dicht | vakantie",
        ),
        ("2026 Dec 24-26 off", "2026-12-24 t/m 2026-12-26 dicht"),
        ("2026 Dec 24,2026 Dec 26 off", "2026-12-24 dicht\n2026-12-26 dicht"),
        ('2027 Apr 27 10:00-12:00 "vrijmarkt"', "2027-04-27 10:00-12:00 | vrijmarkt"),
        (
            "2026 Dec 24 10:00-12:00, 2026 Dec 24 14:00-15:00",
            "2026-12-24 10:00-12:00\n2026-12-24 14:00-15:00",
        ),
        (
            "2026 Dec off; 2026 Dec 05 13:00-17:00",
            "2026-12-01 t/m 2026-12-04 dicht\n2026-12-05 13:00-17:00\n"
            "2026-12-06 t/m 2026-12-31 dicht",
        ),
    ],
)
def test_dates_become_special_days(exception: str, meant: str) -> None:
    reading = read(f"Mo-Fr 09:00-17:00; {exception}")
    assert special_days_text(reading.special_day_rows()) == meant
    assert hours_text(reading.hours_rows()) == "ma-vr 09:00-17:00"


@pytest.mark.parametrize(
    ("expression", "policy"),
    [
        ("Mo-Fr 09:00-17:00", None),
        ("Mo-Fr 09:00-17:00; PH off", HolidayPolicy.CLOSED),
        ("Mo-Sa 09:00-17:00; Su,PH closed", HolidayPolicy.CLOSED),
        ("PH off; Mo-Fr 09:00-17:00", HolidayPolicy.CLOSED),
        ("Mo-Su,PH 09:00-17:00", HolidayPolicy.AS_USUAL),
    ],
)
def test_holidays_become_the_policy(expression: str, policy: HolidayPolicy | None) -> None:
    assert read(expression).holiday_policy is policy


def test_only_holidays_is_a_policy_without_rows() -> None:
    assert read("PH off") == Reading((), (), HolidayPolicy.CLOSED, True)


def test_doubt_about_everything_else_means_that_the_week_is_not_complete() -> None:
    reading = read('24/7 unknown "bel even", Mo-Fr 17:00-18:30')
    assert not reading.complete
    assert hours_text(reading.hours_rows()) == "ma-vr 17:00-18:30"


@pytest.mark.parametrize(
    ("expression", "part"),
    [
        ("Mo[1] 10:00-12:00", "“Mo[...]”"),
        ("Mo-Fr sunrise-sunset", "“sunrise”"),
        ("Mo-Fr (sunrise+01:00)-20:00", "“(”"),
        ("Dec 25 off", "“Dec”: dat komt elk jaar terug"),
        ("Jun-Aug Mo 10:00-12:00", "“Jun”: dat komt elk jaar terug"),
        ("Mo 10:00-12:00; 2026 Dec 25,Jan 01 off", "“Jan”: dat komt elk jaar terug"),
        ("Mo 10:00-12:00; 2026 Dec 24,26 off", "“26”"),
        ("Mo 10:00-12:00; 2026 Nov 01-Feb 10 off", "het eind ligt voor het begin"),
        ("easter off", "“easter”"),
        ("week 1-10 Mo 10:00-12:00", "“week”"),
        ("SH off", "“SH”"),
        ("Mo-Fr 10:00-12:00; PH 11:00-12:00", "“PH 11:00-12:00”"),
        ("Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:00 off", "“Mo-Fr 12:00-13:00 off”"),
        ('Mo 10:00-12:00 unknown "misschien"', "“misschien open”"),
        ('Mo 10:00-12:00 || "bel even"', "“||”"),
        ('"by appointment"', "zonder dagen en tijden"),
        ("Mo 10:00", "“10:00”: na een begintijd komt een eindtijd"),
        ("Mo 10:00-12:00+", "“10:00-12:00+”"),
        ("Mo 10:00-40:00", "“10:00-40:00”: dat duurt langer"),
        ("Mo 10:00-12:75", "“12:75”"),
        ("2026 Feb 30 off", "“2026 Feb 30”"),
        ("9999 Dec 31 off", "“9999”"),
        ("0001 Jan 01 off", "“0001”"),
        ("Mo-Fr 9-17 uur", "“9”"),
        ("ma-vr 09:00-17:00", "“ma”"),
        ("Mo 09:00-17:00 @", "“@”"),
        ('Mo 09:00-17:00 "open eind', "dat begrijpen we niet"),
        ("off", "daar staan geen tijden in"),
        ("", "daar staan geen tijden in"),
        ("Mo 10:00-12:00, 2026 Dec 24 14:00-15:00", "“2026 Dec 24 14:00-15:00”"),
        ("Mo 10:00-12:00; " * 200, "te lang"),
    ],
)
def test_what_rows_cannot_say_is_refused_with_the_part(expression: str, part: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        read(expression)
    assert part in " ".join(refusal.value.messages)


def test_two_rows_that_clash_are_both_named() -> None:
    with pytest.raises(ValidationError, match="“maandag 22:00-03:00” en “dinsdag 02:00-04:00”"):
        read("Mo 22:00-27:00, Tu 02:00-04:00")


def test_a_night_that_the_next_rule_cuts_off_is_refused_with_the_moment() -> None:
    """To the language, a rule for Saturday ends the night of Friday at midnight."""
    with pytest.raises(
        ValidationError, match="zaterdag 28 november 2026 om 00:00 lezen wij “open”"
    ):
        read("Fr 22:00-02:00; Sa 10:00-18:00")


def test_the_policy_and_the_rest_of_the_week_are_one_schedule() -> None:
    assert read("Mo 10:00-12:00; PH off").schedule.holiday_policy is HolidayPolicy.CLOSED


def fitting(rows: list[Period]) -> tuple[Period, ...]:
    """Without those that clash, once an activity has become a walk-in as the language has it."""
    fields = ("weekday", "opens", "closes", "valid_from", "valid_until")
    models = [
        OpeningHours(mode=_read_mode(row), **{name: getattr(row, name) for name in fields})
        for row in rows
    ]
    refused = {later for _earlier, later in clashes(models)}
    return tuple(row for number, row in enumerate(rows) if number not in refused)


def _read_mode(row: Period) -> Mode:
    """Of an end that is not known, the language says nothing but that."""
    return row.mode if row.closes and row.mode is Mode.APPOINTMENT else Mode.WALK_IN


weeks = st.lists(periods(), min_size=1, max_size=5).map(fitting).filter(bool)


@settings(deadline=None, max_examples=60)
@given(weeks, st.booleans())
def test_a_week_that_we_write_is_read_back_as_the_same_rows(
    rows: tuple[Period, ...], complete: bool
) -> None:
    reading = read(osm_expression(Schedule(rows, complete=complete), NO_HOLIDAYS))
    assert set(reading.periods) == {replace(row, mode=_read_mode(row)) for row in rows}
    assert reading.complete is complete


@settings(deadline=None, max_examples=60)
@given(schedules())
def test_what_is_accepted_means_the_same_at_every_moment(schedule: Schedule) -> None:
    try:
        reading = read(osm_expression(schedule, NO_HOLIDAYS))
    except ValidationError:
        return
    for naive in telling_moments(schedule):
        moment = local_moment(naive)
        state: State = reading.schedule.status(moment, NO_HOLIDAYS).state
        assert state is schedule.status(moment, NO_HOLIDAYS).state


PIECES = 'Mo Tu-Fr PH SH 2026 Dec 25 10:00 10:00-12:00 , ; - + off unknown [ 24/7 9 week " "op" é ٣'
pieces = st.sampled_from(PIECES.split())


@settings(deadline=None, max_examples=200)
@given(st.lists(pieces, max_size=8).map(" ".join) | st.text(max_size=30))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    try:
        reading = read(text)
    except ValidationError:
        return
    assert reading.periods or reading.special_days or reading.holiday_policy
