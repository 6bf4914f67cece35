"""What is kept is true after two editors did all sorts of things at once, on real connections."""

import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from random import Random
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from pytest_django import DjangoDbBlocker

from places.coordinates import rd_point
from places.models import Area, Offer, OpeningHours, Place, Publication, Source
from tests.kept import untrue
from tests.two_at_once import PATIENCE, another, until_it_waits

ROUNDS, TURNS, AT_MOST = 12, 6, 4
"""How often all is looked at, transactions of each editor until then, things done in one."""

CHANGED = "UPDATE places_place SET kind_id = (SELECT min(id) FROM places_kind) WHERE id = %s"

PLACES, OFFERS = [f"tegelijk-{number}" for number in range(6)], ["Tegelijk een", "Tegelijk twee"]


def some(random: Random) -> Any:
    """The place that is next to be changed, if it is there."""
    return Place.objects.filter(slug=random.choice(PLACES))


def come(random: Random) -> None:
    slug = random.choice(PLACES)
    identity = uuid.uuid5(uuid.NAMESPACE_DNS, slug)
    Place.objects.get_or_create(
        slug=slug, defaults={"uuid": identity, "name": slug, "status": "gepubliceerd"}
    )


def move(random: Random) -> None:
    point = rd_point(4.4 + random.random() / 9, 51.9 + random.random() / 9)
    area = Area.objects.filter(level="wijk").order_by("pk")[random.randrange(9)]
    some(random).update(location=point, location_precision="adres", area=area)


def offer(random: Random) -> None:
    for place in some(random):
        place.offers.set(Offer.objects.filter(name__in=random.sample(OFFERS, random.randint(0, 2))))


def open_up(random: Random) -> None:
    opens = time(random.randint(8, 20), random.choice([0, 15, 30]))
    for place in some(random):
        OpeningHours.objects.create(
            place=place, weekday=random.randrange(7), opens=opens, closes=time(22)
        )


def hand_over(random: Random) -> None:
    for place in some(random):
        for model in (OpeningHours, Source):
            model.objects.filter(place__slug=random.choice(PLACES)).update(place=place)


def rename(random: Random) -> None:
    slug = f"tegelijk-{random.randrange(1000)}"
    Offer.objects.filter(name=random.choice(OFFERS)).update(slug=slug)


def cite(random: Random) -> None:
    for place in some(random):
        Source.objects.create(place=place, title="bezoek")


DOINGS: list[Callable[[Random], Any]] = [
    *(come, come, move, move, offer, offer, open_up, hand_over, rename, cite),
    lambda random: some(random).update(note=f"Bel aan bij {random.random()}."),
    lambda random: some(random).update(status="concept", archived_on=None),
    lambda random: some(random).update(status="gearchiveerd", archived_on=date(2026, 11, 1)),
    lambda random: some(random).update(status="gepubliceerd", archived_on=None),
    lambda random: OpeningHours.objects.filter(place__in=some(random)).delete(),
    lambda random: some(random).delete(),
]


def edit(random: Random) -> int:
    """Everything that one editor does in a round; says how much of it nobody was in the way of."""
    done = 0
    with connection.cursor() as cursor:
        cursor.execute("SET deadlock_timeout = '20ms'")
    for _turn in range(TURNS):
        try:
            with transaction.atomic():
                for doing in random.choices(DOINGS, k=random.randint(1, AT_MOST)):
                    doing(random)
            done += 1
        except (IntegrityError, OperationalError):
            continue  # hours that overlap, or each waited for the other: nothing is written
    connections.close_all()
    return done


@pytest.fixture
def real_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        for name in OFFERS:
            Offer.objects.create(name=name, slug=name.lower().replace(" ", "-"))
        try:
            yield
        finally:
            Place.objects.filter(slug__in=PLACES).delete()
            Place.history.filter(slug__in=PLACES).delete()
            Publication.objects.filter(slug__in=PLACES).delete()
            Offer.objects.filter(name__in=OFFERS).delete()
            connections.close_all()


def test_what_is_kept_is_true_whatever_two_editors_do_at_once(real_database: None) -> None:
    randoms, done = [Random(1), Random(2)], 0
    with ThreadPoolExecutor(2) as editors:
        for _round in range(ROUNDS):
            done += sum(editors.map(edit, randoms))
            assert untrue() == {}
    assert done > ROUNDS * TURNS


def test_who_waits_for_an_edition_goes_by_what_that_one_kept(real_database: None) -> None:
    place = Place.objects.create(slug=PLACES[0], name="Tegelijk", status="gepubliceerd")
    with ThreadPoolExecutor(1) as pool, another() as one, another() as other:
        one.execute(CHANGED, [place.pk])
        one.execute("SET CONSTRAINTS ALL IMMEDIATE")
        row = "INSERT INTO places_source (place_id, title, as_of, position)"
        other.execute(f"{row} VALUES (%s, 'bezoek', '', 0)", [place.pk])
        waiting = pool.submit(other.connection.commit)
        until_it_waits(other)
        one.connection.commit()
        waiting.result(PATIENCE)
    assert untrue() == {}


def test_a_word_that_was_renamed_meanwhile_is_not_kept_as_it_was(real_database: None) -> None:
    place = Place.objects.create(slug=PLACES[0], name="Tegelijk", status="gepubliceerd")
    given = "INSERT INTO places_place_offers (place_id, offer_id) SELECT %s, id FROM places_offer"
    with another() as one, another() as other:
        one.execute(f"{given} WHERE name = %s", [place.pk, OFFERS[0]])
        renamed = "UPDATE places_offer SET slug = 'tegelijk-anders' WHERE name = %s"
        other.execute(renamed, [OFFERS[0]])
        other.connection.commit()
        one.connection.commit()
    assert untrue() == {}
    assert Place.objects.tagged("aanbod:tegelijk-anders").count() == 1
