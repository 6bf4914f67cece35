"""The week editor of `/beheer/`: rows, what is said of them, and two editors at once."""

from collections.abc import Iterator
from datetime import date, time
from threading import Thread
from time import sleep
from typing import Any

import psycopg2
import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from places.clashes import rows_weighed_together
from places.models import OpeningHours, Place, SpecialDay
from places.week_notation import hours_text, read_hours
from tests.filling_in import hours, saved
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    """A place of which nothing but the name is known."""
    place: Place = Place.objects.get(slug="casa-tiberias")
    return place


@pytest.fixture
def form_url(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/change/"


@pytest.fixture
def editor() -> Client:
    return logged_in(colleague("redacteur"))


def special(number: int, **fields: str) -> dict[str, str]:
    """A special day as the form sends it."""
    row = {"first_day": "2026-12-25", "mode": "inloop", "reason": "Kerst", **fields}
    days = {f"special_days-{number}-{name}": value for name, value in row.items()}
    return days | {"special_days-TOTAL_FORMS": str(number + 1)}


def monday(place: Place, opens: int, closes: int) -> OpeningHours:
    row: OpeningHours = place.hours.create(weekday=0, opens=time(opens), closes=time(closes))
    return row


def content(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", "09:00"), ("9.30", "09:30"), ("9u30", "09:30"), ("0930", "09:30"), ("9 uur", "09:00")],
)
def test_a_time_may_be_typed_as_it_is_said(
    editor: Client, form_url: str, place: Place, typed: str, meant: str
) -> None:
    assert saved(editor, form_url, **hours(0, opens=typed, closes="24:00")).status_code == 302
    assert hours_text(place.hours.all()) == f"ma {meant}-24:00"


@pytest.mark.parametrize("typed", ["25", "24:00", "9:75", "half tien", "٩", "9:00 PM"])
def test_what_is_no_time_is_said_beside_the_field(
    editor: Client, form_url: str, typed: str
) -> None:
    answer = saved(editor, form_url, **hours(0, opens=typed))
    assert answer.status_code == 200
    assert "Geef een tijd, zoals 17:00." in content(answer)
    assert f'value="{typed}"' in content(answer)


def test_a_special_day_without_a_last_day_is_one_day(
    editor: Client, form_url: str, place: Place
) -> None:
    assert saved(editor, form_url, **special(0)).status_code == 302
    assert str(place.special_days.get()) == "25 december 2026 dicht: Kerst"


def test_a_row_without_a_day_is_refused_and_kept(editor: Client, form_url: str) -> None:
    answer = saved(editor, form_url, **hours(0, weekday="", note="koffie"))
    assert answer.status_code == 200
    assert 'value="koffie"' in content(answer)


def test_rows_that_clash_are_marked_both(editor: Client, form_url: str) -> None:
    answer = saved(editor, form_url, **hours(0), **hours(1, opens="11:00", closes="13:00"))
    assert content(answer).count("hours-row-wrong") == 2
    assert "“maandag 09:00-12:00” en “maandag 11:00-13:00”" in content(answer)


def test_special_days_that_clash_are_named_both(editor: Client, form_url: str) -> None:
    both = special(0) | special(1, opens="10:00", closes="12:00", reason="ontbijt")
    answer = saved(editor, form_url, **both)
    said = "“25 december 2026 dicht: Kerst” en “25 december 2026 10:00-12:00: ontbijt”"
    assert said in content(answer)


def test_a_row_that_somebody_added_since_is_named_beside_ours(
    editor: Client, form_url: str, place: Place
) -> None:
    form = editor.get(form_url)
    monday(place, 11, 13)
    answer = saved(_Opened(editor, form), form_url, **hours(0))
    assert answer.status_code == 200
    assert "“maandag 09:00-12:00” en “maandag 11:00-13:00”" in content(answer)
    assert place.hours.count() == 1


def test_a_row_that_somebody_took_away_since_is_said(
    editor: Client, form_url: str, place: Place
) -> None:
    row = monday(place, 11, 13)
    form = editor.get(form_url)
    row.delete()
    answer = saved(_Opened(editor, form), form_url, **hours(1, weekday="3"))
    assert answer.status_code == 200
    assert "Iemand anders heeft deze rij intussen weggehaald" in content(answer)


class _Opened:
    """An editor whose form was opened a while ago."""

    def __init__(self, client: Client, form: Any) -> None:
        self.client, self.form = client, form

    def get(self, _url: str) -> Any:
        return self.form

    def post(self, url: str, data: dict[str, Any]) -> Any:
        return self.client.post(url, data)


class Other:
    """A second editor, on a connection of its own; what it saves is taken back afterwards."""

    def __init__(self, place: Place) -> None:
        settings = connection.get_connection_params()
        known = ("dbname", "host", "port", "user", "password")
        self.connection = psycopg2.connect(**{k: settings[k] for k in known if k in settings})
        self.place = place

    def run(self, statement: str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '20s'")
            cursor.execute(statement, [self.place.pk])

    def save_once_somebody_waits(self) -> None:
        """Commits when the database says that another connection waits for this one."""
        waiting = f"{self.connection.info.backend_pid} = ANY(pg_blocking_pids(pid))"
        with psycopg2.connect(self.connection.dsn) as look, look.cursor() as cursor:
            for _attempt in range(200):
                cursor.execute(f"SELECT count(*) FROM pg_stat_activity WHERE {waiting}")
                if cursor.fetchone()[0]:
                    break
                sleep(0.05)
        look.close()
        self.connection.commit()


@pytest.fixture
def other(place: Place) -> Iterator[Other]:
    other = Other(place)
    yield other
    other.run("DELETE FROM places_openinghours WHERE place_id = %s")
    other.connection.commit()
    other.connection.close()


INSERT = (
    "INSERT INTO places_openinghours (place_id, weekday, opens, closes, mode, note, note_en, cost, "
    "cost_en, sign_up, sign_up_en, source, source_date) "
    "VALUES (%s, 0, '11:00', '13:00', 'inloop', '', '', '', '', '', '', '', '')"
)


def test_of_two_editors_who_save_at_the_same_moment_one_reads_what_the_other_saved(
    editor: Client, form_url: str, place: Place, other: Other
) -> None:
    """The second form was good when it was checked; the database refuses it half-way."""
    other.run("SELECT 1 FROM places_place WHERE id = %s FOR UPDATE")
    other.run(INSERT)
    thread = Thread(target=other.save_once_somebody_waits)
    thread.start()
    answer = saved(editor, form_url, **hours(0))
    thread.join()
    assert answer.status_code == 200
    assert "“maandag 09:00-12:00” en “maandag 11:00-13:00”" in content(answer)
    assert hours_text(place.hours.all()) == "ma 11:00-13:00"


@pytest.mark.parametrize(
    ("there", "wanted", "named"),
    [
        ("ma 9-12", "ma 11-13", "“maandag 11:00-13:00” en “maandag 09:00-12:00”"),
        ("zo 22-2", "ma 1-3", "“maandag 01:00-03:00” en “zondag 22:00-02:00”"),
        ("ma 10-10", "di 9-11", "“dinsdag 09:00-11:00” en “maandag 10:00-10:00”"),
    ],
)
def test_what_the_database_refuses_is_named_too(
    place: Place, there: str, wanted: str, named: str
) -> None:
    place.hours.set(read_hours(there), bulk=False)
    with pytest.raises(ValidationError, match=named), rows_weighed_together():
        place.hours.set(read_hours(wanted), bulk=False)
    assert place.hours.count() == len(read_hours(there))


def test_special_days_that_the_database_refuses_are_named_too(place: Place) -> None:
    christmas = {"first_day": date(2026, 12, 25), "last_day": date(2026, 12, 26)}
    place.special_days.create(**christmas, reason="Kerst")
    named = "“25 december 2026 10:00-12:00” en “25 december 2026 t/m 26 december 2026 dicht”"
    with pytest.raises(ValidationError, match=named), rows_weighed_together():
        SpecialDay.objects.create(
            place=place,
            first_day=date(2026, 12, 25),
            last_day=date(2026, 12, 25),
            opens=time(10),
            closes=time(12),
            reason="ontbijt",
        )


@pytest.mark.parametrize("door", ["voorbeeld", "lezen"])
def test_the_editor_is_for_those_who_may_change_places(door: str) -> None:
    address = f"/beheer/openingstijden/{door}/"
    assert Client().post(address)["Location"].startswith("/")
    assert logged_in(colleague("wijkteam")).post(address).status_code == 403
    assert logged_in(colleague("redacteur")).get(address).status_code == 405


def test_who_may_only_look_sees_the_week_without_fields(form_url: str, place: Place) -> None:
    monday(place, 9, 12)
    team = colleague("wijkteam")
    team.user_permissions.add(Permission.objects.get(codename="view_openinghours"))
    page = content(logged_in(team).get(form_url))
    assert "<li>maandag 09:00-12:00</li>" in page
    assert 'name="hours-0-opens"' not in page
