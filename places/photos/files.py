"""The files of photos: named after a random key, there from commit until the photo is gone."""

import re
import secrets
import shutil
import uuid
import weakref
from io import BytesIO
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.db import transaction
from PIL import Image

from places.photos.sizes import FORMATS, widths_of

FOLDER = "fotos"
UNPLACED = ".nieuw-"
TOKEN = re.compile(r"[0-9a-f]{32}-\d{1,5}-\d{1,5}")
# One thread an encoder: a colleague who waits a second longer is better than visitors who do.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}


def folder() -> Path:
    """Where all files of photos are."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def path_of(key: uuid.UUID, width: int, extension: str) -> Path:
    """The file of one size; nothing but a key, a number and a known extension gets in."""
    if extension not in FORMATS:
        raise ValueError(f"photos have no {extension!r}")
    return folder() / f"{key}-{width:d}.{extension}"


def remove(key: uuid.UUID) -> None:
    """Every file of this photo."""
    for file in folder().glob(f"{key}-*"):
        file.unlink(missing_ok=True)


class Unplaced:
    """All sizes of a picture on disk, without a name yet that anybody can ask for.

    They get their names when the transaction that saves the photo commits. Without that they vanish
    together with this object, so that a rollback leaves no file; unless somebody asked for a token
    to come back with, because the rest of the form was not right yet.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.width, self.height = (int(part) for part in name.split("-")[1:])
        self._folder = folder() / f"{UNPLACED}{name}"
        self._removal = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    @classmethod
    def of(cls, picture: Image.Image) -> Self:
        """Raises OSError when there is no room."""
        made = cls(f"{secrets.token_hex(16)}-{picture.width}-{picture.height}")
        made._folder.mkdir(parents=True)
        for width in widths_of(picture.width):
            _write(picture, width, made._folder)
        return made

    @classmethod
    def kept(cls, token: str) -> Self | None:
        """What was kept under this token, if it is still there."""
        if TOKEN.fullmatch(token) and (folder() / f"{UNPLACED}{token}").is_dir():
            return cls(token)
        return None

    def keep(self) -> str:
        """A token by which the files can be had again, until ``remove_forgotten``."""
        self._removal.detach()
        return self.name

    def place_on_commit(self, key: uuid.UUID) -> None:
        """Give the files their names as soon as what is being saved is certain."""
        transaction.on_commit(lambda: self._place(key))

    def _place(self, key: uuid.UUID) -> None:
        for file in self._folder.iterdir():
            file.replace(folder() / f"{key}-{file.name}")
        self._removal()


def remove_forgotten(before: float) -> int:
    """Remove what waited since before this time stamp and nobody came back for; how many."""
    left = [one for one in folder().glob(f"{UNPLACED}*") if one.stat().st_mtime < before]
    for one in left:
        shutil.rmtree(one, ignore_errors=True)
    return len(left)


def keys_on_disk() -> set[uuid.UUID]:
    """The keys of all photos that have files."""
    return {uuid.UUID(file.name[:36]) for file in folder().glob("[0-9a-f]*-*-*-*-*-*.*")}


def encoded(picture: Image.Image, extension: str) -> bytes:
    """A picture as the bytes of a file."""
    buffer = BytesIO()
    picture.save(buffer, **OPTIONS[extension])
    return buffer.getvalue()


def _write(picture: Image.Image, width: int, to: Path) -> None:
    height = max(1, round(picture.height * width / picture.width))
    sized = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    for extension in FORMATS:
        (to / f"{width}.{extension}").write_bytes(encoded(sized, extension))
