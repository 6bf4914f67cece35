"""Photos in the form of a place: added, refused with a reason, taken down; by who may."""

import gc
import time
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from PIL import Image

from places.models import Photo, Place
from places.models.history import Door
from places.photos import files
from tests.filling_in import filled_in, filled_in_at, row, saved
from tests.pictures import bomb, telling_files, upload
from tests.staff import colleague, logged_in
from tests.test_photos import OnCommit, added

pytestmark = pytest.mark.django_db

WORDS = {"alt": "Een lange tafel", "credit": "Fatima", "consent": "Fatima, op 3 november"}
ORDER = {"position": "0"}
REASON = {"reason": "verzoek"}


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    """Files of photos go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def place() -> Place:
    """A published place in Noord."""
    return Place.objects.get(slug="bij-de-provenier")


@pytest.fixture
def noor() -> User:
    return colleague("redacteur", "noor", "noord")


@pytest.fixture
def north(noor: User) -> Client:
    """An editor of Noord alone."""
    return logged_in(noor)


@pytest.fixture
def photo(place: Place, django_capture_on_commit_callbacks: OnCommit) -> Photo:
    with django_capture_on_commit_callbacks(execute=True):
        return added(place)


@pytest.fixture
def form(place: Place) -> str:
    return f"/beheer/places/place/{place.pk}/change/"


def take_down(photo: Photo) -> str:
    return f"/beheer/places/place/{photo.place_id}/fotos/{photo.key}/weghalen/"


def names() -> list[str]:
    gc.collect()  # what a refused form held goes when the form goes
    return sorted(file.name for file in files.folder().iterdir()) if files.folder().exists() else []


def test_an_editor_adds_a_photo(
    north: Client, noor: User, place: Place, form: str, django_capture_on_commit_callbacks: OnCommit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = saved(north, form, **row("photos", 0, file=upload(), **WORDS | ORDER))
    assert answer.status_code == 302
    photo = place.photos.get()
    assert (photo.alt, photo.width, photo.height, photo.added_by) == (
        "Een lange tafel",
        640,
        480,
        noor,
    )
    assert names() == [
        f"{photo.key}-{end}" for end in ("480.avif", "480.jpg", "640.avif", "640.jpg")
    ]
    assert Client().get(photo.smallest).status_code == 200
    assert photo.history.get().door == Door.ADMIN


def test_where_a_photo_was_taken_is_nowhere_in_its_files(
    north: Client, form: str, django_capture_on_commit_callbacks: OnCommit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        saved(
            north, form, **row("photos", 0, file=upload(telling_files()["jpeg"]), **WORDS | ORDER)
        )
    kept = list(files.folder().iterdir())
    assert len(kept) == 4
    for file in kept:
        assert not {b"51.9225", b"GPS", b"Exif", b"Telefoon"} & set(_words(file.read_bytes()))
        with Image.open(file) as image:
            assert not dict(image.getexif())


def _words(content: bytes) -> list[bytes]:
    return [word for word in (b"51.9225", b"GPS", b"Exif", b"Telefoon") if word in content]


@pytest.mark.parametrize("missing", WORDS)
def test_what_a_photo_needs_is_asked_for(north: Client, form: str, missing: str) -> None:
    answer = saved(north, form, **row("photos", 0, file=upload(), **WORDS | ORDER | {missing: ""}))
    errors = answer.context["inline_admin_formsets"]
    assert [one.formset.errors[0] for one in errors if one.formset.prefix == "photos"] == [
        {missing: ["Dit veld is verplicht."]}
    ]
    assert not Photo.objects.exists()


def test_a_photo_is_kept_while_the_rest_of_the_form_is_mended(
    north: Client, place: Place, form: str, django_capture_on_commit_callbacks: OnCommit
) -> None:
    words = WORDS | ORDER | {"alt": ""}
    refused = saved(north, form, phone="010 765", **row("photos", 0, file=upload(), **words))
    assert "Je foto is er nog" in refused.content.decode()
    data = filled_in(refused) | {"photos-0-alt": "Een tafel"}
    with django_capture_on_commit_callbacks(execute=True):
        assert north.post(form, data).status_code == 302
    assert place.photos.get().alt == "Een tafel"
    assert Place.objects.get(pk=place.pk).phone == "010 765"
    assert len(names()) == 4


def test_a_kept_photo_that_nobody_came_back_for_goes(north: Client, form: str) -> None:
    saved(north, form, **row("photos", 0, file=upload(), **WORDS | {"alt": ""}))
    assert files.remove_forgotten(time.time() - 60) == 0
    assert files.remove_forgotten(time.time() + 60) == 1
    assert names() == []


@pytest.mark.parametrize("token", ["../../..", "0" * 32 + "-640-480", "x"])
def test_only_a_photo_that_was_kept_can_be_come_back_for(
    north: Client, form: str, token: str
) -> None:
    answer = saved(north, form, **row("photos", 0, kept=token, **WORDS | ORDER))
    assert "Kies een foto." in answer.content.decode()


def test_a_bomb_is_refused_beside_the_field_and_the_rest_is_kept(north: Client, form: str) -> None:
    answer = saved(
        north, form, **row("photos", 0, file=upload(bomb(), "tuin.png"), **WORDS | ORDER)
    )
    html = answer.content.decode()
    assert "te veel beeldpunten" in html
    assert 'value="Fatima, op 3 november"' in html
    assert names() == []


def test_a_photo_that_cannot_be_written_is_said_to_be_so(
    north: Client, form: str, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = tmp_path / "file"
    answer = saved(north, form, **row("photos", 0, file=upload(), **WORDS | ORDER))
    assert "kon nu niet bewaard worden" in answer.content.decode()


def test_words_of_a_photo_can_be_changed(north: Client, photo: Photo, form: str) -> None:
    assert saved(north, form, **{"photos-0-alt": "Een korte tafel"}).status_code == 302
    photo.refresh_from_db()
    assert (photo.alt, photo.width) == ("Een korte tafel", 640)
    assert photo.history.count() == 2


def test_a_photo_is_taken_down_with_everything_about_it(
    north: Client, photo: Photo, noor: User, django_capture_on_commit_callbacks: OnCommit
) -> None:
    assert "wie toestemming gaf" in north.get(take_down(photo)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert north.post(take_down(photo), REASON).status_code == 302
    assert (names(), Client().get(photo.smallest).status_code) == ([], 404)
    told = Photo.history.get(id=photo.pk)
    assert (told.history_change_reason, told.history_user) == ("op verzoek weggehaald", noor)
    assert (told.alt, told.credit, told.consent) == ("", "", "")
    history = north.get(f"/beheer/places/place/{photo.place_id}/geschiedenis/").content.decode()
    assert "zonder dat er iets zichtbaars" not in history


def test_looking_at_the_page_or_forgetting_why_takes_nothing_down(
    north: Client, photo: Photo
) -> None:
    north.get(take_down(photo), REASON)
    assert "Dit veld is verplicht." in north.post(take_down(photo)).content.decode()
    assert Photo.objects.with_key(photo.key).exists()


@pytest.mark.parametrize("areas", [("redacteur", "charlois"), ("wijkteam",)], ids=str)
def test_who_may_not_change_the_place_touches_no_photo_of_it(
    photo: Photo, north: Client, form: str, areas: tuple[str, ...]
) -> None:
    stranger = logged_in(colleague(areas[0], "zoe", *areas[1:]))
    data = filled_in_at(north, form) | row("photos", 1, file=upload(), **WORDS | ORDER)
    assert stranger.get(take_down(photo)).status_code in (403, 404)
    assert stranger.post(take_down(photo), REASON).status_code in (403, 404)
    assert stranger.post(form, data | {"photos-0-alt": "Leugen"}).status_code in (302, 403, 404)
    assert Place.objects.get(pk=photo.place_id).photos.get().alt == "Een lange tafel"


def test_the_photo_of_one_place_is_not_taken_down_by_way_of_another(
    north: Client, photo: Photo
) -> None:
    other = Place.objects.published().tagged("gebied:noord").other_than(photo.place)[0]
    address = take_down(photo).replace(f"/{photo.place_id}/", f"/{other.pk}/")
    assert north.post(address, REASON).status_code == 404


def test_a_visitor_is_sent_to_log_in(client: Client, photo: Photo) -> None:
    assert "next=" in client.post(take_down(photo), REASON)["Location"]
    assert Photo.objects.with_key(photo.key).exists()
