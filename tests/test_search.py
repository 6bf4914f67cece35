"""Words: Dutch inflection, accents, beginnings, slips of the finger, and what comes first."""

import pytest
from django.db import connection

from places.models import Place, Quote
from tests.asking import names
from tests.entries import entry
from tests.kept import rows_untrue

pytestmark = pytest.mark.django_db


def test_eating_together_in_noord_finds_bij_de_provenier() -> None:
    assert "Bij de Provenier" in names("q=samen+eten+in+Noord")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pauluskerk", "Pauluskerk"),
        ("PAULUSKERK", "Pauluskerk"),
        ("paulus kerk", "Pauluskerk"),
        ("paulskerk", "Pauluskerk"),
        ("prachthuys", "Het PrachtHuis"),
        ("prov", "Bij de Provenier"),
        ("rosener manz", "BuurtBuik Rotterdam West"),
        ("Rösener", "BuurtBuik Rotterdam West"),
        ("3033 CJ", "Bij de Provenier"),
        ("3033CJ", "Bij de Provenier"),
        ("beschutte plek", "Pauluskerk"),
        ("tuin", "Natuurtalent"),
        ("tuinen", "Natuurtalent"),
        ("perla's vriend", "Stichting Perla's Vriend"),
        ("gaarkeukn", "Dijkveld"),
        ("bij de", "Bij de Provenier"),
        ("the mall", "Youth for Christ (The Mall)"),
        ("eating together", "Pauluskerk"),
        ("'s-gravendijkwal", "Stichting Ontmoeting"),
    ],
)
def test_what_people_type_finds_the_place(typed: str, expected: str) -> None:
    assert expected in names(f"q={typed}")


def test_every_word_must_be_found() -> None:
    assert names("q=pauluskerk+schiebroek") == []


def test_a_word_that_some_place_has_is_not_taken_for_another() -> None:
    Place.objects.filter(slug="de-brug").update(name="Prachthuys")
    assert names("q=prachthuys") == ["Prachthuys"]


def test_a_wijk_is_found_with_and_without_its_hyphen() -> None:
    assert names("q=kralingen-west") == names("q=kralingen+west") != []


def test_the_name_comes_before_a_mention_elsewhere() -> None:
    assert names("q=Pauluskerk")[0] == "Pauluskerk"


def test_exact_words_come_before_beginnings() -> None:
    Place.objects.filter(slug="de-brug").update(name="Wester")
    Place.objects.filter(slug="casa-tiberias").update(name="Aan de Westersingel wester")
    Place.objects.filter(slug="de-weerhaan").update(name="Aan de Westersingel")
    assert names("q=wester")[:2] == ["Aan de Westersingel wester", "Wester"]
    assert "Aan de Westersingel" in names("q=wester")[2:]


def test_markup_and_quotes_are_only_words() -> None:
    assert names("q=<script>alert('x')</script>") == []
    assert "Pauluskerk" in names("q='pauluskerk' %26 eten | :* !")


def test_a_changed_name_is_found_at_once() -> None:
    place = Place.objects.get(slug="de-brug")
    place.name = "Zilverreiger"
    place.save()
    assert names("q=zilverreiger") == ["Zilverreiger"]


@pytest.mark.parametrize("rows", ["openinghours", "value", "quote"])
def test_what_is_kept_does_not_go_by_how_rows_happen_to_lie(rows: str) -> None:
    for text in ("Kom gerust.", "Het licht brandt."):
        Quote.objects.create(place=entry("pauluskerk"), text=text)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            f"DO $$ DECLARE key bigint; BEGIN FOR key IN SELECT id FROM places_{rows} "
            f"ORDER BY id DESC LOOP UPDATE places_{rows} SET id = id WHERE id = key; "
            "END LOOP; END $$"
        )
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        cursor.execute("SET LOCAL enable_indexscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
    assert rows_untrue("tags and words of places") == 0
