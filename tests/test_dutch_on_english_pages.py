"""What has no English says that it is Dutch, so that it is read aloud as Dutch."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from places.hosts.links import token_of
from places.models import HostRequest, Place

pytestmark = pytest.mark.django_db

ONLY_DUTCH = {"description": "Gezellig.", "first_visit": "Loop binnen.", "note": "Bel aan."}


@pytest.mark.parametrize(("field", "words"), ONLY_DUTCH.items())
def test_a_text_without_english_is_marked(client: Client, field: str, words: str) -> None:
    place = Place.objects.at_address("pauluskerk")
    place.update(**ONLY_DUTCH, description_en="", first_visit_en="", note_en="")
    marked = rf'lang="nl">(<p>)?{words}'
    assert re.search(marked, client.get("/en/plekken/pauluskerk/").content.decode())
    place.update(**{f"{field}_en": "In English."})
    assert "In English." in (page := client.get("/en/plekken/pauluskerk/").content.decode())
    assert not re.search(r'lang="nl">(<p>)?In English', page)


@pytest.mark.parametrize(
    ("query", "name"), [("wijk=cool", "Cool"), ("netwerk=buurtbuik", "BuurtBuik")]
)
def test_names_in_filters_and_chips_are_marked(client: Client, query: str, name: str) -> None:
    page = client.get(f"/en/?{query}").content.decode()
    assert page.count(f'<span lang="nl">{name}</span>') == 2


def test_a_host_hears_dutch_words_as_dutch_and_english_ones_as_english(client: Client) -> None:
    place = Place.objects.get(slug="pauluskerk")
    place.email, place.description, place.description_en = "p@kerk.example", "Gezellig.", ""
    place.save()
    request = HostRequest.objects.create(place=place, email=place.email, asked_at=timezone.now())
    page = client.get(f"/en/bevestigen/{token_of(request)}/").content.decode()
    assert '<dd lang="nl">Gezellig.</dd>' in page
    assert "<dd>not known</dd>" in page


def test_words_of_the_vocabulary_are_not(client: Client) -> None:
    page = client.get("/en/?aanbod=samen-eten").content.decode()
    assert page.count("<span>eating together</span>") == 2
