"""Photos of a place: added by who may, seen by everybody, gone at once."""

import gc
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from places.models import Photo, Place
from places.photos.files import FOLDER, Unplaced, folder
from places.photos.reading import read
from tests.pictures import upload
from tests.staff import colleague, logged_in

pytestmark = pytest.mark.django_db

OnCommit = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """Files of photos go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / FOLDER


@pytest.fixture
def provenier() -> Place:
    """A published place in Noord."""
    return Place.objects.get(slug="bij-de-provenier")


@pytest.fixture
def photo(provenier: Place, django_capture_on_commit_callbacks: OnCommit) -> Photo:
    """A photo of it, 640 wide."""
    with django_capture_on_commit_callbacks(execute=True):
        return added(provenier)


def added(place: Place, alt: str = "Een lange tafel", **fields: Any) -> Photo:
    """A photo with its files."""
    sizes = Unplaced.of(read(upload(), 1))
    words = {"alt": alt, "credit": "Fatima de Maker", "consent": "Iedereen vond het goed"} | fields
    photo: Photo = place.photos.create(width=sizes.width, height=sizes.height, **words)
    sizes.place_on_commit(photo.key)
    return photo


def files() -> list[str]:
    return sorted(file.name for file in folder().iterdir()) if folder().exists() else []


@pytest.mark.parametrize(
    ("width", "extension", "kind"),
    [(480, "jpg", "image/jpeg"), (640, "avif", "image/avif"), (640, "jpg", "image/jpeg")],
)
def test_everybody_may_see_a_photo(
    client: Client, photo: Photo, width: int, extension: str, kind: str
) -> None:
    answer = client.get(photo.address(width, extension), headers={"accept-encoding": "gzip"})
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Content-Encoding" not in answer
    assert "Cookie" not in answer.get("Vary", "")
    assert len(answer.content) == int(answer["Content-Length"])


def test_no_cache_shows_a_photo_without_asking(client: Client, photo: Photo) -> None:
    first = client.get(photo.smallest)
    assert first["Cache-Control"] == "public, no-cache"
    by_tag = client.get(photo.smallest, headers={"if-none-match": first["ETag"]})
    by_date = client.get(photo.smallest, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    assert by_tag["Cache-Control"] == "public, no-cache"


def test_a_photo_can_be_asked_for_without_its_bytes(client: Client, photo: Photo) -> None:
    answer = client.head(photo.smallest)
    assert (answer.status_code, answer.content) == (200, b"")
    assert client.post(photo.smallest).status_code == 405


@pytest.mark.parametrize(
    "end",
    ["-481.jpg", "-9999999999999999999999.jpg", "-640.png", "-640.jpg.avif", "-0.jpg", "-640."],
)
def test_only_what_there_is_can_be_asked_for(client: Client, photo: Photo, end: str) -> None:
    assert client.get(f"/foto/{photo.key}{end}").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["../../secret_key", "%2e%2e%2fsecret_key-480.jpg", "..%5c..%5c-480.jpg", "%00-480.jpg"],
)
def test_no_address_leads_out_of_the_folder(client: Client, address: str) -> None:
    assert client.get(f"/foto/{address}").status_code == 404


def test_a_photo_that_never_was_is_not_found(client: Client) -> None:
    assert client.get(f"/foto/{uuid.uuid4()}-480.jpg").status_code == 404


@pytest.mark.parametrize("status", [Place.Status.DRAFT, Place.Status.ARCHIVED])
def test_a_photo_of_a_place_that_is_not_public_is_for_its_staff(
    client: Client, photo: Photo, status: str
) -> None:
    day = "2026-11-01" if status == Place.Status.ARCHIVED else None
    Place.objects.with_key(photo.place_id).update(status=status, archived_on=day)
    assert client.get(photo.smallest).status_code == 404
    seen = logged_in(colleague("redacteur", "noor", "noord")).get(photo.smallest)
    assert (seen.status_code, seen["Cache-Control"]) == (200, "private, no-store")
    assert (
        logged_in(colleague("redacteur", "zoe", "charlois")).get(photo.smallest).status_code == 404
    )


def test_a_photo_that_is_deleted_is_gone_at_once(
    client: Client, photo: Photo, django_capture_on_commit_callbacks: OnCommit
) -> None:
    assert len(files()) == 4
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
    assert files() == []
    assert client.get(photo.smallest).status_code == 404


def test_a_photo_that_is_gone_leaves_only_that_it_went(photo: Photo) -> None:
    photo.credit = "Een andere Maker"
    photo.save()
    key = photo.pk
    photo.delete()
    told = Photo.history.get(id=key)
    assert told.history_type == "-"
    assert (told.alt, told.credit, told.consent) == ("", "", "")


def test_the_photos_of_a_place_that_is_deleted_go_with_it(
    photo: Photo, provenier: Place, django_capture_on_commit_callbacks: OnCommit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        provenier.delete()
    assert files() == []


def test_what_is_rolled_back_leaves_no_file(provenier: Place) -> None:
    with transaction.atomic():
        added(provenier)
        assert len(files()) == 1
        transaction.set_rollback(True)
    gc.collect()
    assert files() == []
    assert not provenier.photos.exists()


def test_a_rolled_back_deletion_keeps_the_files(photo: Photo) -> None:
    with transaction.atomic():
        photo.delete()
        transaction.set_rollback(True)
    assert len(files()) == 4


def test_files_without_a_photo_are_found_and_removed(
    photo: Photo, media: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stray = uuid.uuid4()
    (media / f"{stray}-480.jpg").write_bytes(b"")
    call_command("tidy_photos")
    assert capsys.readouterr().out == f"bestanden zonder foto: {stray}\n"
    call_command("tidy_photos", remove=True)
    assert len(files()) == 4
    assert all(name.startswith(str(photo.key)) for name in files())


def test_a_photo_without_files_is_named(
    photo: Photo, media: Path, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in media.iterdir():
        file.unlink()
    call_command("tidy_photos", remove=True)
    assert capsys.readouterr().out == f"foto zonder bestanden: {photo.key}\n"
    assert client.get(photo.smallest).status_code == 404
