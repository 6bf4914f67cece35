"""Photos on the page of a place."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from places.models import Photo, Place

pytestmark = pytest.mark.django_db

PAGE = "/plekken/bij-de-provenier/"


def add(count: int = 1, **fields: object) -> list[Photo]:
    """Photos without files; the page does not look at those."""
    place = Place.objects.get(slug="bij-de-provenier")
    words = {"alt": "Een tuin", "credit": "Mo", "consent": "geheim", "width": 1200, "height": 1600}
    return [place.photos.create(**words | fields) for _each in range(count)]


def test_a_photo_has_every_size_and_no_room_to_jump(client: Client) -> None:
    photo = add()[0]
    html = client.get(PAGE).content.decode()
    sizes = ", ".join(f"/foto/{photo.key}-{width}.avif {width}w" for width in (480, 960, 1200))
    assert f'<source type="image/avif" srcset="{sizes}"' in html
    assert 'width="1200" height="1600" alt="Een tuin"' in html
    assert "Foto: Mo" in html


def test_what_is_noted_about_consent_is_not_shown(client: Client) -> None:
    add()
    assert "geheim" not in client.get(PAGE).content.decode()


def test_all_but_the_first_photo_wait_until_they_are_near(client: Client) -> None:
    add(5)
    html = client.get(PAGE).content.decode()
    assert (html.count("<picture>"), html.count('loading="lazy"')) == (5, 4)


def test_a_photo_is_described_in_the_language_of_the_page(client: Client) -> None:
    add(alt_en="A garden")
    add(alt="Een trap")
    html = client.get(f"/en{PAGE}").content.decode()
    assert 'alt="A garden" decoding' in html
    assert 'alt="Een trap" lang="nl" decoding' in html
    assert 'alt="Een trap" decoding' in client.get(PAGE).content.decode()


def test_photos_stand_in_their_order(client: Client) -> None:
    add(alt="tweede", position=2)
    add(alt="eerste", position=1)
    html = client.get(PAGE).content.decode()
    assert re.findall(r'alt="(eerste|tweede)"', html) == ["eerste", "tweede"]


def test_others_that_link_to_a_place_get_its_photo(client: Client) -> None:
    photo = add()[0]
    html = client.get(f"/en{PAGE}").content.decode()
    address = f"http://testserver/foto/{photo.key}-1200.jpg"
    assert f'<meta property="og:image" content="{address}">' in html
    written = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert written
    assert json.loads(written[1])["image"] == [address]


def test_a_place_without_photos_has_nothing_of_them(client: Client) -> None:
    html = client.get(PAGE).content.decode()
    assert "photos" not in html
    assert "og:image" not in html
    assert '"image"' not in html


def test_photos_take_no_statement_more_for_there_being_more(client: Client) -> None:
    client.get(PAGE)
    with CaptureQueriesContext(connection) as none:
        client.get(PAGE)
    add(5)
    with CaptureQueriesContext(connection) as five:
        client.get(PAGE)
    assert len(none) == len(five)


def test_the_page_of_an_archived_place_has_no_photos(client: Client) -> None:
    add()
    Place.objects.at_address("bij-de-provenier").update(
        status="gearchiveerd", archived_on="2026-11-01", archived_because="verhuisd"
    )
    answer = client.get(PAGE)
    assert answer.status_code == 410
    assert "/foto/" not in answer.content.decode()
