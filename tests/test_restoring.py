"""Going back to how a place was: all of it, or nothing."""

from datetime import time
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from places.history import Restoration, changes_of, readable, spans_of
from places.history.versions import rows_of, version_now
from places.models import Area, Kind, OpeningHours, Photo, Place, Quote, Referral, Source
from places.models.history import Door, one_change
from tests.entries import KINDS, administrator, changed, entry, offer, rows_around
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

ROW_KINDS = range(9)


def restored(place: Place, steps: int = 1, by: Any = None) -> None:
    """To how it was before the last so many changes."""
    span = spans_of(place, KINDS)[steps - 1]
    Restoration(place, span.before, by or administrator()).carry_out("terug")


def undoing(place: Place) -> str:
    """The address of the page that undoes the last change."""
    change = spans_of(place, KINDS)[0].change
    return f"/beheer/places/place/{place.pk}/geschiedenis/{change}/voor/"


def states(place: Place) -> Any:
    return version_now(place, KINDS).states


@pytest.mark.parametrize("number", ROW_KINDS)
def test_every_kind_of_row_goes_and_comes_back(number: int) -> None:
    place = entry()
    row = rows_around(place)[number]
    with one_change(Door.ADMIN):
        row.save()
    before = states(place)
    with one_change(Door.ADMIN):
        type(row).objects.get(pk=row.pk).delete()
    restored(place)
    assert states(place) == before
    restored(place, steps=3)
    assert row.pk not in states(place)[type(row)]


def test_restoring_is_one_change_with_a_door_of_its_own() -> None:
    place = changed(entry(), name="De Provenier", phone="010 123 45 67")
    restored(place)
    change = changes_of(place, spans_of(place, KINDS)[:1], KINDS)[0]
    assert (change.door, change.words, len(change.rows)) == ("teruggezet", "terug", 1)
    assert entry().name == "Bij de Provenier"


def test_the_shipped_state_can_be_restored_after_many_changes() -> None:
    place = entry()
    before = states(place)
    changed(place, name="Een", kind=Kind.objects.first())
    with one_change(Door.ADMIN):
        for row in rows_around(place):
            row.save()
        place.offers.set([offer("taal")])
        place.hours.all()[0].delete()
    restored(place, steps=2)
    assert states(place) == before


def test_rows_that_took_each_others_place_are_restored() -> None:
    place = entry()
    one = Source.objects.create(place=place, title="een", position=1)
    other = Source.objects.create(place=place, title="twee", position=2)
    with one_change(Door.ADMIN):
        one.title = "drie"
        one.save()
        other.title = "een"
        other.save()
    restored(place)
    assert set(place.sources.values_list("pk", "title")) >= {(one.pk, "een"), (other.pk, "twee")}


def test_hours_that_were_swapped_are_restored() -> None:
    place = entry()
    monday, tuesday = place.hours.all()[:2]
    with one_change(Door.ADMIN), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        monday.weekday, tuesday.weekday = 1, 0
        monday.save()
        tuesday.save()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    restored(place)
    assert list(place.hours.values_list("pk", flat=True)[:2]) == [monday.pk, tuesday.pk]


def test_a_version_that_points_at_what_is_gone_says_so_and_changes_nothing() -> None:
    kind = Kind.objects.create(slug="tijdelijk", name="tijdelijk")
    place = changed(entry(), kind=kind)
    changed(place, kind=None, name="Later")
    kind.delete()
    client = logged_in(colleague("beheerder"))
    url = undoing(place)
    assert "bij “soort” bestaat niet meer" in client.get(url).content.decode()
    assert client.post(url, {"seen": "x"}).status_code == 200
    assert entry().name == "Later"


def test_an_address_that_another_place_took_is_refused_with_a_reason() -> None:
    place = changed(entry(), slug="elders")
    changed(Place.objects.get(slug="pauluskerk"), slug="bij-de-provenier")
    with pytest.raises(ValidationError, match="Adresnaam"):
        restored(place)


def test_a_place_does_not_go_back_to_where_the_user_has_no_say() -> None:
    own = Area.objects.get(slug="noord", level="gebied")
    place = changed(entry("pauluskerk"), area=own)
    with pytest.raises(ValidationError, match="buiten de gebieden"):
        restored(place, by=colleague("redacteur", "noord", "noord"))
    assert entry("pauluskerk").area == own


