"""Kept documents say what the honest statement says, whatever happened to places before."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from places.models import (
    Area,
    Dilemma,
    Document,
    Kind,
    Language,
    Offer,
    OpeningHours,
    Organisation,
    Photo,
    Place,
    PlaceTrait,
    Quote,
    Source,
    SpecialDay,
    Trait,
    Value,
)
from places.models.document import reader, writer
from places.schedule import AMSTERDAM
from tests.api import told
from tests.edition import settle
from tests.entries import entry, rows_around

pytestmark = pytest.mark.django_db

SLUG = "bij-de-provenier"
TODAY = timezone.now().astimezone(AMSTERDAM).date()
YEAR = timedelta(days=366)


def asked(sql: str, *parameters: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def published() -> list[int]:
    return list(Place.objects.published().order_by("pk").values_list("pk", flat=True))


def read(day: date) -> list[Any]:
    """The documents of all published places as every request reads them."""
    return asked("SELECT * FROM places_documents(%s::bigint[], %s)", published(), day)


def written(day: date) -> list[Any]:
    """The same by the honest statement."""
    sql = "SELECT text, traits FROM places_written(%s::bigint[], %s) ORDER BY place_id"
    return asked(sql, published(), day)


def kept_today() -> list[Any]:
    sql = "SELECT text, traits FROM places_document WHERE days @> %s ORDER BY place_id"
    return asked(sql, TODAY)


def updated(model: Any, **fields: Any) -> Callable[[], Any]:
    return lambda: model.objects.update(**fields)


def with_rows() -> None:
    for row in rows_around(entry(SLUG)):
        row.save()


def moved() -> None:
    area = Area.objects.filter(level="wijk", places__isnull=False)[0]
    area.parent = Area.objects.filter(level="gebied").exclude(pk=area.parent_id)[0]
    area.save()


def archived() -> None:
    found = Place.objects.filter(slug=SLUG)
    found.update(status="gearchiveerd", archived_on=TODAY)


def back_again() -> None:
    archived()
    settle()
    Place.objects.filter(slug=SLUG).update(status="gepubliceerd", archived_on=None)


def with_photo() -> None:
    Photo.objects.create(place=entry(SLUG), key=UUID(int=7), width=9, height=9, alt="\t\r0\x01")


DOINGS: dict[str, Callable[[], Any]] = {
    "kinds": updated(Kind, name='Een "soort"'),
    "organisations": updated(Organisation, website="https://sol.example/", kind="x"),
    "areas": updated(Area, name="Elders"),
    "an area elsewhere": moved,
    "values": updated(Value, name="Waarde", position=1),
    "dilemmas": updated(Dilemma, name="Dilemma"),
    "traits": updated(Trait, name="Kenmerk }", position=3),
    "another trait": lambda: Trait.objects.create(slug="nieuw", name="Nieuw", position=0),
    "no traits": lambda: Trait.objects.all().delete(),
    "answers": updated(PlaceTrait, answer="nee"),
    "offers in another order": updated(Offer, position=0),
    "languages": updated(Language, name_en="Tongue"),
    "hours": updated(OpeningHours, note="met thee", valid_until=TODAY),
    "no hours": lambda: OpeningHours.objects.all().delete(),
    "quotes": updated(Quote, text="Kom\rmaar\t\x01 binnen"),
    "sources": updated(Source, as_of="\\r0"),
    "special days": updated(SpecialDay, reason="Feest"),
    "rows of every kind": with_rows,
    "a photo": with_photo,
    "a name": updated(Place, name="\r0 Plek", name_variants=["\t"]),
    "a save": lambda: entry(SLUG).save(),
    "archived": archived,
    "published again": back_again,
    "gone": lambda: Place.objects.filter(slug=SLUG).delete(),
}


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS.keys())
def test_documents_are_what_is_written_honestly(doing: Callable[[], Any]) -> None:
    doing()
    assert read(TODAY) == written(TODAY)
    settle()
    assert read(TODAY) == kept_today() == written(TODAY)


@pytest.mark.parametrize("days", [-400, -1, 1, 2, 400])
def test_documents_of_another_day_are_written_for_it(days: int) -> None:
    place, day = entry(SLUG), TODAY + timedelta(days=days)
    for end in (-2, -1, 0, 1, 300):
        last = TODAY + timedelta(days=end)
        SpecialDay.objects.create(place=place, first_day=last, last_day=last, reason="Feest")
    settle()
    assert read(day) == written(day)


def test_a_kept_document_says_until_when_it_holds() -> None:
    place = entry(SLUG)
    OpeningHours.objects.filter(place=place).update(valid_until=TODAY - YEAR)
    SpecialDay.objects.create(place=place, first_day=TODAY, last_day=TODAY, reason="Feest")
    settle()
    days = Document.objects.get(place=place).days
    assert (days.lower, days.upper) == (TODAY - YEAR + timedelta(1), TODAY + timedelta(1))


def test_what_is_past_or_missing_is_renewed(capsys: Any) -> None:
    first, second, *_rest = Document.objects.order_by("pk")
    Document.objects.filter(pk=first.pk).update(text="oud", days=(None, TODAY))
    second.delete()
    call_command("renew_documents")
    assert "2" in capsys.readouterr().out
    assert kept_today() == written(TODAY)


def test_drafts_and_what_is_archived_have_no_document() -> None:
    archived()
    settle()
    assert not Document.objects.filter(place__slug=SLUG).exists()


def test_photos_and_links_are_at_our_own_address(client: Client) -> None:
    with_photo()
    OpeningHours.objects.create(place=entry(SLUG), weekday=0, opens=time(1), closes=time(2))
    settle()
    place = told(client, f"/plekken/{SLUG}")
    assert place["fotos"][0]["url"].startswith("http://testserver/")
    assert place["_links"]["pagina"]["href"] == f"http://testserver/plekken/{SLUG}/"


@pytest.mark.parametrize(
    ("name", "text"), [("places_written", writer()), ("places_entries", reader())]
)
def test_a_function_of_the_database_is_made_of_the_columns_of_now(name: str, text: str) -> None:
    [(body,)] = asked("SELECT prosrc FROM pg_proc WHERE proname = %s", name)
    assert body in text


@pytest.mark.parametrize("status", ["concept", None], ids=["withdrawn", "deleted"])
def test_what_is_not_public_has_no_document(status: str | None) -> None:
    place = entry(SLUG)
    chosen = Place.objects.filter(pk=place.pk)
    assert Document.objects.filter(place_id=place.pk).exists()
    chosen.update(status=status) if status else chosen.delete()
    settle()
    assert not Document.objects.filter(place_id=place.pk).exists()
