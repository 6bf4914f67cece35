"""`manage.py import_osm` beside what we have: only what is new is proposed, and only once."""

from datetime import time
from pathlib import Path

import pytest

from places.models import OpeningHours, Place, PlaceTrait, Suggestion, Trait
from places.models.confirmation import Role
from places.suggesting.deciding import accept, accept_new, decline
from tests.entries import administrator
from tests.openstreetmap import CENTRE, element, imported, pauluskerk, suggested
from tests.outsiders import pauluskerk as our_pauluskerk

pytestmark = pytest.mark.django_db
PHONE = {"phone": "010 123 45 67"}


def ours(**fields: object) -> Place:
    """The Pauluskerk with some fields."""
    place = our_pauluskerk()
    for name, value in fields.items():
        setattr(place, name, value)
    place.save()
    return place


def test_only_what_we_do_not_have_is_proposed(tmp_path: Path) -> None:
    place = ours(phone="")
    imported(tmp_path, pauluskerk(**PHONE, website="http://pauluskerkrotterdam.nl"))
    made = suggested()
    assert (made.place, made.kind) == (place, "wijziging")
    assert made.proposed == PHONE
    assert made.seen == {"phone": ""}


def test_what_says_the_same_in_other_words_is_nothing_new(tmp_path: Path) -> None:
    ours(phone="010-123 45 67")
    assert "niets nieuws" in imported(tmp_path, pauluskerk(phone="+31 10 1234567"))
    assert not Suggestion.objects.exists()


def test_what_differs_is_proposed_beside_what_we_have(tmp_path: Path) -> None:
    ours(phone="010 999 99 99")
    imported(tmp_path, pauluskerk(**PHONE))
    assert suggested().seen == {"phone": "010 999 99 99"}


def test_nonsense_is_no_reason_to_change_what_we_have(tmp_path: Path) -> None:
    ours(phone="010 999 99 99")
    assert "niets nieuws" in imported(tmp_path, pauluskerk(phone="bel maar"))


def test_hours_that_we_know_are_left_alone(tmp_path: Path) -> None:
    assert our_pauluskerk().hours.exists()
    said = imported(tmp_path, pauluskerk(opening_hours="Sa 10:00-12:00"))
    assert "niets nieuws" in said


def test_an_answer_that_contradicts_ours_stands_beside_the_other_rows(tmp_path: Path) -> None:
    place = our_pauluskerk()
    for slug in ("rolstoeltoegankelijk", "rustige-ruimte"):
        PlaceTrait.objects.create(place=place, trait_id=_trait(slug), answer="ja")
    imported(tmp_path, pauluskerk(wheelchair="no"))
    rows = suggested().proposed["traits"].splitlines()
    assert rows[0] == "rustige ruimte: ja"
    assert rows[1].startswith("rolstoeltoegankelijk: nee | bron: OpenStreetMap node/20")


def test_another_name_is_added_and_replaces_nothing(tmp_path: Path) -> None:
    imported(tmp_path, pauluskerk(name="Pauluskerk", alt_name="Het Diaconaal Centrum"))
    assert suggested().proposed == {"name_variants": "Paulus Kerk, Het Diaconaal Centrum"}


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"name": "PAULUSKERK"}, "Pauluskerk"),
        ({"name": "Iets", "website": "https://pauluskerkrotterdam.nl/"}, "Pauluskerk"),
        ({"name": "Pauluskerk Rotterdam"}, "Pauluskerk"),
    ],
)
def test_a_place_is_known_by_name_or_site(tmp_path: Path, tags: dict[str, str], name: str) -> None:
    imported(tmp_path, pauluskerk(**PHONE, **tags))
    assert str(suggested().place) == name


def test_a_namesake_at_the_other_end_of_the_city_is_another_place(tmp_path: Path) -> None:
    imported(tmp_path, element(3, CENTRE | {"name": "Pauluskerk"}, at=(4.55, 51.94)))
    assert suggested().place is None