def test_a_row_without_history_stays() -> None:
    place = changed(entry(), name="Later")
    Quote.objects.bulk_create([Quote(place=place, text="Kom!", said_by="x", source="y")])
    restored(place)
    assert place.quotes.get().text == "Kom!"


def test_hours_that_clash_with_a_row_that_stays_are_named_both_and_nothing_changes() -> None:
    place = entry("casa-tiberias")
    times = {"place": place, "weekday": 2, "opens": time(9)}
    with one_change(Door.ADMIN):
        known = OpeningHours.objects.create(**times, closes=time(12))
    with one_change(Door.ADMIN):
        known.delete()
    OpeningHours.objects.bulk_create([OpeningHours(**times, closes=time(11))])
    with pytest.raises(ValidationError, match=r"woensdag 09:00-1[12]:00.*woensdag 09:00-1[12]:00"):
        restored(place)
    assert place.hours.get().closes == time(11)


def test_a_photo_that_was_taken_down_stays_down_and_one_that_is_there_keeps_its_place() -> None:
    place = entry()
    facts = {"place": place, "width": 10, "height": 10, "credit": "x", "consent": "y"}
    with one_change(Door.ADMIN):
        gone = Photo.objects.create(alt="weg", **facts)
        kept = Photo.objects.create(alt="oud", **facts)
    with one_change(Door.ADMIN):
        gone.delete()
        kept.alt = "nieuw"
        kept.save()
    restored(place)
    assert [photo.alt for photo in place.photos.all()] == ["oud"]
    restored(place, steps=3)
    assert place.photos.count() == 1


def test_what_the_user_may_not_see_is_left_alone_and_not_shown() -> None:
    place = entry()
    with one_change(Door.ADMIN):
        Referral.objects.create(place=place, contact="bel Ans")
    user = colleague("redacteur")
    user.groups.get().permissions.remove(*Permission.objects.filter(content_type__model="referral"))
    user = type(user).objects.get(pk=user.pk)
    assert Referral not in readable(user, place)
    changed(place, name="Later")
    restored(place, by=user)
    page = logged_in(user).get(f"/beheer/places/place/{place.pk}/geschiedenis/")
    assert "bel Ans" not in page.content.decode()
    assert place.referral.contact == "bel Ans"


def test_the_page_shows_what_will_change_before_it_does() -> None:
    place = changed(entry(), name="De Provenier")
    client = logged_in(colleague("redacteur"))
    url = undoing(place)
    answer = client.get(url)
    assert "Zet alles zo terug" in answer.content.decode()
    assert entry().name == "De Provenier"
    assert client.post(url, {"seen": answer.context["seen"]}).status_code == 302
    assert entry().name == "Bij de Provenier"


def test_what_changed_since_one_looked_is_not_overwritten() -> None:
    place = changed(entry(), name="De Provenier")
    client = logged_in(colleague("redacteur"))
    url = undoing(place)
    seen = client.get(url).context["seen"]
    changed(place, phone="010 123 45 67")
    assert "Intussen is deze plek gewijzigd" in client.post(url, {"seen": seen}).content.decode()
    assert entry().phone == "010 123 45 67"


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deeds=some.lists(some.integers(0, 10), max_size=6))
def test_whatever_was_done_in_between_going_back_gives_what_was_there(
    db: None, deeds: list[int]
) -> None:
    place = changed(entry(), phone=f"010 {len(deeds)}")
    before, known = states(place), len(spans_of(place, KINDS))
    for deed in deeds:
        do(place, deed)
    made = len(spans_of(place, KINDS)) - known
    if made:
        restored(place, steps=made)
    assert states(place) == before


def do(place: Place, deed: int) -> None:
    """Change the place itself, or add a row of some kind and take it away the next time."""
    with one_change(Door.ADMIN):
        if deed == 9:
            changed(entry(), phone=entry().phone + "1")
        elif deed == 10:
            place.offers.set([] if place.offers.exists() else [offer("taal")])
        else:
            row = rows_around(place)[deed]
            here = [one for one in rows_of(entry(), type(row)) if str(one) == str(row)]
            here[-1].delete() if here else row.save()
