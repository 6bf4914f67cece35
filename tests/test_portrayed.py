"""What the page of a place reads in statements of its own is what the places themselves say."""

from uuid import UUID

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from places.models import Photo, Place, PlaceTrait, Quote, Trait
from places.models.portrayed import portrayed
from places.models.told import Told, told_of

pytestmark = pytest.mark.django_db

ALONG = ("hours_values", "special_days_values", "source_title", "source_date")
FAMILY = {
    "kind": ("slug", "symbol"),
    "organisation": ("slug", "name", "website"),
    "area": ("level", "slug", "name", "code", "tag"),
}


def honestly(slug: str) -> Place:
    return Place.objects.at_address(slug).for_its_page().get()


def lives_at(slug: str) -> Place:
    found = portrayed(slug)
    assert found
    return found[0]


def same(one: object, other: object, names: tuple[str, ...]) -> bool:
    return [getattr(one, name, None) for name in names] == [
        getattr(other, name, None) for name in names
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_place_comes_as_the_orm_brings_it(language: str) -> None:
    with override(language):
        for slug in Place.objects.values_list("slug", flat=True):
            quickly, slowly = lives_at(slug), honestly(slug)
            assert quickly == slowly
            fields = [one.attname for one in Place._meta.concrete_fields if one.name != "search"]
            assert same(quickly, slowly, (*fields, *ALONG))
            assert same(quickly.degrees, slowly.degrees, ("x", "y"))
            for name, said in FAMILY.items():
                assert same(getattr(quickly, name), getattr(slowly, name), said)
            if quickly.area and slowly.area:
                assert quickly.area.above() == slowly.area.above()


def test_what_lives_here_comes_before_what_used_to() -> None:
    moved, other = Place.objects.filter(status="gepubliceerd")[:2]
    before = moved.slug
    moved.slug = "verhuisd"
    moved.save()
    assert lives_at(before) == moved
    other.slug = before
    other.save()
    assert lives_at(before) == other
    assert portrayed("nergens") is None


def test_a_place_brings_its_family_along() -> None:
    portrayed("pauluskerk")
    with CaptureQueriesContext(connection) as statements:
        found = portrayed("pauluskerk")
        assert found
        place, told = found
        assert place.kind
        assert place.area
        assert place.area.above()
        assert told.traits
    assert len(statements) == 1


def test_what_other_rows_say_is_what_the_orm_says() -> None:
    for place in Place.objects.all():
        told = told_of(place.pk)
        assert portrayed(place.slug) == (place, told)
        assert stands_of(told) == honest_stands(place)
        assert told.sources == list(place.sources.values_list("title", "as_of"))
        assert told.hours_sources == list(place.hours.values_list("source", "source_date"))


def test_answers_quotes_and_photos_are_told_without_consent() -> None:
    place = Place.objects.get(slug="pauluskerk")
    trait = Trait.objects.all()[2]
    PlaceTrait.objects.create(place=place, trait=trait, answer="nee")
    Quote.objects.create(place=place, text='"Kom" </script>', said_by="Ans", source="bezoek")
    key = UUID("00000000-0000-4000-8000-000000000001")
    shown = {"width": 900, "height": 600, "alt": "Tafel", "alt_en": "", "credit": "Bo"}
    Photo.objects.create(place=place, key=key, consent="geheim", **shown)
    told = told_of(place.pk)
    assert [one.name for one in told.traits if one.answer == "nee"] == [trait.name]
    assert [one.text for one in told.quotes] == [one.text for one in place.quotes.all()]
    [photo] = told.photos
    assert (photo.key, photo.consent) == (key, "")
    assert model_to_dict(photo, list(shown)).items() <= shown.items()


def stands_of(told: Told) -> list[list[tuple[object, ...]]]:
    return [
        [(one.name, one.meaning, one.words, one.words_en, one.source) for one in told.values],
        [(one.name, one.pole_a, one.pole_b, one.position, one.words) for one in told.dilemmas],
        [(one.name, one.answer) for one in told.traits],
        [(one.text, one.said_by, one.source, one.source_date) for one in told.quotes],
    ]


def honest_stands(place: Place) -> list[list[tuple[object, ...]]]:
    values = place.place_values.values_list(
        "value__name", "value__meaning", "words", "words_en", "source"
    )
    dilemmas = place.place_dilemmas.values_list(
        "dilemma__name", "dilemma__pole_a", "dilemma__pole_b", "position", "words"
    )
    known = dict(place.place_traits.values_list("trait", "answer"))
    traits = [(one.name, known.get(one.pk, "onbekend")) for one in Trait.objects.all()]
    quotes = place.quotes.values_list("text", "said_by", "source", "source_date")
    return [list(values), list(dilemmas), traits, list(quotes)]
