"""Every change of what the public can read makes an edition, and nothing else does."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import psycopg2
import pytest
from django.contrib.gis.geos import Point
from django.db import connection, transaction
from psycopg2.errors import LockNotAvailable

from places.models import (
    Area,
    Confirmation,
    Dossier,
    Edition,
    Language,
    OpeningHours,
    Organisation,
    Photo,
    Place,
    Postcode,
    Publication,
    Quote,
    Referral,
    Source,
    SpecialDay,
    Value,
)
from places.models.area import RD_NEW
from tests.edition import settle
from tests.entries import NINE, NOON, changed, entry

pytestmark = pytest.mark.django_db

SLUG = "bij-de-provenier"


def number() -> int:
    """The number of the edition after all that was done so far."""
    settle()
    return Edition.objects.now().number


def publication(place: Place) -> Publication:
    settle()
    return Publication.objects.get(uuid=place.uuid)


def draft(**fields: str) -> Place:
    return Place.objects.create(slug="nieuw", name="Nieuw", **fields)


AROUND: dict[str, Callable[[Place], object]] = {
    "hours": lambda place: OpeningHours.objects.create(
        place=place, weekday=2, opens=NINE, closes=NOON
    ),
    "a special day": lambda place: SpecialDay.objects.create(
        place=place, first_day=date(2026, 12, 25), last_day=date(2026, 12, 26)
    ),
    "a source": lambda place: Source.objects.create(place=place, title="bezoek"),
    "a quote": lambda place: Quote.objects.create(
        place=place, text="Kom erin.", said_by="Ans", source="bezoek"
    ),
    "a check": lambda place: Confirmation.objects.create(
        place=place, day=date(2026, 11, 1), role="staff", how="phone"
    ),
    "a photo": lambda place: Photo.objects.create(
        place=place, key=uuid4(), alt="Een tafel", width=640, height=480
    ),
    "an offer": lambda place: place.offers.clear(),
    "the place itself": lambda place: changed(place, phone="010 123 45 67"),
    "its end": lambda place: place.delete(),
}
"""What can be done to a place that the public can see."""


@pytest.mark.parametrize("doing", AROUND.values(), ids=AROUND)
def test_whatever_changes_of_a_published_place_makes_an_edition(
    doing: Callable[[Place], object],
) -> None:
    place, before = entry(SLUG), number()
    uuid = place.uuid
    doing(place)
    assert number() == before + 1
    assert Publication.objects.get(uuid=uuid).number == before + 1


@pytest.mark.parametrize("model", [Value, Area, Organisation])
def test_a_word_that_changes_makes_an_edition(model: type[Value]) -> None:
    before, term = number(), model.objects.first()
    assert term is not None
    term.save()
    assert number() == before + 1


def test_a_postcode_to_set_out_from_makes_an_edition() -> None:
    before = number()
    Postcode.objects.create(code="3036 HA", point=Point(92_000, 438_000, srid=RD_NEW))
    assert number() == before + 1


def test_one_transaction_is_one_edition() -> None:
    before = number()
    for place in Place.objects.published()[:5]:
        changed(place, note="Bel aan.")
    Value.objects.update(position=1)
    assert number() == before + 1


def test_a_word_makes_an_edition_also_after_a_draft() -> None:
    place, word, before = draft(), Language.objects.create(slug="x", name="X"), number()
    changed(place, note="Wij overleggen nog.")
    word.save()
    assert number() == before + 1


def test_what_is_for_staff_makes_no_edition() -> None:
    place, before = entry(SLUG), number()
    Dossier.objects.create(place=place, editor_note="huur loopt af")
    Referral.objects.create(place=place, contact="bel Ans")
    assert number() == before


def test_a_draft_makes_no_edition_and_is_not_told() -> None:
    before = number()
    place = draft()
    changed(place, name="Anders")
    OpeningHours.objects.create(place=place, weekday=2, opens=NINE, closes=NOON)
    place.delete()
    assert number() == before
    assert not Publication.objects.filter(uuid=place.uuid).exists()


def test_an_update_of_no_rows_makes_no_edition() -> None:
    before = number()
    Place.objects.filter(slug="nergens").update(name="x")
    Value.objects.filter(slug="nergens").update(name="x")
    assert number() == before


def test_what_is_undone_makes_no_edition() -> None:
    before = number()
    with transaction.atomic():
        changed(entry(SLUG), note="Bel aan.")
        transaction.set_rollback(True)
    assert number() == before


def test_a_place_appears_when_it_is_published() -> None:
    place, before = draft(), number()
    changed(place, status="gepubliceerd")
    known = publication(place)
    assert (known.first_number, known.number, known.withdrawn_at) == (before + 1, before + 1, None)


def test_a_withdrawn_place_keeps_the_name_that_the_public_knew() -> None:
    place = entry(SLUG)
    changed(place, status="concept", slug="een-geheim")
    known = publication(place)
    assert known.slug == SLUG
    assert known.withdrawn_at == known.changed_at


def test_nobody_is_told_what_is_written_at_a_withdrawn_draft() -> None:
    place = changed(entry(SLUG), status="concept")
    before = number()
    changed(place, note="Wij overleggen nog.")
    assert number() == before


def test_the_words_of_an_archived_place_are_public() -> None:
    place = changed(
        entry(SLUG), status="gearchiveerd", archived_on=date(2026, 11, 1), archived_words="Dicht."
    )
    withdrawn, before = publication(place).withdrawn_at, number()
    changed(place, archived_words="Voorgoed dicht.")
    known = publication(place)
    assert (known.number, known.withdrawn_at) == (before + 1, withdrawn)


def test_a_place_that_comes_back_is_new_again() -> None:
    place = changed(entry(SLUG), status="concept")
    before = number()
    changed(place, status="gepubliceerd")
    known = publication(place)
    assert (known.first_number, known.withdrawn_at) == (before + 1, None)


def test_whoever_commits_waits_until_the_edition_before_is_there() -> None:
    with psycopg2.connect(**connection.get_connection_params()) as other:
        changed(entry(SLUG), note="Bel aan.")
        settle()
        with other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '300ms'")
            cursor.execute("UPDATE places_value SET position = position")
            with pytest.raises(LockNotAvailable):
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        other.rollback()
    other.close()


def test_all_shipped_places_were_published_once() -> None:
    assert Publication.objects.filter(withdrawn_at=None).count() == 58
    assert set(Publication.objects.values_list("slug", flat=True)) == set(
        Place.objects.published().values_list("slug", flat=True)
    )