def test_an_archived_place_does_not_come_back(tmp_path: Path) -> None:
    ours(status="gearchiveerd", archived_on="2026-11-01", archived_because="gesloten")
    assert "bij ons gearchiveerd" in imported(tmp_path, pauluskerk(**PHONE))
    assert not Suggestion.objects.exists()


def test_the_same_file_twice_proposes_nothing_more(tmp_path: Path) -> None:
    for _again in range(2):
        said = imported(tmp_path, element(), pauluskerk(**PHONE))
    assert "2 al eerder voorgesteld" in said
    assert Suggestion.objects.count() == 2


def test_its_twin_is_not_new_the_second_time(tmp_path: Path) -> None:
    twins = (element(), element(2), pauluskerk(**PHONE), pauluskerk(**PHONE) | {"id": 21})
    for order in (twins, twins[::-1]):
        said = imported(tmp_path, *order)
        assert "2 weggelaten: staat ook als een ander object" in said
    assert {one.reference for one in Suggestion.objects.all()} == {"node/1", "node/20"}


def test_what_was_declined_stays_so_until_it_says_something_else(tmp_path: Path) -> None:
    imported(tmp_path, element())
    decline(suggested(), administrator(), "Dat is een sportkantine.")
    edited = element(tags=CENTRE | {"building:levels": "3"}, version=8)
    assert "1 al eerder voorgesteld" in imported(tmp_path, edited)
    imported(tmp_path, element(tags=CENTRE | PHONE, version=9))
    newest = Suggestion.objects.waiting().get()
    assert "Eerder afgewezen: Dat is een sportkantine." in newest.remark


def test_what_waits_follows_the_object_instead_of_standing_there_twice(tmp_path: Path) -> None:
    imported(tmp_path, element())
    assert "1 wachtend voorstel bijgewerkt" in imported(
        tmp_path, element(tags=CENTRE | PHONE, version=8)
    )
    assert suggested().proposed["phone"] == PHONE["phone"]
    assert "versie 8" in suggested().source


def test_an_accepted_place_keeps_its_source_and_is_known_afterwards(tmp_path: Path) -> None:
    imported(tmp_path, element())
    made = suggested()
    place = accept_new(made, administrator(), made.proposed, "concept", "")
    assert [(one.title, one.as_of) for one in place.sources.all()] == [
        ("OpenStreetMap node/1, versie 7, © OpenStreetMap contributors, ODbL 1.0", "2026-10-01")
    ]
    imported(tmp_path, element(tags={**CENTRE, "name": "Heet nu anders"}, version=8))
    newest = Suggestion.objects.waiting().get()
    assert newest.place == place
    assert newest.proposed == {"name_variants": "Heet nu anders"}


def test_an_accepted_change_names_its_source_too(tmp_path: Path) -> None:
    place = ours(phone="")
    imported(tmp_path, pauluskerk(**PHONE))
    made = suggested()
    accept(made, administrator(), made.proposed, made.seen, "")
    place.refresh_from_db()
    assert place.phone == PHONE["phone"]
    assert place.sources.filter(title__startswith="OpenStreetMap node/20").exists()


def test_a_check_of_ours_is_not_made_by_a_file(tmp_path: Path) -> None:
    ours(phone="")
    imported(tmp_path, pauluskerk(**PHONE))
    assert our_pauluskerk().checked_by not in Role.values


def test_hours_become_rows_where_we_have_none(tmp_path: Path) -> None:
    place = our_pauluskerk()
    place.hours.all().delete()
    imported(tmp_path, pauluskerk(opening_hours="Mo-Fr 09:00-17:00"))
    made = suggested()
    accept(made, administrator(), made.proposed, made.seen, "")
    assert OpeningHours.objects.filter(place=place, opens=time(9), closes=time(17)).count() == 5


def _trait(slug: str) -> int:
    return Trait.objects.get(slug=slug).pk
