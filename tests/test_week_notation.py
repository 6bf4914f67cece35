"""The notation of a week and of special days: written and read back it is the same."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from places.clashes import clashes
from places.models.hours import Mode, OpeningHours, SpecialDay
from places.week_notation import hours_text, read_hours, read_special_days, special_days_text
from tests.schedules import clock_times, dates, ends, weekdays

HOURS_FIELDS = [
    "weekday",
    "opens",
    "closes",
    "mode",
    "note",
    "note_en",
    "cost",
    "cost_en",
    "sign_up",
    "sign_up_en",
    "valid_from",
    "valid_until",
    "source",
    "source_date",
]
SPECIAL_DAY_FIELDS = ["first_day", "last_day", "opens", "closes", "mode", "reason", "reason_en"]

# What separates, what escapes and what the notation itself says, as well as anything else.
awkward = st.sampled_from(["|", ";", "\\", "\n", "\r", ":", "kosten: 5", "tot en met 2026-01-01"])
texts = st.lists(
    awkward | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=3
).map(lambda pieces: "".join(pieces)[:90].strip())


def values(row: Any, fields: list[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, field) for field in fields)


def fitting(rows: list[Any]) -> list[Any]:
    """Without those that clash with an earlier one."""
    refused = {later for _earlier, later in clashes(rows)}
    return [row for number, row in enumerate(rows) if number not in refused]


def hours_rows() -> st.SearchStrategy[list[OpeningHours]]:
    row = st.builds(
        OpeningHours,
        weekday=weekdays,
        opens=clock_times,
        closes=ends,
        mode=st.sampled_from(Mode),
        valid_from=st.none() | dates,
        valid_until=st.none() | dates,
        source_date=st.sampled_from(["", "2025", "2025-11"]),
        **dict.fromkeys(
            ["note", "note_en", "cost", "cost_en", "sign_up", "sign_up_en", "source"], texts
        ),
    ).filter(lambda row: (row.valid_from or date.min) <= (row.valid_until or date.max))
    return st.lists(row, max_size=5).map(fitting)


def special_days() -> st.SearchStrategy[list[SpecialDay]]:
    other_hours = st.tuples(clock_times, ends, st.sampled_from(Mode))
    row = st.builds(
        lambda days, hours, **texts: SpecialDay(
            first_day=min(days),
            last_day=max(days),
            opens=hours[0],
            closes=hours[1],
            mode=hours[2],
            **texts,
        ),
        st.tuples(dates, dates),
        st.just((None, None, Mode.WALK_IN)) | other_hours,
        reason=texts.filter(bool),
        reason_en=texts,
    )
    return st.lists(row, max_size=3).map(fitting)


@settings(deadline=None)
@given(hours_rows())
def test_a_week_written_and_read_is_the_same_week(rows: list[OpeningHours]) -> None:
    text = hours_text(rows)
    read = read_hours(text)
    assert {values(row, HOURS_FIELDS) for row in read} == {
        values(row, HOURS_FIELDS) for row in rows
    }
    assert len(read) == len(rows)
    assert hours_text(read) == text


@settings(deadline=None)
@given(special_days())
def test_special_days_written_and_read_are_the_same(rows: list[SpecialDay]) -> None:
    text = special_days_text(rows)
    assert sorted(
        (values(row, SPECIAL_DAY_FIELDS) for row in read_special_days(text)), key=str
    ) == sorted((values(row, SPECIAL_DAY_FIELDS) for row in rows), key=str)
    assert special_days_text(read_special_days(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "ma-vr 09:00-17:00",
        "wo 19:00-21:00 op afspraak",
        "ma-wo, vr 09:00-24:00\nzo vanaf 12:00 activiteit | samen eten",
        "ma, di 09:00-12:00",
        "vr vanaf 12:00 activiteit | samen eten | kosten: 5 euro | aanmelden: tot woensdag "
        "| vanaf 2026-01-01 | tot en met 2026-06-30",
        "ma 09:00-12:00 | wat (Engels): coffee | bron: eigen website | gelezen: 2025-11",
        "ma 09:00-12:00 | wat: kosten: niets",
        "za 22:00-02:00 | een \\| staat hier\\; en een \\\\ ook\\nop twee regels",
    ],
)
def test_what_the_notation_writes_stays_as_it_is(text: str) -> None:
    assert hours_text(read_hours(text)) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ma t/m vr 9-17 uur", "ma-vr 09:00-17:00"),
        ("Maandag 9:00 tot 17:00", "ma 09:00-17:00"),
        ("maandags van 9.30 – 17.00 uur", "ma 09:30-17:00"),
        ("ma–vr 09:00–17:00", "ma-vr 09:00-17:00"),
        ("maandag en woensdag: 10u-12u", "ma, wo 10:00-12:00"),
        ("vr-ma 10:00-12:00", "ma, vr-zo 10:00-12:00"),
        ("ma 9-12, 13-17", "ma 09:00-12:00\nma 13:00-17:00"),
        ("ma-vr 09:00-17:00; wo ook 19:00-21:00", "ma-vr 09:00-17:00\nwo 19:00-21:00"),
        ("dagelijks de hele dag", "ma-zo 00:00-24:00"),
        ("za 24 uur vanaf 10:00", "za 10:00-10:00"),
        ("do 10-12 alleen op afspraak", "do 10:00-12:00 op afspraak"),
        ("ma 9-12 inloop", "ma 09:00-12:00"),
        ("ma 9-12 | vanaf 1 januari 2026 t/m 30-6-2026 | Kosten : gratis",
         "ma 09:00-12:00 | kosten: gratis | vanaf 2026-01-01 | tot en met 2026-06-30"),
        ("\r\n ; ma 9-12 ;;\r\n", "ma 09:00-12:00"),
    ],
)  # fmt: skip
def test_hours_are_read_in_the_ways_in_which_people_write_them(text: str, meant: str) -> None:
    assert hours_text(read_hours(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25-12-2026 gesloten | Kerst", "2026-12-25 dicht | Kerst"),
        (
            "24 december 2026 tot en met 3 januari 2027: dicht | vakantie | reden (engels): break",
            "2026-12-24 t/m 2027-01-03 dicht | vakantie | reden (Engels): break",
        ),
        ("2026-12-24 10-12 uur | kerstontbijt", "2026-12-24 10:00-12:00 | kerstontbijt"),
    ],
)
def test_special_days_are_read_in_the_ways_in_which_people_write_them(
    text: str, meant: str
) -> None:
    assert special_days_text(read_special_days(text)) == meant


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("soms", "De regel begint niet met een dag"),
        ("morgen 9-12", "De regel begint niet met een dag"),
        ("ma", "Er staat geen tijd"),
        ("ma 9 uur", "“9 uur” is geen tijd"),
        ("vr 25:00-26:00", "“25:00” is geen tijd"),
        ("vr 10:00-12:00 of later", "“of later” is geen tijd"),
        ("vr 10:00-12:00 13:00-14:00", "“13:00-14:00” is geen tijd"),
        ("vr 10-12, 13-15 op afspraak", "Zet tijden met en zonder “op afspraak”"),
        ("ma 9-12 | koffie | thee", "“thee” staat er dubbel"),
        ("ma 9-12 | vanaf 2026-13-45", "“2026-13-45” is geen datum"),
        ("ma 9-12 | vanaf 2026-02-01 | t/m 2026-01-01", "ligt voor de begindatum"),
        ("ma 9-12 | t/m 9999-12-31", "voor het jaar 2200"),
        ("ma 9-12 | kosten: " + "x" * 101, "kosten: "),
        ("ma 9-12 | gelezen: gisteren", "Geef een jaar"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_line_and_an_example(
    text: str, problem: str
) -> None:
    with pytest.raises(ValidationError) as refusal:
        read_hours(f"ma 13:00-14:00\n{text}")
    [message] = refusal.value.messages
    assert message.startswith(f"Regel 2, “{text}”: ")
    assert problem in message
    assert "Schrijf bijvoorbeeld: ma-vr 09:00-17:00" in message


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Kerst", "De regel begint niet met een datum"),
        ("2026-12-32 dicht | Kerst", "“2026-12-32” is geen datum"),
        ("2026-12-25 t/m 2026-12-24 dicht | Kerst", "De laatste dag ligt voor de eerste"),
        ("2026-12-25 dicht", "reden: "),
    ],
)
def test_a_special_day_that_cannot_be_read_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        read_special_days(text)


def test_every_line_with_a_problem_is_told() -> None:
    with pytest.raises(ValidationError) as refusal:
        read_hours("soms\nma 9-12\nvaak")
    assert [message[:7] for message in refusal.value.messages] == ["Regel 1", "Regel 3"]


def test_two_lines_that_clash_are_both_named() -> None:
    with pytest.raises(ValidationError, match="“maandag 09:00-12:00” en “maandag 11:00-13:00”"):
        read_hours("ma 9-12; ma 11-13")


def test_an_activity_fits_inside_walk_in_hours() -> None:
    assert len(read_hours("ma 9-17; ma 12-13 activiteit | soep")) == 2


def test_seconds_are_kept() -> None:
    row = OpeningHours(weekday=0, opens=time(9, 0, 30), closes=time(10), mode=Mode.WALK_IN)
    assert read_hours(hours_text([row]))[0].opens == row.opens


@pytest.mark.parametrize("text", ["|", "ma 09:00-17:00\n||", " | ; "])
@pytest.mark.parametrize("read", [read_hours, read_special_days])
def test_a_line_without_words_is_refused(read: Any, text: str) -> None:
    with pytest.raises(ValidationError, match="begint niet met"):
        read(text)


def test_a_text_full_of_clashes_names_the_first_ten() -> None:
    with pytest.raises(ValidationError) as refused:
        read_hours("ma 0-1\n" * 100)
    assert len(refused.value.messages) == 10


def test_more_rows_than_any_place_has_are_not_weighed() -> None:
    with pytest.raises(ValidationError) as refused:
        read_hours("elke dag 0-1\n" * 230)
    assert refused.value.messages == ["Dit zijn te veel tijden om te lezen."]
